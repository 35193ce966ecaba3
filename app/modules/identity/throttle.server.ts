import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import type { Context } from '~/access/context';
import { TooMany } from '~/shared/errors';

export type Limit = { name: string; most: number; seconds: number };

export const limits = {
  signInAccount: { name: 'sign-in-account', most: 5, seconds: 15 * 60 },
  signInNetwork: { name: 'sign-in-network', most: 50, seconds: 60 * 60 },
  mailsToAddress: { name: 'mails-to-address', most: 3, seconds: 60 * 60 },
  comments: { name: 'comments', most: 10, seconds: 60 * 60 },
  suggestions: { name: 'suggestions', most: 5, seconds: 60 * 60 },
  claims: { name: 'claims', most: 5, seconds: 24 * 60 * 60 },
} satisfies Record<string, Limit>;

/** The network an address belongs to: /24 for IPv4, /64 for IPv6, so that changing the last digits does not help. */
export function networkOf(ip: string | undefined): string {
  if (!ip) return 'unknown';
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(ip);
  if (v4) return v4[1] ?? ip;
  const [head = ''] = ip.split('%');
  const [left = '', right] = head.split('::');
  const groups = left.split(':').filter(Boolean);
  const fill = right === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - right.split(':').filter(Boolean).length)).fill('0');
  return [...groups, ...fill, ...(right?.split(':').filter(Boolean) ?? [])].slice(0, 4).join(':');
}

const digestOf = (limit: Limit, key: string) => createHash('sha256').update(`${limit.name} ${key}`).digest('hex');

/** Forgets the attempts under a key: whoever proved who they are is not counted among those who guess. */
export async function forgive(tx: Tx, limit: Limit, key: string): Promise<void> {
  await tx.delete(tx.t.throttles).where(eq(tx.t.throttles.key, digestOf(limit, key)));
}

/** Counts one attempt under a key that is stored only as a digest; throws TooMany past the limit, until the window ends. */
export function throttle({ db, now }: Context, limit: Limit, key: string): Promise<void> {
  const digest = digestOf(limit, key);
  return db.tx(async (tx) => {
    const { throttles } = tx.t;
    const [row] = await tx.select().from(throttles).where(eq(throttles.key, digest));
    if (!row || row.resetsAt <= now) {
      const fresh = { count: 1, resetsAt: new Date(now.getTime() + limit.seconds * 1000) };
      await tx.insert(throttles).values({ key: digest, ...fresh }).onConflictDoUpdate({ target: throttles.key, set: fresh });
      return;
    }
    if (row.count >= limit.most) throw new TooMany(Math.ceil((row.resetsAt.getTime() - now.getTime()) / 1000));
    await tx.update(throttles).set({ count: sql`${throttles.count} + 1` }).where(eq(throttles.key, digest));
  });
}
