import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '~/access/actor';
import { acceptChange, findOpenChange, getChange, requestChange, returnChange, withdrawChange } from '~/modules/organisations/changes.server';
import { registerOrganisation, returnOrganisation, saveOwnData, submitOrganisation } from '~/modules/organisations/commands.server';
import { OwnDataForm } from '~/modules/organisations/forms';
import { addressNow, listHistory } from '~/modules/organisations/history.server';
import { confirmEntry, remindToConfirm, restoreOrganisation, setAside } from '~/modules/organisations/lifecycle.server';
import { getOrganisation, getPublicOrganisation } from '~/modules/organisations/queries.server';
import { confirmationOf, notConfirmedSince } from '~/modules/organisations/rules-of-life';
import { answerSuggestion, getSuggestion, listOpenSuggestions, suggestCorrection } from '~/modules/organisations/suggestions.server';
import { Forbidden, Gone, NotFound, TooMany } from '~/shared/errors';
import { syntheticKrs, syntheticNip } from '~/shared/identifiers';
import { instantAt } from '~/shared/time';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { afresh, form, typed, verified } from './entries';

const reason = 'Statut wygasł, prosimy o wyjaśnienie.';

async function mails(p: Portal, template: string) {
  const rows = await p.db.read.select().from(p.db.t.outbox);
  return rows.filter((mail) => mail.template === template).map(({ toEmail, lang, params, link }) => ({ toEmail, lang, params, link }));
}

const wanted = (number: number, more: Record<string, unknown> = {}) => ({
  name: `Fundacja Spotkanie ${number}`, legalForm: 'foundation' as const, krs: syntheticKrs(number), nip: syntheticNip(number), regon: undefined,
  registerNumber: undefined, registerAuthority: undefined, note: 'Zmiana wpisana do KRS w lutym.', ...more,
});

describe('the year of an entry', () => {
  const at = (day: string) => instantAt(day as never, '12:00');
  test.each([
    ['2027-01-30', null], ['2027-01-31', 'month'], ['2027-02-22', 'month'], ['2027-02-23', 'week'], ['2027-03-02', 'week'], ['2027-03-03', 'over'],
  ])('confirmed on 2 March 2026, on %s the portal says: %s', (day, stage) => expect(confirmationOf(at('2026-03-02'), at(day)).stage).toBe(stage));
  test('only a verified entry can be visibly unconfirmed', () => {
    expect(notConfirmedSince({ status: 'verified', confirmedAt: at('2026-03-02') }, at('2027-03-03'))).toBe('2026-03-02');
    expect(notConfirmedSince({ status: 'verified', confirmedAt: at('2026-03-02') }, at('2027-03-02'))).toBeNull();
    expect(notConfirmedSince({ status: 'unclaimed', confirmedAt: null }, at('2027-03-03'))).toBeNull();
  });
});

