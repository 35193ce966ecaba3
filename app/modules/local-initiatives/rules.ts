import type { Subject } from '~/access/policy';
import type { RuleCode } from '~/i18n/codes';
import { mayApply } from '~/modules/organisations/rules';
import type { LegalForm } from '~/modules/organisations/content';
import { findPersonalNumbers, redacted } from '~/shared/text';
import { addDays, addMonths, type Day } from '~/shared/time';
import { criteria, type Agreement, type Applicant, type Contribution, type Criterion, type LocalInitiativeContent, type LocalInitiativeStatus, type PublicCopy, type Request, type Score, type Step } from './content';

/** Every step a local initiative can take. A step that is not listed does not exist. */
export const localInitiativeSteps: Record<LocalInitiativeStatus, readonly LocalInitiativeStatus[]> = {
  draft: ['submitted'],
  submitted: ['completion_requested', 'assessed', 'withdrawn'],
  completion_requested: ['submitted', 'assessed', 'withdrawn'],
  assessed: ['assessed', 'agreed', 'refused', 'withdrawn'],
  agreed: ['in_progress', 'ended'],
  in_progress: ['reported', 'ended'],
  reported: ['completed', 'in_progress'],
  completed: [],
  refused: [],
  ended: [],
  withdrawn: [],
};

/** Why the initiative cannot take this step, or null. */
export function whyNotStep(from: LocalInitiativeStatus, to: LocalInitiativeStatus): RuleCode | null {
  return localInitiativeSteps[from].includes(to) ? null : 'wrongState';
}

/** Whether residents can write in the request now. */
export function isWritable(status: LocalInitiativeStatus): boolean {
  return status === 'draft' || status === 'completion_requested';
}

/** Whether everybody may know of it: from the filing on, whatever becomes of it. */
export function isPublic(status: LocalInitiativeStatus): boolean {
  return status !== 'draft';
}

/** Whether the City still has to answer. */
export function waitsForAnswer(status: LocalInitiativeStatus): boolean {
  return waitingStatuses.includes(status);
}

/** The states in which the City still has to answer. */
export const waitingStatuses: LocalInitiativeStatus[] = ['submitted', 'completion_requested', 'assessed'];

/** After how many days without a change its own people are reminded of a draft. */
export const draftIdleDays = 14;

/** How many days before the last one the City is reminded of its answer. */
export const nearDays = 7;

/** Whose the request is, as permissions ask: of the organisation it is filed through, or else of the resident. */
export function subjectOf({ organisationId, personId, status }: { organisationId: string | null; personId: string; status: LocalInitiativeStatus }): Subject {
  return { organisationId, personId: organisationId ? null : personId, handedIn: status !== 'draft' };
}

/** For whom an entry of this form of the registry speaks; null where art. 19b gives it no voice. */
export function applicantOf(legalForm: LegalForm | null): Applicant | null {
  if (legalForm === null) return 'residents';
  if (legalForm === 'informal_group') return 'group';
  return mayApply(legalForm) ? 'intermediary' : null;
}

/** The last day of the month that the Code of Administrative Procedure gives for an answer (art. 237 § 1). */
export function answerBy(submittedOn: Day, months: number): Day {
  return addMonths(submittedOn, months);
}

/** The fewest days that residents get to complete a request. */
export const completionDays = 7;

/** Why a request cannot be asked to be complete by this day, or null. */
export function whyNotCompletionBy(dueOn: Day, today: Day): RuleCode | null {
  return dueOn < addDays(today, completionDays) ? 'localInitiative.completionDays' : null;
}

/** The most points for each criterion and how many of all are needed, as they stood on a day. */
export type Criteria = Record<Criterion, number> & { pass: number };

/** The points together. */
export function pointsOf(scores: readonly Score[]): number {
  return scores.reduce((all, { points }) => all + points, 0);
}

type Given = Record<Criterion, { points: number; reason: string }>;

/** The points as they are kept, or what is wrong with them. */
export function scoresOf(given: Given, most: Criteria): { scores: Score[]; problems: Problem[] } {
  const scores = criteria.map((criterion) => ({ criterion, ...given[criterion], max: most[criterion] }));
  return { scores, problems: scores.flatMap(({ criterion, points, max }) => (points > max ? [{ field: `${criterion}.points`, code: 'localInitiative.overMax' as const, params: { max } }] : [])) };
}

