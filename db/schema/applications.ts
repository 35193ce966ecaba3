import { languages } from '../../app/i18n/messages';
import { helpRoles, type ByYear, type OfferContent, type OfferSection } from '../../app/modules/applications/content';
import type { Kit } from '../kit';
import type { callTables } from './calls';
import type { identityTables } from './identity';
import type { organisationTables } from './organisations';

export const applicationStatuses = [
  'draft', 'submitted', 'formal_check', 'correction_requested', 'formally_valid', 'formally_rejected', 'in_assessment',
  'assessed', 'recommended', 'reserve', 'not_recommended', 'awarded', 'rejected', 'declined', 'contracted', 'withdrawn',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

type Earlier = ReturnType<typeof identityTables> & ReturnType<typeof organisationTables> & ReturnType<typeof callTables>;

/** Offers of organisations in a call (art. 14), what was handed in and when, and the formal check. */
export function applicationTables(k: Kit, { people, organisations, calls, callChecklist }: Earlier) {
  const applications = k.table('applications', {
    id: k.key('id').primaryKey(),
    callId: k.key('call_id').notNull().references(() => calls.id),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id),
    status: k.enum('status', [...applicationStatuses]).notNull(),
    title: k.text('title').notNull(),
    content: k.json<OfferContent>('content').notNull(),
    /** Grant asked and total cost in grosze, kept beside the content for lists and sums. */
    requested: k.big('requested').notNull().default(0),
    totalCost: k.big('total_cost').notNull().default(0),
    createdBy: k.key('created_by').notNull().references(() => people.id),
    createdAt: k.instant('created_at').notNull(),
    updatedAt: k.instant('updated_at').notNull(),
    submittedAt: k.instant('submitted_at'),
    receiptNumber: k.key('receipt_number').unique(),
    correctionAskedAt: k.instant('correction_asked_at'),
    correctionDueAt: k.instant('correction_due_at'),
    correctionRemindedAt: k.instant('correction_reminded_at'),
    /** Sections of the offer unlocked by the call for correction. */
    correctionSections: k.json<string[]>('correction_sections'),
    correctionUsed: k.bool('correction_used').notNull().default(false),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.index('applications_call').on(t.callId, t.status), k.index('applications_organisation').on(t.organisationId, t.callId)]);
  const submissions = k.table('submissions', {
    id: k.key('id').primaryKey(),
    applicationId: k.key('application_id').notNull().references(() => applications.id),
    kind: k.enum('kind', ['original', 'correction']).notNull(),
    receiptNumber: k.key('receipt_number').notNull().unique(),
    submittedAt: k.instant('submitted_at').notNull(),
    submittedBy: k.key('submitted_by').notNull().references(() => people.id),
    /** Canonical JSON of what was handed in, frozen; the SHA-256 is of exactly these bytes. */
    snapshot: k.text('snapshot').notNull(),
    sha256: k.key('sha256').notNull(),
  }, (t) => [k.index('submissions_application').on(t.applicationId)]);
  /** Who signed off the draft before it was handed in, where the register asks for several signatures. */
  const signOffs = k.table('sign_offs', {
    applicationId: k.key('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    personId: k.key('person_id').notNull().references(() => people.id),
    version: k.int('version').notNull(),
    at: k.instant('at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.applicationId, t.personId] })]);
  /** Every saving of a section, so that nothing written is ever lost. */
  const applicationRevisions = k.table('application_revisions', {
    id: k.key('id').primaryKey(),
    applicationId: k.key('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    section: k.key('section').notNull().$type<OfferSection>(),
    /** The version of the whole offer that this saving made. */
    version: k.int('version').notNull(),
    content: k.json<unknown>('content').notNull(),
    /** What the author's own page held, where the work of others was merged in: the base of that page's next saving. */
    typed: k.json<unknown>('typed'),
    authorId: k.key('author_id').notNull().references(() => people.id),
    at: k.instant('at').notNull(),
  }, (t) => [k.uniqueIndex('application_revisions_version').on(t.applicationId, t.version)]);
  /** What the organisation's own people say to each other about a section. */
  const applicationComments = k.table('application_comments', {
    id: k.key('id').primaryKey(),
    applicationId: k.key('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    section: k.key('section').notNull().$type<OfferSection>(),
    authorId: k.key('author_id').notNull().references(() => people.id),
    text: k.text('text').notNull(),
    mentions: k.json<string[]>('mentions').notNull(),
    at: k.instant('at').notNull(),
  }, (t) => [k.index('application_comments_application').on(t.applicationId)]);
  /** Organisations that make a joint offer (art. 14(2)) with the one that files it. */
  const coOfferors = k.table('co_offerors', {
    applicationId: k.key('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id),
    status: k.enum('status', ['invited', 'accepted', 'declined']).notNull(),
    /** Its part of the cost in grosze (V.C) and what it does (VI.2). */
    share: k.big('share').notNull(),
    /** What of its part falls in each year; only where the task lasts longer than one. */
    shareYears: k.json<ByYear>('share_years'),
    tasks: k.text('tasks').notNull(),
    /** Why it declined or took its acceptance back, if it said. */
    reason: k.text('reason'),
    invitedBy: k.key('invited_by').notNull().references(() => people.id),
    invitedAt: k.instant('invited_at').notNull(),
    answeredBy: k.key('answered_by').references(() => people.id),
    answeredAt: k.instant('answered_at'),
  }, (t) => [k.primaryKey({ columns: [t.applicationId, t.organisationId] }), k.index('co_offerors_organisation').on(t.organisationId)]);
  /** People outside the organisation invited to this one offer, to write in it or to advise, until a moment. */
  const offerHelpers = k.table('offer_helpers', {
    id: k.key('id').primaryKey(),
    applicationId: k.key('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    email: k.key('email').notNull(),
    lang: k.enum('lang', [...languages]).notNull(),
    role: k.enum('role', [...helpRoles]).notNull(),
    digest: k.key('digest').notNull().unique(),
    invitedBy: k.key('invited_by').notNull().references(() => people.id),
    createdAt: k.instant('created_at').notNull(),
    /** How long the link can be used. */
    expiresAt: k.instant('expires_at').notNull(),
    /** When the right ends; empty means with the call, whenever that closes. */
    until: k.instant('until'),
    personId: k.key('person_id').references(() => people.id),
    acceptedAt: k.instant('accepted_at'),
    endedAt: k.instant('ended_at'),
    endedBy: k.key('ended_by').references(() => people.id),
  }, (t) => [k.index('offer_helpers_application').on(t.applicationId), k.index('offer_helpers_person').on(t.personId)]);
  const formalAnswers = k.table('formal_answers', {
    applicationId: k.key('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    checklistId: k.key('checklist_id').notNull().references(() => callChecklist.id),
    answer: k.enum('answer', ['yes', 'no', 'not_applicable']).notNull(),
    note: k.text('note'),
    answeredBy: k.key('answered_by').notNull().references(() => people.id),
    answeredAt: k.instant('answered_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.applicationId, t.checklistId] })]);
  const formalChecks = k.table('formal_checks', {
    applicationId: k.key('application_id').primaryKey().references(() => applications.id, { onDelete: 'cascade' }),
    proposedBy: k.key('proposed_by').notNull().references(() => people.id),
    proposal: k.enum('proposal', ['valid', 'rejected']).notNull(),
    reason: k.text('reason'),
    proposedAt: k.instant('proposed_at').notNull(),
    confirmedBy: k.key('confirmed_by').references(() => people.id),
    confirmedAt: k.instant('confirmed_at'),
  });
  return { applications, submissions, signOffs, applicationRevisions, applicationComments, coOfferors, offerHelpers, formalAnswers, formalChecks };
}
