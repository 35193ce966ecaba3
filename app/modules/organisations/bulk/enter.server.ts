import { setImmediate as breathe } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { recordEach, type Happening } from '~/modules/audit/commands.server';
import { RuleViolation } from '~/shared/errors';
import { canonicalJson } from '~/shared/canonical-json';
import { newId, slugOf } from '~/shared/ids';
import { polishSortKey } from '~/shared/text';
import { facetRows, searchColumn } from '../entry.server';
import type { RowOutcome } from '../content-of-imports';
import { changesTo, newColumns } from './columns-of';
import { waiting } from './imports.server';
import { planRows, type PlannedRow } from './plan.server';
import { keepRows, listRows, type KeptRow } from './rows.server';
import { rewriteEntry } from './rewrite.server';
import { digestsOf, entriesOf } from './touched.server';
import type { ReadRow } from './values';

type Wish = { /** Which reading of the file was looked at. */ reading?: number | undefined; /** Although other rows have errors. */ onlyGood: boolean; /** Also rows that look like entries that are there. */ alike: boolean };
type Entered = { row: number; entryId: string; outcome: RowOutcome; before?: Record<string, unknown> };

const batch = 100;
const inBatches = <T>(all: readonly T[]) => Array.from({ length: Math.ceil(all.length / batch) }, (_, i) => all.slice(i * batch, (i + 1) * batch));

/** Enters the good rows of a file, all in one transaction; refuses where the registry is no longer what was looked at. */
export function enterImport(context: Context, id: string, { reading, onlyGood, alike }: Wish): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'organisation.importFile', {});
    const known = await waiting(tx, id);
    refuse(reading !== undefined && reading !== known.reading ? 'import.changedMeanwhile' : null);
    if (known.counts.error > 0 && !onlyGood) throw new RuleViolation('import.hasErrors', 'onlyGood', { n: known.counts.error });
    const seen = await listRows(tx, id);
    const planned = await planRows(tx, seen.map(asRead));
    refuse(planned.some((row, i) => isOther(row, seen[i])) ? 'import.changedMeanwhile' : null);
    const fresh = planned.filter(({ verdict }) => verdict === 'new' || (verdict === 'alike' && alike));
    const changed = planned.filter(({ verdict }) => verdict === 'update');
    refuse(fresh.length + changed.length === 0 ? 'import.nothing' : null);

    const entered = new Map([...(await addEntries(tx, context, fresh, known.origin)), ...(await changeEntries(tx, context, changed))].map((one) => [one.row, one]));
    const digests = await digestsOf(tx, [...entered.values()].map(({ entryId }) => entryId));
    await keepRows(tx, id, seen.map((row) => {
      const done = entered.get(row.row);
      return done ? { ...row, ...done, left: digests.get(done.entryId) ?? null } : row;
    }));
    await tx.update(tx.t.organisationImports).set({ status: 'done', content: null, doneBy: actorId(actor), doneAt: now }).where(eq(tx.t.organisationImports.id, id));
    const happened = [...entered.values()].map(({ entryId, outcome }): Happening => ({
      event: outcome === 'created' ? 'organisation.imported' : 'organisation.importChanged', subject: { kind: 'organisation', id: entryId }, detail: { import: id },
    }));
    await recordEach(tx, context, [...happened, { event: 'import.entered', subject: { kind: 'import', id }, detail: { created: fresh.length, changed: changed.length } }]);
  });
}

// What the registry had to say of a row is asked again; what stood in its cells has not changed.
const asRead = ({ row, name, values, problems, notes }: KeptRow): ReadRow => ({ row, name, values, problems: values ? [] : problems, notes: notes.filter(({ column }) => column !== null) });

const isOther = (now: PlannedRow, seen: PlannedRow | undefined) => !seen || now.verdict !== seen.verdict || now.entryId !== seen.entryId || canonicalJson(now.changes) !== canonicalJson(seen.changes);

/** Free addresses for many names at once. */
async function addressesFor(tx: Tx, names: readonly string[]): Promise<string[]> {
  const { organisations, formerSlugs } = tx.t;
  const taken = new Set((await tx.select({ slug: organisations.slug }).from(organisations)).map(({ slug }) => slug));
  for (const { slug } of await tx.select({ slug: formerSlugs.slug }).from(formerSlugs)) taken.add(slug);
  return names.map((name) => {
    const slug = slugOf(name, taken);
    taken.add(slug);
    return slug;
  });
}

async function addEntries(tx: Tx, { now }: Context, rows: readonly PlannedRow[], origin: string): Promise<Entered[]> {
  const { organisations, organisationFacets, entryChanges } = tx.t;
  const slugs = await addressesFor(tx, rows.map(({ values }) => values?.name ?? ''));
  const made = rows.flatMap((row, i) => {
    if (!row.values) return [];
    const entry = newColumns(row.values);
    return [{ row, entry: { id: newId(), slug: slugs[i] ?? '', status: 'unclaimed' as const, ...entry, searchText: searchColumn(entry), ledByCommunity: 'not_stated' as const, representation: { minSignatures: 1, text: '' }, source: origin, createdAt: now } }];
  });
  for (const part of inBatches(made)) {
    // Whoever only reads meanwhile is answered in between.
    await breathe();
    await tx.insert(organisations).values(part.map(({ entry }) => entry));
    await tx.insert(organisationFacets).values(part.flatMap(({ entry }) => facetRows(entry.id, entry)));
    await tx.insert(entryChanges).values(part.map(({ entry }) => ({ id: newId(), organisationId: entry.id, at: now, kind: 'listed' as const, fields: [] })));
  }
  return made.map(({ row: { row }, entry }) => ({ row, entryId: entry.id, outcome: 'created' }));
}

async function changeEntries(tx: Tx, context: Context, rows: readonly PlannedRow[]): Promise<Entered[]> {
  const entries = await entriesOf(tx, rows.flatMap(({ entryId }) => entryId ?? []));
  const changed: Entered[] = [];
  for (const { row, entryId, values } of rows) {
    const before = entries.get(entryId ?? '');
    if (!before || !values) continue;
    const changes = changesTo(before, values);
    await rewriteEntry(tx, context, before, { ...changes, ...(changes.name === undefined ? {} : { nameKey: polishSortKey(changes.name) }) });
    const kept = Object.keys(changes).map((column) => [column, before[column as keyof typeof changes]]);
    changed.push({ row, entryId: before.id, outcome: 'updated', before: { ...Object.fromEntries(kept), slug: before.slug } });
  }
  return changed;
}
