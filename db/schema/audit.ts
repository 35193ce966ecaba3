import type { Kit } from '../kit';

/** The append-only, hash-chained log, and the keys that make a repeated request harmless. */
export function auditTables(k: Kit) {
  const events = k.table('events', {
    seq: k.int('seq').primaryKey(),
    at: k.instant('at').notNull(),
    event: k.key('event').notNull(),
    actorId: k.key('actor_id'),
    actorRole: k.key('actor_role').notNull(),
    subjectKind: k.key('subject_kind').notNull(),
    subjectId: k.key('subject_id').notNull(),
    /** Ids, numbers and codes only: never a person's data or a form's text. */
    detail: k.json<Record<string, string | number | boolean | null>>('detail').notNull(),
    prevHash: k.key('prev_hash').notNull(),
    hash: k.key('hash').notNull(),
  }, (t) => [k.index('events_subject').on(t.subjectKind, t.subjectId), k.index('events_at').on(t.at)]);

  const requestKeys = k.table('request_keys', {
    key: k.key('key').primaryKey(),
    actorId: k.key('actor_id'),
    location: k.text('location'),
    at: k.instant('at').notNull(),
  });

  /** Named counters for numbers people read: receipts, calls, agreements. */
  const counters = k.table('counters', { name: k.key('name').primaryKey(), value: k.int('value').notNull() });

  return { events, requestKeys, counters };
}