eachEngine((engine) => {
  async function scene(number = 1) {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    return { p, officer, ...(await verified(p, officer, number)) };
  }

  test('an officer suspends an entry with a reason, the owner reads it, everybody else learns that it is no longer listed', async () => {
    const { p, officer, owner, id, slug } = await scene();
    await expect(setAside(p.as(owner), id, { step: 'suspend', reason })).rejects.toThrow(Forbidden);
    await setAside(p.as(officer), id, { step: 'suspend', reason });
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ status: 'suspended', statusReason: reason, statusBefore: 'verified' });
    expect(await mails(p, 'organisation.suspended')).toMatchObject([{ toEmail: owner.email, params: { reason } }]);
    await expect(getPublicOrganisation(p.db.read, slug)).rejects.toThrow(NotFound);
    await expect(addressNow(p.db.read, slug)).rejects.toThrow(Gone);
    await setAside(p.as(officer), id, { step: 'archive', reason });
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ status: 'archived', statusBefore: 'verified' });
    await restoreOrganisation(p.as(officer), id, { reason: 'Wyjaśniono, statut jest ważny.' });
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ status: 'verified', statusReason: null, statusBefore: null });
    expect(await addressNow(p.db.read, slug)).toBeNull();
    await expect(restoreOrganisation(p.as(officer), id, { reason })).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('an entry that was never public leaves no trace for everybody', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const anna = await p.person();
    const { id, slug } = await registerOrganisation(p.as(anna), form(1));
    const owner = await afresh(p, anna);
    await expect(setAside(p.as(officer), id, { step: 'suspend', reason })).rejects.toMatchObject({ code: 'wrongState' });
    await submitOrganisation(p.as(owner), id);
    await returnOrganisation(p.as(officer), id, { reason: 'Popraw numer REGON, nie zgadza się.' });
    await setAside(p.as(officer), id, { step: 'archive', reason });
    await expect(addressNow(p.db.read, slug)).rejects.toThrow(NotFound);
    expect(await listHistory(p.db.read, { id, safeMode: false })).toEqual([]);
  });

  test('nobody sets aside an entry of their own organisation', async () => {
    const { p, id } = await scene();
    const both = await p.person({ roles: ['officer'], memberships: [{ organisationId: id, role: 'viewer', signatory: false }] });
    await expect(setAside(p.as(both), id, { step: 'suspend', reason })).rejects.toMatchObject({ code: 'fourEyes' });
  });

  test('a change of verified data waits for an officer; accepted, it is public and the old address leads to the new one', async () => {
    const { p, officer, owner, id, slug } = await scene();
    const change = await requestChange(p.as(owner), id, wanted(1, { name: 'Fundacja Nowe Spotkanie' }));
    expect((await getOrganisation(p.db.read, id)).name).toBe('Fundacja Spotkanie 1');
    expect(await getChange(p.db.read, change)).toMatchObject({ before: { name: 'Fundacja Spotkanie 1' }, after: { name: 'Fundacja Nowe Spotkanie' }, status: 'open' });
    await expect(requestChange(p.as(owner), id, wanted(1, { name: 'Inna' }))).rejects.toMatchObject({ code: 'change.already' });
    await expect(acceptChange(p.as(owner), change)).rejects.toThrow(Forbidden);
    await acceptChange(p.as(officer, { now: instantAt('2026-03-04', '10:00') }), change);
    const after = await getOrganisation(p.db.read, id);
    expect(after).toMatchObject({ name: 'Fundacja Nowe Spotkanie', slug: 'fundacja-nowe-spotkanie', status: 'verified' });
    expect(after.searchText).toContain('nowe');
    expect(await addressNow(p.db.read, slug)).toBe('fundacja-nowe-spotkanie');
    expect(await addressNow(p.db.read, 'fundacja-nowe-spotkanie')).toBeNull();
    expect((await listHistory(p.db.read, after))[0]).toMatchObject({ kind: 'register', fields: ['name'] });
    expect(await mails(p, 'change.accepted')).toMatchObject([{ toEmail: owner.email }]);
    await expect(acceptChange(p.as(officer), change)).rejects.toMatchObject({ code: 'wrongState' });
    const other = await p.person();
    expect((await registerOrganisation(p.as(other), form(2, { name: 'Fundacja Spotkanie 1' }))).slug).not.toBe(slug);
  });

  test('a change without a difference, with a number of somebody else, or of an unverified entry is refused', async () => {
    const { p, officer, owner, id } = await scene();
    await verified(p, officer, 2);
    await expect(requestChange(p.as(owner), id, wanted(1))).rejects.toMatchObject({ code: 'change.nothing' });
    await expect(requestChange(p.as(owner), id, wanted(1, { krs: syntheticKrs(2) }))).rejects.toMatchObject({ code: 'organisation.krsTaken', field: 'krs' });
    await expect(requestChange(p.as(owner), id, wanted(1, { krs: undefined }))).rejects.toMatchObject({ violations: [{ code: 'organisation.krsNeeded' }] });
    const editor = await p.person({ memberships: [{ organisationId: id, role: 'editor', signatory: false }] });
    await expect(requestChange(p.as(editor), id, wanted(1, { name: 'Inna' }))).rejects.toThrow(Forbidden);
    await setAside(p.as(officer), id, { step: 'suspend', reason });
    await expect(requestChange(p.as(owner), id, wanted(1, { name: 'Inna' }))).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('a returned change tells why and leaves the entry; a withdrawn one is gone', async () => {
    const { p, officer, owner, id } = await scene();
    const first = await requestChange(p.as(owner), id, wanted(1, { name: 'Fundacja Inna' }));
    await returnChange(p.as(officer), first, { reason: 'W KRS jest inna nazwa.' });
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ name: 'Fundacja Spotkanie 1' });
    expect(await mails(p, 'change.returned')).toMatchObject([{ toEmail: owner.email, params: { reason: 'W KRS jest inna nazwa.' } }]);
    const second = await requestChange(p.as(owner), id, wanted(1, { krs: syntheticKrs(9) }));
    await withdrawChange(p.as(owner), second);
    expect(await findOpenChange(p.db.read, id)).toBeUndefined();
    await expect(acceptChange(p.as(officer), second)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('a new court number has to be asked of the register again', async () => {
    const { p, officer, owner, id } = await scene();
    await p.db.tx(async (tx) => void (await tx.update(tx.t.organisations).set({ registerStanding: 'active', registerAskedAt: monday }).where(eq(tx.t.organisations.id, id))));
    await acceptChange(p.as(officer), await requestChange(p.as(owner), id, wanted(1, { krs: syntheticKrs(9) })));
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ krs: syntheticKrs(9), registerStanding: 'not_asked', registerAskedAt: null });
  });

  test('owners are reminded a month and a week before the year is over, and told once when it has passed', async () => {
    const { p, owner, id } = await scene();
    const night = (day: string) => remindToConfirm(p.as(system, { now: instantAt(day as never, '03:00') }));
    expect(await night('2027-01-15')).toBe(0);
    expect(await night('2027-01-31')).toBe(1);
    expect(await night('2027-02-01')).toBe(0);
    expect(await night('2027-02-23')).toBe(1);
    expect(await night('2027-02-24')).toBe(0);
    expect(await night('2027-03-03')).toBe(1);
    expect(await night('2027-03-04')).toBe(0);
    expect((await mails(p, 'organisation.confirmSoon')).map(({ params }) => params)).toMatchObject([{ n: 30 }, { n: 7 }]);
    expect(await mails(p, 'organisation.confirmationOver')).toMatchObject([{ toEmail: owner.email }]);
    expect((await listHistory(p.db.read, { id, safeMode: false }))[0]).toMatchObject({ kind: 'unconfirmed' });
    await expect(remindToConfirm(p.as(owner))).rejects.toThrow(Forbidden);
    const later = instantAt('2027-03-05', '10:00');
    await confirmEntry(p.as(owner, { now: later }), id);
    expect(notConfirmedSince(await getOrganisation(p.db.read, id), later)).toBeNull();
    expect(await night('2028-02-10')).toBe(1);
  });

  test('after a long stop only the last word is said', async () => {
    const { p } = await scene();
    expect(await remindToConfirm(p.as(system, { now: instantAt('2028-01-01', '03:00') }))).toBe(1);
    expect(await mails(p, 'organisation.confirmSoon')).toEqual([]);
    expect(await mails(p, 'organisation.confirmationOver')).toHaveLength(1);
  });

  test('an editor confirms with one button, a viewer cannot', async () => {
    const { p, id } = await scene();
    const editor = await p.person({ memberships: [{ organisationId: id, role: 'editor', signatory: false }] });
    const viewer = await p.person({ memberships: [{ organisationId: id, role: 'viewer', signatory: false }] });
    await expect(confirmEntry(p.as(viewer), id)).rejects.toThrow(Forbidden);
    await confirmEntry(p.as(editor, { now: instantAt('2026-06-01', '10:00') }), id);
    expect((await getOrganisation(p.db.read, id)).confirmedAt).toEqual(instantAt('2026-06-01', '10:00'));
  });

  test('the history names the parts that look different to everybody, and never one that is hidden', async () => {
    const { p, owner, id } = await scene();
    const save = (more: Record<string, unknown>, day: string) => saveOwnData(p.as(owner, { now: instantAt(day as never, '10:00') }), id, OwnDataForm.parse(typed(1, more)));
    await save({ phone: '12 000 00 00', descriptions: { pl: 'Uczymy polskiego i pomagamy w urzędach.' } }, '2026-04-01');
    await save({ phone: '12 000 00 00', descriptions: { pl: 'Uczymy polskiego i pomagamy w urzędach.' }, account: '74999000090000000000000001', minSignatures: '2' }, '2026-04-02');
    const hidden = { phone: '12 000 00 00', descriptions: { pl: 'Uczymy polskiego i pomagamy w urzędach.' }, addressVisibility: 'hidden' };
    await save(hidden, '2026-04-03');
    await save({ ...hidden, street: 'ul. Inna 5', district: 'debniki' }, '2026-04-04');
    const history = await listHistory(p.db.read, { id, safeMode: false });
    expect(history.map(({ kind, fields }) => [kind, fields])).toEqual([['edited', ['address']], ['edited', ['contact', 'descriptions']], ['verified', []]]);
    expect(JSON.stringify(await p.db.read.select().from(p.db.t.entryChanges))).not.toContain('Inna');
    expect((await listHistory(p.db.read, { id, safeMode: true })).map(({ kind, fields }) => [kind, fields])).toEqual([[null, []], [null, []], [null, []]]);
  });

  test('anybody suggests a correction; the answer goes to the address, which is then forgotten', async () => {
    const { p, officer, owner, id } = await scene();
    const anyone = { kind: 'anonymous' as const };
    const text = 'Telefon jest nieaktualny, proszę sprawdzić.';
    const first = await suggestCorrection(p.as(anyone, { lang: 'uk' }), id, { topic: 'contact', text, email: 'sasiad@example.org' });
    await suggestCorrection(p.as(anyone), id, { topic: 'other', text, email: undefined });
    expect((await listOpenSuggestions(p.db.read)).map(({ topic }) => topic)).toHaveLength(2);
    await expect(answerSuggestion(p.as(owner), first, { outcome: 'taken', answer: 'Dziękujemy.' })).rejects.toThrow(Forbidden);
    await answerSuggestion(p.as(officer), first, { outcome: 'taken', answer: 'Dziękujemy, poprosiliśmy o zmianę.' });
    expect(await mails(p, 'suggestion.answered')).toMatchObject([{ toEmail: 'sasiad@example.org', lang: 'uk', params: { answer: 'Dziękujemy, poprosiliśmy o zmianę.' } }]);
    expect(await mails(p, 'suggestion.passedOn')).toMatchObject([{ toEmail: owner.email, params: { text } }]);
    expect(await getSuggestion(p.db.read, first)).toMatchObject({ status: 'taken', email: null });
    await expect(answerSuggestion(p.as(officer), first, { outcome: 'taken', answer: 'Jeszcze raz to samo.' })).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('suggestions from one network are counted, and only a public entry takes them', async () => {
    const { p, officer, id } = await scene();
    const from = { ...p.as({ kind: 'anonymous' }), ip: '203.0.113.9' };
    const send = () => suggestCorrection(from, id, { topic: 'other', text: 'Coś się tu nie zgadza.', email: undefined });
    for (let i = 0; i < 5; i += 1) await send();
    await expect(send()).rejects.toThrow(TooMany);
    await setAside(p.as(officer), id, { step: 'suspend', reason });
    await expect(suggestCorrection(p.as({ kind: 'anonymous' }), id, { topic: 'other', text: 'Coś się tu nie zgadza.', email: undefined })).rejects.toThrow(NotFound);
  });
});
