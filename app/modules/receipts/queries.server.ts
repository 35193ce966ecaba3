import { and, asc, desc, eq } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { receiptPath, shortReceiptPath } from './rules';
import { isSigned } from './signing';

/** A receipt for somebody who holds it: its number and either its code or the checksum; undefined tells nothing of what exists. */
export async function findReceipt(read: Read, number: string, proof: string) {
  const { receipts, receiptKeys } = read.t;
  const held = proof.trim();
  const rows = await read
    .select({
      number: receipts.number, kind: receipts.kind, about: receipts.about, issuedAt: receipts.issuedAt, sha256: receipts.sha256,
      code: receipts.code, keyId: receipts.keyId, signature: receipts.signature, publicKey: receiptKeys.publicKey,
    })
    .from(receipts)
    .innerJoin(receiptKeys, eq(receiptKeys.id, receipts.keyId))
    .where(eq(receipts.number, number.trim().toUpperCase()))
    .orderBy(desc(receipts.issuedAt));
  const found = rows.find(({ code, sha256 }) => plain(code) === plain(held) || sha256 === held.toLowerCase());
  return found && { ...found, valid: isSigned(found, found.signature, found.publicKey) };
}

const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** The addresses that prove what was handed in under this number with this checksum, or undefined for what was handed in before receipts were signed. */
export async function findReceiptLinks(read: Read, origin: string, number: string, sha256: string): Promise<{ path: string; short: string } | undefined> {
  const { receipts } = read.t;
  const [row] = await read.select({ code: receipts.code }).from(receipts).where(and(eq(receipts.number, number), eq(receipts.sha256, sha256))).limit(1);
  return row && { path: receiptPath(number, row.code), short: `${origin}${shortReceiptPath(number, row.code)}` };
}

/** The public halves of all keys that ever signed receipts, the oldest first. */
export function listPublicKeys(read: Read) {
  const { receiptKeys } = read.t;
  return read.select({ id: receiptKeys.id, publicKey: receiptKeys.publicKey, createdAt: receiptKeys.createdAt }).from(receiptKeys).orderBy(asc(receiptKeys.createdAt), asc(receiptKeys.id));
}
