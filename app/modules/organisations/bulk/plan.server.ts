import { setImmediate as breathe } from 'node:timers/promises';
import { inArray, isNull } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { words } from '~/shared/text';
import type { ImportColumn, ImportValues, RowProblem, Verdict } from '../content-of-imports';
import type { Organisation } from '../queries.server';
import type { Candidate } from '../rules-of-duplicates';
import { Lookalikes } from './alike';
import { changesTo } from './columns-of';
import type { ReadRow } from './values';

type Known = Candidate & { slug: string };
export type PlannedRow = ReadRow & { verdict: Verdict; entryId: string | null; changes: string[] };

const batch = 250;
const nameOf = (name: string) => words(name).join(' ');
const cut = (regon: string | null | undefined) => regon?.slice(0, 9);

async function readRegistry(read: Read) {
  const { organisations: o } = read.t;
  const entries: Known[] = await read
    .select({ id: o.id, slug: o.slug, name: o.name, shortName: o.shortName, krs: o.krs, nip: o.nip, regon: o.regon, website: o.website, email: o.email, status: o.status })
    .from(o)
    .where(isNull(o.mergedInto));
  const by = (key: (entry: Known) => string | null | undefined) => new Map(entries.flatMap((entry) => (key(entry) ? [[key(entry) as string, entry] as const] : [])));
  const names = new Map<string, Known[]>();
  const alike = new Lookalikes<Known>();
  for (const entry of entries.filter(({ status }) => status !== 'draft')) {
    const name = nameOf(entry.name);
    names.set(name, [...(names.get(name) ?? []), entry]);
    alike.add(entry);
  }
  return { krs: by(({ krs }) => krs), nip: by(({ nip }) => nip), regon: by(({ regon }) => cut(regon)), slug: by(({ slug }) => slug), names, alike };
}
type Registry = Awaited<ReturnType<typeof readRegistry>>;

async function readEntries(read: Read, ids: readonly string[]): Promise<Map<string, Organisation>> {
  const found = new Map<string, Organisation>();
  for (let at = 0; at < ids.length; at += batch)
    for (const entry of await read.select().from(read.t.organisations).where(inArray(read.t.organisations.id, ids.slice(at, at + batch)))) found.set(entry.id, entry);
  return found;
}

const differ = (a: string | null | undefined, b: string | null | undefined) => Boolean(a) && Boolean(b) && a !== b;

function matchOf(registry: Registry, values: ImportValues): Known[] {
  const { krs, nip, regon, entrySlug, name } = values;
  const numbered = [krs && registry.krs.get(krs), nip && registry.nip.get(nip), regon && registry.regon.get(cut(regon) ?? ''), entrySlug && registry.slug.get(entrySlug)];
  const found = new Map(numbered.flatMap((entry) => (entry ? [[entry.id, entry] as const] : [])));
  if (found.size > 0) return [...found.values()];
  const named = (registry.names.get(nameOf(name)) ?? []).filter((entry) => !differ(entry.krs, krs) && !differ(entry.nip, nip));
  // Several entries of one name: whose row it is cannot be told.
  return named.length === 1 ? named : [];
}

const candidate = ({ name, shortName, krs, nip, regon, website, email }: ImportValues): Candidate => ({
  id: '', status: 'unclaimed', name, shortName: shortName ?? null, krs: krs ?? null, nip: nip ?? null, regon: regon ?? null, website: website ?? null, email: email ?? null,
});

/** Rows of one file that speak of the same organisation. */
class Earlier {
  private readonly rows = new Map<string, number>();
  private readonly named = new Map<string, { row: number; values: ImportValues }>();
  private readonly alike = new Lookalikes<Candidate & { row: number }>();

  /** The earlier row with a number, an entry or a name of this one, and where it stands. */
  twinOf(values: ImportValues, entryId: string | null): { row: number; column: ImportColumn } | undefined {
    for (const [column, key] of keysOf(values, entryId)) {
      const row = this.rows.get(key);
      if (row !== undefined) return { row, column };
    }
    const named = this.named.get(nameOf(values.name));
    return named && !differ(named.values.krs, values.krs) && !differ(named.values.nip, values.nip) ? { row: named.row, column: 'name' } : undefined;
  }