/** What both sides put in, in grosze, the hours of work, and the share of the residents in per cent, rounded down. */
export function sumsOf({ contributions = [], requests = [] }: { contributions?: readonly Contribution[]; requests?: readonly Request[] }) {
  const of = (kind: Contribution['kind']) => contributions.filter((one) => one.kind === kind).reduce((all, { value }) => all + value, 0);
  const [work, money, things] = [of('work'), of('money'), of('things')];
  const residents = work + money + things;
  const city = requests.reduce((all, { value }) => all + value, 0);
  const total = residents + city;
  const hours = contributions.reduce((all, one) => all + (one.kind === 'work' ? one.hours : 0), 0);
  return { work, money, things, residents, city, total, hours, share: total > 0 ? Math.floor((residents * 100) / total) : 0 };
}

export type Problem = { field: string; code: RuleCode; params?: Record<string, string | number> };

const isStep = ({ name, from, to, doer }: Step) => !!name && !!from && !!to && from <= to && doer !== undefined;

/** Everything that stops the request from being handed in, each at its field. */
export function problemsOf(content: Partial<LocalInitiativeContent>, today: Day): Problem[] {
  const { contact, title, area, districts = [], place, what, needs, startDate = '', endDate = '', steps = [], people = 0, contributions = [], requests = [], declarations: made } = content;
  const checks: [string, RuleCode, boolean][] = [
    ['title', 'required', !title],
    ['area', 'required', !area],
    ['what', 'required', !what],
    ['needs', 'required', !needs],
    ['districts', 'offer.districts', districts.length === 0],
    ['place', 'required', !place],
    ['startDate', 'required', !startDate],
    ['endDate', 'required', !endDate],
    ['startDate', 'localInitiative.startsInPast', startDate !== '' && startDate <= today],
    ['endDate', 'localInitiative.endsBeforeStart', startDate !== '' && endDate !== '' && endDate < startDate],
    ['steps[0].name', 'localInitiative.steps', steps.length === 0 || !steps.every(isStep)],
    ['steps[0].name', 'localInitiative.stepsOutside', steps.some(({ from, to }) => (!!from && !!startDate && from < startDate) || (!!to && !!endDate && to > endDate))],
    ['people', 'localInitiative.people', people < 1],
    ['contributions[0].name', 'localInitiative.contributions', contributions.length === 0 || contributions.some(({ kind, name, value }) => !kind || !name || value <= 0)],
    ['contributions[0].hours', 'localInitiative.hours', contributions.some(({ kind, hours }) => kind === 'work' && hours < 1)],
    ['requests[0].name', 'localInitiative.requests', requests.length === 0 || requests.some(({ kind, name, value }) => !kind || !name || value <= 0)],
    ['contact.name', 'required', !contact?.name],
    ['contact.phone', 'required', !contact?.phone],
    ['contact.email', 'required', !contact?.email],
    ['resident', 'localInitiative.declarations', !made?.resident || !made.noMoney || !made.allTrue || !made.dataProtection],
    ['what', 'pesel.found', [title, what, needs, place].some((words) => findPersonalNumbers(words ?? '').length > 0)],
  ];
  return checks.flatMap(([field, code, wrong]) => (wrong ? [{ field, code }] : []));
}

/** The copy for the public: no contact, no declarations, nothing that looks like somebody's number or address. */
export function publicCopyOf({ contact: _contact, declarations: _declarations, ...said }: LocalInitiativeContent): PublicCopy {
  const plain = <Row extends { name: string }>(rows: Row[]) => rows.map((row) => ({ ...row, name: redacted(row.name) }));
  return {
    ...said, title: redacted(said.title), place: redacted(said.place), what: redacted(said.what), needs: redacted(said.needs),
    steps: plain(said.steps), contributions: plain(said.contributions), requests: plain(said.requests),
  };
}

/** The fields whose words still hold a number or an address of a person. */
export function notRedacted(words: Record<string, string>): Problem[] {
  return Object.entries(words).flatMap(([field, said]) => (redacted(said) === said ? [] : [{ field, code: 'localInitiative.notRedacted' as const }]));
}

/** What is wrong with the days of an agreement: it is signed after the decision and not in the future, and ends. */
export function problemsOfAgreement({ signedOn, startsOn, endsOn, steps }: Pick<Agreement, 'signedOn' | 'startsOn' | 'endsOn' | 'steps'>, { decidedOn, today }: { decidedOn: Day; today: Day }): Problem[] {
  const checks: [string, RuleCode, boolean][] = [
    ['signedOn', 'localInitiative.signedInFuture', signedOn > today],
    ['signedOn', 'localInitiative.signedEarly', signedOn < decidedOn],
    ['endsOn', 'localInitiative.endsBeforeStart', endsOn < startsOn],
    ['steps[0].name', 'localInitiative.steps', steps.length === 0 || !steps.every(isStep)],
    ['steps[0].name', 'localInitiative.stepsOutside', steps.some(({ from, to }) => from < startsOn || to > endsOn)],
  ];
  return checks.flatMap(([field, code, wrong]) => (wrong ? [{ field, code }] : []));
}
