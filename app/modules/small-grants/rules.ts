import type { RuleCode } from '~/i18n/codes';
import { formatMoney, grosze } from '~/shared/money';
import { findPersonalNumbers, redacted } from '~/shared/text';
import { addDays, addWorkingDays, inclusiveDays, startOfDay, type Day } from '~/shared/time';
import type { PublicCopy, SmallGrantContent, SmallGrantStatus } from './content';

/** Every step a simplified offer can take. A step that is not listed does not exist. */
export const smallGrantSteps: Record<SmallGrantStatus, readonly SmallGrantStatus[]> = {
  draft: ['submitted'],
  submitted: ['correction_requested', 'purposeful', 'refused', 'withdrawn'],
  correction_requested: ['submitted', 'refused', 'withdrawn'],
  purposeful: ['posted', 'withdrawn'],
  posted: ['comments_closed', 'withdrawn'],
  comments_closed: ['approved', 'refused', 'withdrawn'],
  approved: [],
  refused: [],
  withdrawn: [],
};

/** Why the offer cannot take this step, or null. */
export function whyNotStep(from: SmallGrantStatus, to: SmallGrantStatus): RuleCode | null {
  return smallGrantSteps[from].includes(to) ? null : 'wrongState';
}

/** Whether the organisation can write in the offer now. */
export function isWritable(status: SmallGrantStatus): boolean {
  return status === 'draft' || status === 'correction_requested';
}

const publicStatuses: readonly SmallGrantStatus[] = ['posted', 'comments_closed', 'approved', 'refused'];

/** Whether everybody may read the offer: from the posting on; one refused without posting stays between the City and the organisation. */
export function isPublic({ status, postedOn }: { status: SmallGrantStatus; postedOn: string | null }): boolean {
  return postedOn !== null && publicStatuses.includes(status);
}

/** The statutory numbers of art. 19a on a day: grosze, days, working days, per cent. */
export type Limits = { amount: number; days: number; organisationYear: number; poolShare: number; reviewDays: number; postedDays: number };

/** What was granted in this mode in the year, in grosze: to the organisation, to all, and how much may be. */
export type Balance = { organisation: number; granted: number; pool: number };

/** The last day on which the City may post the offer: working days after the day of receipt (art. 19a(3)). */
export function reviewDueOn(submittedOn: Day, workingDays: number): Day {
  return addWorkingDays(submittedOn, workingDays);
}

/** The last day for comments: the day of posting is not counted (art. 19a(5)). */
export function commentsUntil(postedOn: Day, days: number): Day {
  return addDays(postedOn, days);
}

/** Whether comments are still taken: to the end of the last day in Kraków. */
export function takesComments({ status, commentsUntil: last }: { status: SmallGrantStatus; commentsUntil: string | null }, now: Date): boolean {
  return status === 'posted' && last !== null && now < startOfDay(addDays(last, 1));
}

/** The sums of the estimated cost, in grosze. */
export function costSums(costs: SmallGrantContent['costs']) {
  const grant = costs.reduce((all, cost) => all + cost.grant, 0);
  const other = costs.reduce((all, cost) => all + cost.other, 0);
  return { grant, other, total: grant + other };
}

const money = (amount: number) => formatMoney(grosze(amount), 'pl');

export type Problem = { field: string; code: RuleCode; params?: Record<string, string | number> };

/** Why no grant of this size can be given in this mode now: the limits for one grant, one organisation and the pool of the year. */
export function overLimits(grant: number, limits: Limits, balance: Balance): Problem[] {
  const checks: [RuleCode, boolean, Problem['params']][] = [
    ['smallGrant.amount', grant > limits.amount, { max: money(limits.amount) }],
    ['smallGrant.organisationYear', balance.organisation + grant > limits.organisationYear, { max: money(limits.organisationYear), left: money(Math.max(0, limits.organisationYear - balance.organisation)) }],
    ['smallGrant.pool', balance.granted + grant > balance.pool, { left: money(Math.max(0, balance.pool - balance.granted)) }],
  ];
  return checks.flatMap(([code, wrong, params]) => (wrong ? [{ field: 'costs[0].grant', code, ...(params ? { params } : {}) }] : []));
}

/** Everything that stops the offer from being handed in, each at its field. */
export function problemsOf(content: Partial<SmallGrantContent>, limits: Limits, balance: Balance, today: Day): Problem[] {
  const { contact, title, startDate = '', endDate = '', description, districts = [], results = [], profile, costs = [], declarations: made } = content;
  const sums = costSums(costs);
  const checks: [string, RuleCode, boolean, Problem['params']?][] = [
    ['contact.name', 'required', !contact?.name],
    ['contact.phone', 'required', !contact?.phone],
    ['contact.email', 'required', !contact?.email],
    ['title', 'required', !title],
    ['startDate', 'required', !startDate],
    ['endDate', 'required', !endDate],
    ['startDate', 'smallGrant.startsInPast', startDate !== '' && startDate <= today],
    ['endDate', 'smallGrant.endsBeforeStart', startDate !== '' && endDate !== '' && endDate < startDate],
    ['endDate', 'smallGrant.days', startDate !== '' && endDate >= startDate && inclusiveDays(startDate, endDate) > limits.days, { max: limits.days }],
    ['description', 'required', !description],
    ['districts', 'offer.districts', districts.length === 0],
    ['results[0].name', 'smallGrant.results', results.length === 0 || results.some(({ name, target, monitoring }) => !name || !target || !monitoring)],
    ['profile', 'required', !profile],
    ['costs[0].kind', 'smallGrant.costs', costs.length === 0 || costs.some(({ kind, grant, other }) => !kind || grant + other <= 0)],
    ['costs[0].grant', 'smallGrant.nothingAsked', sums.grant <= 0],
    ['withinStatute', 'offer.declarations', !made?.withinStatute || !made.feesOnlyPaid || !made.taxArrears || !made.insuranceArrears || !made.dataAgrees || !made.allTrue || !made.dataProtection],
    ['taxArrears', 'offer.arrears', made?.taxArrears === 'yes' || made?.insuranceArrears === 'yes'],
    ['description', 'pesel.found', [title, description, profile].some((words) => findPersonalNumbers(words ?? '').length > 0)],
  ];
  return [
    ...checks.flatMap(([field, code, wrong, params]) => (wrong ? [{ field, code, ...(params ? { params } : {}) }] : [])),
    ...overLimits(sums.grant, limits, balance),
  ];
}

/** How many days offices usually need from the filing to the agreement. */
export const usualDays = 21;

/** Whether the task begins so soon that the agreement may come too late. */
export function startsSoon({ startDate }: { startDate?: string | undefined }, today: Day): boolean {
  return !!startDate && startDate > today && startDate < addDays(today, usualDays);
}

/** The copy for the public: no contact, no declarations, nothing that looks like somebody's number. */
export function publicCopyOf({ title, startDate, endDate, description, districts, targetGroups, results, profile, costs }: SmallGrantContent): PublicCopy {
  return {
    title: redacted(title), startDate, endDate, description: redacted(description), districts, targetGroups, profile: redacted(profile),
    results: results.map((result) => ({ ...result, name: redacted(result.name), monitoring: redacted(result.monitoring) })),
    costs: costs.map((cost) => ({ ...cost, kind: redacted(cost.kind) })),
  };
}
