import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { placeholders, prepared } from '#db/prepared';
import { actorId, actorRole } from '~/access/actor';
import type { Context } from '~/access/context';
import type { EventName } from '~/i18n/codes';
import { canonicalJson } from '~/shared/canonical-json';

/** What kind of thing an event is about. */
export type SubjectKind =
  | 'person' | 'organisation' | 'invitation' | 'consultation' | 'comment' | 'call' | 'application' | 'review' | 'award'
  | 'alert' | 'import' | 'search' | 'small_grant' | 'local_initiative' | 'proposal' | 'agreement' | 'instalment' | 'repayment' | 'report' | 'file' | 'programme' | 'indicator' | 'receipt_key';

export type Happening = {
  event: EventName;
  subject: { kind: SubjectKind; id: string };
  /** Ids, numbers and codes only. */
  detail?: Record<string, string | number | boolean | null>;
};

type Chained = Omit<Happening, 'subject' | 'detail'> & {
  seq: number; at: Date; actorId: string | null; actorRole: string; subjectKind: string; subjectId: string;
  detail: Record<string, string | number | boolean | null>; prevHash: string;
};

/** The hash that ties an event to the one before it. */
export function eventHash(event: Chained): string {
  return createHash('sha256').update(canonicalJson({ ...event, at: event.at.toISOString() })).digest('hex');
}

const spentKeys = new WeakSet<Context>();

/** Writes what happened at the end of the chain, and spends the key of the form in the same transaction. */
export function record(tx: Tx, context: Context, happening: Happening): Promise<void> {
  return recordEach(tx, context, [happening]);
}

const eventsAtOnce = 200;

/** Writes what happened with many things at once, each in its own event, in this order. */
export async function recordEach(tx: Tx, context: Context, happenings: readonly Happening[]): Promise<void> {
  const { events, requestKeys } = context.db.t;
  if (context.requestKey) {
    const spent = { key: context.requestKey, actorId: actorId(context.actor), at: context.now };
    // A retried transaction or a second command of the same request finds its own key; anyone else's is a replay.
    if (spentKeys.has(context)) await tx.insert(requestKeys).values(spent).onConflictDoNothing();
    else await prepared(tx, 'spend a key', (into) => into.insert(requestKeys).values(placeholders(spent))).execute(spent);
    spentKeys.add(context);
  }
  const tail = prepared(tx, 'last event', (from) => from.select({ seq: events.seq, hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1));
  let [last] = await tail.execute();
  const chained = happenings.map(({ event, subject, detail = {} }) => {
    const link: Chained = {
      seq: (last?.seq ?? 0) + 1, at: context.now, event, actorId: actorId(context.actor), actorRole: actorRole(context.actor),
      subjectKind: subject.kind, subjectId: subject.id, detail, prevHash: last?.hash ?? '',
    };
    const row = { ...link, hash: eventHash(link) };
    last = row;
    return row;
  });
  const [only] = chained;
  if (chained.length === 1 && only) await prepared(tx, 'event', (into) => into.insert(events).values(placeholders(only))).execute(only);
  else for (let at = 0; at < chained.length; at += eventsAtOnce) await tx.insert(events).values(chained.slice(at, at + eventsAtOnce));
}

/** The next number of a named row of numbers, never given twice. */
export async function nextNumber(tx: Tx, context: Context, name: string): Promise<number> {
  const { counters } = context.db.t;
  const next = prepared(tx, 'next number', (into) =>
    into
      .insert(counters)
      .values({ name: sql.placeholder('name'), value: 1 })
      .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
      .returning({ value: counters.value }),
  );
  const [row] = await next.execute({ name });
  if (!row) throw new Error('a counter gave no number');
  return row.value;
}
