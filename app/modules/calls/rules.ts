import type { Action } from '~/access/policy';
import type { RuleCode } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import { addDays, daysBetween, dayOf, startOfDay, type Day } from '~/shared/time';

export const publicationPlaces = ['bip', 'notice_board', 'website'] as const;
export type PublicationPlace = (typeof publicationPlaces)[number];

export const callStatuses = [
  'draft', 'internal_review', 'approved', 'open', 'closed', 'screening', 'assessment', 'ranked', 'decided',
  'results_published', 'contracting', 'completed', 'annulled', 'cancelled',
] as const;
export type CallStatus = (typeof callStatuses)[number];

type CallStep = { from: CallStatus; to: CallStatus; who: Action };

const beforeDecision: readonly CallStatus[] = ['draft', 'internal_review', 'approved', 'open', 'closed', 'screening', 'assessment', 'ranked'];

/** Every step a call can take and whose step it is. A step that is not listed does not exist. */
export const callSteps: readonly CallStep[] = [
  { from: 'draft', to: 'internal_review', who: 'call.sendToReview' },
  { from: 'internal_review', to: 'draft', who: 'call.return' },
  { from: 'internal_review', to: 'approved', who: 'call.approve' },
  // The only way to a later deadline when the publications came too late for the approved one.
  { from: 'approved', to: 'draft', who: 'call.return' },
  { from: 'approved', to: 'open', who: 'call.publish' },
  { from: 'open', to: 'closed', who: 'call.close' },
  { from: 'closed', to: 'screening', who: 'application.checkFormally' },
  // An outage at the deadline: whoever could not hand in gets the time back.
  { from: 'closed', to: 'open', who: 'call.correct' },
  { from: 'closed', to: 'annulled', who: 'call.annul' },
  { from: 'screening', to: 'annulled', who: 'call.annul' },
  { from: 'screening', to: 'assessment', who: 'panel.start' },
  { from: 'assessment', to: 'ranked', who: 'ranking.draw' },
  { from: 'ranked', to: 'assessment', who: 'decision.record' },
  { from: 'ranked', to: 'decided', who: 'decision.record' },
  { from: 'decided', to: 'results_published', who: 'decision.publish' },
  { from: 'results_published', to: 'contracting', who: 'agreement.prepare' },
  // Where every award was declined, no agreement was ever prepared.
  { from: 'results_published', to: 'completed', who: 'call.complete' },
  { from: 'contracting', to: 'completed', who: 'call.complete' },
  ...beforeDecision.map((from) => ({ from, to: 'cancelled' as const, who: 'call.cancel' as const })),
];

/** The step between two states, if there is one. */
export function stepBetween(from: CallStatus, to: CallStatus): CallStep | undefined {
  return callSteps.find((step) => step.from === from && step.to === to);
}

/** Why the call cannot take this step, or null. */
export function whyNotStep(from: CallStatus, to: CallStatus): RuleCode | null {
  return stepBetween(from, to) ? null : 'wrongState';
}

const hidden: readonly CallStatus[] = ['draft', 'internal_review', 'approved'];

/** Whether everybody may read the call. */
export function isPublic(status: CallStatus): boolean {
  return !hidden.includes(status);
}

/** Whether offers can be handed in at this moment: strictly before the deadline, by the server's clock. */
export function isOpen(call: { status: CallStatus; closesAt: Date }, now: Date): boolean {
  return call.status === 'open' && now.getTime() < call.closesAt.getTime();
}

/** The status readers see: between the deadline and the moment the portal notices it, the call is already closed. */
export function shownStatus(call: { status: CallStatus; closesAt: Date }, now: Date): CallStatus {
  return call.status === 'open' && !isOpen(call, now) ? 'closed' : call.status;
}

/** How readers look for calls: those that take offers, those being assessed, those decided, those that ended without a choice. */
export const callGroups = ['open', 'assessment', 'decided', 'ended'] as const;
export type CallGroup = (typeof callGroups)[number];

/** The group of a public call at this moment. */
export function groupOf(call: { status: CallStatus; closesAt: Date }, now: Date): CallGroup {
  if (isOpen(call, now)) return 'open';
  if (call.status === 'annulled' || call.status === 'cancelled') return 'ended';
  return beforeDecision.includes(call.status) ? 'assessment' : 'decided';
}

/** Whether the results of the call are public. */
export function hasResults(status: CallStatus): boolean {
  return status === 'results_published' || status === 'contracting' || status === 'completed';
}

const soonDays = 7;

/** Whether an open call closes within a week. */
export function closesSoon(call: { status: CallStatus; closesAt: Date }, now: Date): boolean {
  return isOpen(call, now) && daysBetween(dayOf(now), dayOf(call.closesAt)) <= soonDays;
}

/** A text in the reader's language, or in Polish with the mark that it is Polish. */
export function inWordsOf(lang: Lang, polish: string, others: Partial<Record<Lang, string>>): { text: string; lang: Lang } {
  const own = lang === 'pl' ? undefined : others[lang];
  return own ? { text: own, lang } : { text: polish, lang: 'pl' };
}

