import type { Kit } from '../kit';
import type { applicationTables } from './applications';
import type { callTables } from './calls';
import type { identityTables } from './identity';
import type { organisationTables } from './organisations';

type Earlier = ReturnType<typeof identityTables> & ReturnType<typeof organisationTables> & ReturnType<typeof callTables>;

/** The contest committee (art. 15(2a)–(2f)): who sits in it and what they declared before seeing the offers. */
export function panelTables(k: Kit, { people, organisations, calls }: Earlier) {
  const committeeMembers = k.table('committee_members', {
    callId: k.key('call_id').notNull().references(() => calls.id, { onDelete: 'cascade' }),
    personId: k.key('person_id').notNull().references(() => people.id),
    seat: k.enum('seat', ['chair', 'city', 'ngo']).notNull(),
    /** The organisation that indicated this person (NGO seats). */
    organisationId: k.key('organisation_id').references(() => organisations.id),
    appointedAt: k.instant('appointed_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.callId, t.personId] }), k.index('committee_members_person').on(t.personId)]);
  const impartialityDeclarations = k.table('impartiality_declarations', {
    callId: k.key('call_id').notNull().references(() => calls.id, { onDelete: 'cascade' }),
    personId: k.key('person_id').notNull().references(() => people.id),
    outcome: k.enum('outcome', ['none', 'declared']).notNull(),
    applicationIds: k.json<string[]>('application_ids').notNull(),
    reason: k.text('reason'),
    declaredAt: k.instant('declared_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.callId, t.personId] })]);
  /** The search for members pointed out by organisations (art. 15(2d)): part of the announcement. */
  const committeeRecruitments = k.table('committee_recruitments', {
    callId: k.key('call_id').primaryKey().references(() => calls.id, { onDelete: 'cascade' }),
    /** The last day on which organisations may propose. */
    until: k.key('until').notNull(),
    places: k.int('places').notNull(),
    expected: k.text('expected').notNull(),
    openedBy: k.key('opened_by').notNull().references(() => people.id),
    openedAt: k.instant('opened_at').notNull(),
  });
  const committeeProposals = k.table('committee_proposals', {
    id: k.key('id').primaryKey(),
    callId: k.key('call_id').notNull().references(() => calls.id, { onDelete: 'cascade' }),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id),
    status: k.enum('status', ['proposed', 'appointed', 'rejected']).notNull(),
    /** Who is proposed; blank once nobody needs it any more. */
    name: k.text('name'),
    email: k.key('email'),
    experience: k.text('experience'),
    proposedBy: k.key('proposed_by').notNull().references(() => people.id),
    proposedAt: k.instant('proposed_at').notNull(),
    reason: k.text('reason'),
    decidedBy: k.key('decided_by').references(() => people.id),
    decidedAt: k.instant('decided_at'),
  }, (t) => [k.uniqueIndex('committee_proposals_organisation').on(t.callId, t.organisationId)]);
  return { committeeMembers, impartialityDeclarations, committeeRecruitments, committeeProposals };
}

/** Score cards: one person's points and reasons for one offer, unseen by others until handed in. */
export function reviewTables(k: Kit, earlier: Earlier & ReturnType<typeof applicationTables>) {
  const { people, calls, callCriteria, applications } = earlier;
  const reviews = k.table('reviews', {
    id: k.key('id').primaryKey(),
    callId: k.key('call_id').notNull().references(() => calls.id),
    applicationId: k.key('application_id').notNull().references(() => applications.id),
    personId: k.key('person_id').notNull().references(() => people.id),
    status: k.enum('status', ['draft', 'handed_in']).notNull(),
    total: k.int('total').notNull().default(0),
    createdAt: k.instant('created_at').notNull(),
    handedInAt: k.instant('handed_in_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.uniqueIndex('reviews_application_person').on(t.applicationId, t.personId)]);
  const reviewScores = k.table('review_scores', {
    reviewId: k.key('review_id').notNull().references(() => reviews.id, { onDelete: 'cascade' }),
    criterionId: k.key('criterion_id').notNull().references(() => callCriteria.id),
    points: k.int('points'),
    reason: k.text('reason').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.reviewId, t.criterionId] })]);
  return { reviews, reviewScores };
}

/** Ranking (the committee's opinion) and awards (the Mayor's choice, art. 15(2g)–(2h)). */
export function decisionTables(k: Kit, earlier: Earlier & ReturnType<typeof applicationTables>) {
  const { organisations, calls, applications } = earlier;
  const rankings = k.table('rankings', {
    applicationId: k.key('application_id').primaryKey().references(() => applications.id),
    callId: k.key('call_id').notNull().references(() => calls.id),
    position: k.int('position').notNull(),
    /** Arithmetic mean of the members' totals, in hundredths of a point, half up. */
    mean: k.int('mean').notNull(),
    spread: k.int('spread').notNull(),
    scores: k.int('scores').notNull(),
    proposed: k.big('proposed').notNull(),
    outcome: k.enum('outcome', ['recommended', 'reserve', 'not_recommended']).notNull(),
    tieBreak: k.enum('tie_break', ['quality', 'feasibility', 'filing_time']),
  }, (t) => [k.index('rankings_call').on(t.callId, t.position)]);
  const awards = k.table('awards', {
    id: k.key('id').primaryKey(),
    number: k.key('number').notNull().unique(),
    callId: k.key('call_id').notNull().references(() => calls.id),
    applicationId: k.key('application_id').notNull().unique().references(() => applications.id),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id),
    status: k.enum('status', ['awarded', 'accepted', 'declined', 'contracted']).notNull(),
    requested: k.big('requested').notNull(),
    amount: k.big('amount').notNull(),
    /** Total cost of the task after the organisation took a smaller grant; the share may not rise. */
    updatedTotal: k.big('updated_total'),
    updateNote: k.text('update_note'),
    orderNumber: k.text('order_number').notNull(),
    orderDate: k.key('order_date').notNull(),
    deviation: k.text('deviation'),
    createdAt: k.instant('created_at').notNull(),
    answeredAt: k.instant('answered_at'),
  }, (t) => [k.index('awards_call').on(t.callId)]);
  return { rankings, awards };
}
