import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Person } from '~/access/actor';
import { system } from '~/access/actor';
import { may } from '~/access/policy';
import { attachClaimEvidence, removeClaimEvidence } from '~/http/uploads/evidence.server';
import { subjectOf } from '~/http/uploads/subject.server';
import { listFiles } from '~/modules/files/queries.server';
import { claimEntry, grantClaim } from '~/modules/organisations/claims.server';
import { importPublicOrganisations } from '~/modules/organisations/commands.server';
import { finishHandOvers } from '~/modules/organisations/hand-over.server';
import { setAside } from '~/modules/organisations/lifecycle.server';
import { getOrganisation, getPublicOrganisation, listMembers } from '~/modules/organisations/queries.server';
import * as memberPage from '~/routes/applicant/member';
import * as changeForm from '~/routes/applicant/my-organisation-change';
import * as myPage from '~/routes/applicant/my-organisation';
import * as changePage from '~/routes/office/change';
import * as changesPage from '~/routes/office/changes';
import * as claimDesk from '~/routes/office/claim';
import * as claimsPage from '~/routes/office/claims';
import * as duplicatesPage from '~/routes/office/duplicates';
import * as handOverPage from '~/routes/office/hand-over';
import * as mergePage from '~/routes/office/merge';
import * as officePage from '~/routes/office/office';
import * as lifePage from '~/routes/office/organisation-life';
import * as suggestionDesk from '~/routes/office/suggestion';
import * as suggestionsPage from '~/routes/office/suggestions';
import * as objectionPage from '~/routes/public/hand-over-objection';
import * as claimPage from '~/routes/public/organisation-claim';
import * as historyPage from '~/routes/public/organisation-history';
import * as suggestPage from '~/routes/public/organisation-suggest';
import * as profilePage from '~/routes/public/organisation';
import { Forbidden } from '~/shared/errors';
import { instantAt } from '~/shared/time';
import { afresh, verified } from '../modules/organisations/entries';
import { ask } from '../support/pages';
import { eachEngine, portal, type Portal, monday } from '../support/portal';
import { visitorOf } from '../support/visit';

const visit = visitorOf({
  'organisations/:slug': profilePage, 'organisations/:slug/history': historyPage, 'organisations/:slug/suggest': suggestPage, 'organisations/:slug/claim': claimPage,
  'hand-over/:token': objectionPage, 'my/:organisationId': myPage, 'my/:organisationId/change': changeForm, 'my/:organisationId/people/:personId': memberPage,
  office: officePage, 'office/organisations/:id/life': lifePage, 'office/organisations/:id/hand-over': handOverPage, 'office/changes': changesPage,
  'office/changes/:id': changePage, 'office/claims': claimsPage, 'office/claims/:id': claimDesk, 'office/duplicates': duplicatesPage,
  'office/duplicates/:keptId/:mergedId': mergePage, 'office/suggestions': suggestionsPage, 'office/suggestions/:id': suggestionDesk,
});

