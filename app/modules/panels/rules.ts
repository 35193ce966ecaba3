import type { RuleCode } from '~/i18n/codes';

export type Seat = 'chair' | 'city' | 'ngo';
export type Outcome = 'none' | 'declared';

/** Fewest members a committee may work with. */
export const smallestCommittee = 3;

/** Roles from which members are appointed. */
export const eligibleRoles = ['committee_member', 'officer', 'head'] as const;

/** Call statuses in which the committee may still be put together. */
export const appointableStatuses = ['approved', 'open', 'closed', 'screening'] as const;

/** Call statuses in which members declare: after the list of applicants is known, before anybody scores. */
export const declarableStatuses = ['closed', 'screening', 'assessment'] as const;

/** Whether a person outside or inside the committee may see what an offer says: members only once cleared. */
export function mayOpenOffers(committee: readonly { personId: string; declared: Outcome | null }[], personId: string): boolean {
  const seat = committee.find((member) => member.personId === personId);
  return !seat || seat.declared === 'none';
}

export type CommitteeState = {
  members: readonly { seat: Seat; declared: Outcome | null }[];
  minScores: number;
  /** Offers that still have no confirmed formal result. */
  unchecked: number;
  valid: number;
};

/** Why the assessment cannot start, or null. */
export function whyNotStart({ members, minScores, unchecked, valid }: CommitteeState): RuleCode | null {
  if (unchecked > 0) return 'panel.formalUnfinished';
  if (valid === 0) return 'panel.noValidOffers';
  if (members.length < smallestCommittee) return 'panel.tooFewMembers';
  if (members.some(({ declared }) => declared === null)) return 'panel.undeclared';
  const cleared = members.filter(({ declared }) => declared === 'none');
  if (!cleared.some(({ seat }) => seat === 'chair')) return 'panel.noChair';
  if (cleared.length < minScores || cleared.length * 2 < members.length) return 'panel.noQuorum';
  return null;
}

/** What a member has to do now in a call of this status. */
export function nextStepOf(status: string, declared: Outcome | null): 'declare' | 'wait' | 'score' | 'excluded' | 'done' {
  if (declared === 'declared') return 'excluded';
  if (!declared) return declarableStatuses.some((one) => one === status) ? 'declare' : 'wait';
  if (status === 'assessment') return 'score';
  return ['closed', 'screening'].includes(status) ? 'wait' : 'done';
}
