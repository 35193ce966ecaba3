import type { LocalInitiativeStatus } from '~/modules/local-initiatives/content';
import { answerBy as initiativeAnswerBy } from '~/modules/local-initiatives/rules';
import type { ProposalStatus } from '~/modules/proposals/content';
import { answerBy as proposalAnswerBy } from '~/modules/proposals/rules';
import type { SmallGrantStatus } from '~/modules/small-grants/content';
import { dayOf, type Day } from '~/shared/time';
import { endOf, seatIn, type DeskItem, type DueKind, type PastKind, type Reader, type WaitingItem } from './rules';

type Request<Status> = { id: string; title: string; status: Status; organisationId: string; submittedAt: Date | null; decidedAt: Date | null; updatedAt: Date };
type Waits = Pick<WaitingItem, 'kind' | 'waitingFor'> & { due?: Date | null };
type Step = { due: DueKind; by?: Date | null } | Waits | null;

/** A thing somebody asks the City for is to be done, waits, or is over. */
function itemsOf(request: Request<string>, { kind, href, organisation, step, acts }: { kind: PastKind; href: string; organisation: string; step: Step; acts: boolean }): DeskItem[] {
  const about = { subject: request.title, organisation, href };
  if (step === null) return [{ at: 'past', kind, ...about, status: request.status, on: request.decidedAt ?? request.submittedAt ?? request.updatedAt }];
  if (!('due' in step) || 'waitingFor' in step) return [{ at: 'waiting', ...step, ...about, since: request.submittedAt, due: step.due ?? null }];
  if (acts) return [{ at: 'due', kind: step.due, ...about, due: step.by ?? null }];
  return [{ at: 'waiting', kind: 'signatures', waitingFor: 'signatory', ...about, since: null, due: step.by ?? null }];
}

/** A small grant, with the last day of its public comments. */
export type SmallGrantFact = Request<SmallGrantStatus> & { commentsUntil: Day | null };

/** Where a small grant stands for the reader. */
export function itemsOfSmallGrant(grant: SmallGrantFact, reader: Reader): DeskItem[] {
  const seat = seatIn(reader, grant.organisationId);
  const steps: Record<SmallGrantStatus, Step> = {
    draft: { due: 'smallGrantDraft' },
    correction_requested: { due: 'smallGrantCorrection' },
    submitted: { kind: 'smallGrantReview', waitingFor: 'city' },
    purposeful: { kind: 'smallGrantPosting', waitingFor: 'city' },
    posted: { kind: 'smallGrantComments', waitingFor: 'residents', due: endOf(grant.commentsUntil) },
    comments_closed: { kind: 'smallGrantDecision', waitingFor: 'mayor' },
    approved: null, refused: null, withdrawn: null,
  };
  return itemsOf(grant, { kind: 'smallGrant', href: `/small-grants/mine/${grant.id}`, organisation: seat.name, step: steps[grant.status], acts: seat.writes || seat.signs });
}

/** A proposal of an organisation; the City has so many months to answer. */
export type ProposalFact = Request<ProposalStatus>;

/** Where a proposal stands for the reader. */
export function itemsOfProposal(proposal: ProposalFact, months: number, reader: Reader): DeskItem[] {
  const seat = seatIn(reader, proposal.organisationId);
  const waits: Step = { kind: 'proposalAnswer', waitingFor: 'city', due: proposal.submittedAt && endOf(proposalAnswerBy(dayOf(proposal.submittedAt), months)) };
  const steps: Record<ProposalStatus, Step> = {
    draft: { due: 'proposalDraft' }, question_asked: { due: 'proposalQuestion' }, submitted: waits, examined: waits, purposeful: null, not_purposeful: null, withdrawn: null,
  };
  return itemsOf(proposal, { kind: 'proposal', href: `/proposals/mine/${proposal.id}`, organisation: seat.name, step: steps[proposal.status], acts: seat.writes || seat.signs });
}

/** A local initiative of residents or of an organisation. */
export type InitiativeFact = Omit<Request<LocalInitiativeStatus>, 'organisationId'> & { organisationId: string | null; completionDue: Day | null; endsOn: Day | null };

/** Where a local initiative stands for the reader; without an organisation it is the reader's own. */
export function itemsOfInitiative(initiative: InitiativeFact, months: number, reader: Reader): DeskItem[] {
  const seat = seatIn(reader, initiative.organisationId);
  const waits: Step = { kind: 'initiativeAnswer', waitingFor: 'city', due: initiative.submittedAt && endOf(initiativeAnswerBy(dayOf(initiative.submittedAt), months)) };
  const steps: Record<LocalInitiativeStatus, Step> = {
    draft: { due: 'initiativeDraft' },
    completion_requested: { due: 'initiativeCompletion', by: endOf(initiative.completionDue) },
    submitted: waits, assessed: waits,
    agreed: { kind: 'initiativeAgreement', waitingFor: 'city' },
    in_progress: { due: 'initiativeReport', by: endOf(initiative.endsOn) },
    reported: { kind: 'initiativeClose', waitingFor: 'city' },
    completed: null, refused: null, ended: null, withdrawn: null,
  };
  const own = initiative.organisationId === null;
  return itemsOf({ ...initiative, organisationId: initiative.organisationId ?? '' }, {
    kind: 'localInitiative', href: `/local-initiatives/mine/${initiative.id}`, organisation: own ? '' : seat.name, step: steps[initiative.status], acts: own || seat.writes || seat.signs,
  });
}
