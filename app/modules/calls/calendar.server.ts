import { eq } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { Forbidden } from '~/shared/errors';
import { digest, newToken } from '~/shared/ids';

/** A person makes the secret address of their own calendar; an earlier one stops working. Gives the token, which is kept nowhere. */
export function makeCalendarFeed(context: Context): Promise<string> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    if (actor.kind !== 'person') throw new Forbidden('calendar.own');
    authorise(actor, 'calendar.own', {});
    const token = newToken();
    const fresh = { digest: digest(token), createdAt: now };
    await tx.insert(tx.t.calendarFeeds).values({ personId: actor.id, ...fresh }).onConflictDoUpdate({ target: tx.t.calendarFeeds.personId, set: fresh });
    await record(tx, context, { event: 'calendar.made', subject: { kind: 'person', id: actor.id } });
    return token;
  });
}

/** The secret address stops working. */
export function revokeCalendarFeed(context: Context): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    if (actor.kind !== 'person') throw new Forbidden('calendar.own');
    authorise(actor, 'calendar.own', {});
    await tx.delete(tx.t.calendarFeeds).where(eq(tx.t.calendarFeeds.personId, actor.id));
    await record(tx, context, { event: 'calendar.revoked', subject: { kind: 'person', id: actor.id } });
  });
}

/** When a person made their calendar address, or undefined. */
export async function findCalendarFeed(read: Read, personId: string) {
  const { calendarFeeds } = read.t;
  const [feed] = await read.select({ createdAt: calendarFeeds.createdAt }).from(calendarFeeds).where(eq(calendarFeeds.personId, personId));
  return feed;
}

/** Whose calendar a secret address opens, or undefined. */
export async function findCalendarOwner(read: Read, token: string): Promise<string | undefined> {
  const { calendarFeeds } = read.t;
  const [feed] = await read.select({ personId: calendarFeeds.personId }).from(calendarFeeds).where(eq(calendarFeeds.digest, digest(token)));
  return feed?.personId;
}
