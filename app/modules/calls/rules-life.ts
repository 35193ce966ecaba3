import type { RuleCode } from '~/i18n/codes';
import type { Day } from '~/shared/time';
import type { CallChange, RequiredAttachment } from './content';
import { attachmentLine, attachmentOfLine } from './rules-attachments';
import type { CallStatus } from './rules';

/** What of an announcement a corrigendum may change; the deadline is there too, because the days run anew. */
export const correctableFields = [
  'title', 'budget', 'minGrant', 'maxGrant', 'rules', 'conditions', 'taskFrom', 'taskTo', 'closesAt', 'procedure', 'decisionBy', 'previousTasks',
  'committeeRecruitment', 'maxShare', 'adminCap', 'yearBudgets', 'criteria', 'correctable', 'requiredAttachments',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

export type Correctable = {
  title: string; budget: number; minGrant: number; maxGrant: number; rules: string; conditions: string; taskFrom: Day; taskTo: Day;
  closesAt: Date; procedure: string; decisionBy: Day; previousTasks: string; committeeRecruitment: string; maxShare: number; adminCap: number | null;
  /** The budget of each year; absent where the form did not ask. */
  yearBudgets?: readonly { year: number; amount: number }[] | undefined;
  criteria?: Points | undefined;
  /** Codes of the checklist that can be corrected. */
  correctable?: readonly string[] | undefined;
  /** Absent where the form did not ask. */
  requiredAttachments?: readonly RequiredAttachment[] | undefined;
};
type Points = readonly { key: string; max: number }[];

/** A list is kept as lines, each what and how much. */
function plain(value: Correctable[CorrectableField]): CallChange['after'] {
  if (value instanceof Date) return value.toISOString();
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return value;
  return value.map((one) => (typeof one === 'string' ? one : 'when' in one ? attachmentLine(one) : 'key' in one ? `${one.key}=${one.max}` : `${one.year}=${one.amount}`));
}

const pair = (line: string): [string, number] => [line.split('=')[0] ?? '', Number(line.split('=')[1])];
const linesOf = (value: CallChange['after']) => (Array.isArray(value) ? value : []);

/** A changed value as the call holds it. */
function restored({ field, after }: CallChange): unknown {
  if (field === 'closesAt') return new Date(String(after));
  if (field === 'criteria') return linesOf(after).map(pair).map(([key, max]) => ({ key, max }));
  if (field === 'yearBudgets') return linesOf(after).map(pair).map(([year, amount]) => ({ year: Number(year), amount }));
  if (field === 'requiredAttachments') return linesOf(after).map(attachmentOfLine);
  return after;
}

/** Field by field what differs between the announcement as it is and as it shall be. */
export function changesBetween(before: Correctable, after: Correctable): CallChange[] {
  return correctableFields
    .filter((field) => after[field] !== undefined)
    .map((field) => ({ field, before: plain(before[field]), after: plain(after[field]) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** The announcement with these changes in it. */
export function withChanges<C extends Omit<Correctable, 'criteria' | 'correctable'>>(call: C, changes: readonly CallChange[]): C & Pick<Correctable, 'criteria' | 'correctable'> {
  const after = Object.fromEntries(changes.map((change) => [change.field, restored(change)]));
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
