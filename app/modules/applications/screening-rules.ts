import type { RuleCode } from '~/i18n/codes';
import { addDays, dayOf, isBefore, nextWorkingDay, startOfDay } from '~/shared/time';

export type FormalAnswer = 'yes' | 'no' | 'not_applicable';

/** One item of the checklist with its answer, if somebody gave one. */
export type CheckedItem = { id: string; code: string; correctable: boolean; answer: FormalAnswer | null; note: string | null };

/** The end of the last day for a correction: so many days from now, and never on a day when offices rest. */
export function correctionDeadline(now: Date, days: number): Date {
  return startOfDay(addDays(nextWorkingDay(addDays(dayOf(now), days)), 1));
}

/** Why the organisation cannot be called to correct this offer, or null. */
export function whyNoCorrection(items: readonly CheckedItem[], correctionUsed: boolean): RuleCode | null {
  if (correctionUsed) return 'screening.correctionUsed';
  if (items.some(({ answer }) => answer === null)) return 'screening.unanswered';
  const missing = items.filter(({ answer }) => answer === 'no');
  if (missing.length === 0) return 'screening.nothingToCorrect';
  return missing.every(({ correctable }) => correctable) ? null : 'screening.notCorrectable';
}

/** Why this result of the formal check cannot be proposed, or null. */
export function whyNoProposal(items: readonly CheckedItem[], proposal: 'valid' | 'rejected'): RuleCode | null {
  if (items.some(({ answer }) => answer === null)) return 'screening.unanswered';
  const failed = items.some(({ answer }) => answer === 'no');
  if (proposal === 'valid') return failed ? 'screening.hasFailures' : null;
  return failed ? null : 'screening.noFailure';
}

/** Whether a correction may still be handed in: strictly before its deadline. */
export function correctionOpen(now: Date, dueAt: Date | null): boolean {
  return dueAt !== null && isBefore(now, dueAt);
}

export type FactInput = {
  call: {
    closesAt: Date; minGrant: number; maxGrant: number; maxShare: number; taskFrom: string; taskTo: string;
    eligibleForms: readonly string[]; offersPerOrganisation: number;
  };
  offer: {
    submittedAt: Date | null; requested: number; totalCost: number; legalForm: string; offersInCall: number;
    startDate: string | null; endDate: string | null; arrears: boolean | null; problems: number;
    /** Names of attachments the call asks for that are not there; null where it asks for none. */
    missing?: readonly string[] | null;
  };
};

/** What the portal itself can see beside an item of the checklist: whether it looks met, and in which terms. */
export type Fact =
  | { code: 'F1'; met: boolean; submittedAt: Date; closesAt: Date }
  | { code: 'F2'; met: boolean; legalForm: string }
  | { code: 'F6'; met: boolean; missing: readonly string[] }
  | { code: 'F7'; met: boolean; from: string; to: string }
  | { code: 'F8'; met: boolean; requested: number; maxGrant: number; share: number; maxShare: number }
  | { code: 'F9'; met: boolean; problems: number }
  | { code: 'F10'; met: boolean }
  | { code: 'F11'; met: boolean; offers: number; limit: number };

/** The facts known from the data, for the officer to weigh; none of them answers an item by itself. */
export function factsOf({ call, offer }: FactInput): Fact[] {
  const facts: Fact[] = [];
  if (offer.submittedAt) {
    facts.push({ code: 'F1', met: isBefore(offer.submittedAt, call.closesAt), submittedAt: offer.submittedAt, closesAt: call.closesAt });
  }
  facts.push({ code: 'F2', met: call.eligibleForms.includes(offer.legalForm), legalForm: offer.legalForm });
  if (offer.missing) facts.push({ code: 'F6', met: offer.missing.length === 0, missing: offer.missing });
  if (offer.startDate && offer.endDate) {
    const within = offer.startDate >= call.taskFrom && offer.endDate <= call.taskTo && offer.startDate <= offer.endDate;
    facts.push({ code: 'F7', met: within, from: offer.startDate, to: offer.endDate });
  }
  const share = offer.totalCost > 0 ? Math.round((offer.requested * 10_000) / offer.totalCost) : 0;
  const inBounds = offer.requested >= call.minGrant && offer.requested <= call.maxGrant && share <= call.maxShare;
  facts.push({ code: 'F8', met: inBounds, requested: offer.requested, maxGrant: call.maxGrant, share, maxShare: call.maxShare });
  facts.push({ code: 'F9', met: offer.problems === 0, problems: offer.problems });
  if (offer.arrears !== null) facts.push({ code: 'F10', met: !offer.arrears });
  facts.push({ code: 'F11', met: offer.offersInCall <= call.offersPerOrganisation, offers: offer.offersInCall, limit: call.offersPerOrganisation });
  return facts;
}
