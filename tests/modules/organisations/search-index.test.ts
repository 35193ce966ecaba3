import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, allBits, noBits, size, some } from '~/modules/organisations/search/bits';
import { SearchIndex, type Indexed, type Question } from '~/modules/organisations/search/search-index';
import { withinDistance } from '~/modules/organisations/search/spelling';

const word = fc.constantFrom('most', 'mosty', 'dom', 'domowy', 'klub', 'pomoc', 'prawna', 'zustricz', 'a');
const entry = fc.record({
  nameWords: fc.array(word, { maxLength: 3 }), more: fc.array(word, { maxLength: 4 }), district: fc.option(fc.constantFrom('podgorze', 'debniki', 'krowodrza')),
  languages: fc.subarray(['pl', 'uk', 'en']), confirmedAt: fc.nat(5),
});
const entries = fc.array(entry, { maxLength: 80 }).map((all) =>
  all.map(({ nameWords, more, district, languages, confirmedAt }, i): Indexed => ({
    id: `id-${i}`, nameKey: `${nameWords.join(' ')}`, nameWords, words: [...new Set([...nameWords, ...more])], district, confirmedAt,
    values: [...languages.map((language) => `language=${language}`), ...(district ? [`district=${district}`] : [])],
  })),
);
const question = fc.record({
  words: fc.array(word.chain((whole) => fc.nat(Math.max(0, whole.length - 2)).map((cut) => [whole.slice(0, whole.length - cut)])), { maxLength: 2 }),
  ticked: fc.record({ language: fc.subarray(['pl', 'uk']), district: fc.subarray(['podgorze', 'debniki']) }),
  sort: fc.constantFrom('name' as const, 'confirmed' as const, 'near' as const, 'relevance' as const), nearest: fc.constant(['debniki', 'podgorze', 'krowodrza']),
}) as fc.Arbitrary<Question>;

/** The same question answered by looking at every entry. */
function scan(all: readonly Indexed[], { words, ticked, sort, nearest }: Question) {
  const begins = (own: readonly string[], asked: readonly string[]) => own.some((one) => asked.some((start) => (start.length < 2 ? one === start : one.startsWith(start))));
  const fits = (one: Indexed, except?: string) =>
    words.every((asked) => begins(one.words, asked)) &&
    Object.entries(ticked).every(([facet, chosen]) => facet === except || chosen.length === 0 || chosen.some((value) => one.values.includes(`${facet}=${value}`)));
  const rank = (one: Indexed) => {
    if (sort === 'confirmed') return -one.confirmedAt;
    if (sort === 'near') return one.district ? nearest.indexOf(one.district) : nearest.length;
    return sort === 'relevance' && words.length > 0 && !words.every((asked) => begins(one.nameWords, asked)) ? 1 : 0;
  };
  const found = all
    .filter((one) => fits(one))
    .sort((a, b) => rank(a) - rank(b) || (a.nameKey < b.nameKey ? -1 : a.nameKey > b.nameKey ? 1 : a.id < b.id ? -1 : 1));
  const count = (facet: string, value: string) => all.filter((one) => fits(one, facet) && one.values.includes(`${facet}=${value}`)).length;
  return { ids: found.map(({ id }) => id), count };
}

