import { and, asc, count, eq, inArray, like, or, sql, type SQL } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { cleanText, searchText, words } from '~/shared/text';
import { publicStatuses, shownAddress } from './rules';

/** The ways to narrow the directory, in the order in which they stand beside the list. */
export const facets = ['language', 'group', 'district', 'role', 'form'] as const;
export type FacetName = (typeof facets)[number];

/** What a reader looks for: words, and the ticked values of each facet. */
export type Wanted = { q: string } & Record<FacetName, string[]>;

const mostWords = 8;
const pageSize = 20;

/** Reads what is wanted from the address; whatever a list does not know is passed over. */
export function wantedFrom(params: URLSearchParams, known: Record<FacetName, readonly string[]>): Wanted {
  const chosen = (facet: FacetName) => known[facet].filter((value) => params.getAll(facet).includes(value));
  const q = cleanText(params.get('q') ?? '').replace(/\s+/g, ' ').slice(0, 200);
  return { q, language: chosen('language'), group: chosen('group'), district: chosen('district'), role: chosen('role'), form: chosen('form') };
}

/** The address of the directory with these wishes. */
export function addressOf(wanted: Wanted): string {
  const params = new URLSearchParams(wanted.q ? { q: wanted.q } : {});
  for (const facet of facets) for (const value of wanted[facet]) params.append(facet, value);
  return params.size > 0 ? `?${params}` : '';
}

function matchingWords(read: Read, q: string): SQL | undefined {
  const { organisations } = read.t;
  if (q === '') return undefined;
  const asked = [...new Set(words(q))].slice(0, mostWords);
  if (asked.length === 0) return sql`1 = 0`;
  // The words hold only letters and digits, so no sign in them means anything to LIKE.
  const within = (word: string) =>
    word.length < 3 ? or(like(organisations.searchText, `${word}%`), like(organisations.searchText, `% ${word}%`)) : like(organisations.searchText, `%${word}%`);
  return and(...asked.map((word) => or(...searchText([word]).split(' ').map(within))));
}

/** What an entry must be to be found by these wishes. */
export function matching(read: Read, wanted: Wanted): SQL | undefined {
  const { organisations, organisationFacets } = read.t;
  const ticked = facets
    .filter((facet) => wanted[facet].length > 0)
    .map((facet) =>
      inArray(
        organisations.id,
        read
          .select({ id: organisationFacets.organisationId })
          .from(organisationFacets)
          .where(and(eq(organisationFacets.facet, facet), inArray(organisationFacets.value, wanted[facet]))),
      ),
    );
  return and(inArray(organisations.status, publicStatuses), matchingWords(read, wanted.q), ...ticked);
}

async function countMatching(read: Read, wanted: Wanted): Promise<number> {
  const [row] = await read.select({ n: count() }).from(read.t.organisations).where(matching(read, wanted));
  return Number(row?.n ?? 0);
}

/** How many entries each value of a facet would leave, all other wishes kept. */
async function countValues(read: Read, wanted: Wanted, facet: FacetName): Promise<Map<string, number>> {
  const { organisations, organisationFacets } = read.t;
  const rows = await read
    .select({ value: organisationFacets.value, n: count() })
    .from(organisationFacets)
    .innerJoin(organisations, eq(organisations.id, organisationFacets.organisationId))
    .where(and(eq(organisationFacets.facet, facet), matching(read, { ...wanted, [facet]: [] })))
    .groupBy(organisationFacets.value);
  return new Map(rows.map(({ value, n }) => [value, Number(n)]));
}

/** One page of the directory, in the order of the Polish alphabet, with the counts of every facet. */
export async function searchDirectory(read: Read, wanted: Wanted, askedPage: number) {
  const { organisations: o } = read.t;
  const total = await countMatching(read, wanted);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(askedPage, pages);
  const [rows, ...counts] = await Promise.all([
    read
      .select({
        id: o.id, slug: o.slug, status: o.status, name: o.name, names: o.names, legalForm: o.legalForm, district: o.district,
        addressVisibility: o.addressVisibility, safeMode: o.safeMode, descriptions: o.descriptions, languages: o.languages, targetGroups: o.targetGroups,
        communityRoles: o.communityRoles, confirmedAt: o.confirmedAt, source: o.source, sourceNote: o.sourceNote,
      })
      .from(o)
      .where(matching(read, wanted))
      .orderBy(asc(o.nameKey), asc(o.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    ...facets.map((facet) => countValues(read, wanted, facet)),
  ]);
  const shown = rows.map((row) => ({ ...row, district: shownAddress({ ...row, street: null, postcode: null }).district }));
  return { rows: shown, total, page, pages, counts: Object.fromEntries(facets.map((facet, i) => [facet, counts[i] ?? new Map()])) as Record<FacetName, Map<string, number>> };
}

/** When nothing was found: each single wish that can be given up, and how many entries that would bring. */
export async function loosened(read: Read, wanted: Wanted): Promise<{ without: FacetName | 'q'; value: string; wanted: Wanted; total: number }[]> {
  const ways = [
    ...(wanted.q ? [{ without: 'q' as const, value: wanted.q, wanted: { ...wanted, q: '' } }] : []),
    ...facets.flatMap((facet) =>
      wanted[facet].map((value) => ({ without: facet, value, wanted: { ...wanted, [facet]: wanted[facet].filter((one) => one !== value) } })),
    ),
  ].slice(0, 12);
  const counted = await Promise.all(ways.map(async (way) => ({ ...way, total: await countMatching(read, way.wanted) })));
  return counted.filter(({ total }) => total > 0);
}
