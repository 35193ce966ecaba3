import { asc, eq } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import type { RowOutcome } from '../content-of-imports';
import type { PlannedRow } from './plan.server';

const batch = 200;
export type KeptRow = PlannedRow & { outcome: RowOutcome; before: Record<string, unknown> | null; left: string | null };

/** Keeps the rows of an import, in place of those kept before. */
export async function keepRows(tx: Tx, importId: string, rows: readonly (PlannedRow & Partial<KeptRow>)[]): Promise<void> {
  const { organisationImportRows: kept } = tx.t;
  await tx.delete(kept).where(eq(kept.importId, importId));
  for (let at = 0; at < rows.length; at += batch)
    await tx.insert(kept).values(
      rows.slice(at, at + batch).map(({ row, name, verdict, values, problems, notes, entryId, changes, outcome = 'none', before = null, left = null }) => ({
        importId, row, name, verdict, values, problems, notes, entryId, changes, outcome, before, left,
      })),
    );
}

/** All rows of an import as they are kept. */
export function listRows(read: Read, importId: string): Promise<KeptRow[]> {
  const { organisationImportRows: kept } = read.t;
  return read
    .select({
      row: kept.row, name: kept.name, verdict: kept.verdict, values: kept.values, problems: kept.problems, notes: kept.notes, entryId: kept.entryId,
      changes: kept.changes, outcome: kept.outcome, before: kept.before, left: kept.left,
    })
    .from(kept)
    .where(eq(kept.importId, importId))
    .orderBy(asc(kept.row));
}