  lookalikeOf(values: ImportValues) {
    return this.alike.find(candidate(values))?.second;
  }

  add(row: number, values: ImportValues, entryId: string | null): void {
    for (const [, key] of keysOf(values, entryId)) this.rows.set(key, row);
    this.named.set(nameOf(values.name), { row, values });
    this.alike.add({ ...candidate(values), row });
  }
}

function keysOf({ krs, nip, regon }: ImportValues, entryId: string | null): [ImportColumn, string][] {
  const keys: [ImportColumn, string | null | undefined][] = [['krs', krs && `k ${krs}`], ['nip', nip && `n ${nip}`], ['regon', regon && `r ${regon}`], ['name', entryId && `e ${entryId}`]];
  return keys.flatMap(([column, key]): [ImportColumn, string][] => (key ? [[column, key]] : []));
}

/** What would happen with each row, given the registry as it is now; nothing is written. */
export async function planRows(read: Read, rows: readonly ReadRow[]): Promise<PlannedRow[]> {
  const registry = await readRegistry(read);
  const matches = rows.map(({ values }) => (values ? matchOf(registry, values) : []));
  const unclaimed = matches.flatMap(([entry]) => (entry?.status === 'unclaimed' ? [entry.id] : []));
  const entries = await readEntries(read, [...new Set(unclaimed)]);
  const earlier = new Earlier();
  const planned: PlannedRow[] = [];
  for (const [i, row] of rows.entries()) {
    // Thousands of rows are compared; other requests get their turn in between.
    if (i % 100 === 99) await breathe();
    planned.push(planRow(row, matches[i] ?? [], { registry, entries, earlier }));
  }
  return planned;
}

// A draft is its organisation's own until it is handed in.
const saidName = ({ name, status }: Known) => (status === 'draft' ? '…' : name);

type Surroundings = { registry: Registry; entries: Map<string, Organisation>; earlier: Earlier };

function planRow(row: ReadRow, match: Known[], { registry, entries, earlier }: Surroundings): PlannedRow {
  const { values } = row;
  const nothing = { ...row, entryId: null, changes: [] };
  if (!values) return { ...nothing, verdict: 'error' };
  const wrong = (problem: RowProblem): PlannedRow => ({ ...nothing, verdict: 'error', problems: [problem] });
  const [entry, other] = match;
  if (entry && other) return wrong({ column: null, value: '', code: 'import.twoEntries', params: { first: saidName(entry), second: saidName(other) } });
  const twin = earlier.twinOf(values, entry?.id ?? null);
  if (twin) return wrong({ column: twin.column, value: String(values[twin.column as 'krs'] ?? values.name), code: 'import.rowTwice', params: { row: twin.row } });
  const like = earlier.lookalikeOf(values);
  earlier.add(row.row, values, entry?.id ?? null);
  if (entry) {
    const before = entries.get(entry.id);
    const known = { ...nothing, entryId: entry.status === 'draft' ? null : entry.id };
    if (!before) return { ...known, verdict: 'same', notes: [...row.notes, { column: null, value: '', code: 'import.notOurs' }] };
    const changes = Object.keys(changesTo(before, values));
    return { ...known, changes, verdict: changes.length > 0 ? 'update' : 'same' };
  }
  const suspect = registry.alike.find(candidate(values));
  const doubts: RowProblem[] = [
    ...(suspect ? [{ column: null, value: '', code: 'import.alikeEntry' as const, params: { name: suspect.second.name, entry: suspect.second.id } }] : []),
    ...(like ? [{ column: null, value: '', code: 'import.alikeRow' as const, params: { name: like.name, row: like.row } }] : []),
  ];
  return { ...nothing, verdict: doubts.length > 0 ? 'alike' : 'new', notes: [...row.notes, ...doubts] };
}
