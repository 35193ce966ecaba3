import { and, asc, count, desc, eq, gt } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { eventHash } from './commands.server';

export type EventFilter = { kind?: string; subjectId?: string };

function matching(read: Read, { kind, subjectId }: EventFilter) {
  const { events } = read.t;
  return and(kind ? eq(events.subjectKind, kind) : undefined, subjectId ? eq(events.subjectId, subjectId) : undefined);
}

/** Events from the newest, with the name of who did it. */
export function listEvents(read: Read, filter: EventFilter, { page, size }: { page: number; size: number }) {
  const { events, people } = read.t;
  return read
    .select({
      seq: events.seq, at: events.at, event: events.event, actorRole: events.actorRole, actorName: people.name,
      subjectKind: events.subjectKind, subjectId: events.subjectId, detail: events.detail, hash: events.hash,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(matching(read, filter))
    .orderBy(desc(events.seq))
    .limit(size)
    .offset((page - 1) * size);
}

/** How many events match. */
export async function countEvents(read: Read, filter: EventFilter): Promise<number> {
  const [row] = await read.select({ n: count() }).from(read.t.events).where(matching(read, filter));
  return Number(row?.n ?? 0);
}

/** Walks the whole chain; gives the number of the first event that does not fit, or null when all do. */
export async function firstBrokenEvent(read: Read): Promise<number | null> {
  const { events } = read.t;
  let prevHash = '';
  for (let seq = 0; ; ) {
    const rows = await read.select().from(events).where(gt(events.seq, seq)).orderBy(asc(events.seq)).limit(500);
    if (rows.length === 0) return null;
    for (const { hash, ...event } of rows) {
      if (event.seq !== seq + 1 || event.prevHash !== prevHash || eventHash(event as Parameters<typeof eventHash>[0]) !== hash) return event.seq;
      seq = event.seq;
      prevHash = hash;
    }
  }
}
