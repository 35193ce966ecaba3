import { languages } from '../../app/i18n/messages';
import { commentStatuses, postingPlaces, smallGrantStatuses, type PublicCopy, type SmallGrantContent } from '../../app/modules/small-grants/content';
import type { Kit } from '../kit';
import type { applicationTables } from './applications';
import type { identityTables } from './identity';
import type { organisationTables } from './organisations';

type Earlier = ReturnType<typeof identityTables> & ReturnType<typeof organisationTables> & Pick<ReturnType<typeof applicationTables>, 'applications'>;

/** Small grants (art. 19a): the money of each year, simplified offers, where they hung and what people said. */
export function smallGrantTables(k: Kit, { people, organisations, applications }: Earlier) {
  /** Grants planned for organisations in a year, in grosze; the share that may go to small grants is a legal rule. */
  const smallGrantPools = k.table('small_grant_pools', {
    year: k.int('year').primaryKey(),
    planned: k.big('planned').notNull(),
    setBy: k.key('set_by').notNull().references(() => people.id),
    setAt: k.instant('set_at').notNull(),
  });
  const smallGrants = k.table('small_grants', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id),
    status: k.enum('status', [...smallGrantStatuses]).notNull(),
    title: k.text('title').notNull(),
    content: k.json<Partial<SmallGrantContent>>('content').notNull(),
    /** In grosze, kept beside the content for sums. */
    grant: k.big('grant').notNull().default(0),
    total: k.big('total').notNull().default(0),
    createdBy: k.key('created_by').notNull().references(() => people.id),
    createdAt: k.instant('created_at').notNull(),
    updatedAt: k.instant('updated_at').notNull(),
    receiptNumber: k.key('receipt_number').unique(),
    submittedAt: k.instant('submitted_at'),
    correctionNote: k.text('correction_note'),
    reviewedBy: k.key('reviewed_by').references(() => people.id),
    publicCopy: k.json<PublicCopy>('public_copy'),
    findingReason: k.text('finding_reason'),
    /** Kraków days. */
    postedOn: k.key('posted_on'),
    commentsUntil: k.key('comments_until'),
    decidedBy: k.key('decided_by').references(() => people.id),
    decidedAt: k.instant('decided_at'),
    orderNumber: k.text('order_number'),
    orderDate: k.key('order_date'),
    decisionReason: k.text('decision_reason'),
    /** The offer as the agreement and the report know it, from the approval on. */
    applicationId: k.key('application_id').references(() => applications.id),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.index('small_grants_organisation').on(t.organisationId), k.index('small_grants_status').on(t.status)]);
  /** Each handing in, frozen; the SHA-256 is of exactly these bytes. */
  const smallGrantSubmissions = k.table('small_grant_submissions', {
    id: k.key('id').primaryKey(),
    smallGrantId: k.key('small_grant_id').notNull().references(() => smallGrants.id),
    submittedAt: k.instant('submitted_at').notNull(),
    submittedBy: k.key('submitted_by').notNull().references(() => people.id),
    snapshot: k.text('snapshot').notNull(),
    sha256: k.key('sha256').notNull(),
  }, (t) => [k.index('small_grant_submissions_grant').on(t.smallGrantId)]);
  const smallGrantPostings = k.table('small_grant_postings', {
    smallGrantId: k.key('small_grant_id').notNull().references(() => smallGrants.id),
    place: k.enum('place', [...postingPlaces]).notNull(),
    postedOn: k.key('posted_on').notNull(),
    reference: k.text('reference').notNull(),
    recordedBy: k.key('recorded_by').notNull().references(() => people.id),
  }, (t) => [k.primaryKey({ columns: [t.smallGrantId, t.place] })]);
  const smallGrantComments = k.table('small_grant_comments', {
    id: k.key('id').primaryKey(),
    smallGrantId: k.key('small_grant_id').notNull().references(() => smallGrants.id),
    number: k.int('number').notNull(),
    lang: k.enum('lang', [...languages]).notNull(),
    text: k.text('text').notNull(),
    authorName: k.text('author_name'),
    /** Only to send the answer; never shown. */
    email: k.key('email'),
    status: k.enum('status', [...commentStatuses]).notNull(),
    hiddenReason: k.text('hidden_reason'),
    answer: k.text('answer'),
    answeredBy: k.key('answered_by').references(() => people.id),
    createdAt: k.instant('created_at').notNull(),
  }, (t) => [k.uniqueIndex('small_grant_comments_number').on(t.smallGrantId, t.number)]);
  return { smallGrantPools, smallGrants, smallGrantSubmissions, smallGrantPostings, smallGrantComments };
}
