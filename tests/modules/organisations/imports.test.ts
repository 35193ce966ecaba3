import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { addressNow } from '~/modules/organisations/history.server';
import { importPublicOrganisations } from '~/modules/organisations/import.server';
import { claimEntry } from '~/modules/organisations/claims.server';
import { enterImport } from '~/modules/organisations/bulk/enter.server';
import { dropImport, forgetUnused, readAgain } from '~/modules/organisations/bulk/imports.server';
import { countOutcomes, getImport } from '~/modules/organisations/bulk/queries.server';
import { listRows } from '~/modules/organisations/bulk/rows.server';
import { undoImport } from '~/modules/organisations/bulk/undo.server';
import { nothingWanted, searchDirectory } from '~/modules/organisations/directory.server';
import { writeExport } from '~/modules/organisations/export/write.server';
import { getPublicOrganisation } from '~/modules/organisations/queries.server';
import { syntheticKrs, syntheticNip, syntheticRegon } from '~/shared/identifiers';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { verified } from './entries';
import { brought, csv, inCodePage } from './import-cases';

const head = 'name;legal_form;krs;nip;regon;district;email;languages;description';
const row = (n: number, more = '') => `Stowarzyszenie ${['Zorza', 'Kalina', 'Jutrzenka', 'Wierzba', 'Mikołajek'][n % 5]} ${n};association;${syntheticKrs(n)};${syntheticNip(n)};${syntheticRegon(n)};XIII;kontakt${n}@example.org;polski, ukraiński;${more || `Opis ${n}`}`;
const found = async (p: Portal, q: string) => (await searchDirectory(p.db, { ...nothingWanted, q, sort: 'relevance' }, 1)).rows.map(({ name }) => name);

