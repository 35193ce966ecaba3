import type { Kit } from '../kit';
import type { identityTables } from './identity';

/** What may be attached to what. */
export const filePurposes = ['application_attachment', 'organisation_evidence', 'report_attachment', 'claim_evidence', 'organisation_logo', 'local_initiative_attachment', 'proposal_attachment'] as const;

/** Announced uploads and the files that arrived; the bytes lie outside the database. */
export function fileTables(k: Kit, { people }: ReturnType<typeof identityTables>) {
  const uploadIntents = k.table('upload_intents', {
    fileKey: k.key('file_key').primaryKey(),
    personId: k.key('person_id').notNull().references(() => people.id),
    purpose: k.enum('purpose', [...filePurposes]).notNull(),
    subjectId: k.key('subject_id').notNull(),
    callbackUrl: k.text('callback_url').notNull(),
    callbackSlug: k.text('callback_slug').notNull(),
    metadata: k.json<Record<string, unknown>>('metadata').notNull(),
    createdAt: k.instant('created_at').notNull(),
    result: k.json<unknown>('result'),
  });
  /** The key with which this portal signs its own upload addresses; one row, made at the first use. */
  const uploadSecrets = k.table('upload_secrets', { id: k.key('id').primaryKey(), secret: k.text('secret').notNull() });
  const files = k.table('files', {
    id: k.key('id').primaryKey(),
    storageKey: k.key('storage_key').notNull().unique(),
    purpose: k.enum('purpose', [...filePurposes]).notNull(),
    subjectId: k.key('subject_id').notNull(),
    /** The attachment required by the call that this file is; null for any other file. */
    slot: k.key('slot'),
    name: k.text('name').notNull(),
    type: k.key('type').notNull(),
    size: k.big('size').notNull(),
    sha256: k.key('sha256').notNull(),
    uploadedBy: k.key('uploaded_by').notNull().references(() => people.id),
    uploadedAt: k.instant('uploaded_at').notNull(),
    removedAt: k.instant('removed_at'),
    /** What the virus scanner said, when, and what it found. */
    scan: k.enum('scan', ['unchecked', 'clean', 'infected', 'failed']).notNull().default('unchecked'),
    scannedAt: k.instant('scanned_at'),
    scanFound: k.text('scan_found'),
  }, (t) => [k.index('files_subject').on(t.purpose, t.subjectId), k.index('files_scan').on(t.scan, t.uploadedAt)]);
  return { uploadIntents, uploadSecrets, files };
}