/** The first moment a deadline with an hour may fall on: the day of the last publication is not counted, then `days` whole days (art. 13(1)). */
export function earliestDeadline(lastPublication: Day, days: number): Date {
  return startOfDay(addDays(lastPublication, days + 1));
}

/** The criteria of art. 15(1) with their usual points; own funds only where the City supports, not entrusts. */
export const criterionDefaults = [
  { key: 'feasibility', max: 15 },
  { key: 'costs', max: 20 },
  { key: 'quality', max: 30 },
  { key: 'own_funds', max: 10 },
  { key: 'in_kind', max: 10 },
  { key: 'track_record', max: 5 },
  { key: 'programme_fit', max: 10 },
] as const;
export const criterionKeys = criterionDefaults.map(({ key }) => key) as [CriterionKey, ...CriterionKey[]];
export type CriterionKey = (typeof criterionDefaults)[number]['key'];

/** The formal checklist, with what can be corrected. */
export const checklistDefaults = [
  { code: 'F1', correctable: false }, { code: 'F2', correctable: false }, { code: 'F3', correctable: false },
  { code: 'F4', correctable: false }, { code: 'F5', correctable: true }, { code: 'F6', correctable: true },
  { code: 'F7', correctable: false }, { code: 'F8', correctable: false }, { code: 'F9', correctable: true },
  { code: 'F10', correctable: true }, { code: 'F11', correctable: false }, { code: 'F12', correctable: true },
] as const;
export type ChecklistCode = (typeof checklistDefaults)[number]['code'];

/** The scale: all criteria together give this many points. */
export const scale = 100;

/** The grant covers all of the cost, in hundredths of a percent. */
const wholeCost = 10_000;

type Points = readonly { key: string; max: number }[];
type Announcement = {
  form: 'entrustment' | 'support';
  budget: number; minGrant: number; maxGrant: number; maxShare: number;
  yearBudgets?: readonly { year: number; amount: number }[];
  taskFrom: Day; taskTo: Day; decisionBy: Day; closesDay: Day;
  threshold: number;
  rules: string; conditions: string; procedure: string; previousTasks: string; committeeRecruitment: string; budgetLine: string;
  eligibleForms: readonly string[];
  requiredAttachments?: readonly { name: { pl?: string | undefined } }[] | undefined;
};

const requiredTexts = ['rules', 'conditions', 'procedure', 'previousTasks', 'committeeRecruitment', 'budgetLine'] as const;
const announcementRules = [
  { code: 'call.eligibleForms', field: 'eligibleForms', broken: (call) => call.eligibleForms.length === 0 },
  { code: 'call.limits', field: 'maxGrant', broken: (call) => call.minGrant > call.maxGrant || call.maxGrant > call.budget },
  { code: 'call.yearBudgets', field: 'yearBudgets', broken: ({ yearBudgets = [], budget }) => yearBudgets.length > 0 && yearBudgets.reduce((sum, { amount }) => sum + amount, 0) !== budget },
  { code: 'call.share', field: 'maxShare', broken: (call) => (call.form === 'entrustment') !== (call.maxShare === wholeCost) },
  { code: 'call.period', field: 'taskTo', broken: (call) => call.taskTo < call.taskFrom },
  { code: 'call.decisionBy', field: 'decisionBy', broken: (call) => call.decisionBy <= call.closesDay },
  { code: 'call.criteriaSum', field: 'criteria', broken: (_call, criteria) => criteria.reduce((sum, { max }) => sum + max, 0) !== scale },
  { code: 'call.threshold', field: 'threshold', broken: (call) => call.threshold > scale },
  { code: 'call.ownFunds', field: 'criteria', broken: (call, criteria) => call.form === 'entrustment' && criteria.some(({ key, max }) => key === 'own_funds' && max > 0) },
  { code: 'call.attachmentName', field: 'requiredAttachments', broken: ({ requiredAttachments = [] }) => requiredAttachments.some(({ name }) => !name.pl) },
] as const satisfies { code: RuleCode; field: string; broken: (call: Announcement, criteria: Points) => boolean }[];

/** How many things must be right before an announcement can be approved. */
export const announcementChecks = requiredTexts.length + announcementRules.length;

export type AnnouncementStop = { code: 'call.art13'; field: (typeof requiredTexts)[number] } | Pick<(typeof announcementRules)[number], 'code' | 'field'>;

/** Everything that stops the call from going to approval: the seven items of art. 13(2), points, limits, budget line. */
export function whyNotReview(call: Announcement, criteria: Points): AnnouncementStop[] {
  return [
    ...requiredTexts.filter((field) => !call[field].trim()).map((field) => ({ code: 'call.art13' as const, field })),
    ...announcementRules.filter(({ broken }) => broken(call, criteria)).map(({ code, field }) => ({ code, field })),
  ];
}
