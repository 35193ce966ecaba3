import { eq, inArray, or } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { recordEach, type Happening } from '~/modules/audit/commands.server';
import { polishSortKey } from '~/shared/text';
import type { RowOutcome } from '../content-of-imports';
import type { Organisation } from '../queries.server';
import { getImport } from './queries.server';
import { rewriteEntry } from './rewrite.server';
import { keepRows, listRows, type KeptRow } from './rows.server';
import { askedAboutSince, digestOf, entriesOf, ownersAmong } from './touched.server';

const batch = 200;

/** Takes a whole import back: what nobody touched since is removed or as it was before; the rest is left, and named. */
export function undoImport(context: Context, id: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'organisation.undoImport', {});
    const { status, doneAt } = await getImport(tx, id);
    refuse(status === 'done' ? null : 'import.notDone');
    const rows = await listRows(tx, id);
    const entered = rows.filter(({ outcome }) => outcome === 'created' || outcome === 'updated');
    const ids = entered.flatMap(({ entryId }) => entryId ?? []);
    const entries = await entriesOf(tx, ids);
    const since = await askedAboutSince(tx, ids, doneAt ?? now);
    const owners = await ownersAmong(tx, entered.filter(({ outcome }) => outcome === 'created').flatMap(({ entryId }) => entryId ?? []));

    const holders = await holdersOf(tx, entered);
    // A number given back may belong to somebody else by now.
    const numbersTaken = (before: KeptRow['before'], own: string) => [before?.krs, before?.nip].some((number) => typeof number === 'string' && (holders.get(number) ?? own) !== own);

    const outcomeOf = ({ entryId, left, outcome, before }: KeptRow): RowOutcome => {
      const entry = entries.get(entryId ?? '');
      if (!entry) return 'left_gone';
      if (entry.status === 'claimed' || entry.status === 'claimed_submitted' || since.claimed.has(entry.id)) return 'left_claimed';
      if (since.asked.has(entry.id)) return 'left_asked';
      if (digestOf(entry) !== left || owners.has(entry.id) || numbersTaken(before, entry.id)) return 'left_changed';
      return outcome === 'created' ? 'removed' : 'restored';
    };
    const undone = new Map(entered.map((row) => [row.row, { ...row, outcome: outcomeOf(row) }]));
    const done = [...undone.values()];
    const removed = done.filter(({ outcome }) => outcome === 'removed').flatMap(({ entryId }) => entryId ?? []);
    for (let at = 0; at < removed.length; at += batch) await tx.delete(tx.t.organisations).where(inArray(tx.t.organisations.id, removed.slice(at, at + batch)));
    for (const { entryId, outcome, before } of done) {
      const entry = entries.get(entryId ?? '');
      if (outcome !== 'restored' || !entry || !before) continue;
      const name = typeof before.name === 'string' ? { nameKey: polishSortKey(before.name) } : {};
      await rewriteEntry(tx, context, entry, { ...(before as Partial<Organisation>), ...name });
    }
    await keepRows(tx, id, rows.map((row) => undone.get(row.row) ?? row));
    await tx.update(tx.t.organisationImports).set({ status: 'undone', undoneBy: actorId(actor), undoneAt: now }).where(eq(tx.t.organisationImports.id, id));
    const back = done.filter(({ outcome }) => outcome === 'removed' || outcome === 'restored');
    const happened = back.map(({ entryId, outcome }): Happening => ({
      event: outcome === 'removed' ? 'organisation.importRemoved' : 'organisation.importRestored', subject: { kind: 'organisation', id: entryId ?? '' }, detail: { import: id },
    }));
    await recordEach(tx, context, [...happened, { event: 'import.undone', subject: { kind: 'import', id }, detail: { undone: back.length, left: done.length - back.length } }]);
  });
}

async function holdersOf(tx: Tx, rows: readonly KeptRow[]): Promise<Map<string, string>> {
  const { organisations: o } = tx.t;
  const numbers = rows.flatMap(({ before }) => [before?.krs, before?.nip]).filter((number) => typeof number === 'string');
  const holders = new Map<string, string>();
  for (let at = 0; at < numbers.length; at += batch) {
    const part = numbers.slice(at, at + batch);
    for (const { id, krs, nip } of await tx.select({ id: o.id, krs: o.krs, nip: o.nip }).from(o).where(or(inArray(o.krs, part), inArray(o.nip, part))))
      for (const number of [krs, nip]) if (number) holders.set(number, id);
  }
  return holders;
}
