import { addDays, startOfDay, type Day } from '~/shared/time';

/** What somebody has to do, one kind for each thing the portal can ask of an applicant. */
export const dueKinds = [
  'draft', 'signOff', 'correction', 'invitation', 'award', 'agreement', 'report', 'clarification', 'repayment',
  'smallGrantDraft', 'smallGrantCorrection', 'proposalDraft', 'proposalQuestion', 'initiativeDraft', 'initiativeCompletion', 'initiativeReport',
  'entry', 'entryCorrection', 'confirmation', 'patronage', 'mention', 'help', 'advice',
] as const;
export type DueKind = (typeof dueKinds)[number];

/** What goes on without the reader for a while. */
export const waitingKinds = [
  'callEnd', 'formalCheck', 'assessment', 'decision', 'signatures', 'joint', 'jointDraft', 'agreementText', 'citySignature', 'reportCheck',
  'smallGrantReview', 'smallGrantPosting', 'smallGrantComments', 'smallGrantDecision', 'proposalAnswer', 'initiativeAnswer', 'initiativeAgreement', 'initiativeClose',
  'entryCheck', 'entryChange', 'claim', 'patronageAnswer',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** Whose move it is when it is not the reader's. */
export const parties = ['city', 'committee', 'mayor', 'signatory', 'partner', 'residents', 'closing'] as const;
export type Party = (typeof parties)[number];

/** The life stories that end on a desk. */
export const pastKinds = ['offer', 'smallGrant', 'proposal', 'localInitiative', 'agreement'] as const;
export type PastKind = (typeof pastKinds)[number];

type About = {
  /** The thing in the words of its authors; empty while they gave it no name. */
  subject: string;
  /** For which organisation; empty where somebody acts for themselves. */
  organisation: string;
  /** The one place where it is done or read, without the language. */
  href: string;
};

export type DueItem = About & { at: 'due'; kind: DueKind; due: Date | null; from?: string };
export type WaitingItem = About & {
  at: 'waiting'; kind: WaitingKind; waitingFor: Party;
  /** Which organisation it is, where it is another one, or how many more are needed. */
  name?: string; n?: number;
  since: Date | null;
  /** When that side should be done, where there is a rule about it. */
  due: Date | null;
};
export type PastItem = About & {
  at: 'past'; kind: PastKind; status: string; on: Date | null;
  /** In grosze, and in hundredths of a point; only what was published. */
  amount?: number; points?: number; position?: number;
};
export type DeskItem = DueItem | WaitingItem | PastItem;

/** What the reader is in an organisation. */
export type Seat = { organisationId: string; name: string; writes: boolean; signs: boolean };

/** Who looks, when, and for whom they act. */
export type Reader = { personId: string; now: Date; seats: ReadonlyMap<string, Seat> };

/** The seat of the reader in an organisation; one that does nothing where there is none. */
export function seatIn({ seats }: Reader, organisationId: string | null): Seat {
  return seats.get(organisationId ?? '') ?? { organisationId: organisationId ?? '', name: '', writes: false, signs: false };
}

/** The instant at which a day that is a deadline is over. */
export function endOf(day: Day): Date;
export function endOf(day: Day | null): Date | null;
export function endOf(day: Day | null): Date | null {
  return day === null ? null : startOfDay(addDays(day, 1));
}

/** The desk as it is read: what is due first and soonest, what waits longest, the past from its newest end. */
export function deskOf(items: readonly DeskItem[]): { due: DueItem[]; waiting: WaitingItem[]; past: PastItem[] } {
  const whose = <At extends DeskItem['at']>(at: At) => items.filter((item): item is Extract<DeskItem, { at: At }> => item.at === at);
  const never = Number.POSITIVE_INFINITY;
  const time = (instant: Date | null, otherwise: number) => instant?.getTime() ?? otherwise;
  const order = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return {
    due: whose('due').toSorted((a, b) => order(time(a.due, never), time(b.due, never))),
    waiting: whose('waiting').toSorted((a, b) => order(time(a.since, never), time(b.since, never))),
    past: whose('past').toSorted((a, b) => order(time(b.on, 0), time(a.on, 0))),
  };
}
