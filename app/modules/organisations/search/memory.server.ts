import { and, asc, desc, eq, gt, inArray, ne } from 'drizzle-orm';
import type { Database, Read } from '#db/open.server';
import { searchText as searchTextOf, words } from '~/shared/text';
import { isPublic, shownAddress } from '../rules';
import { SearchIndex, type Indexed } from './search-index';

type Memory = { index: SearchIndex; rows: Map<string, ListedRow>; seq: number; commits: number | undefined; at: Promise<void> };
const memories = new WeakMap<Database, Memory>();
// Beyond so many changed entries it is as quick to read all anew.
const mostAtOnce = 400;
const mostRows = 5000;
const batchSize = 1000;

/** The index of everything public as it is now, whichever process changed it: the audit log says which entries to read again. */
export async function directoryIndex(db: Database): Promise<SearchIndex> {
  let memory = memories.get(db);
  if (!memory) {
    memory = { index: new SearchIndex(), rows: new Map(), seq: -1, commits: undefined, at: Promise.resolve() };
    memories.set(db, memory);
  }
  const known = memory;
  const commits = db.commits();
  if (commits !== undefined && commits === known.commits) return known.index;
  // One at a time; whoever asks meanwhile gets what is read after they asked.
  known.at = known.at.catch(() => undefined).then(() => refresh(db, known));
  await known.at;
  return known.index;
}

async function refresh(db: Database, memory: Memory): Promise<void> {
  const { events } = db.t;
  const commits = db.commits();
  const [last] = await db.read.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1);
  const seq = last?.seq ?? 0;
  if (memory.seq < 0) memory.index = await SearchIndex.gather(everyEntry(db.read));
  else if (seq !== memory.seq) {
    const changed = await db.read
      .select({ id: events.subjectId, detail: events.detail })
      .from(events)
      .where(and(gt(events.seq, memory.seq), eq(events.subjectKind, 'organisation')))
      .orderBy(asc(events.seq));
    // An event about one entry may name another: a merger, a patron.
    const ids = [...new Set(changed.flatMap(({ id, detail }) => [id, ...Object.values(detail).filter((value) => typeof value === 'string' && value.length > 10)]))] as string[];
    if (ids.length > mostAtOnce) memory.index = await SearchIndex.gather(everyEntry(db.read));
    else if (ids.length > 0) memory.index.replace(ids, await readEntries(db.read, ids));
    if (ids.length > mostAtOnce) memory.rows.clear();
    else for (const id of ids) memory.rows.delete(id);
  }
  memory.seq = seq;
  memory.commits = commits;
}

/** What the list shows of an entry; the same object for as long as the entry does not change. */
export type ListedRow = Awaited<ReturnType<typeof readRows>>[number];

/** What the list shows of these entries, in the order of the keys; an entry that is gone is left out. Asked after the index, it is of the same state. */
export async function listedRows(db: Database, ids: readonly string[]): Promise<ListedRow[]> {
  const memory = memories.get(db);
  const known = memory?.rows ?? new Map<string, ListedRow>();
  const missing = ids.filter((id) => !known.has(id));
  const seq = memory?.seq;
  const read = new Map(missing.length === 0 ? [] : (await readRows(db.read, missing)).map((row) => [row.id, row]));
  // What was read while the data changed may be of the state before.
  const rows = ids.flatMap((id) => read.get(id) ?? known.get(id) ?? []);
  if (memory?.seq === seq) {
    if (known.size + read.size > mostRows) known.clear();
    for (const [id, row] of read) known.set(id, row);
  }
  return rows;
}

async function readRows(read: Read, ids: readonly string[]) {
  const { organisations: o } = read.t;
  const rows = await read
    .select({
      id: o.id, slug: o.slug, status: o.status, name: o.name, names: o.names, legalForm: o.legalForm, district: o.district,
      addressVisibility: o.addressVisibility, safeMode: o.safeMode, descriptions: o.descriptions, languages: o.languages, targetGroups: o.targetGroups,
      communityRoles: o.communityRoles, confirmedAt: o.confirmedAt, source: o.source, sourceNote: o.sourceNote,
    })
    .from(o)
    .where(inArray(o.id, [...ids]));
  return rows.map((row) => ({ ...row, district: shownAddress({ ...row, street: null, postcode: null }).district }));
}

/** All public entries as the index wants them, a thousand at a time. */
async function* everyEntry(read: Read): AsyncGenerator<Indexed[]> {
  const { organisations: o } = read.t;
  for (let last = ''; ; ) {
    const ids = (await read.select({ id: o.id }).from(o).where(gt(o.id, last)).orderBy(asc(o.id)).limit(batchSize)).map(({ id }) => id);
    if (ids.length === 0) return;
    yield readEntries(read, ids);
    last = ids.at(-1) ?? '';
  }
}

/** Public entries as the index wants them: what they hide is not among their words. */
async function readEntries(read: Read, ids: string[]): Promise<Indexed[]> {
  const { organisations: o, organisationFacets: f, services: s } = read.t;
  const [rows, facets, services] = await Promise.all([
    read
      .select({ id: o.id, status: o.status, nameKey: o.nameKey, name: o.name, names: o.names, shortName: o.shortName, searchText: o.searchText, confirmedAt: o.confirmedAt })
      .from(o)
      .where(inArray(o.id, ids)),
    read.select().from(f).where(inArray(f.organisationId, ids)),
    read.select({ organisationId: s.organisationId, kind: s.kind, names: s.names, descriptions: s.descriptions }).from(s).where(and(ne(s.status, 'ended'), inArray(s.organisationId, ids))),
  ]);
  const facetsOf = grouped(facets);
  const servicesOf = grouped(services);
  // Asked here: SQLite would go through all entries of a status.
  return rows.filter(({ status }) => isPublic(status)).map(({ id, nameKey, name, names, shortName, searchText: text, confirmedAt }) => {
    const offered = servicesOf.get(id) ?? [];
    const own = facetsOf.get(id) ?? [];
    return {
      id, nameKey,
      nameWords: searchWords([name, shortName, ...Object.values(names)]),
      words: [...new Set([...text.split(' ').filter(Boolean), ...searchWords(offered.flatMap((service) => [...Object.values(service.names), ...Object.values(service.descriptions)]))])],
      values: [...own.map(({ facet, value }) => `${facet}=${value}`), ...new Set(offered.map(({ kind }) => `need=${kind}`))],
      district: own.find(({ facet }) => facet === 'district')?.value ?? null,
      confirmedAt: confirmedAt?.getTime() ?? 0,
    };
  });
}

function grouped<Row extends { organisationId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.organisationId);
    if (group) group.push(row);
    else groups.set(row.organisationId, [row]);
  }
  return groups;
}

function searchWords(parts: readonly (string | null | undefined)[]): string[] {
  return words(searchTextOf(parts));
}
