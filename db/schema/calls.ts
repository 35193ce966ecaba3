import type { Lang } from '../../app/i18n/messages';
import type { ExtraQuestion, RequiredAttachment } from '../../app/modules/calls/content';
import type { Kit } from '../kit';
import type { identityTables } from './identity';

export const callStatuses = [
  'draft', 'internal_review', 'approved', 'open', 'closed', 'screening', 'assessment', 'ranked', 'decided',
  'results_published', 'contracting', 'completed', 'annulled', 'cancelled',
] as const;
export const publicationPlaces = ['bip', 'notice_board', 'website'] as const;

/** Open calls for proposals (art. 11 and 13): the announcement, its criteria, checklist and publications. */
export function callTables(k: Kit, { people }: ReturnType<typeof identityTables>) {
  const calls = k.table('calls', {
    id: k.key('id').primaryKey(),
    slug: k.key('slug').notNull().unique(),
    number: k.key('number').notNull().unique(),
    /** An open contest, or the year's small grants, which have no contest (art. 19a). */
    kind: k.enum('kind', ['open_call', 'small_grants']).notNull().default('open_call'),
    status: k.enum('status', [...callStatuses]).notNull(),
    /** Polish title binds; the others are for reading. */
    title: k.text('title').notNull(),
    titles: k.json<Partial<Record<Lang, string>>>('titles').notNull(),
    summaries: k.json<Partial<Record<Lang, string>>>('summaries').notNull(),
    /** The call in easy language, shown first. */
    easy: k.json<Partial<Record<Lang, string>>>('easy').notNull().default({}),
    /** Whom the call is for and where; an empty list means everybody, or the whole city. */
    targetGroups: k.json<string[]>('target_groups').notNull().default([]),
    districts: k.json<string[]>('districts').notNull().default([]),
    extraQuestions: k.json<ExtraQuestion[]>('extra_questions').notNull().default([]),
    requiredAttachments: k.json<RequiredAttachment[]>('required_attachments').notNull().default([]),
    taskArea: k.key('task_area').notNull(),
    form: k.enum('form', ['entrustment', 'support']).notNull(),
    budget: k.big('budget').notNull(),
    /** The budget of each year, for tasks that may last longer than one; empty where the call does not say. */
    yearBudgets: k.json<{ year: number; amount: number }[]>('year_budgets').notNull().default([]),
    minGrant: k.big('min_grant').notNull(),
    maxGrant: k.big('max_grant').notNull(),
    /** Largest share of the grant in the total cost, in hundredths of a percent; 10000 for entrustment. */
    maxShare: k.int('max_share').notNull(),
    /** Largest share of administrative costs in the total cost, in hundredths of a percent. */
    adminCap: k.int('admin_cap'),
    offersPerOrganisation: k.int('offers_per_organisation').notNull().default(1),
    eligibleForms: k.json<string[]>('eligible_forms').notNull(),
    partialFunding: k.bool('partial_funding').notNull(),
    rules: k.text('rules').notNull(),
    conditions: k.text('conditions').notNull(),
    taskFrom: k.key('task_from').notNull(),
    taskTo: k.key('task_to').notNull(),
    closesAt: k.instant('closes_at').notNull(),
    procedure: k.text('procedure').notNull(),
    decisionBy: k.key('decision_by').notNull(),
    previousTasks: k.text('previous_tasks').notNull(),
    committeeRecruitment: k.text('committee_recruitment').notNull(),
    threshold: k.int('threshold').notNull(),
    minScores: k.int('min_scores').notNull().default(2),
    correctionDays: k.int('correction_days').notNull().default(7),
    budgetLine: k.text('budget_line').notNull(),
    authorId: k.key('author_id').notNull().references(() => people.id),
    returnReason: k.text('return_reason'),
    approverId: k.key('approver_id').references(() => people.id),
    orderNumber: k.text('order_number'),
    orderDate: k.key('order_date'),
    openedAt: k.instant('opened_at'),
    decisionOrderNumber: k.text('decision_order_number'),
    decisionOrderDate: k.key('decision_order_date'),
    decidedAt: k.instant('decided_at'),
    resultsPublishedAt: k.instant('results_published_at'),
    createdAt: k.instant('created_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.index('calls_status').on(t.status, t.closesAt)]);
  const callCriteria = k.table('call_criteria', {
    id: k.key('id').primaryKey(),
    callId: k.key('call_id').notNull().references(() => calls.id, { onDelete: 'cascade' }),
    position: k.int('position').notNull(),
    key: k.key('key').notNull(),
    max: k.int('max').notNull(),
  }, (t) => [k.uniqueIndex('call_criteria_key').on(t.callId, t.key)]);
  const callChecklist = k.table('call_checklist', {
    id: k.key('id').primaryKey(),
    callId: k.key('call_id').notNull().references(() => calls.id, { onDelete: 'cascade' }),
    position: k.int('position').notNull(),
    code: k.key('code').notNull(),
    correctable: k.bool('correctable').notNull(),
  }, (t) => [k.uniqueIndex('call_checklist_code').on(t.callId, t.code)]);
  const callPublications = k.table('call_publications', {
    callId: k.key('call_id').notNull().references(() => calls.id, { onDelete: 'cascade' }),
    of: k.enum('of', ['announcement', 'results', 'ending']).notNull(),
    place: k.enum('place', [...publicationPlaces]).notNull(),
    publishedOn: k.key('published_on').notNull(),
    reference: k.text('reference').notNull(),
    recordedBy: k.key('recorded_by').notNull().references(() => people.id),
    recordedAt: k.instant('recorded_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.callId, t.of, t.place] })]);
  return { calls, callCriteria, callChecklist, callPublications };
}
