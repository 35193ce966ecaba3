import { gt, max, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';
import type { EventName } from '~/i18n/codes';

/** What happens to an offer that only its own people and the City see: no page for everybody changes by it. */
export const unseenEvents: readonly EventName[] = [
  'application.started', 'application.saved', 'application.restored', 'application.commented', 'application.signedOff', 'application.submitted', 'application.reopened',
  'application.partnerInvited', 'application.partnerAccepted', 'application.partnerDeclined', 'application.partnerWithdrew', 'application.partnerRemoved',
];

export type Revision = { last: number; seen: number };

/** The end of the log, and the last event by which a page for everybody may have changed, whichever process recorded it. */
export async function revisionAfter(read: Read, before: Revision | undefined): Promise<Revision> {
  const { events } = read.t;
  if (!before) {
    const [row] = await read.select({ last: max(events.seq) }).from(events);
    const last = Number(row?.last ?? 0);
    return { last, seen: last };
  }
  const unseen = sql.join(unseenEvents.map((event) => sql.raw(`'${event}'`)), sql`, `);
  const since = prepared(read, 'events since', (from) =>
    from.select({ last: max(events.seq), seen: sql<number | null>`max(case when ${events.event} not in (${unseen}) then ${events.seq} end)` }).from(events).where(gt(events.seq, sql.placeholder('last'))),
  );
  const [row] = await since.execute({ last: before.last });
  return { last: Number(row?.last ?? before.last), seen: Number(row?.seen ?? before.seen) };
}
