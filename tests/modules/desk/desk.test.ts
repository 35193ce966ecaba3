import { expect, test } from 'vitest';
import type { Person } from '~/access/actor';
import { signOff, startApplication } from '~/modules/applications/commands.server';
import { acceptAnyInvitation, inviteHelper } from '~/modules/applications/helpers.server';
import { invitePartner } from '~/modules/applications/partners.server';
import { saveSection } from '~/modules/applications/saving.server';
import { commentOnSection } from '~/modules/applications/together.server';
import { readDesk } from '~/modules/desk/queries.server';
import { changeMemberRole } from '~/modules/organisations/commands.server';
import * as desk from '~/routes/applicant/desk';
import { instantAt } from '~/shared/time';
import { afresh, verified } from '../organisations/entries';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { visitorOf } from '../../support/visit';

const visit = visitorOf({ desk });
const closesAt = instantAt('2026-03-31', '15:00');
const on = async (p: Portal, person: Person, now = monday) => {
  const { due, waiting, past } = await readDesk(p.db.read, await afresh(p, person), now);
  return { due: due.map(({ kind, href }) => `${kind} ${href}`), waiting: waiting.map(({ kind, waitingFor }) => `${kind} ${waitingFor}`), past: past.map(({ kind, status }) => `${kind} ${status}`) };
};

