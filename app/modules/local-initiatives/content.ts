import type { TaskField } from '~/modules/programme/lists';

/** Where a local initiative stands on its way (art. 19b–19h). */
export const localInitiativeStatuses = [
  'draft', 'submitted', 'completion_requested', 'assessed', 'agreed', 'in_progress', 'reported', 'completed', 'refused', 'ended', 'withdrawn',
] as const;
export type LocalInitiativeStatus = (typeof localInitiativeStatuses)[number];

/** The areas that art. 19b(1) lists, as fields of public tasks of art. 4(1). */
export const localInitiativeAreas = [
  'communities', 'charity', 'national_tradition', 'minorities', 'culture', 'volunteering', 'education', 'sport', 'tourism', 'ecology', 'public_safety', 'revitalisation',
] as const satisfies readonly TaskField[];
export type LocalInitiativeArea = (typeof localInitiativeAreas)[number];

/** What residents give: work, money or things (art. 19g). */
export const contributionKinds = ['work', 'money', 'things'] as const;
export type ContributionKind = (typeof contributionKinds)[number];

/** What the City is asked for; it buys and does things itself and hands over no money. */
export const requestKinds = ['materials', 'equipment', 'works', 'services'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Who does a step of the schedule. */
export const doers = ['residents', 'city', 'both'] as const;
export type Doer = (typeof doers)[number];

/** By what the City judges: the need of the local community, the work of the residents, the voice of the district. */
export const criteria = ['need', 'work', 'district'] as const;
export type Criterion = (typeof criteria)[number];

/** How much of the initiative was done. */
export const outcomes = ['done', 'partly'] as const;
export type Outcome = (typeof outcomes)[number];

/** For whom the request speaks: residents themselves, a group of the registry, or residents through an organisation. */
export type Applicant = 'residents' | 'group' | 'intermediary';

/** One step of the schedule, days of Kraków. */
export type Step = { id: string; name: string; from: string; to: string; doer?: Doer | undefined };

/** What residents give, worth so much in grosze; work also in hours. */
export type Contribution = { id: string; kind?: ContributionKind | undefined; name: string; hours: number; value: number };

/** What the City is asked for, at an estimated cost in grosze. */
export type Request = { id: string; kind?: RequestKind | undefined; name: string; value: number };

/** The request as residents write it. */
export type LocalInitiativeContent = {
  contact: { name: string; phone: string; email: string };
  title: string;
  area?: LocalInitiativeArea | undefined;
  districts: string[];
  place: string;
  what: string;
  needs: string;
  startDate: string;
  endDate: string;
  steps: Step[];
  people: number;
  contributions: Contribution[];
  requests: Request[];
  declarations: { resident: boolean; noMoney: boolean; allTrue: boolean; dataProtection: boolean };
};

/** The request as everybody reads it: without people, telephones and addresses of letters. */
export type PublicCopy = Omit<LocalInitiativeContent, 'contact' | 'declarations'>;

/** Points for one criterion, with the most there could be on that day and the reason. */
export type Score = { criterion: Criterion; points: number; max: number; reason: string };

/** One line of the cost plan, in grosze. */
export type PlannedCost = { id: string; name: string; city: number; residents: number };

/** A thing lent for the time of the agreement (art. 19f). */
export type Lent = { id: string; name: string };

/** The agreement as both sides signed it: for a definite time, with a schedule and a cost plan (art. 19e, 19h). */
export type Agreement = {
  number: string; signedOn: string; startsOn: string; endsOn: string; residentsDo: string; cityDoes: string;
  steps: Step[]; costs: PlannedCost[]; lent: Lent[];
};

/** What residents say they did. */
export type Report = { outcome: Outcome; text: string; people: number; hours: number };