const linkIn = (html: string, start: string) => new RegExp(`href="(${start}[^"]*)"`).exec(html)?.[1] ?? '';
const reason = 'Powód, który przeczytają wszyscy.';

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    return { p, officer, ...(await verified(p, officer)) };
  }
  const send = async (p: Portal, path: string, person: Person, form: Record<string, unknown>) => (await visit(p, path, { person, form })).status;

  test('an organisation asks to change its name, an officer compares and accepts, the old address moves for good', async () => {
    const { p, officer, owner, id, slug } = await scene();
    const page = `/pl/my/${id}/change`;
    const { html } = await visit(p, page, { person: owner });
    expect(html).toContain('value="Fundacja Spotkanie 1"');
    const fields = { name: 'Fundacja Rozmowa', legalForm: 'foundation', krs: '0000000001', nip: '', regon: '', registerNumber: '', registerAuthority: '', note: 'Nowa nazwa jest w KRS.' };
    expect((await visit(p, page, { person: owner, form: { intent: 'ask', ...fields, note: '' } })).html).toContain('Fundacja Rozmowa');
    expect(await send(p, page, owner, { intent: 'ask', ...fields })).toBe(303);
    expect((await visit(p, page, { person: owner })).html).toContain('<ins>');
    expect((await visit(p, `/pl/my/${id}`, { person: owner })).html).toContain('czeka na Urząd');
    expect((await visit(p, '/pl/office', { person: officer })).html).toContain('zmiana danych');
    const desk = linkIn((await visit(p, '/pl/office/changes', { person: officer })).html, '/pl/office/changes/');
    const shown = (await visit(p, desk, { person: officer })).html;
    expect(shown).toMatch(/<del>.*Fundacja Spotkanie 1.*<\/del>/s);
    expect(await send(p, desk, officer, { intent: 'return', reason: '' })).toBe(422);
    expect(await send(p, desk, officer, { intent: 'accept' })).toBe(303);
    const old = await ask(p, profilePage, `/pl/organisations/${slug}`, { params: { slug } });
    expect([old.status, old.location]).toEqual([301, '/pl/organisations/fundacja-rozmowa']);
    const history = await ask(p, historyPage, `/uk/organisations/${slug}/history`, { params: { slug } });
    expect([history.status, history.location]).toEqual([301, '/uk/organisations/fundacja-rozmowa/history']);
    expect((await visit(p, '/pl/organisations/fundacja-rozmowa/history')).html).toContain('Urząd przyjął zmianę danych rejestrowych');
  });

  test('an entry that an officer suspends is gone for everybody, and its owner reads why', async () => {
    const { p, officer, owner, id, slug } = await scene();
    const life = `/pl/office/organisations/${id}/life`;
    expect((await visit(p, life, { person: owner })).status).toBe(403);
    expect(await send(p, life, officer, { intent: 'move', step: 'suspend', reason })).toBe(303);
    expect((await ask(p, profilePage, `/pl/organisations/${slug}`, { params: { slug } })).status).toBe(410);
    expect((await visit(p, `/pl/organisations/${slug}/history`)).status).toBe(410);
    expect((await visit(p, `/pl/organisations/nigdy-nie-bylo`)).status).toBe(404);
    expect((await visit(p, `/pl/my/${id}`, { person: owner })).html).toContain(reason);
    expect((await visit(p, life, { person: officer })).html).toContain('przywróć');
    expect(await send(p, life, officer, { intent: 'move', step: 'restore', reason })).toBe(303);
    expect((await visit(p, `/pl/organisations/${slug}`)).status).toBe(200);
  });

  test('somebody claims an entry of the lists, the officer grants it, and the entry stays in the directory', async () => {
    const { p, officer } = await scene();
    await importPublicOrganisations(p.as(system), [
      { slug: 'z-listy', name: 'Stowarzyszenie z Listy', nameEn: null, legalForm: 'association', website: null, street: null, postcode: null, district: null, fields: [], targetGroups: [], communities: [], source: 'https://example.org', note: null },
    ]);
    expect((await visit(p, '/pl/organisations/z-listy')).html).toContain('/pl/organisations/z-listy/claim');
    const anna = await p.person();
    expect((await visit(p, '/pl/organisations/z-listy/claim')).location).toContain('/pl/sign-in?next=');
    const page = '/pl/organisations/z-listy/claim';
    expect(await send(p, page, anna, { intent: 'claim', position: 'prezeska', justification: 'za krótko' })).toBe(422);
    expect(await send(p, page, anna, { intent: 'claim', position: 'prezeska', justification: 'Jestem w zarządzie, proszę sprawdzić stronę.' })).toBe(303);
    expect((await visit(p, page, { person: anna })).html).toContain('data-purpose="claim_evidence"');
    const desk = linkIn((await visit(p, '/pl/office/claims', { person: officer })).html, '/pl/office/claims/');
    expect((await visit(p, desk, { person: officer })).html).toContain('Jestem w zarządzie');
    expect(await send(p, desk, officer, { intent: 'grant' })).toBe(303);
    const { id, status } = await getPublicOrganisation(p.db.read, 'z-listy');
    expect(status).toBe('claimed');
    expect((await visit(p, `/pl/my/${id}`, { person: await afresh(p, anna) })).html).toContain('Wpis jest Wasz');
    expect((await visit(p, '/pl/organisations/z-listy')).html).toContain('przejęta, w uzupełnianiu');
  });

  test('a document of a claim is for whoever claims and for the City, and stays as it was decided on', async () => {
    const { p, officer, owner } = await scene();
    const dataDir = mkdtempSync(path.join(tmpdir(), 'claim-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    await importPublicOrganisations(p.as(system), [
      { slug: 'z-listy', name: 'Stowarzyszenie z Listy', nameEn: null, legalForm: 'association', website: null, street: null, postcode: null, district: null, fields: [], targetGroups: [], communities: [], source: 'https://example.org', note: null },
    ]);
    const { id } = await getPublicOrganisation(p.db.read, 'z-listy');
    const anna = await p.person();
    const claim = await claimEntry(p.as(anna), id, { position: 'prezeska', justification: 'Uchwała zarządu jest w załączniku.' });
    const pdf = () => new File(['%PDF-1.4\n%%EOF\n'], 'uchwala.pdf');
    await attachClaimEvidence(p.as(anna), claim, pdf(), dataDir);
    await expect(attachClaimEvidence(p.as(owner), claim, pdf(), dataDir)).rejects.toThrow(Forbidden);
    const subject = await subjectOf(p.db.read, 'claim_evidence', claim, monday);
    expect([anna, officer, owner].map((person) => may(person, 'file.read', subject))).toEqual([true, true, false]);
    expect(may({ kind: 'anonymous' }, 'file.read', subject)).toBe(false);
    expect((await visit(p, `/pl/office/claims/${claim}`, { person: officer })).html).toContain('uchwala.pdf');
    await grantClaim(p.as(officer), claim);
    const [file] = await listFiles(p.db.read, 'claim_evidence', claim);
    await expect(removeClaimEvidence(p.as(anna), claim, file?.id ?? '')).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('anybody suggests a correction without an account, and the officer answers', async () => {
    const { p, officer, slug } = await scene();
    const page = `/pl/organisations/${slug}/suggest`;
    const wrong = await visit(p, page, { form: { intent: 'suggest', topic: 'contact', text: 'krótko', email: '' } });
    expect([wrong.status, wrong.html.includes('krótko')]).toEqual([422, true]);
    const sent = await visit(p, page, { form: { intent: 'suggest', topic: 'contact', text: 'Ten telefon nie odpowiada od miesiąca.', email: 'a@example.org' } });
    expect(sent.location).toBe(`${page}?sent=1`);
    expect((await visit(p, sent.location)).html).toContain('Dziękujemy');
    const desk = linkIn((await visit(p, '/pl/office/suggestions', { person: officer })).html, '/pl/office/suggestions/');
    expect((await visit(p, desk, { person: officer })).html).toContain('Ten telefon nie odpowiada');
    expect(await send(p, desk, officer, { intent: 'answer', outcome: 'not_taken', answer: 'Sprawdziliśmy, telefon działa.' })).toBe(303);
    expect((await visit(p, desk, { person: officer })).html).toContain('nieuwzględniona');
  });

  test('an officer compares two entries side by side and merges them; the page says that it is for good', async () => {
    const { p, officer, id, slug } = await scene();
    const other = await verified(p, officer, 2, { name: 'Fundacja Spotkanie 2', phone: '12 000 00 00' });
    const { html } = await visit(p, '/pl/office/duplicates', { person: officer });
    expect(html).toContain('1 para do sprawdzenia');
    const page = `/pl/office/duplicates/${other.id}/${id}`;
    const merge = (await visit(p, page, { person: officer })).html;
    expect(merge).toContain('Połączenia nie można cofnąć');
    expect(merge).toContain('1 osoba');
    expect(await send(p, page, officer, { intent: 'merge', contact: 'merged', reason: 'za' })).toBe(422);
    expect(await send(p, page, officer, { intent: 'merge', contact: 'merged', reason })).toBe(303);
    expect(await getOrganisation(p.db.read, other.id)).toMatchObject({ email: 'biuro1@example.org', phone: null });
    const old = await ask(p, profilePage, `/de/organisations/${slug}`, { params: { slug } });
    expect([old.status, old.location]).toEqual([301, `/de/organisations/${other.slug}`]);
    expect((await visit(p, '/pl/office/duplicates', { person: officer })).html).toContain('Nie ma podejrzanych par');
  });

  test('after a year the directory says so, and one button of the organisation makes it fresh', async () => {
    const { p, owner, id, slug } = await scene();
    const late = { now: instantAt('2027-04-01', '10:00') };
    expect((await visit(p, `/pl/organisations/${slug}`, late)).html).toContain('Dane niepotwierdzone od');
    const mine = (await visit(p, `/pl/my/${id}`, { person: owner, ...late })).html;
    expect(mine).toContain('Minął ponad rok');
    expect((await visit(p, `/pl/my/${id}`, { person: owner, form: { intent: 'confirm' }, ...late })).status).toBe(303);
    expect((await visit(p, `/pl/organisations/${slug}`, late)).html).not.toContain('Dane niepotwierdzone od');
  });

  test('the history of an organisation at risk shows dates and nothing else', async () => {
    const { p, slug } = await scene();
    expect((await visit(p, `/pl/organisations/${slug}/history`)).html).toContain('Urząd zweryfikował wpis');
    await p.db.tx(async (tx) => void (await tx.update(tx.t.organisations).set({ safeMode: true })));
    const { html } = await visit(p, `/pl/organisations/${slug}/history`);
    expect(html).toContain('zmieniono wpis');
    expect(html).not.toContain('zweryfikował');
  });

  test('an owner changes roles and leaves; two officers hand an orphaned entry over, the old owner may object', async () => {
    const { p, officer, owner, id } = await scene();
    const ewa = await p.person({ memberships: [{ organisationId: id, role: 'editor', signatory: false }] });
    const member = `/pl/my/${id}/people/${ewa.id}`;
    expect((await visit(p, `/pl/my/${id}`, { person: owner })).html).toContain(member);
    expect(await send(p, member, owner, { intent: 'change', role: 'viewer' })).toBe(303);
    expect((await visit(p, `/pl/my/${id}`, { person: owner, form: { intent: 'leave' } })).status).toBe(409);
    const head = await p.person({ roles: ['head'] });
    const page = `/pl/office/organisations/${id}/hand-over`;
    expect(await send(p, page, officer, { intent: 'propose', email: ewa.email, reason: 'Właścicielka wyjechała, zarząd wskazał Ewę.' })).toBe(303);
    expect((await visit(p, page, { person: officer })).html).not.toContain('Zatwierdź przekazanie');
    const html = (await visit(p, page, { person: head })).html;
    const handOverId = /name="handOverId" value="([^"]+)"/.exec(html)?.[1];
    expect(await send(p, page, head, { intent: 'refuse', handOverId, reason: '' })).toBe(422);
    expect(await send(p, page, head, { intent: 'confirm', handOverId })).toBe(303);
    const letter = (await p.db.read.select().from(p.db.t.outbox)).find(({ template }) => template === 'handOver.confirmed');
    expect((await visit(p, letter?.link ?? '')).html).toContain('Zgłaszam sprzeciw');
    expect((await visit(p, `/pl/my/${id}`, { person: owner })).html).toContain('może się sprzeciwić');
    await finishHandOvers(p.as(system, { now: instantAt('2026-03-10', '00:00') }));
    expect((await listMembers(p.db.read, id)).find(({ personId }) => personId === ewa.id)).toMatchObject({ role: 'owner' });
    expect((await visit(p, letter?.link ?? '', { now: instantAt('2026-03-11', '10:00') })).html).toContain('Czas na sprzeciw minął');
    expect((await visit(p, '/pl/hand-over/nikt')).status).toBe(404);
  });

  test('only officers reach the desks of the registry', async () => {
    const { p, officer, owner, id } = await scene();
    for (const path of ['changes', 'claims', 'duplicates', 'suggestions', `organisations/${id}/life`, `organisations/${id}/hand-over`, `duplicates/${id}/${id}`]) {
      expect((await visit(p, `/pl/office/${path}`, { person: owner })).status).toBe(403);
      expect((await visit(p, `/pl/office/${path}`, { person: officer })).status).toBe(200);
    }
    await setAside(p.as(officer), id, { step: 'archive', reason });
  });
});
