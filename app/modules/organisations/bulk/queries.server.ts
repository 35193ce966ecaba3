import { and, asc, count, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { NotFound } from '~/shared/errors';
import type { RowOutcome, Verdict } from '../content-of-imports';

/** An import without its rows and bytes, or NotFound. */
export async function getImport(read: Read, id: string) {
  const { organisationImports: imports } = read.t;
  const { content: _content, ...columns } = getTableColumns(imports);
  const [found] = /^\w{1,40}$/.test(id) ? await read.select(columns).from(imports).where(eq(imports.id, id)) : [];
  if (!found) throw new NotFound('import');
  return found;
}

/** Imports from the newest, with who brought them. */
export function listImports(read: Read) {
  const { organisationImports: imports, people } = read.t;
  return read
    .select({ id: imports.id, status: imports.status, fileName: imports.fileName, origin: imports.origin, counts: imports.counts, uploadedAt: imports.uploadedAt, by: people.name })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.uploadedBy))
    .orderBy(desc(imports.uploadedAt), desc(imports.id))
    .limit(100);
}

const pageSize = 100;

/** Rows of an import of one verdict or with certain outcomes, a page at a time. */
export async function listImportRows(read: Read, importId: string, { verdict, outcomes, page }: { verdict?: Verdict; outcomes?: readonly RowOutcome[]; page: number }) {
  const { organisationImportRows: rows } = read.t;
  const which = and(eq(rows.importId, importId), verdict ? eq(rows.verdict, verdict) : undefined, outcomes ? inArray(rows.outcome, [...outcomes]) : undefined);
  const total = await read.$count(rows, which);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const at = Math.min(page, pages);
  const found = await read
    .select({
      row: rows.row, name: rows.name, verdict: rows.verdict, problems: rows.problems, notes: rows.notes, entryId: rows.entryId, changes: rows.changes, outcome: rows.outcome,
    })
    .from(rows)
    .where(which)
    .orderBy(asc(rows.row))
    .limit(pageSize)
    .offset((at - 1) * pageSize);
  return { rows: found, page: at, pages, total };
}

/** How many rows had each outcome. */
export async function countOutcomes(read: Read, importId: string): Promise<Map<RowOutcome, number>> {
  const { organisationImportRows: rows } = read.t;
  const found = await read.select({ outcome: rows.outcome, n: count() }).from(rows).where(eq(rows.importId, importId)).groupBy(rows.outcome);
  return new Map(found.map(({ outcome, n }) => [outcome, Number(n)]));
}
