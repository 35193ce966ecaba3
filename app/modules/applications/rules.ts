import type { RuleCode } from '~/i18n/codes';
import { mayBegin } from '~/modules/organisations/rules';
import { registerBlocks, type RegisterStanding } from '~/modules/organisations/rules-of-register';
import type { ExtraQuestion, RequiredAttachment } from '~/modules/calls/content';
import { attachmentsInWords } from '~/modules/calls/rules-attachments';
import { questionsToAnswer } from '~/modules/calls/rules-extra';
import { findPersonalNumbers } from '~/shared/text';
import { formatMoney, formatPercent, grosze } from '~/shared/money';
import { formatDayShort } from '~/shared/time';
import { offerSections, type OfferContent, type OfferSection } from './content';
import { mayNeedNone, slotsFor, stateOfSlot, type Slot } from './rules-of-slots';
import { polishName, translatedTexts } from './rules-of-words';
import { budgetSums, linesOutOfYears, yearSums, yearsOfTask } from './rules-of-budget';

export { budgetSums, lineTotal } from './rules-of-budget';

export const applicationStatuses = [
  'draft', 'submitted', 'formal_check', 'correction_requested', 'formally_valid', 'formally_rejected', 'in_assessment',
  'assessed', 'recommended', 'reserve', 'not_recommended', 'awarded', 'rejected', 'declined', 'contracted', 'withdrawn',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** Every step an application can take. A step that is not listed does not exist. */
export const applicationSteps: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  draft: ['submitted'],
  submitted: ['draft', 'formal_check', 'withdrawn'],
  formal_check: ['correction_requested', 'formally_valid', 'formally_rejected', 'withdrawn'],
  correction_requested: ['formal_check', 'formally_rejected', 'withdrawn'],
  formally_valid: ['in_assessment', 'withdrawn'],
  formally_rejected: [],
  in_assessment: ['assessed', 'withdrawn'],
  assessed: ['recommended', 'reserve', 'not_recommended', 'withdrawn'],
  recommended: ['awarded', 'rejected', 'withdrawn'],
  reserve: ['awarded', 'rejected', 'withdrawn'],
  not_recommended: ['rejected', 'withdrawn'],
  awarded: ['declined', 'contracted', 'withdrawn'],
  rejected: ['withdrawn'],
  declined: [],
  contracted: [],
  withdrawn: [],
};

/** Why the application cannot take this step, or null. */
export function whyNotStep(from: ApplicationStatus, to: ApplicationStatus): RuleCode | null {
  return applicationSteps[from].includes(to) ? null : 'wrongState';
}

const decidedInside: readonly ApplicationStatus[] = ['assessed', 'recommended', 'reserve', 'not_recommended', 'awarded', 'rejected'];

/** The state of an offer as its authors may know it: what the committee and the Mayor decided is nobody's news before it is published. */
export function knownStatus(status: ApplicationStatus, resultsPublishedAt: Date | null): ApplicationStatus {
  return !resultsPublishedAt && decidedInside.includes(status) ? 'in_assessment' : status;
}

/** Why an offer cannot be taken back, or null: until the results are published nobody may tell from this what was decided inside. */
export function whyNotWithdraw(status: ApplicationStatus, resultsPublishedAt: Date | null): RuleCode | null {
  return resultsPublishedAt && (status === 'awarded' || status === 'rejected') ? 'wrongState' : whyNotStep(status, 'withdrawn');
}

const nextSteps: Partial<Record<ApplicationStatus, 'draft' | 'submitted' | 'correct' | 'agreement' | 'reserve' | 'over'>> = {
  draft: 'draft', submitted: 'submitted', correction_requested: 'correct', awarded: 'agreement', contracted: 'agreement', reserve: 'reserve',
  formally_rejected: 'over', rejected: 'over', declined: 'over', withdrawn: 'over',
};

/** What the organisation should expect or do next, as the name of a sentence. */
export function nextStep(status: ApplicationStatus) {
  return nextSteps[status] ?? 'waiting';
}

/** Whether this section of the offer can be written in now: all of a draft, only the listed ones in a correction. */
export function isWritable(application: { status: ApplicationStatus; correctionSections: string[] | null }, section: OfferSection): boolean {
  if (application.status === 'draft') return true;
  return application.status === 'correction_requested' && !!application.correctionSections?.includes(section);
}

/** Why this section cannot be written in now, or null. */
export function whyNotWritable(application: Parameters<typeof isWritable>[0], section: OfferSection): RuleCode | null {
  if (isWritable(application, section)) return null;
  return application.status === 'correction_requested' ? 'correction.notAsked' : 'wrongState';
}

