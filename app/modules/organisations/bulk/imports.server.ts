import { gunzipSync, gzipSync } from 'node:zlib';
import { and, eq, lt } from 'drizzle-orm';
import { fileTypeFromBuffer } from 'file-type';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { translator } from '~/i18n/translate';
import { record } from '~/modules/audit/commands.server';
import { Forbidden, RuleViolation } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { cleanText } from '~/shared/text';
import { importColumns, verdicts, type Encoding, type ImportCounts } from '../content-of-imports';
import { columnLabel } from './column-labels';
import { decode, guessEncoding } from './decode';
import { planRows, type PlannedRow } from './plan.server';
import { getImport } from './queries.server';
import { mostBytes, readTable, Unreadable, type Table } from './read';
import { keepRows } from './rows.server';
import { readRow, shortened } from './values';

const unusedDays = 30;

/** How many rows there are of each verdict. */
export function countsOf(rows: readonly Pick<PlannedRow, 'verdict'>[]): ImportCounts {
  return Object.fromEntries(verdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])) as ImportCounts;
}

function read({ lang }: Context, bytes: Uint8Array, encoding: Encoding, field: 'file' | 'encoding'): Table {
  try {
    return readTable(decode(bytes, encoding));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const column = importColumns.find((one) => one === error.params.column);
    throw new RuleViolation(error.code, field, { ...error.params, ...(column ? { column: columnLabel(translator(lang), column) } : {}) });
  }
}

async function refuseOtherThings(bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) throw new RuleViolation('import.empty', 'file');
  if (bytes.length > mostBytes) throw new RuleViolation('import.tooLarge', 'file', { max: Math.round(mostBytes / 1024 / 1024) });
  // The mark of UTF-16 is also how some sound begins; text that is none says so by its headings.
  const type = guessEncoding(bytes).startsWith('utf-16') ? undefined : await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (type) throw new RuleViolation('import.notCsv', 'file', { type: type.ext.toUpperCase() });
}

export type Brought = { fileName: string; bytes: Uint8Array; origin: string };

/** Keeps a file that an officer brings, with what would happen with each of its rows; no entry changes. */
export async function bringFile(context: Context, { fileName, bytes, origin }: Brought): Promise<string> {
  const { db, actor, now } = context;
  authorise(actor, 'organisation.importFile', {});
  const uploadedBy = actorId(actor);
  if (!uploadedBy) throw new Forbidden('organisation.importFile');
  await refuseOtherThings(bytes);
  const encoding = guessEncoding(bytes);
  const table = read(context, bytes, encoding, 'file');
  return db.tx(async (tx) => {
    const { organisationImports: imports } = tx.t;
    const id = newId();
    const planned = await planRows(tx, table.rows.map((row) => readRow(row, table.width)));
    await tx.insert(imports).values({
      id, status: 'previewed', fileName: shortened(fileName) || 'csv', origin: cleanText(origin), encoding, separator: table.separator, unknownColumns: table.unknown, counts: countsOf(planned),
      content: gzipSync(bytes).toString('base64'), reading: 1, uploadedBy, uploadedAt: now,
    });
    await keepRows(tx, id, planned);
    await record(tx, context, { event: 'import.brought', subject: { kind: 'import', id }, detail: { rows: planned.length } });
    return id;
  });
}

/** Forgets files that nobody entered in thirty days, with all that stood in them. */
export async function forgetUnused({ db, now }: Context): Promise<void> {
  const { organisationImports: imports } = db.t;
  await db.tx(async (tx) => void (await tx.delete(imports).where(and(eq(imports.status, 'previewed'), lt(imports.uploadedAt, new Date(now.getTime() - unusedDays * 24 * 3_600_000))))));
}

/** Reads the same file again, in another encoding or against the registry as it is now. */
export function readAgain(context: Context, id: string, { encoding }: { encoding: Encoding }): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'organisation.importFile', {});
    const { reading } = await waiting(tx, id);
    const { organisationImports: imports } = tx.t;
    const [kept] = await tx.select({ content: imports.content }).from(imports).where(eq(imports.id, id));
    const table = read(context, gunzipSync(Buffer.from(kept?.content ?? '', 'base64')), encoding, 'encoding');
    const planned = await planRows(tx, table.rows.map((row) => readRow(row, table.width)));
    await tx
      .update(imports)
      .set({ encoding, separator: table.separator, unknownColumns: table.unknown, counts: countsOf(planned), reading: reading + 1 })
      .where(eq(imports.id, id));
    await keepRows(tx, id, planned);
    await record(tx, context, { event: 'import.readAgain', subject: { kind: 'import', id }, detail: { encoding } });
  });
}

/** Gives a file up; its content is forgotten. */
export function dropImport(context: Context, id: string): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'organisation.importFile', {});
    await waiting(tx, id);
    await keepRows(tx, id, []);
    await tx.update(tx.t.organisationImports).set({ status: 'dropped', content: null }).where(eq(tx.t.organisationImports.id, id));
    await record(tx, context, { event: 'import.dropped', subject: { kind: 'import', id } });
  });
}

/** An import that was shown and not entered yet; anything else is refused. */
export async function waiting(tx: Tx, id: string) {
  const found = await getImport(tx, id);
  refuse(found.status === 'previewed' ? null : 'import.notWaiting');
  return found;
}
