import type { Kit } from '../kit';

/** What a receipt can be for. */
export const receiptKinds = ['offer', 'correction', 'small_grant', 'local_initiative', 'proposal', 'report'] as const;

/** Signed receipts of what was handed in, and the keys they are signed with. */
export function receiptTables(k: Kit) {
  /** The newest key signs; the older ones stay, so that old receipts can be checked. Made at the first use. */
  const receiptKeys = k.table('receipt_keys', {
    id: k.key('id').primaryKey(),
    publicKey: k.key('public_key').notNull(),
    privateKey: k.key('private_key').notNull(),
    createdAt: k.instant('created_at').notNull(),
  });
  const receipts = k.table('receipts', {
    id: k.key('id').primaryKey(),
    number: k.key('number').notNull(),
    kind: k.enum('kind', [...receiptKinds]).notNull(),
    /** The call, in its own words; never who handed in or what. */
    about: k.text('about').notNull(),
    issuedAt: k.instant('issued_at').notNull(),
    sha256: k.key('sha256').notNull(),
    /** What its holder shows to read it. */
    code: k.key('code').notNull(),
    keyId: k.key('key_id').notNull().references(() => receiptKeys.id),
    signature: k.key('signature').notNull(),
  }, (t) => [k.uniqueIndex('receipts_number').on(t.number, t.code)]);
  return { receiptKeys, receipts };
}