/** The sections this call asks for: the added questions only where there are some. */
export function sectionsOf({ extraQuestions = [] }: { extraQuestions?: readonly ExtraQuestion[] }): OfferSection[] {
  return offerSections.filter((section) => section !== 'extra' || extraQuestions.length > 0);
}

export type CallLimits = {
  form: 'entrustment' | 'support';
  minGrant: number; maxGrant: number; maxShare: number; adminCap: number | null;
  taskFrom: string; taskTo: string;
  /** The most the City gives in each year, where the call says so. */
  yearBudgets?: readonly { year: number; amount: number }[];
  extraQuestions?: readonly ExtraQuestion[];
  requiredAttachments?: readonly RequiredAttachment[];
};
/** One thing that is wrong, and for a missing attachment the key of its place. */
export type OfferProblem = { section: OfferSection; code: RuleCode; params?: Record<string, string | number>; slot?: string };

/** Everything people typed: not the row ids, and not the phone, which is a number of its own. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => (['id', 'actionId', 'phone'].includes(key) ? [] : wordsOf(part)));
}

const money = (amount: number) => formatMoney(grosze(amount), 'pl');
/** Whether part is more than so many hundredths of a percent of the whole, without rounding. */
const above = (part: number, whole: number, limit: number) => BigInt(part) * 10_000n > BigInt(whole) * BigInt(limit);

type Check = [section: OfferSection, code: RuleCode, wrong: boolean, params?: () => OfferProblem['params']];

const mostIn = (budgets: readonly { year: number; amount: number }[], year: number) => budgets.find((one) => one.year === year)?.amount ?? 0;

/** What must hold year by year where the task lasts longer than one. */
function yearChecks(content: OfferContent, { yearBudgets = [] }: CallLimits): Check[] {
  const years = yearSums(content);
  const budgeted = years.length > 0 ? years : yearsOfTask(content.task).map((year) => ({ year, grant: content.budget?.sources.grant ?? 0 }));
  const over = budgeted.filter(({ year, grant }) => yearBudgets.length > 0 && grant > mostIn(yearBudgets, year));
  const overBudget = over.map(({ year }): Check => ['budget', 'offer.yearBudget', true, () => ({ year: String(year), max: money(mostIn(yearBudgets, year)) })]);
  if (years.length === 0) return overBudget;
  const lines = linesOutOfYears(content);
  const grant = content.budget?.sources.grant ?? 0;
  const planned = years.reduce((all, one) => all + one.grant, 0);
  return [
    ['budget', 'offer.lineYears', lines.length > 0, () => ({ lines: lines.map(({ kind }) => kind).filter(Boolean).join(', ') || '–' })],
    ['budget', 'offer.grantYears', planned !== grant, () => ({ sum: money(planned), grant: money(grant) })],
    ...years.map((one): Check => ['budget', 'offer.grantOverYear', one.grant > one.total, () => ({ year: String(one.year), grant: money(one.grant), total: money(one.total) })]),
    ...overBudget,
  ];
}

/** Nobody looked for files: every attachment asked of everybody counts as missing. */
const emptySlots = ({ requiredAttachments = [] }: CallLimits) => slotsFor(attachmentsInWords(requiredAttachments, 'pl'), { outsideKrs: false, joint: false }, []);

/** The attachments of the call that are not there and must be, each by its name. */
function missingIn(slots: readonly Slot[], content: OfferContent): OfferProblem[] {
  return slots
    .filter((slot) => stateOfSlot(slot, content) === 'missing')
    .map(({ key, name, need }) => ({ section: 'attachments', code: need === 'wanted' ? 'offer.slotMissing' : 'offer.slotOpen', params: { name: name.text }, slot: key }));
}

