import type { RuleCode } from '~/i18n/codes';
import type { Day } from '~/shared/time';
import type { CallChange } from './content';
import type { CallStatus } from './rules';

/** What of an announcement a corrigendum may change; the deadline is there too, because the days run anew. */
export const correctableFields = [
  'title', 'budget', 'minGrant', 'maxGrant', 'rules', 'conditions', 'taskFrom', 'taskTo', 'closesAt', 'procedure', 'decisionBy', 'previousTasks',
  'committeeRecruitment',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

export type Correctable = {
  title: string; budget: number; minGrant: number; maxGrant: number; rules: string; conditions: string; taskFrom: Day; taskTo: Day;
  closesAt: Date; procedure: string; decisionBy: Day; previousTasks: string; committeeRecruitment: string;
};

const plain = (value: string | number | Date) => (value instanceof Date ? value.toISOString() : value);

/** Field by field what differs between the announcement as it is and as it shall be. */
export function changesBetween(before: Correctable, after: Correctable): CallChange[] {
  return correctableFields
    .map((field) => ({ field, before: plain(before[field]), after: plain(after[field]) }))
    .filter((change) => change.before !== change.after);
}

/** The announcement with these changes in it. */
export function withChanges<C extends Correctable>(call: C, changes: readonly CallChange[]): C {
  const after = Object.fromEntries(changes.map((change) => [change.field, change.field === 'closesAt' ? new Date(String(change.after)) : change.after]));
  return { ...call, ...after };
}

type Timed = { status: CallStatus; closesAt: Date };
type Extension = { closesAt: Date; outage?: { from: Date; to: Date } | undefined };

const lastDay = 24 * 3_600_000;

/** Why the deadline cannot be moved to this moment, or null. After the deadline only an outage in its last day can move it. */
export function whyNotExtend(call: Timed, { closesAt, outage }: Extension, now: Date): RuleCode | null {
  if (call.status !== 'open' && call.status !== 'closed') return 'wrongState';
  if (closesAt.getTime() <= call.closesAt.getTime() || closesAt.getTime() <= now.getTime()) return 'call.notLater';
  if (outage && (outage.from >= outage.to || outage.to > now)) return 'call.outage';
  if (call.status === 'open' && now < call.closesAt) return null;
  const touched = outage && outage.from < call.closesAt && outage.to.getTime() > call.closesAt.getTime() - lastDay;
  return touched ? null : 'call.extensionLate';
}

const notInTheRunning: readonly string[] = ['draft', 'withdrawn', 'formally_rejected'];

/** Why the call cannot be annulled (art. 18a), or null: only where nobody filed an offer or none met the requirements. */
export function whyNotAnnul(offers: readonly string[]): RuleCode | null {
  return offers.every((status) => notInTheRunning.includes(status)) ? null : 'call.offersValid';
}

/** Why the call cannot be completed, or null: every award has its agreement or was declined. */
export function whyNotComplete(awards: readonly string[]): RuleCode | null {
  return awards.every((status) => status === 'contracted' || status === 'declined') ? null : 'call.awardsPending';
}