describe('the index of the directory', () => {
  test('finds, counts and orders as somebody would who reads every entry', () => {
    fc.assert(
      fc.property(entries, question, (all, asked) => {
        // A word that nothing holds is taken for a slip of the finger; that is another test.
        fc.pre(asked.words.every((spellings) => all.some((one) => one.words.some((own) => spellings.some((start) => (start.length < 2 ? own === start : own.startsWith(start)))))));
        const truth = scan(all, asked);
        const index = new SearchIndex(all);
        const first = index.search(asked, 1, 7);
        const ids = Array.from({ length: first.pages }, (_, i) => index.search(asked, i + 1, 7).ids).flat();
        expect(first.total).toBe(truth.ids.length);
        expect(ids).toEqual(truth.ids);
        for (const [value, n] of first.counts) {
          const [facet = '', name = ''] = value.split('=');
          expect([value, n]).toEqual([value, truth.count(facet, name)]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('is the same after changes as one made anew', () => {
    fc.assert(
      fc.property(entries, entries, question, (before, after, asked) => {
        const index = new SearchIndex(before);
        index.replace(before.map(({ id }) => id), after);
        expect(index.search(asked, 1, 20)).toEqual(new SearchIndex(after).search(asked, 1, 20));
      }),
      { numRuns: 100 },
    );
  });

  test('is the same as one made anew when some entries say other things under their old names', () => {
    fc.assert(
      fc.property(entries, entries, fc.func(fc.boolean()), question, (before, others, chosen, asked) => {
        const fresh = before.flatMap((entry, i): Indexed[] => {
          const other = others[i];
          return other && chosen(i) ? [{ ...other, id: entry.id, nameKey: entry.nameKey }] : [];
        });
        const index = new SearchIndex(before);
        index.replace(fresh.map(({ id }) => id), fresh);
        const after = new SearchIndex(before.map((entry) => fresh.find(({ id }) => id === entry.id) ?? entry));
        for (const sort of ['name', 'confirmed', 'near', 'relevance'] as const) expect(index.search({ ...asked, sort }, 1, 20)).toEqual(after.search({ ...asked, sort }, 1, 20));
      }),
      { numRuns: 200 },
    );
  });

  test('is the same when its entries come in pieces, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(entries, question, async (all, asked) => {
        async function* pieces() {
          for (let at = all.length; at > 0; at -= 7) yield await Promise.resolve(all.slice(Math.max(0, at - 7), at));
        }
        expect((await SearchIndex.gather(pieces())).search(asked, 1, 20)).toEqual(new SearchIndex(all).search(asked, 1, 20));
      }),
      { numRuns: 50 },
    );
  });

  test.each([['zustriz', 'zustricz'], ['pomcc', 'pomoc'], ['prwana', 'prawna']])('“%s” is understood as “%s”', (typed, meant) => {
    const index = new SearchIndex([{ id: 'one', nameKey: meant, nameWords: [meant], words: [meant], values: [], district: null, confirmedAt: 0 }]);
    const found = index.search({ words: [[typed]], ticked: {}, sort: 'relevance', nearest: [] }, 1, 20);
    expect(found).toMatchObject({ ids: ['one'], spelled: [meant] });
  });

  test('a slip of the finger is found among all words as by looking at each', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'k', 'm', 'o', 'z', 'ж'), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 40 }), letters, (known, typed) => {
        fc.pre(!known.some((one) => one.startsWith(typed)));
        const index = new SearchIndex([{ id: 'one', nameKey: '', nameWords: [], words: known, values: [], district: null, confirmedAt: 0 }]);
        const near = known.filter((one) => withinDistance(typed, one, typed.length >= 8 ? 2 : 1)).sort().slice(0, 12);
        expect(index.search({ words: [[typed]], ticked: {}, sort: 'name', nearest: [] }, 1, 20).spelled).toEqual(near);
      }),
      { numRuns: 300 },
    );
  });

  test('a page beyond the last is the last', () => {
    const all = Array.from({ length: 45 }, (_, i): Indexed => ({ id: String(i), nameKey: String(i).padStart(3, '0'), nameWords: [], words: [], values: [], district: null, confirmedAt: 0 }));
    expect(new SearchIndex(all).search({ words: [], ticked: {}, sort: 'name', nearest: [] }, 1e9, 20)).toMatchObject({ total: 45, page: 3, pages: 3, ids: ['40', '41', '42', '43', '44'] });
  });
});

test('sets of bits hold exactly what was put in, and give it in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300), { maxLength: 100 }), fc.nat(120), fc.nat(30), (numbers, skip, count) => {
      const bits = noBits(301);
      for (const n of numbers) add(bits, n);
      expect(size(bits)).toBe(numbers.length);
      expect(some(bits, skip, count)).toEqual(numbers.toSorted((a, b) => a - b).slice(skip, skip + count));
    }),
  );
  for (const n of [0, 1, 31, 32, 33, 64]) expect(size(allBits(n))).toBe(n);
});

test.each([['kot', 'kot', 0, true], ['kot', 'kto', 1, true], ['kot', 'kod', 1, true], ['kot', 'koty', 1, true], ['kot', 'pies', 2, false], ['', 'ab', 1, false]])('%s to %s in %d: %s', (from, to, most, near) =>
  expect(withinDistance(from, to, most)).toBe(near),
);
