import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous, system } from '~/access/actor';
import { enterImport } from '~/modules/organisations/bulk/enter.server';
import { undoImport } from '~/modules/organisations/bulk/undo.server';
import { nothingWanted, type Wanted } from '~/modules/organisations/directory.server';
import { hideOrganisation } from '~/modules/organisations/safe-mode.server';
import { confirmSearch, saveSearch, stopSearch, tellOfNewEntries } from '~/modules/organisations/saved-searches.server';
import { letterOf } from '~/modules/notifications/letter';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { visit } from '../../routes/support';
import { verified } from './entries';
import { brought, csv } from './import-cases';

const days = (n: number) => new Date(monday.getTime() + n * 24 * 3_600_000);
const letters = async (p: Portal) =>
  (await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template.startsWith('search.')).map((mail) => ({ ...mail, params: mail.params as Record<string, string>, link: mail.link ?? '' }));
const tell = (p: Portal, now: Date) => tellOfNewEntries(p.as(system, { now }));
const wish = (more: Partial<Wanted>): Wanted => ({ ...nothingWanted, ...more });

/** Somebody who asked for letters about a search and opened the link. */
async function subscribed(p: Portal, email: string, wanted: Wanted) {
  await saveSearch(p.as(anonymous, { lang: 'uk' }), { email, wanted });
  const mail = (await letters(p)).find(({ toEmail, template }) => toEmail === email && template === 'search.confirm');
  await confirmSearch(p.as(anonymous), mail?.link.split('/').at(-1) ?? '');
}

/** Entries that come into the directory from a file at a moment. */
async function listed(p: Portal, now: Date, ...names: string[]) {
  const officer = await p.person({ roles: ['officer'] });
  const { id } = await brought(p, officer, csv('nazwa;forma prawna;dzielnica;języki', ...names.map((name) => `${name};fundacja;Podgórze;ukraiński`)));
  await enterImport(p.as(officer, { now }), id, { onlyGood: false, alike: true });
  return { id, officer };
}

