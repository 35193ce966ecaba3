import { desc, ne } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { placeholders, prepared } from '#db/prepared';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { newId, receiptCode } from '~/shared/ids';
import { keyName, receiptPath, shortReceiptPath } from './rules';
import { newKeyPair, signReceipt } from './signing';

type Issued = { number: string; kind: Tx['t']['receipts']['$inferInsert']['kind']; about: string; sha256: string };

/** Signs the receipt of something handed in, in the transaction of the handing in; gives its code and the page that proves it. */
export async function issueReceipt(tx: Tx, { now }: Context, { number, kind, about, sha256 }: Issued): Promise<{ code: string; path: string; short: string }> {
  const key = await signingKey(tx, now);
  const code = receiptCode();
  const receipt = { number, kind, about, issuedAt: now, sha256 };
  const row = { id: newId(), ...receipt, code, keyId: key.id, signature: signReceipt(receipt, key) };
  await prepared(tx, 'receipt', (into) => into.insert(into.t.receipts).values(placeholders(row))).execute(row);
  return { code, path: receiptPath(number, code), short: shortReceiptPath(number, code) };
}

/**
 * Makes a new key that signs from now on. The public halves of the old keys stay, so that old receipts can be checked;
 * their private halves are wiped, so that nobody can sign anything with them again.
 */
export function rotateReceiptKey(context: Context): Promise<{ id: string; publicKey: string }> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'receipt.rotateKey', {});
    const { receiptKeys } = tx.t;
    const id = keyName(await tx.$count(receiptKeys));
    const pair = newKeyPair();
    await tx.insert(receiptKeys).values({ id, ...pair, createdAt: now });
    await tx.update(receiptKeys).set({ privateKey: '' }).where(ne(receiptKeys.id, id));
    await record(tx, context, { event: 'receipt.keyRotated', subject: { kind: 'receipt_key', id } });
    return { id, publicKey: pair.publicKey };
  });
}

async function signingKey(tx: Tx, now: Date) {
  const { receiptKeys } = tx.t;
  const newest = prepared(tx, 'newest key', (from) => from.select().from(receiptKeys).orderBy(desc(receiptKeys.createdAt), desc(receiptKeys.id)).limit(1));
  const find = async () => (await newest.execute())[0];
  const key = await find();
  if (key) return key;
  // Two first receipts at once agree on one key.
  await tx.insert(receiptKeys).values({ id: keyName(0), ...newKeyPair(), createdAt: now }).onConflictDoNothing();
  const made = await find();
  if (!made) throw new Error('the key of receipts was not kept');
  return made;
}
