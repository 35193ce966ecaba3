import { expect, test } from 'vitest';
import type { Person } from '~/access/actor';
import { answerPatronage, listOwnPatronages, listPatronages, listPossiblePartners, proposePatronage } from '~/modules/organisations/patronages.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { eq } from 'drizzle-orm';
import { eachEngine, portal, type Portal } from '../../support/portal';
import { verified } from './entries';

const scope = 'Patron podpisuje umowę i prowadzi księgowość.';

async function pair(p: Portal) {
  const officer = await p.person({ roles: ['officer'] });
  const group = await verified(p, officer, 1, { name: 'Grupa Mamy z Ruczaju', legalForm: 'informal_group', krs: '', nip: '' });
  const patron = await verified(p, officer, 2, { name: 'Fundacja Łączność' });
  return { officer, group, patron };
}
const templates = async (p: Portal, { email }: Person) =>
  (await p.db.read.select({ template: p.db.t.outbox.template, to: p.db.t.outbox.toEmail }).from(p.db.t.outbox)).filter(({ to, template }) => to === email && template.startsWith('patronage.')).map(({ template }) => template);

eachEngine((engine) => {
  test('a group asks, the patron agrees, and both profiles show it until either ends it', async () => {
    const p = await portal(engine);
    const { group, patron } = await pair(p);
    const { id } = await proposePatronage(p.as(group.owner), group.id, { otherId: patron.id, scope });
    expect(await listPatronages(p.db.read, group.id)).toEqual([]);
    expect(await listOwnPatronages(p.db.read, patron.id)).toMatchObject([{ id, status: 'proposed', ours: false, scope, other: { name: 'Grupa Mamy z Ruczaju' } }]);
    await expect(answerPatronage(p.as(group.owner), group.id, id, 'accept')).rejects.toMatchObject({ code: 'wrongState' });
    await expect(proposePatronage(p.as(patron.owner), patron.id, { otherId: group.id, scope })).rejects.toMatchObject({ code: 'patronage.already' });
    await answerPatronage(p.as(patron.owner), patron.id, id, 'accept');
    expect(await listPatronages(p.db.read, group.id)).toMatchObject([{ side: 'group', slug: patron.slug, scope }]);
    expect(await listPatronages(p.db.read, patron.id)).toMatchObject([{ side: 'patron', slug: group.slug, scope }]);
    await answerPatronage(p.as(group.owner), group.id, id, 'end');
    expect(await listPatronages(p.db.read, patron.id)).toEqual([]);
    await expect(answerPatronage(p.as(patron.owner), patron.id, id, 'end')).rejects.toMatchObject({ code: 'wrongState' });
    expect(await templates(p, patron.owner)).toEqual(['patronage.proposed', 'patronage.ended']);
    expect(await templates(p, group.owner)).toEqual(['patronage.accepted']);
  });

  test('a patron offers, and the group declines; what was offered can be taken back', async () => {
    const p = await portal(engine);
    const { group, patron } = await pair(p);
    const { id } = await proposePatronage(p.as(patron.owner), patron.id, { otherId: group.id, scope });
    await answerPatronage(p.as(group.owner), group.id, id, 'decline');
    const second = await proposePatronage(p.as(patron.owner), patron.id, { otherId: group.id, scope });
    await answerPatronage(p.as(patron.owner), patron.id, second.id, 'withdraw');
    await expect(answerPatronage(p.as(group.owner), group.id, second.id, 'accept')).rejects.toMatchObject({ code: 'wrongState' });
    expect((await listOwnPatronages(p.db.read, group.id)).map(({ status }) => status).toSorted()).toEqual(['declined', 'ended']);
  });

  test('only a verified group and a verified organisation that may apply can be a pair', async () => {
    const p = await portal(engine);
    const { officer, group, patron } = await pair(p);
    const institution = await verified(p, officer, 3, { name: 'Biblioteka', legalForm: 'public_institution', krs: '', nip: '' });
    await expect(proposePatronage(p.as(group.owner), group.id, { otherId: institution.id, scope })).rejects.toMatchObject({ code: 'patronage.notPatron' });
    const other = await verified(p, officer, 4);
    await expect(proposePatronage(p.as(patron.owner), patron.id, { otherId: other.id, scope })).rejects.toMatchObject({ code: 'patronage.notGroup' });
    const { id } = await proposePatronage(p.as(group.owner), group.id, { otherId: patron.id, scope });
    const { organisations } = p.db.t;
    await p.db.tx(async (tx) => void (await tx.update(organisations).set({ registerStanding: 'in_liquidation' }).where(eq(organisations.id, patron.id))));
    await expect(answerPatronage(p.as(patron.owner), patron.id, id, 'accept')).rejects.toMatchObject({ code: 'patronage.blocked' });
    await p.db.tx(async (tx) => void (await tx.update(organisations).set({ registerStanding: 'active', status: 'suspended' }).where(eq(organisations.id, patron.id))));
    await expect(answerPatronage(p.as(patron.owner), patron.id, id, 'accept')).rejects.toMatchObject({ code: 'patronage.notVerified' });
  });

  test('nobody else proposes or answers for an organisation', async () => {
    const p = await portal(engine);
    const { officer, group, patron } = await pair(p);
    const stranger = await verified(p, officer, 5);
    await expect(proposePatronage(p.as(stranger.owner), group.id, { otherId: patron.id, scope })).rejects.toBeInstanceOf(Forbidden);
    const { id } = await proposePatronage(p.as(group.owner), group.id, { otherId: patron.id, scope });
    await expect(answerPatronage(p.as(stranger.owner), patron.id, id, 'accept')).rejects.toBeInstanceOf(Forbidden);
    await expect(answerPatronage(p.as(stranger.owner), stranger.id, id, 'accept')).rejects.toBeInstanceOf(NotFound);
    await expect(answerPatronage(p.as(patron.owner), patron.id, 'nobody', 'accept')).rejects.toBeInstanceOf(NotFound);
  });

  test('a group finds possible patrons and a patron finds groups', async () => {
    const p = await portal(engine);
    const { group, patron } = await pair(p);
    const names = async (own: string, legalForm: 'informal_group' | 'foundation' | 'business', q: string) => (await listPossiblePartners(p.db.read, { id: own, legalForm }, q)).map(({ name }) => name);
    expect(await names(group.id, 'informal_group', 'lacznosc')).toEqual(['Fundacja Łączność']);
    expect(await names(group.id, 'informal_group', '')).toEqual(['Fundacja Łączność']);
    expect(await names(group.id, 'informal_group', '%')).toEqual(['Fundacja Łączność']);
    expect(await names(group.id, 'informal_group', 'nikt')).toEqual([]);
    expect(await names(patron.id, 'foundation', 'mamy')).toEqual(['Grupa Mamy z Ruczaju']);
    expect(await names(patron.id, 'business', '')).toEqual([]);
  });
});