eachEngine((engine) => {
  test('a letter names what is new since the last one and fits, once, in the language of who asked', async () => {
    const p = await portal(engine);
    await listed(p, days(-1), 'Fundacja Dawna');
    await subscribed(p, 'a@example.org', wish({ q: 'zorza', district: ['podgorze'] }));
    await subscribed(p, 'b@example.org', wish({ district: ['debniki'] }));
    await subscribed(p, 'c@example.org', nothingWanted);
    await listed(p, days(0.5), 'Fundacja Zorza', 'Fundacja Kalina');
    expect(await tell(p, days(0.6))).toBe(0);
    expect(await tell(p, days(1.1))).toBe(2);
    expect(await tell(p, days(1.2))).toBe(0);
    const [first, second] = (await letters(p)).filter(({ template }) => template === 'search.found').toSorted((a, b) => (a.toEmail < b.toEmail ? -1 : 1));
    expect([first?.toEmail, first?.lang, first?.params.n, first?.link]).toEqual(['a@example.org', 'uk', 1, '/uk/organisations?q=zorza&district=podgorze']);
    const { subject, text } = letterOf(first as never, 'http://portal.test');
    expect(subject).toBe('1 нова організація в каталозі');
    expect(text).toContain('Fundacja Zorza: http://portal.test/uk/organisations/fundacja-zorza');
    expect(text).toContain('Слова: zorza; Район: XIII Podgórze');
    expect(text).not.toContain('Kalina');
    expect([second?.toEmail, second?.params.n]).toEqual(['c@example.org', 2]);
    // What comes later is told of later, without what was told.
    await listed(p, days(2), 'Fundacja Zorza Polarna');
    expect(await tell(p, days(3))).toBe(2);
    expect((await letters(p)).at(-1)?.params.list).not.toContain('fundacja-zorza\n');
  });

  test('what is taken back, hidden, or was there before is not told of', async () => {
    const p = await portal(engine);
    await subscribed(p, 'a@example.org', wish({ district: ['podgorze'] }));
    const { id, officer } = await listed(p, days(0.2), 'Fundacja Zorza');
    await undoImport(p.as(officer, { now: days(0.3) }), id);
    const { id: hidden, owner } = await verified(p, officer);
    await p.db.tx(async (tx) => void (await tx.update(tx.t.entryChanges).set({ at: days(0.4) }).where(eq(tx.t.entryChanges.organisationId, hidden))));
    await hideOrganisation(p.as(owner, { now: days(0.5) }), hidden);
    expect(await tell(p, days(2))).toBe(0);
  });

  test('nobody is written to who did not open the link, or not in a week, or who asked to stop', async () => {
    const p = await portal(engine);
    await saveSearch(p.as(anonymous), { email: 'never@example.org', wanted: nothingWanted });
    await saveSearch(p.as(anonymous), { email: 'late@example.org', wanted: nothingWanted });
    await subscribed(p, 'stops@example.org', nothingWanted);
    const late = (await letters(p)).find(({ toEmail }) => toEmail === 'late@example.org')?.link.split('/').at(-1) ?? '';
    await expect(confirmSearch(p.as(anonymous, { now: days(8) }), late)).rejects.toMatchObject({ code: 'search.linkOver' });
    await listed(p, days(0.5), 'Fundacja Zorza');
    expect(await tell(p, days(2))).toBe(1);
    const stop = (await letters(p)).at(-1)?.params.stop ?? '';
    await stopSearch(p.as(anonymous), stop.split('/').at(-1) ?? '');
    await expect(stopSearch(p.as(anonymous), stop.split('/').at(-1) ?? '')).rejects.toThrow('search');
    await listed(p, days(3), 'Fundacja Kalina');
    expect(await tell(p, days(9))).toBe(0);
    // Addresses that nobody confirmed are forgotten.
    expect(await p.db.read.$count(p.db.t.savedSearches)).toBe(0);
  });

  test('the same wish again brings no second letter once it is confirmed, and an address gets only a few in an hour', async () => {
    const p = await portal(engine);
    await subscribed(p, 'a@example.org', wish({ q: 'zorza', sort: 'relevance' }));
    await saveSearch(p.as(anonymous), { email: 'a@example.org', wanted: wish({ q: 'zorza', sort: 'confirmed' }) });
    expect(await letters(p)).toHaveLength(1);
    await saveSearch(p.as(anonymous), { email: 'a@example.org', wanted: nothingWanted });
    await expect(saveSearch(p.as(anonymous), { email: 'a@example.org', wanted: nothingWanted })).rejects.toMatchObject({ name: 'TooMany' });
  });

  test('two processes that come to the job at once write one letter', async () => {
    const p = await portal(engine);
    await subscribed(p, 'a@example.org', nothingWanted);
    await listed(p, days(0.5), 'Fundacja Zorza');
    const counts = await Promise.all([tell(p, days(2)), tell(p, days(2))]);
    expect(counts.toSorted()).toEqual([0, 1]);
  });

  test('from the directory to the letter and its end, without an account', async () => {
    const p = await portal(engine);
    const directory = await visit(p, '/pl/organisations?q=zorza&language=uk');
    expect(directory.html).toContain('href="/pl/organisations/save-search?q=zorza&amp;language=uk"');
    const path = '/pl/organisations/save-search?q=zorza&language=uk&bzdura=1';
    expect((await visit(p, path)).html).toMatch(/<dt>Słowa<\/dt><dd>zorza<\/dd>.*<dt>Język<\/dt><dd>ukraiński<\/dd>/);
    expect((await visit(p, path, { form: { intent: 'save', email: 'nie adres' } })).state?.errors[0]?.path).toBe('email');
    const { location } = await visit(p, path, { form: { intent: 'save', email: 'a@example.org' } });
    expect(location).toBe('/pl/organisations/save-search?q=zorza&language=uk&sent');
    expect((await visit(p, location)).html).toContain('Sprawdź pocztę');
    const [letter] = await letters(p);
    expect(JSON.stringify(letter?.params)).not.toContain('zorza');
    expect((await visit(p, letter?.link ?? '')).html).toContain('zorza');
    expect((await p.db.read.select().from(p.db.t.savedSearches))[0]?.confirmedAt).toBeNull();
    expect((await visit(p, letter?.link ?? '', { form: { intent: 'confirm' } })).location).toBe('/pl/organisations/save-search?confirmed');
    const [search] = await p.db.read.select().from(p.db.t.savedSearches);
    const stop = `/pl/organisations/save-search/stop/${search?.stopToken}`;
    expect((await visit(p, stop)).html).toContain('Jedno naciśnięcie');
    expect((await visit(p, stop, { form: { intent: 'stop' } })).location).toBe('/pl/organisations/save-search?stopped');
    expect((await visit(p, stop)).status).toBe(404);
  });
});