/** Everything that stops the offer, or these sections of it, from being handed in: what is missing, and every invariant of the official form. */
export function problemsOfOffer(content: OfferContent, call: CallLimits, organisation: { status?: string } = {}, sections: readonly OfferSection[] = offerSections, slots: readonly Slot[] = emptySlots(call)): OfferProblem[] {
  const { contact, task, schedule, results, profile, budget, other, declarations: made, attachments } = content;
  const actions = schedule?.actions ?? [];
  const lines = budget?.lines ?? [];
  const sums = budgetSums(budget);
  const checks: Check[] = [
    ['contact', 'application.notVerified', ['draft', 'submitted', 'needs_correction'].includes(organisation.status ?? '')],
    ['contact', 'offer.contact', !contact?.name || !contact.phone || !contact.email],
    ['task', 'offer.task', !task?.title || !task.startDate || !task.endDate || !task.synthesis],
    [
      'task', 'offer.period',
      !!task?.startDate && !!task.endDate && (task.endDate < task.startDate || task.startDate < call.taskFrom || task.endDate > call.taskTo),
      () => ({ from: formatDayShort(call.taskFrom, 'pl'), to: formatDayShort(call.taskTo, 'pl') }),
    ],
    ['task', 'offer.districts', !!task && task.districts.length === 0],
    ['schedule', 'offer.actions', actions.length === 0 || actions.some(({ name, description, from, to }) => !name || !description || !from || !to)],
    ['schedule', 'offer.actionDates', !!task && task.startDate <= task.endDate && actions.some(({ from, to }) => !!from && !!to && (to < from || from < task.startDate || to > task.endDate))],
    ['results', 'offer.results', !results?.text || results.results.length === 0 || results.results.some(({ name, target, monitoring }) => !name || !target || !monitoring)],
    ['profile', 'offer.profile', !profile?.experience || !profile.resources],
    ['budget', 'offer.lines', lines.length === 0 || lines.some(({ kind, unit, unitCost, quantity }) => !kind || !unit || unitCost <= 0 || quantity <= 0)],
    ['budget', 'offer.lineAction', lines.some(({ actionId }) => actionId !== null && !actions.some(({ id }) => id === actionId))],
    ['budget', 'offer.balance', sums.missing !== 0, () => ({ missing: money(sums.missing) })],
    ['budget', 'offer.grantLimits', sums.grant < call.minGrant || sums.grant > call.maxGrant, () => ({ min: money(call.minGrant), max: money(call.maxGrant) })],
    ['budget', 'offer.share', call.form === 'support' && above(sums.grant, sums.total, call.maxShare), () => ({ max: formatPercent(call.maxShare, 'pl') })],
    ['budget', 'offer.entrustment', call.form === 'entrustment' && (sums.own !== 0 || sums.grant !== sums.total - sums.fees)],
    ['budget', 'offer.adminCap', call.adminCap !== null && above(sums.admin, sums.total, call.adminCap), () => ({ max: formatPercent(call.adminCap ?? 0, 'pl') })],
    ['budget', 'offer.fees', sums.fees > 0 && other?.paid !== true],
    ...yearChecks(content, call),
    ['other', 'offer.other', other?.paid === undefined],
    ['declarations', 'offer.declarations', !made?.withinStatute || !made.feesOnlyPaid || !made.taxArrears || !made.insuranceArrears || !made.dataAgrees || !made.allTrue || !made.dataProtection],
    ['declarations', 'offer.arrears', made?.taxArrears === 'yes' || made?.insuranceArrears === 'yes'],
    ['attachments', 'offer.attachments', !attachments?.none && mayNeedNone(slots)],
  ];
  const asked = (section: OfferSection) => sections.includes(section);
  const extra = asked('extra') ? questionsToAnswer(call.extraQuestions ?? [], content.extra?.answers ?? []) : [];
  const personal = sections.filter((section) => wordsOf(content[section]).some((words) => findPersonalNumbers(words).length > 0));
  const noPolish = translatedTexts(content, sections).filter(({ polish, original }) => original.text && !polish);
  return [
    ...checks.filter(([section, , wrong]) => wrong && asked(section)).map(([section, code, , params]) => ({ section, code, ...(params ? { params: params() } : {}) })),
    ...[...new Set(noPolish.map(({ section }) => section))].map((section) => ({ section, code: 'offer.noPolish' as const, params: { fields: noPolish.filter((one) => one.section === section).map(polishName).join(', ') } })),
    ...extra.map(({ label }) => ({ section: 'extra' as const, code: 'offer.extra' as const, params: { question: label.pl ?? '' } })),
    ...(asked('attachments') ? missingIn(slots, content) : []),
    ...personal.map((section) => ({ section, code: 'pesel.found' as const })),
  ];
}

/** Why this organisation cannot begin an offer in this call, or null. */
export function whyNotStart(organisation: { status: string; legalForm: string; registerStanding?: RegisterStanding }, call: { eligibleForms: readonly string[] }): RuleCode | null {
  if (organisation.legalForm === 'informal_group') return 'application.informalGroup';
  if (!call.eligibleForms.includes(organisation.legalForm)) return 'application.legalForm';
  if (!mayBegin(organisation.status)) return 'application.notVerified';
  if (organisation.registerStanding && registerBlocks(organisation.registerStanding)) return 'register.blocks';
  return null;
}
