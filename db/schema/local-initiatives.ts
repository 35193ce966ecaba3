import { localInitiativeStatuses, type Agreement, type LocalInitiativeContent, type PublicCopy, type Report, type Score } from '../../app/modules/local-initiatives/content';
import type { Kit } from '../kit';
import type { identityTables } from './identity';
import type { organisationTables } from './organisations';

type Earlier = ReturnType<typeof identityTables> & ReturnType<typeof organisationTables>;

/** Local initiatives (art. 19b–19h): requests of residents, what the City said, what both sides agreed and did. */
export function localInitiativeTables(k: Kit, { people, organisations }: Earlier) {
  const localInitiatives = k.table('local_initiatives', {
    id: k.key('id').primaryKey(),
    /** Whoever began it; it is theirs unless it is filed through a group or an organisation. */
    personId: k.key('person_id').notNull().references(() => people.id),
    organisationId: k.key('organisation_id').references(() => organisations.id),
    status: k.enum('status', [...localInitiativeStatuses]).notNull(),
    title: k.text('title').notNull(),
    content: k.json<Partial<LocalInitiativeContent>>('content').notNull(),
    createdAt: k.instant('created_at').notNull(),
    updatedAt: k.instant('updated_at').notNull(),
    receiptNumber: k.key('receipt_number').unique(),
    submittedAt: k.instant('submitted_at'),
    completionNote: k.text('completion_note'),
    /** Kraków days. */
    completionDue: k.key('completion_due'),
    /** What everybody reads; empty until an officer has read it, and again when the request changed. */
    publicCopy: k.json<PublicCopy>('public_copy'),
    scores: k.json<Score[]>('scores'),
    assessedBy: k.key('assessed_by').references(() => people.id),
    assessedAt: k.instant('assessed_at'),
    decidedBy: k.key('decided_by').references(() => people.id),
    decidedAt: k.instant('decided_at'),
    decisionReason: k.text('decision_reason'),
    agreement: k.json<Agreement>('agreement'),
    report: k.json<Report>('report'),
    reportedAt: k.instant('reported_at'),
    reportNote: k.text('report_note'),
    /** What was done, in words for everybody; or why nothing came of it. */
    summary: k.text('summary'),
    closedBy: k.key('closed_by').references(() => people.id),
    closedAt: k.instant('closed_at'),
    /** When its own people were reminded of the draft, and the City of its month; each once. */
    remindedAt: k.instant('reminded_at'),
    officeRemindedAt: k.instant('office_reminded_at'),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.index('local_initiatives_person').on(t.personId), k.index('local_initiatives_organisation').on(t.organisationId), k.index('local_initiatives_status').on(t.status)]);
  /** Each handing in, frozen; the SHA-256 is of exactly these bytes. */
  const localInitiativeSubmissions = k.table('local_initiative_submissions', {
    id: k.key('id').primaryKey(),
    localInitiativeId: k.key('local_initiative_id').notNull().references(() => localInitiatives.id),
    submittedAt: k.instant('submitted_at').notNull(),
    submittedBy: k.key('submitted_by').notNull().references(() => people.id),
    snapshot: k.text('snapshot').notNull(),
    sha256: k.key('sha256').notNull(),
  }, (t) => [k.index('local_initiative_submissions_initiative').on(t.localInitiativeId)]);
  return { localInitiatives, localInitiativeSubmissions };
}