async function everyEntry(p: Portal) {
  const { organisations, organisationFacets } = p.db.t;
  const entries = await p.db.read.select().from(organisations).orderBy(asc(organisations.id));
  return JSON.stringify([entries, await p.db.read.select().from(organisationFacets).orderBy(asc(organisationFacets.organisationId), asc(organisationFacets.facet), asc(organisationFacets.value))]);
}

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    return { p, officer: await p.person({ roles: ['officer'] }) };
  }
  const wish = { onlyGood: false, alike: false };

  test('a file is shown row by row and changes no entry', async () => {
    const { p, officer } = await scene();
    await verified(p, officer, 3);
    const before = await everyEntry(p);
    const { id, rows } = await brought(p, officer, csv(head, row(1), `Zła;association;12;${syntheticNip(2)};;;;;`, `Inna nazwa;foundation;${syntheticKrs(3)};;;;;;`));
    expect(rows.map(({ row: at, verdict, problems }) => [at, verdict, problems.map(({ column, value, code }) => `${column} ${value} ${code}`)])).toEqual([
      [2, 'new', []], [3, 'error', ['krs 12 krs.format']], [4, 'same', []],
    ]);
    expect(rows[2]?.notes[0]?.code).toBe('import.notOurs');
    expect(await getImport(p.db.read, id)).toMatchObject({ status: 'previewed', counts: { error: 1, new: 1, same: 1 }, separator: ';', encoding: 'utf-8' });
    expect(await everyEntry(p)).toBe(before);
  });

  test('the good rows are entered at once, found at once, and a file with errors only when that is said', async () => {
    const { p, officer } = await scene();
    const { id } = await brought(p, officer, csv(head, row(1), row(2), 'X;association;;;;;;;'));
    await expect(enterImport(p.as(officer), id, wish)).rejects.toMatchObject({ code: 'import.hasErrors', field: 'onlyGood' });
    expect(await found(p, 'kalina')).toEqual([]);
    await enterImport(p.as(officer), id, { ...wish, onlyGood: true });
    expect(await found(p, 'kalina')).toEqual(['Stowarzyszenie Kalina 1']);
    expect(await getPublicOrganisation(p.db.read, 'stowarzyszenie-kalina-1')).toMatchObject({
      status: 'unclaimed', source: 'Wykaz testowy, 2026', district: 'podgorze', languages: ['pl', 'uk'], descriptions: { pl: 'Opis 1' }, city: 'Kraków', krs: syntheticKrs(1),
    });
    expect([...(await countOutcomes(p.db.read, id))].toSorted()).toEqual([['created', 2], ['none', 1]]);
    await expect(enterImport(p.as(officer), id, wish)).rejects.toMatchObject({ code: 'import.notWaiting' });
  });

  test('undoing removes what is new and restores what changed, and leaves what people touched since', async () => {
    const { p, officer } = await scene();
    const first = await brought(p, officer, csv(head, row(1), row(2)));
    await enterImport(p.as(officer), first.id, wish);
    const before = await everyEntry(p);
    const second = await brought(p, officer, csv(head, row(1, 'Nowy opis'), row(2), row(3), row(4)));
    expect(second.rows.map(({ verdict, changes }) => [verdict, changes])).toEqual([['update', ['descriptions']], ['same', []], ['new', []], ['new', []]]);
    await enterImport(p.as(officer), second.id, wish);
    expect((await getPublicOrganisation(p.db.read, 'stowarzyszenie-kalina-1')).descriptions.pl).toBe('Nowy opis');
    const { id: claimed } = await getPublicOrganisation(p.db.read, 'stowarzyszenie-mikolajek-4');
    await claimEntry(p.as(await p.person(), { now: new Date('2026-03-05T09:00:00Z') }), claimed, { position: 'Prezes', justification: 'To nasza organizacja, prowadzimy ją od lat.' });
    await undoImport(p.as(officer, { now: new Date('2026-03-06T09:00:00Z') }), second.id);
    expect((await listRows(p.db.read, second.id)).map(({ outcome }) => outcome)).toEqual(['restored', 'none', 'removed', 'left_claimed']);
    expect(await found(p, 'wierzba')).toEqual([]);
    expect(await found(p, 'mikołajek')).toEqual(['Stowarzyszenie Mikołajek 4']);
    const { organisations: o } = p.db.t;
    const now = (await p.db.read.select().from(o)).filter(({ id }) => id !== claimed).map(({ version: _version, ...entry }) => entry);
    const [entries] = JSON.parse(before) as [Record<string, unknown>[]];
    expect(JSON.parse(JSON.stringify(now.toSorted((a, b) => (a.id < b.id ? -1 : 1))))).toEqual(entries.map(({ version: _version, ...entry }) => entry));
    await expect(undoImport(p.as(officer), second.id)).rejects.toMatchObject({ code: 'import.notDone' });
    // The first import can still be taken back: what the second changed is as the first left it.
    await undoImport(p.as(officer, { now: new Date('2026-03-07T09:00:00Z') }), first.id);
    expect((await listRows(p.db.read, first.id)).map(({ outcome }) => outcome)).toEqual(['removed', 'removed']);
  });

  test('an entry changed by a later file is left by the undoing of the first', async () => {
    const { p, officer } = await scene();
    const first = await brought(p, officer, csv(head, row(1)));
    await enterImport(p.as(officer), first.id, wish);
    const second = await brought(p, officer, csv('nazwa,forma prawna,krs,opis', `Stowarzyszenie Nowa Nazwa,Stowarzyszenie,${syntheticKrs(1)},"Inaczej, dłużej"`));
    expect(second.rows[0]?.changes.toSorted()).toEqual(['descriptions', 'name']);
    await enterImport(p.as(officer), second.id, wish);
    await undoImport(p.as(officer), first.id);
    expect((await listRows(p.db.read, first.id)).map(({ outcome }) => outcome)).toEqual(['left_changed']);
    await undoImport(p.as(officer), second.id);
    expect(await getPublicOrganisation(p.db.read, 'stowarzyszenie-kalina-1')).toMatchObject({ name: 'Stowarzyszenie Kalina 1', descriptions: { pl: 'Opis 1' } });
  });

  test('an address of its own comes back with the name, and the one in between leads there', async () => {
    const { p, officer } = await scene();
    await importPublicOrganisations(p.as(system), [{ slug: 'zorza', name: 'Dom Zorza', nameEn: null, legalForm: 'foundation', website: null, street: null, postcode: null, district: null, fields: [], targetGroups: [], communities: [], source: 'x', note: null }]);
    const { id } = await brought(p, officer, csv('name,legal_form,address', 'Fundacja Dom Kaliny,foundation,http://portal.test/pl/organisations/zorza'));
    await enterImport(p.as(officer), id, wish);
    expect(await addressNow(p.db.read, 'zorza')).toBe('fundacja-dom-kaliny');
    await undoImport(p.as(officer), id);
    expect(await addressNow(p.db.read, 'zorza')).toBeNull();
    expect(await addressNow(p.db.read, 'fundacja-dom-kaliny')).toBe('zorza');
  });

  test('of two imports of the same file at once one is entered, the other told to look again', async () => {
    const { p, officer } = await scene();
    const files = [await brought(p, officer, csv(head, row(1), row(2))), await brought(p, officer, csv(head, row(1), row(2)))];
    const outcomes = await Promise.allSettled(files.map(({ id }) => enterImport(p.as(officer), id, wish)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'import.changedMeanwhile' } });
    const loser = files[outcomes.findIndex(({ status }) => status === 'rejected')]?.id ?? '';
    await readAgain(p.as(officer), loser, { encoding: 'utf-8' });
    expect((await listRows(p.db.read, loser)).map(({ verdict }) => verdict)).toEqual(['same', 'same']);
    await expect(enterImport(p.as(officer), loser, { ...wish, reading: 1 })).rejects.toMatchObject({ code: 'import.changedMeanwhile' });
    await expect(enterImport(p.as(officer), loser, { ...wish, reading: 2 })).rejects.toMatchObject({ code: 'import.nothing' });
    expect(await p.db.read.$count(p.db.t.organisations)).toBe(2);
  });

  test('the same import pressed twice is entered once', async () => {
    const { p, officer } = await scene();
    const { id } = await brought(p, officer, csv(head, row(1)));
    const outcomes = await Promise.allSettled([1, 2].map(() => enterImport(p.as(officer), id, wish)));
    expect(outcomes.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'import.notWaiting' } });
    expect(await p.db.read.$count(p.db.t.organisations)).toBe(1);
  });

  test('what is twice in the file, at odds with the registry, or like another entry is said at its row', async () => {
    const { p, officer } = await scene();
    const first = await brought(p, officer, csv(head, row(1), row(2)));
    await enterImport(p.as(officer), first.id, wish);
    const { id, rows } = await brought(p, officer, csv(
      head, row(3), `Zupełnie co innego;foundation;${syntheticKrs(3)};;;;;;`, `Numery dwóch;association;${syntheticKrs(1)};${syntheticNip(2)};;;;;`,
      `Fundacja Jutrzenki 2;association;${syntheticKrs(99)};;;;;;`, `Grupa Nasza;informal_group;${syntheticKrs(50)};;;;;;`,
    ));
    expect(rows.map(({ verdict, problems, notes }) => [verdict, ...[...problems, ...notes].map(({ code }) => code)])).toEqual([
      ['new'], ['error', 'import.rowTwice'], ['error', 'import.twoEntries'], ['alike', 'import.alikeEntry'], ['error', 'organisation.krsOfGroup'],
    ]);
    expect(rows[1]?.problems[0]).toMatchObject({ column: 'krs', value: syntheticKrs(3), params: { row: 2 } });
    await enterImport(p.as(officer), id, { onlyGood: true, alike: true });
    expect([...(await countOutcomes(p.db.read, id))].toSorted()).toEqual([['created', 2], ['none', 3]]);
  });

  test('what the directory gives out comes back without a change, guarded cells and all, in any language', async () => {
    const { p, officer } = await scene();
    const { id } = await brought(p, officer, csv(
      'name,legal_form,krs,phone,website,languages,target_groups,community_roles,street,postcode,district,description',
      `"=HYPERLINK(""http://x"") i Spółka",foundation,${syntheticKrs(7)},+48 12 000 00 00,example.org/x,uk;ru,forced_migrant,support,ul. Zmyślona 1,31-001,Podgórze,"-40% na wszystko, ""naprawdę"""`,
    ));
    await enterImport(p.as(officer), id, wish);
    const before = await everyEntry(p);
    const ids = (await p.db.read.select({ id: p.db.t.organisations.id }).from(p.db.t.organisations)).map((one) => one.id);
    for (const lang of ['pl', 'en', 'uk', 'de', 'ru'] as const) {
      const parts: Buffer[] = [];
      for await (const part of writeExport(p.db.read, { format: 'csv', chosen: ids, lang, origin: 'http://portal.test' })) parts.push(part);
      const file = Buffer.concat(parts);
      expect(file.toString()).toMatch(/,'\+48|"'=HYPER/);
      const again = await brought(p, officer, file);
      expect(again.rows.map(({ verdict, problems, changes }) => [verdict, problems, changes])).toEqual([['same', [], []]]);
      await dropImport(p.as(officer), again.id);
    }
    expect(await everyEntry(p)).toBe(before);
  });

  test('a file read in a wrong encoding is read again in the right one, without being brought again', async () => {
    const { p, officer } = await scene();
    const { id, rows } = await brought(p, officer, inCodePage('nazwa;forma prawna\nŁódź śpiewa;stowarzyszenie\n', 'iso-8859-2'));
    expect([rows[0]?.name, (await getImport(p.db.read, id)).encoding]).toEqual(['Łódź śpiewa', 'iso-8859-2']);
    await readAgain(p.as(officer), id, { encoding: 'windows-1250' });
    expect((await listRows(p.db.read, id))[0]?.name).not.toBe('Łódź śpiewa');
    await dropImport(p.as(officer), id);
    expect(await listRows(p.db.read, id)).toEqual([]);
    await expect(readAgain(p.as(officer), id, { encoding: 'utf-8' })).rejects.toMatchObject({ code: 'import.notWaiting' });
  });

  test('a file that nobody entered is forgotten after thirty days with its rows; one that was entered stays', async () => {
    const { p, officer } = await scene();
    const unused = await brought(p, officer, csv(head, row(1)));
    const used = await brought(p, officer, csv(head, row(2)));
    await enterImport(p.as(officer), used.id, { ...wish, alike: true });
    const after = (days: number) => new Date(monday.getTime() + days * 24 * 3_600_000);
    await forgetUnused(p.as(system, { now: after(29) }));
    expect(await listRows(p.db.read, unused.id)).toHaveLength(1);
    await forgetUnused(p.as(system, { now: after(31) }));
    expect(await listRows(p.db.read, unused.id)).toEqual([]);
    await expect(getImport(p.db.read, unused.id)).rejects.toThrow();
    expect((await getImport(p.db.read, used.id)).status).toBe('done');
  });

  test('only an officer imports; a head may take an import back', async () => {
    const { p, officer } = await scene();
    const [head1, finance] = [await p.person({ roles: ['head'] }), await p.person({ roles: ['finance'] })];
    const { id } = await brought(p, officer, csv(head, row(1)));
    for (const person of [head1, finance]) await expect(enterImport(p.as(person), id, wish)).rejects.toMatchObject({ name: 'Forbidden' });
    await enterImport(p.as(officer), id, wish);
    await expect(undoImport(p.as(finance), id)).rejects.toMatchObject({ name: 'Forbidden' });
    await undoImport(p.as(head1), id);
    expect(await p.db.read.$count(p.db.t.organisations)).toBe(0);
  });
});