eachEngine((engine) => {
  test('from the draft to the end of the call, each of its people finds on the desk what is theirs to do', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p, { closesAt });
    const { id: organisationId, owner } = await verified(p, officer, 1, { minSignatures: '2' });
    const { id: partnerId, owner: partner } = await verified(p, officer, 2);
    const [second, reader] = [await p.person(), await p.person()];
    await p.db.tx(async (tx) => void (await tx.insert(tx.t.memberships).values([
      { organisationId, personId: second.id, role: 'editor', signatory: true, since: monday }, { organisationId, personId: reader.id, role: 'viewer', signatory: false, since: monday },
    ])));
    for (const [who, whose] of [[owner, organisationId], [partner, partnerId]] as const) await changeMemberRole(p.as(who), whose, who.id, { role: 'owner', signatory: true });
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    expect(await on(p, owner)).toEqual({ due: [`draft /applications/${id}`], waiting: [], past: [] });
    expect(await on(p, reader)).toEqual({ due: [], waiting: ['signatures signatory'], past: [] });

    await commentOnSection(p.as(await afresh(p, reader)), id, { section: 'budget', text: 'Skąd ta kwota?', mentions: [second.id] });
    expect((await on(p, second)).due).toEqual([`draft /applications/${id}`, `mention /applications/${id}/comments#budget`]);
    await saveSection(p.as(await afresh(p, second), { now: new Date(monday.getTime() + 60_000) }), id, 'profile', { experience: 'a', resources: 'b' }, 1);
    expect((await on(p, second)).due).toEqual([`draft /applications/${id}`]);

    await signOff(p.as(await afresh(p, owner)), id);
    expect(await on(p, owner)).toEqual({ due: [], waiting: ['signatures signatory'], past: [] });
    expect((await on(p, second)).due).toEqual([`signOff /applications/${id}/check`]);
    // Signed is what stood then: a new version, or a file that came after it, is not signed.
    await saveSection(p.as(await afresh(p, second)), id, 'profile', { experience: 'a', resources: 'c' }, 2);
    expect((await on(p, second)).due).toEqual([`draft /applications/${id}`]);
    await signOff(p.as(await afresh(p, owner)), id);
    expect((await on(p, second)).due).toEqual([`signOff /applications/${id}/check`]);
    const late = new Date(monday.getTime() + 3_600_000);
    await p.db.tx(async (tx) => void (await tx.insert(tx.t.files).values({ id: 'f', storageKey: 'f', purpose: 'application_attachment', subjectId: id, name: 'a.pdf', type: 'application/pdf', size: 1, sha256: 'x', uploadedBy: owner.id, uploadedAt: late })));
    expect((await on(p, second)).due).toEqual([`draft /applications/${id}`]);

    await invitePartner(p.as(await afresh(p, owner)), id, { organisationId: partnerId, share: 100, tasks: 'Warsztaty' });
    expect((await on(p, owner)).waiting).toEqual(['joint partner']);
    expect(await on(p, partner)).toEqual({ due: [`invitation /applications/${id}/partners`], waiting: [], past: [] });
    expect(await on(p, owner, closesAt)).toEqual({ due: [], waiting: [], past: ['offer lapsed'] });
    expect(await on(p, partner, closesAt)).toEqual({ due: [], waiting: [], past: [] });
  });

  test('an offer that was handed in waits, and says nothing of its result before it is published', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p, { closesAt });
    const { id: organisationId, owner } = await verified(p, officer);
    await changeMemberRole(p.as(owner), organisationId, owner.id, { role: 'owner', signatory: true });
    const { id } = await completeOffer(p, { callId, organisationId, editor: await afresh(p, owner), submit: true });
    expect((await on(p, owner)).waiting).toEqual(['callEnd closing']);
    expect((await on(p, owner, closesAt)).waiting).toEqual(['formalCheck city']);
    const { applications, calls, rankings, awards } = p.db.t;
    const award = { id: 'w', number: 'D/1', callId, applicationId: id, organisationId, status: 'awarded' as const, requested: 100, amount: 100, orderNumber: '1', orderDate: '2026-04-20', createdAt: monday };
    await p.db.tx(async (tx) => {
      await tx.update(applications).set({ status: 'awarded' });
      await tx.insert(rankings).values({ applicationId: id, callId, position: 2, mean: 8150, spread: 5, scores: 2, proposed: 100, outcome: 'recommended' });
      await tx.insert(awards).values(award);
    });
    const later = instantAt('2026-04-25', '12:00');
    expect(await on(p, owner, later)).toEqual({ due: [], waiting: ['decision mayor'], past: [] });
    const hidden = await visit(p, '/pl/desk', { person: owner, now: later });
    expect(hidden.html).not.toContain('81,5');
    await p.db.tx(async (tx) => void (await tx.update(calls).set({ status: 'results_published', resultsPublishedAt: later })));
    expect(await on(p, owner, later)).toEqual({ due: ['award /awards/w'], waiting: [], past: ['offer awarded'] });
    expect((await visit(p, '/pl/desk', { person: owner, now: later })).html).toContain('81,5 pkt · miejsce 2');
  });

  test('the desk asks the same number of questions however much is on it', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p, { closesAt });
    const questions = async (person: Person) => {
      let n = 0;
      const counting = new Proxy(p.db.read, { get: (read, key) => (key === 'select' ? (...columns: unknown[]) => { n += 1; return (read.select as (...all: unknown[]) => unknown)(...columns); } : Reflect.get(read, key) as unknown) });
      await readDesk(counting, await afresh(p, person), monday);
      return n;
    };
    const person = await p.person();
    const empty = await questions(person);
    for (const number of [1, 2, 3]) {
      const { id: organisationId, owner } = await verified(p, officer, number);
      await p.db.tx(async (tx) => void (await tx.insert(tx.t.memberships).values({ organisationId, personId: person.id, role: 'editor', signatory: true, since: monday })));
      const { id } = await startApplication(p.as(owner), { callId, organisationId });
      await commentOnSection(p.as(owner), id, { section: 'task', text: 'Zobacz', mentions: [person.id] });
    }
    expect((await on(p, person)).due).toHaveLength(6);
    expect(await questions(person)).toBe(empty);
  });

  test('somebody new is shown three ways in, and a helper the one offer', async () => {
    const p = await portal(engine);
    const person = await p.person();
    const { html } = await visit(p, '/pl/desk', { person });
    expect(html).toContain('Od czego zacząć');
    expect(html).not.toContain('Do zrobienia');
    const { callId, officer } = await announced(p, { closesAt });
    const { id: organisationId, owner } = await verified(p, officer);
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    await acceptAnyInvitation(p.as(person), await inviteHelper(p.as(owner), id, { email: person.email, role: 'helper', until: '2026-03-04', lang: 'pl' }));
    expect(await on(p, person)).toEqual({ due: [`help /applications/${id}`], waiting: [], past: [] });
    const helped = await visit(p, '/pl/desk', { person });
    expect(helped.html).toContain('Pomóż napisać ofertę');
    expect(helped.html).toMatch(/pojutrze: do 4 marca 2026, 24:00 czasu krakowskiego.*pilne/s);
    expect(await on(p, person, instantAt('2026-03-05', '00:00'))).toEqual({ due: [], waiting: [], past: [] });
  });
});
