import type { RuleCode } from '~/i18n/codes';
import { findPersonalNumbers, redacted } from '~/shared/text';
import { addDays, addMonths, nextWorkingDay, type Day } from '~/shared/time';
import { copyFields, type Answer, type Cost, type CopyWords, type ProposalContent, type ProposalStatus, type PublicCopy, type Result } from './content';

/** Every step a proposal can take. A step that is not listed does not exist. */
export const proposalSteps: Record<ProposalStatus, readonly ProposalStatus[]> = {
  draft: ['submitted'],
  submitted: ['question_asked', 'examined', 'withdrawn'],
  question_asked: ['submitted', 'examined', 'withdrawn'],
  examined: ['examined', 'purposeful', 'not_purposeful', 'withdrawn'],
  purposeful: [],
  not_purposeful: [],
  withdrawn: [],
};

/** Why the proposal cannot take this step, or null. */
export function whyNotStep(from: ProposalStatus, to: ProposalStatus): RuleCode | null {
  return proposalSteps[from].includes(to) ? null : 'wrongState';
}

/** Whether everybody may know of it: from the filing on, whatever becomes of it. */
export function isPublic(status: ProposalStatus): boolean {
  return status !== 'draft';
}

/** Whether the City still has to answer; a question stops nothing. */
export function waitsForAnswer(status: ProposalStatus): boolean {
  return waitingStatuses.includes(status);
}

/** The states in which the City still has to answer. */
export const waitingStatuses: ProposalStatus[] = ['submitted', 'question_asked', 'examined'];

/** After how many days without a change its own people are reminded of a draft. */
export const draftIdleDays = 14;

/** The last day of the City's month (art. 12(2)): the same day of the next month, or its last day, and off Saturdays and holidays (art. 57 § 3 and 4 of the Code of Administrative Procedure). */
export function answerBy(filedOn: Day, months: number): Day {
  const last = addMonths(filedOn, months);
  return nextWorkingDay(last);
}

/** From how many days before the last one the desk warns. */
export const nearDays = 7;

/** How the clock stands on a day: it runs, it nears its end, or its last day is over. */
export type Clock = 'running' | 'near' | 'overdue';
export function clockOn(due: Day, today: Day): Clock {
  if (today > due) return 'overdue';
  return addDays(today, nearDays) >= due ? 'near' : 'running';
}

/** What is asked of the City and put in by the organisation, in grosze, and the share asked in per cent, rounded up. */
export function sumsOf(costs: readonly Cost[] = []) {
  const asked = costs.reduce((all, cost) => all + cost.asked, 0);
  const own = costs.reduce((all, cost) => all + cost.own, 0);
  const total = asked + own;
  return { asked, own, total, share: total > 0 ? Math.ceil((asked * 100) / total) : 0 };
}

export type Problem = { field: string; code: RuleCode };

const isResult = ({ name, target }: Result) => name !== '' && target !== '';
const isCost = ({ kind, asked, own }: Cost) => kind !== '' && asked + own > 0;

/** Everything that stops the proposal from being filed, each at its field. */
export function problemsOf(content: Partial<ProposalContent>, today: Day): Problem[] {
  const { contact, title, field, need, benefit, description, place, districts = [], startDate = '', endDate = '', beneficiaries, people = 0, results = [], costs = [], experience, declarations: made } = content;
  const words = [title, need, benefit, description, place, beneficiaries, experience];
  const checks: [string, RuleCode, boolean][] = [
    ['title', 'required', !title],
    ['field', 'required', !field],
    ['need', 'required', !need],
    ['benefit', 'required', !benefit],
    ['description', 'required', !description],
    ['districts', 'offer.districts', districts.length === 0],
    ['startDate', 'required', !startDate],
    ['endDate', 'required', !endDate],
    ['startDate', 'proposal.startsInPast', startDate !== '' && startDate <= today],
    ['endDate', 'proposal.endsBeforeStart', startDate !== '' && endDate !== '' && endDate < startDate],
    ['beneficiaries', 'required', !beneficiaries],
    ['people', 'proposal.people', people < 1],
    ['results[0].name', 'proposal.results', results.length === 0 || !results.every(isResult)],
    ['costs[0].kind', 'proposal.costs', costs.length === 0 || !costs.every(isCost)],
    ['costs[0].asked', 'proposal.nothingAsked', costs.length > 0 && sumsOf(costs).asked === 0],
    ['experience', 'required', !experience],
    ['contact.name', 'required', !contact?.name],
    ['contact.phone', 'required', !contact?.phone],
    ['contact.email', 'required', !contact?.email],
    ['withinStatute', 'proposal.declarations', !made?.withinStatute || !made.noPromise || !made.allTrue || !made.dataProtection],
    ['description', 'pesel.found', words.some((said) => findPersonalNumbers(said ?? '').length > 0)],
  ];
  return checks.flatMap(([at, code, wrong]) => (wrong ? [{ field: at, code }] : []));
}

/** The copy for the public: no contact, no declarations, nothing that looks like somebody's number or address. */
export function publicCopyOf({ contact: _contact, declarations: _declarations, ...said }: ProposalContent): PublicCopy {
  const words = Object.fromEntries(copyFields.map((field) => [field, redacted(said[field])])) as CopyWords;
  return {
    ...said, ...words,
    results: said.results.map((result) => ({ ...result, name: redacted(result.name), target: redacted(result.target) })),
    costs: said.costs.map((cost) => ({ ...cost, kind: redacted(cost.kind) })),
  };
}

/** The fields whose words still hold a number or an address of a person. */
export function notRedacted(words: Record<string, string>): Problem[] {
  return Object.entries(words).flatMap(([field, said]) => (redacted(said) === said ? [] : [{ field, code: 'proposal.notRedacted' as const }]));
}

/** What is wrong with an answer: a purposeful task needs the kind of its call and a day of announcement that is to come. */
export function problemsOfAnswer({ purposeful, callForm, announceOn, reason }: Answer, today: Day): Problem[] {
  const checks: [string, RuleCode, boolean][] = [
    ['callForm', 'required', purposeful && !callForm],
    ['announceOn', 'required', purposeful && !announceOn],
    ['announceOn', 'proposal.announcedInPast', purposeful && !!announceOn && announceOn <= today],
  ];
  return [...checks.flatMap(([field, code, wrong]) => (wrong ? [{ field, code }] : [])), ...notRedacted({ reason })];
}
