import type { Lang } from '../../app/i18n/messages';
import type { CallChange, Republication } from '../../app/modules/calls/content';
import type { Kit } from '../kit';
import type { callTables } from './calls';
import type { identityTables } from './identity';

/** What happens to a call after its announcement: corrections, its end, questions of the public, and who wants to hear of it. */
export function callLifeTables(k: Kit, { people, calls }: ReturnType<typeof identityTables> & ReturnType<typeof callTables>) {
  const callVersions = k.table('call_versions', {
    id: k.key('id').primaryKey(),
    callId: k.key('call_id').notNull().references(() => calls.id, { onDelete: 'cascade' }),
    number: k.int('number').notNull(),
    kind: k.enum('kind', ['corrigendum', 'extension']).notNull(),
    status: k.enum('status', ['proposed', 'approved', 'in_force', 'dropped']).notNull(),
    changes: k.json<CallChange[]>('changes').notNull(),
    reason: k.text('reason').notNull(),
    /** The outage of the portal that made an extension necessary. */
    outageFrom: k.instant('outage_from'),
    outageTo: k.instant('outage_to'),
    proposedBy: k.key('proposed_by').notNull().references(() => people.id),
    proposedAt: k.instant('proposed_at').notNull(),
    approvedBy: k.key('approved_by').references(() => people.id),
    approvedAt: k.instant('approved_at'),
    publications: k.json<Republication[]>('publications').notNull(),
    inForceAt: k.instant('in_force_at'),
  }, (t) => [k.uniqueIndex('call_versions_number').on(t.callId, t.number)]);
  const callEndings = k.table('call_endings', {
    callId: k.key('call_id').primaryKey().references(() => calls.id, { onDelete: 'cascade' }),
    kind: k.enum('kind', ['cancelled', 'annulled', 'completed']).notNull(),
    /** The clause of the announcement the cancellation rests on. */
    clause: k.text('clause'),
    reason: k.text('reason').notNull(),
    orderNumber: k.text('order_number'),
    orderDate: k.key('order_date'),
    endedBy: k.key('ended_by').notNull().references(() => people.id),
    endedAt: k.instant('ended_at').notNull(),
  });
  const callQuestions = k.table('call_questions', {
    id: k.key('id').primaryKey(),
    callId: k.key('call_id').notNull().references(() => calls.id, { onDelete: 'cascade' }),
    status: k.enum('status', ['asked', 'answered', 'set_aside']).notNull(),
    lang: k.enum('lang', ['pl', 'en', 'uk', 'de', 'ru']).notNull(),
    question: k.text('question').notNull(),
    /** Kept only until the answer is sent. */
    email: k.text('email'),
    askedAt: k.instant('asked_at').notNull(),
    answer: k.text('answer'),
    answeredBy: k.key('answered_by').references(() => people.id),
    answeredAt: k.instant('answered_at'),
  }, (t) => [k.index('call_questions_call').on(t.callId, t.status)]);
  const callAlerts = k.table('call_alerts', {
    id: k.key('id').primaryKey(),
    email: k.key('email').notNull(),
    lang: k.key('lang').$type<Lang>().notNull(),
    /** Empty means every call. */
    targetGroup: k.key('target_group').notNull().default(''),
    /** Kept whole, because every letter carries it; it can only stop the letters. */
    stopToken: k.key('stop_token').notNull().unique(),
    confirmDigest: k.key('confirm_digest').notNull().unique(),
    createdAt: k.instant('created_at').notNull(),
    confirmedAt: k.instant('confirmed_at'),
  }, (t) => [k.uniqueIndex('call_alerts_wish').on(t.email, t.targetGroup)]);
  const callAlertsSent = k.table('call_alerts_sent', {
    alertId: k.key('alert_id').notNull().references(() => callAlerts.id, { onDelete: 'cascade' }),
    callId: k.key('call_id').notNull().references(() => calls.id, { onDelete: 'cascade' }),
    /** The deadline spoken of: when it moves, the letters about it are due again. */
    what: k.key('what').notNull(),
    sentAt: k.instant('sent_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.alertId, t.callId, t.what] })]);
  const calendarFeeds = k.table('calendar_feeds', {
    personId: k.key('person_id').primaryKey().references(() => people.id),
    /** Only the digest of the secret address is kept. */
    digest: k.key('digest').notNull().unique(),
    createdAt: k.instant('created_at').notNull(),
  });
  return { callVersions, callEndings, callQuestions, callAlerts, callAlertsSent, calendarFeeds };
}
