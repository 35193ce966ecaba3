import { expect, test } from 'vitest';
import { loosened, nothingWanted as nothing, searchDirectory, wantedFrom, type Wanted } from '~/modules/organisations/directory.server';
import { eachEngine, portal } from '../../support/portal';
import { verified } from './entries';

const known = { language: ['pl', 'uk', 'be'], group: [], district: ['podgorze', 'debniki'], role: [], form: [], need: [], field: [] };

test('whatever the list does not know is passed over', () => {
  const address = new URLSearchParams(`q=${'x'.repeat(10_000)}%00%07&district=podgorze&district=atlantis&colour=red`);
  expect(wantedFrom(address, known)).toEqual({ ...nothing, q: 'x'.repeat(200), sort: 'relevance', district: ['podgorze'] });
});

test.each([
  ['from=debniki', 'near', 'debniki'], ['from=debniki&sort=', 'near', 'debniki'], ['from=debniki&q=klub', 'near', 'debniki'], ['from=debniki&sort=name', 'name', 'debniki'],
  ['sort=near', 'name', ''], ['sort=near&q=klub', 'relevance', ''], ['from=atlantis', 'name', ''],
] as const)('%s is ordered by %s', (address, sort, from) => expect(wantedFrom(new URLSearchParams(address), known)).toMatchObject({ sort, from }));

eachEngine((engine) => {
  test('the directory is searched without regard to accents and alphabets, and narrowed by facets', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    await verified(p, officer, 1, { name: 'Łódź na Wiśle', languages: ['pl', 'be'], district: 'debniki' });
    await verified(p, officer, 2, { name: 'Klub Zustricz', names: { uk: 'Зустріч' } });
    await verified(p, officer, 3, { name: 'Громада Зустріч', addressVisibility: 'hidden' });
    await verified(p, officer, 4, { name: 'Pomoc 100%', legalForm: 'association' });
    const found = async (more: Partial<Wanted>, page = 1) => (await searchDirectory(p.db, { ...nothing, ...more }, page)).rows.map(({ name }) => name);

    expect(await found({ q: 'lodz' })).toEqual(['Łódź na Wiśle']);
    expect(await found({ q: 'WISLE łódź' })).toEqual(['Łódź na Wiśle']);
    expect(await found({ q: 'zustricz' })).toEqual(['Klub Zustricz', 'Громада Зустріч']);
    expect(await found({ q: 'Зустріч' })).toEqual(['Klub Zustricz', 'Громада Зустріч']);
    expect(await found({ q: '100%' })).toEqual(['Pomoc 100%']);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ q: '_' })).toEqual([]);
    expect(await found({ q: "' or 1=1 --" })).toEqual([]);

    expect(await found({ language: ['be'] })).toEqual(['Łódź na Wiśle']);
    expect(await found({ district: ['debniki', 'podgorze'] })).toEqual(['Klub Zustricz', 'Łódź na Wiśle', 'Pomoc 100%']);
    expect(await found({ form: ['association'], language: ['be'] })).toEqual([]);
    expect(await found({}, 1_000_000)).toHaveLength(4);

    const { counts, total } = await searchDirectory(p.db, { ...nothing, district: ['debniki'] }, 1);
    expect(total).toBe(1);
    expect(Object.fromEntries(counts.district)).toEqual({ debniki: 1, podgorze: 2 });
    expect(Object.fromEntries(counts.language)).toEqual({ pl: 1, be: 1 });

    const ways = await loosened(p.db, { ...nothing, q: 'klub', language: ['be'] });
    expect(ways.map(({ without, total: n }) => [without, n])).toEqual([['q', 1], ['language', 1]]);
  });
});
