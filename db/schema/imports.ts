import type { Lang } from '../../app/i18n/messages';
import { encodings, importStatuses, rowOutcomes, separators, verdicts, type ImportCounts, type ImportValues, type RowProblem } from '../../app/modules/organisations/content-of-imports';
import type { Kit } from '../kit';
import type { identityTables } from './identity';

/** Files of organisations that officers bring, row by row, and searches that people asked to be told about. */
export function importTables(k: Kit, { people }: ReturnType<typeof identityTables>) {
  const organisationImports = k.table('organisation_imports', {
    id: k.key('id').primaryKey(),
    status: k.enum('status', [...importStatuses]).notNull(),
    fileName: k.text('file_name').notNull(),
    /** Where the data come from, as every entry made from them will say. */
    origin: k.text('origin').notNull(),
    encoding: k.enum('encoding', [...encodings]).notNull(),
    separator: k.enum('separator', [...separators]).notNull(),
    /** Headings that no column answers to. */
    unknownColumns: k.json<string[]>('unknown_columns').notNull(),
    counts: k.json<ImportCounts>('counts').notNull(),
    /** The bytes of the file, packed, until it is entered or given up: they may be read again in another way. */
    content: k.text('content'),
    /** Grows with every reading, so that nobody enters what they have not seen. */
    reading: k.int('reading').notNull(),
    uploadedBy: k.key('uploaded_by').notNull().references(() => people.id),
    uploadedAt: k.instant('uploaded_at').notNull(),
    doneBy: k.key('done_by').references(() => people.id),
    doneAt: k.instant('done_at'),
    undoneBy: k.key('undone_by').references(() => people.id),
    undoneAt: k.instant('undone_at'),
  }, (t) => [k.index('organisation_imports_uploaded').on(t.uploadedAt)]);
  const organisationImportRows = k.table('organisation_import_rows', {
    importId: k.key('import_id').notNull().references(() => organisationImports.id, { onDelete: 'cascade' }),
    /** As a spreadsheet counts: the headings are row 1. */
    row: k.int('row').notNull(),
    name: k.text('name').notNull(),
    verdict: k.enum('verdict', [...verdicts]).notNull(),
    values: k.json<ImportValues | null>('values'),
    problems: k.json<RowProblem[]>('problems').notNull(),
    notes: k.json<RowProblem[]>('notes').notNull(),
    /** The entry the row is about; it may be gone since. */
    entryId: k.key('entry_id'),
    /** Columns of the entry that the row changes. */
    changes: k.json<string[]>('changes').notNull(),
    outcome: k.enum('outcome', [...rowOutcomes]).notNull(),
    /** What those columns held before. */
    before: k.json<Record<string, unknown>>('before'),
    /** The digest of the entry as the import left it. */
    left: k.key('left_as'),
  }, (t) => [k.primaryKey({ columns: [t.importId, t.row] }), k.index('organisation_import_rows_verdict').on(t.importId, t.verdict, t.row)]);
  /** Somebody wants a letter when a new entry fits what they search for. */
  const savedSearches = k.table('saved_searches', {
    id: k.key('id').primaryKey(),
    email: k.key('email').notNull(),
    lang: k.key('lang').$type<Lang>().notNull(),
    /** The words and filters as the address of the directory carries them. */
    query: k.text('query').notNull(),
    /** The digest of those, since an index takes no text of any length. */
    wish: k.key('wish').notNull(),
    /** Kept whole, because every letter carries it; it can only stop the letters. */
    stopToken: k.key('stop_token').notNull().unique(),
    confirmDigest: k.key('confirm_digest').notNull().unique(),
    createdAt: k.instant('created_at').notNull(),
    confirmedAt: k.instant('confirmed_at'),
    /** Entries listed until then were looked at. */
    seenUntil: k.instant('seen_until').notNull(),
  }, (t) => [k.uniqueIndex('saved_searches_wish').on(t.email, t.wish)]);
  return { organisationImports, organisationImportRows, savedSearches };
}
