import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { linkCall } from '~/modules/proposals/office.server';
import * as edit from '~/routes/applicant/proposal-edit';
import * as mine from '~/routes/applicant/my-proposal';
import * as begin from '~/routes/applicant/proposal-new';
import * as desk from '~/routes/office/proposal';
import * as desks from '~/routes/office/proposals';
import * as call from '~/routes/public/call';
import * as one from '~/routes/public/proposal';
import * as list from '~/routes/public/proposals';
import { announced } from '../support/call';
import { eachEngine, monday, portal } from '../support/portal';
import { copy, filed, purposeful } from '../support/proposal';
import { filingOrganisation } from '../support/small-grant';
import { visitorOf } from '../support/visit';

const visit = visitorOf({
  proposals: list, 'proposals/new': begin, 'proposals/:number': one, 'proposals/mine/:id': mine, 'proposals/mine/:id/edit': edit, 'office/proposals': desks, 'office/proposals/:id': desk, 'calls/:slug': call,
});
const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);

eachEngine((engine) => {
  test('a signatory begins a proposal, is told what is missing, and a strange organisation or person gets nowhere', async () => {
    const p = await portal(engine);
    const { organisationId, signatory } = await filingOrganisation(p);
    const begun = await visit(p, '/pl/proposals/new', { person: signatory, form: { intent: 'start', organisationId } });
    expect(begun.location).toMatch(/^\/pl\/proposals\/mine\/[\w-]+\/edit$/);
    const own = begun.location.replace('/edit', '');
    const unfinished = await visit(p, own, { person: signatory });
    for (const words of ['Tytuł zadania: ', 'Potwierdź wszystkie oświadczenia']) expect(unfinished.html).toContain(words);
    expect((await visit(p, own, { person: signatory, form: { intent: 'submit', version: '1' } })).status).toBe(422);
    const saved = await visit(p, begun.location, { person: signatory, form: { intent: 'save', version: '1', title: 'Klub', 'costs[0].kind': 'Sala', 'costs[0].asked': '1 234,56', 'contact.name': 'Olena' } });
    expect(saved.location).toBe(own);
    expect((await visit(p, begun.location, { person: signatory, form: { intent: 'save', version: '1', title: 'Inny', 'contact.name': 'Olena' } })).status).toBe(409);
    const stranger = await p.person();
    expect((await visit(p, own, { person: stranger })).status).toBe(403);
    expect((await visit(p, '/pl/proposals/new', { person: stranger, form: { intent: 'start', organisationId } })).status).toBe(403);
  });

  test('both sides read until when the City answers, and when it is late', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, signatory, receiptNumber } = await filed(p);
    for (const path of [`/pl/proposals/${receiptNumber}`, '/pl/proposals']) expect((await visit(p, path)).html).toContain('2 kwietnia 2026');
    expect((await visit(p, `/pl/proposals/mine/${id}`, { person: signatory })).html).toContain('2 kwietnia 2026');
    expect((await visit(p, `/pl/office/proposals/${id}`, { person: officer, now: later(28) })).html).toContain('Pytanie do organizacji go nie wstrzymuje');
    expect((await visit(p, '/pl/office/proposals', { person: officer, now: later(28) })).html).toContain('zbliża się termin');
    expect((await visit(p, '/pl/office/proposals', { person: officer, now: later(40) })).html).toContain('po terminie');
    for (const [path, person] of [[`/pl/proposals/mine/${id}`, signatory], [`/pl/proposals/${receiptNumber}`, signatory]] as const) expect((await visit(p, path, { person, now: later(40) })).html).toContain('Urząd nadal musi odpowiedzieć');
  });

  test('the call that came of a proposal names it and is named by it; of an organisation at risk no page says who it is', async () => {
    const p = await portal(engine);
    const { id, organisationId, officer, receiptNumber } = await purposeful(p);
    const { callId, slug } = await announced(p);
    await linkCall(p.as(officer), id, { callId });
    const pages = [`/pl/proposals/${receiptNumber}`, '/pl/proposals', `/pl/calls/${slug}`];
    const read = async () => (await Promise.all(pages.map((path) => visit(p, path)))).map(({ html }) => html);
    const [shown, , called] = await read();
    expect(shown).toContain(`/pl/calls/${slug}`);
    expect(called).toContain(`/pl/proposals/${receiptNumber}`);
    const { organisations } = p.db.t;
    await p.db.tx(async (tx) => void (await tx.update(organisations).set({ safeMode: true, name: 'Fundacja Ukryta' }).where(eq(organisations.id, organisationId))));
    for (const html of await read()) {
      expect(html).toContain(copy.title);
      expect(html).not.toMatch(new RegExp(`Ukryta|organisations/${organisationId}|${copy.place}`));
    }
  });
});
