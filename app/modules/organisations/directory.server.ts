import type { Database } from '#db/open.server';
import { districts } from '~/modules/programme/lists';
import { cleanText, searchText, words } from '~/shared/text';
import { facets, type FacetName, type Wanted } from './facets';
import { directoryIndex, listedRows } from './search/memory.server';
import { sorts, type Question } from './search/search-index';

export { facets, type FacetName, type Wanted } from './facets';

/** The whole directory, in the order of the alphabet. */
export const nothingWanted: Wanted = { q: '', sort: 'name', from: '', need: [], language: [], group: [], district: [], role: [], field: [], form: [] };

const mostWords = 8;
const pageSize = 20;

/** Reads what is wanted from the address; whatever a list does not know is passed over. */
export function wantedFrom(params: URLSearchParams, known: Record<FacetName, readonly string[]>): Wanted {
  const q = cleanText(params.get('q') ?? '').replace(/\s+/g, ' ').slice(0, 200);
  const asked = params.get('sort');
  const from = districts.find(({ slug }) => slug === params.get('from'))?.slug ?? '';
  const usual = q ? 'relevance' : 'name';
  // A district alone asks for what is near to it; an order that was asked for by name is kept.
  const sort = sorts.find((one) => one === asked) ?? (from ? 'near' : usual);
  const chosen = Object.fromEntries(facets.map((facet) => [facet, known[facet].filter((value) => params.getAll(facet).includes(value))]));
  return { q, from, sort: sort === 'near' && !from ? usual : sort, ...(chosen as Record<FacetName, string[]>) };
}

/** The address of the directory with these wishes. */
export function addressOf({ q, sort, from, ...chosen }: Wanted): string {
  const params = new URLSearchParams(q ? { q } : {});
  for (const facet of facets) for (const value of chosen[facet]) params.append(facet, value);
  if (sort !== (q ? 'relevance' : 'name')) params.set('sort', sort);
  if (sort === 'near' && from) params.set('from', from);
  return params.size > 0 ? `?${params}` : '';
}

/** The districts from the nearest to the farthest, by their centres. */
export function nearestTo(from: string): string[] {
  const centre = districts.find(({ slug }) => slug === from);
  if (!centre) return [];
  // At this latitude a degree of longitude is about two thirds of a degree of latitude.
  const far = ({ lat, lon }: { lat: number; lon: number }) => Math.hypot(lat - centre.lat, (lon - centre.lon) * 0.64);
  return districts.toSorted((a, b) => far(a) - far(b)).map(({ slug }) => slug);
}

function questionOf({ q, sort, from, ...ticked }: Wanted): Question | null {
  const asked = [...new Set(words(q))].slice(0, mostWords);
  // Signs alone are a question that nothing answers.
  if (q !== '' && asked.length === 0) return null;
  return { words: asked.map((word) => searchText([word]).split(' ')), ticked, sort, nearest: nearestTo(from) };
}

/** One page of the directory in the order that was asked for, with the counts of every facet. */
export async function searchDirectory(db: Database, wanted: Wanted, askedPage: number) {
  const index = await directoryIndex(db);
  const question = questionOf(wanted);
  const { ids, counts: found, ...answer } = question ? index.search(question, askedPage, pageSize) : { total: 0, page: 1, pages: 1, ids: [], counts: new Map<string, number>(), spelled: [] };
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Record<FacetName, Map<string, number>>;
  for (const [key, n] of found) {
    const [facet = '', value = ''] = [key.slice(0, key.indexOf('=')), key.slice(key.indexOf('=') + 1)];
    if (n > 0 && Object.hasOwn(counts, facet)) counts[facet as FacetName].set(value, n);
  }
  return { rows: await listedRows(db, ids), ...answer, counts };
}

/** Everything that fits, in the order that was asked for, by its keys. */
export async function listFound(db: Database, wanted: Wanted): Promise<string[]> {
  const index = await directoryIndex(db);
  const question = questionOf(wanted);
  return question ? index.search(question, 1, Math.max(1, index.size)).ids : [];
}

/** When nothing was found: each single wish that can be given up, and how many entries that would bring. */
export async function loosened(db: Database, wanted: Wanted): Promise<{ without: FacetName | 'q'; value: string; wanted: Wanted; total: number }[]> {
  const index = await directoryIndex(db);
  const ways = [
    ...(wanted.q ? [{ without: 'q' as const, value: wanted.q, wanted: { ...wanted, q: '', sort: 'name' as const } }] : []),
    ...facets.flatMap((facet) => wanted[facet].map((value) => ({ without: facet, value, wanted: { ...wanted, [facet]: wanted[facet].filter((one) => one !== value) } }))),
  ].slice(0, 12);
  return ways
    .map((way) => {
      const question = questionOf(way.wanted);
      return { ...way, total: question ? index.count(question) : 0 };
    })
    .filter(({ total }) => total > 0);
}
