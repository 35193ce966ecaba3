import { desc } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import type { Context } from '~/access/context';
import { newId, receiptCode } from '~/shared/ids';
import { newKeyPair, signReceipt } from './signing';

type Issued = { number: string; kind: Tx['t']['receipts']['$inferInsert']['kind']; about: string; sha256: string };

/** Signs the receipt of something handed in, in the transaction of the handing in; gives its code and the page that proves it. */
export async function issueReceipt(tx: Tx, { now }: Context, { number, kind, about, sha256 }: Issued): Promise<{ code: string; path: string }> {
  const key = await signingKey(tx, now);
  const code = receiptCode();
  const receipt = { number, kind, about, issuedAt: now, sha256 };
  await tx.insert(tx.t.receipts).values({ id: newId(), ...receipt, code, keyId: key.id, signature: signReceipt(receipt, key) });
  return { code, path: `/receipts/${number}?code=${code}` };
}

async function signingKey(tx: Tx, now: Date) {
  const { receiptKeys } = tx.t;
  const find = async () => (await tx.select().from(receiptKeys).orderBy(desc(receiptKeys.createdAt), desc(receiptKeys.id)).limit(1))[0];
  const key = await find();
  if (key) return key;
  // Two first receipts at once agree on one key.
  await tx.insert(receiptKeys).values({ id: 'receipts-1', ...newKeyPair(), createdAt: now }).onConflictDoNothing();
  const made = await find();
  if (!made) throw new Error('the key of receipts was not kept');
  return made;
}
