import type { Party } from '../../app/modules/agreements/content';
import type { ReportContent } from '../../app/modules/reports/content';
import type { Kit } from '../kit';
import type { applicationTables } from './applications';
import type { decisionTables } from './assessment';
import type { callTables } from './calls';
import type { identityTables } from './identity';
import type { organisationTables } from './organisations';

export const agreementStatuses = ['preparing', 'ready_to_sign', 'signed_by_org', 'active', 'under_settlement', 'settled'] as const;
export const reportStatuses = ['scheduled', 'draft', 'submitted', 'clarification_requested', 'reviewed', 'accepted', 'accepted_with_return'] as const;

type Earlier = ReturnType<typeof identityTables> & ReturnType<typeof organisationTables> & ReturnType<typeof callTables> &
  ReturnType<typeof applicationTables> & ReturnType<typeof decisionTables>;

/** Agreements made from awards (annex 3), from preparation to settlement. */
export function agreementTables(k: Kit, { people, organisations, calls, applications, awards }: Earlier) {
  const agreements = k.table('agreements', {
    id: k.key('id').primaryKey(),
    number: k.key('number').notNull().unique(),
    awardId: k.key('award_id').notNull().unique().references(() => awards.id),
    callId: k.key('call_id').notNull().references(() => calls.id),
    applicationId: k.key('application_id').notNull().references(() => applications.id),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id),
    status: k.enum('status', [...agreementStatuses]).notNull(),
    title: k.text('title').notNull(),
    form: k.enum('form', ['entrustment', 'support']).notNull(),
    amount: k.big('amount').notNull(),
    totalCost: k.big('total_cost').notNull(),
    startDate: k.key('start_date').notNull(),
    endDate: k.key('end_date').notNull(),
    account: k.key('account').notNull(),
    /** The organisation as it stood when the agreement was prepared. */
    party: k.json<Party>('party').notNull(),
    organisationRepresentatives: k.text('organisation_representatives').notNull(),
    cityRepresentative: k.text('city_representative').notNull(),
    /** How far a cost line may grow without an annex, in hundredths of a percent. */
    shiftLimit: k.int('shift_limit').notNull(),
    preparedBy: k.key('prepared_by').notNull().references(() => people.id),
    createdAt: k.instant('created_at').notNull(),
    /** When the last of the signatures that the organisation's representation needs was given. */
    orgSignedAt: k.instant('org_signed_at'),
    citySignedBy: k.key('city_signed_by').references(() => people.id),
    citySignedAt: k.instant('city_signed_at'),
    signedOn: k.key('signed_on'),
    settledAt: k.instant('settled_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.index('agreements_organisation').on(t.organisationId)]);
  /** Who signed for the organisation: as many different people as its register says. */
  const agreementSignatures = k.table('agreement_signatures', {
    agreementId: k.key('agreement_id').notNull().references(() => agreements.id),
    personId: k.key('person_id').notNull().references(() => people.id),
    at: k.instant('at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.agreementId, t.personId] })]);
  return { agreements, agreementSignatures };
}

type WithAgreements = Earlier & ReturnType<typeof agreementTables>;

/** Instalments the City pays and money that comes back (art. 251 of the Public Finance Act). */
export function paymentTables(k: Kit, { people, agreements }: WithAgreements) {
  const instalments = k.table('instalments', {
    id: k.key('id').primaryKey(),
    agreementId: k.key('agreement_id').notNull().references(() => agreements.id),
    position: k.int('position').notNull(),
    amount: k.big('amount').notNull(),
    dueOn: k.key('due_on').notNull(),
    status: k.enum('status', ['planned', 'ordered', 'paid', 'held', 'cancelled']).notNull(),
    orderedBy: k.key('ordered_by').references(() => people.id),
    orderedAt: k.instant('ordered_at'),
    confirmedBy: k.key('confirmed_by').references(() => people.id),
    paidOn: k.key('paid_on'),
    documentNumber: k.text('document_number'),
  }, (t) => [k.uniqueIndex('instalments_position').on(t.agreementId, t.position)]);
  const repayments = k.table('repayments', {
    id: k.key('id').primaryKey(),
    agreementId: k.key('agreement_id').notNull().references(() => agreements.id),
    amount: k.big('amount').notNull(),
    reason: k.enum('reason', ['unspent', 'misused']).notNull(),
    dueOn: k.key('due_on').notNull(),
    status: k.enum('status', ['due', 'returned']).notNull(),
    returnedOn: k.key('returned_on'),
    recordedBy: k.key('recorded_by').references(() => people.id),
    createdAt: k.instant('created_at').notNull(),
  }, (t) => [k.index('repayments_agreement').on(t.agreementId)]);
  return { instalments, repayments };
}

/** Reports on agreements (annex 5): drafts, questions of the City, acceptance. */
export function reportTables(k: Kit, { people, agreements }: WithAgreements) {
  const reports = k.table('reports', {
    id: k.key('id').primaryKey(),
    agreementId: k.key('agreement_id').notNull().references(() => agreements.id),
    kind: k.enum('kind', ['final']).notNull(),
    status: k.enum('status', [...reportStatuses]).notNull(),
    dueOn: k.key('due_on').notNull(),
    content: k.json<ReportContent>('content').notNull(),
    submittedAt: k.instant('submitted_at'),
    submittedBy: k.key('submitted_by').references(() => people.id),
    receiptNumber: k.key('receipt_number').unique(),
    sha256: k.key('sha256'),
    reviewerId: k.key('reviewer_id').references(() => people.id),
    reviewNote: k.text('review_note'),
    reviewedAt: k.instant('reviewed_at'),
    questions: k.text('questions'),
    questionsDueOn: k.key('questions_due_on'),
    questionsAnswer: k.text('questions_answer'),
    acceptedBy: k.key('accepted_by').references(() => people.id),
    acceptedAt: k.instant('accepted_at'),
    unspent: k.big('unspent').notNull().default(0),
    createdAt: k.instant('created_at').notNull(),
    updatedAt: k.instant('updated_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.uniqueIndex('reports_agreement_kind').on(t.agreementId, t.kind)]);
  return { reports };
}
