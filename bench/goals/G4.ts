import { inArray } from 'drizzle-orm';
import { openDatabase, type Database } from '#db/open.server';
import { SearchIndex } from '~/modules/organisations/search/search-index';
import type { Goal } from '../compare';
import { benchFile } from '../data';
import { entry, kinds, p99, whole } from '../entries';

/** The twenty rows of a page by their keys, as the directory reads them; the same for every size. */
async function rowsOfPage(db: Database) {
  const { organisations: o } = db.t;
  const keys = Array.from({ length: 20 }, () => `bench${String(1 + whole(10_000)).padStart(21, '0')}`);
  return db.read.select({ id: o.id, slug: o.slug, name: o.name, names: o.names, descriptions: o.descriptions, languages: o.languages }).from(o).where(inArray(o.id, keys));
}

/** The slowest one in a hundred of all kinds and of prefixes, in milliseconds, the best of three tries for each question. */
async function measure(db: Database, size: number): Promise<{ all: number; prefix: number }> {
  const index = new SearchIndex(Array.from({ length: size }, (_, i) => entry(i)));
  const byKind: number[][] = [];
  for (const make of kinds) {
    const times: number[] = [];
    for (let i = 0; i < 100; i += 1) {
      const { words, ticked, page } = make(size);
      const tries: number[] = [];
      for (let k = 0; k < 3; k += 1) {
        const started = performance.now();
        index.search({ words: words.map((word) => [word]), ticked, sort: 'relevance', nearest: [] }, page, 20);
        await rowsOfPage(db);
        tries.push(performance.now() - started);
      }
      times.push(Math.min(...tries));
    }
    byKind.push(times);
  }
  return { all: p99(byKind.flat()), prefix: p99(byKind[7] ?? []) };
}

export const goal: Goal = {
  title: 'the search of the directory (rows, total, all counts): p99 at 100,000 entries at most 8 times that at 1,000, at a million at most 45 times, four letters within 20 ms there',
  async run() {
    const db = await openDatabase(await benchFile(10_000));
    const found = [];
    for (const size of [1000, 10_000, 100_000, 1_000_000]) found.push({ size, ...(await measure(db, size)) });
    await db.close();
    const [small, , large, largest] = found;
    const times = (one: { all: number } | undefined) => (one && small ? one.all / small.all : Infinity);
    return {
      lines: [
        ...found.map((one) => `  ${String(one.size).padStart(9)} entries: p99 ${one.all.toFixed(2)} ms (${times(one).toFixed(1)} times), four letters ${one.prefix.toFixed(2)} ms`),
      ],
      reached: times(large) <= 8 && times(largest) <= 45 && (largest?.prefix ?? Infinity) <= 20,
    };
  },
};
