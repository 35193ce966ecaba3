import { proposalStatuses, type Answer, type ProposalContent, type PublicCopy } from '../../app/modules/proposals/content';
import type { Kit } from '../kit';
import type { callTables } from './calls';
import type { identityTables } from './identity';
import type { organisationTables } from './organisations';

type Earlier = ReturnType<typeof identityTables> & ReturnType<typeof organisationTables> & Pick<ReturnType<typeof callTables>, 'calls'>;

/** Proposals of public tasks by organisations of their own accord (art. 12), what the City asked and answered. */
export function proposalTables(k: Kit, { people, organisations, calls }: Earlier) {
  const proposals = k.table('proposals', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id),
    status: k.enum('status', [...proposalStatuses]).notNull(),
    title: k.text('title').notNull(),
    content: k.json<Partial<ProposalContent>>('content').notNull(),
    createdBy: k.key('created_by').notNull().references(() => people.id),
    createdAt: k.instant('created_at').notNull(),
    updatedAt: k.instant('updated_at').notNull(),
    receiptNumber: k.key('receipt_number').unique(),
    submittedAt: k.instant('submitted_at'),
    /** The bytes that were filed; the SHA-256 is of exactly these. */
    snapshot: k.text('snapshot'),
    sha256: k.key('sha256'),
    /** What everybody reads; empty until an officer has read it. */
    publicCopy: k.json<PublicCopy>('public_copy'),
    /** The answer as an officer drafted it, then as it was decided. */
    draftAnswer: k.json<Answer>('draft_answer'),
    examinedBy: k.key('examined_by').references(() => people.id),
    answer: k.json<Answer>('answer'),
    decidedBy: k.key('decided_by').references(() => people.id),
    decidedAt: k.instant('decided_at'),
    /** The call that came of it. */
    callId: k.key('call_id').references(() => calls.id),
    /** When its own people were reminded of the draft, and the City of its month; each once. */
    remindedAt: k.instant('reminded_at'),
    officeRemindedAt: k.instant('office_reminded_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.index('proposals_organisation').on(t.organisationId), k.index('proposals_status').on(t.status), k.index('proposals_call').on(t.callId)]);
  /** Each question of the City with the organisation's reply; neither is ever changed. */
  const proposalQuestions = k.table('proposal_questions', {
    id: k.key('id').primaryKey(),
    proposalId: k.key('proposal_id').notNull().references(() => proposals.id),
    question: k.text('question').notNull(),
    askedBy: k.key('asked_by').notNull().references(() => people.id),
    askedAt: k.instant('asked_at').notNull(),
    reply: k.text('reply'),
    repliedBy: k.key('replied_by').references(() => people.id),
    repliedAt: k.instant('replied_at'),
  }, (t) => [k.index('proposal_questions_proposal').on(t.proposalId)]);
  return { proposals, proposalQuestions };
}
