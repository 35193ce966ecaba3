import type { WorkingLanguage, Words } from './rules-of-words';

/** Sections of the official offer (annex 1, Dz.U. 2018 poz. 2057) in the order of the form. */
export const offerSections = [
  'contact', // II.2 person who explains the offer
  'task', // III.1–III.3 title, dates, description, districts
  'schedule', // III.4 plan and schedule of actions
  'results', // III.5–III.6
  'profile', // IV
  'budget', // V.A and V.B
  'other', // VI
  'declarations', // VII
  'extra', // questions the call adds to the form
  'attachments',
] as const;
export type OfferSection = (typeof offerSections)[number];

/** Sections that can be taken from an earlier offer. What must be declared anew each time is not among them. */
export const takenSections = ['contact', 'profile', 'schedule', 'results', 'budget', 'other'] as const satisfies readonly OfferSection[];

/** Who is invited to one offer from outside: a helper writes in it, a mentor reads and advises. */
export const helpRoles = ['helper', 'mentor'] as const;
export type HelpRole = (typeof helpRoles)[number];

/** One action of the plan (III.4); `id` ties its cost lines to it. */
export type OfferAction = {
  id: string;
  year: number;
  name: string;
  description: string;
  targetGroup: string;
  from: string;
  to: string;
  outsourced: string;
  words?: Words | undefined;
};

/** One expected result (III.6), and the indicator of the programme it adds to, if any. */
export type OfferResult = { id: string; name: string; target: string; unit: string; monitoring: string; indicator?: string | undefined };

/** The years of a task as the official form has them: "Rok 1", "Rok 2" … An agreement of five years can touch six of them. */
export const yearKeys = ['y1', 'y2', 'y3', 'y4', 'y5', 'y6'] as const;
/** Amounts of the years of a task, in grosze. */
export type ByYear = Partial<Record<(typeof yearKeys)[number], number>>;

/** One cost line of V.A: money in grosze, quantity in hundredths; `actionId` null means administrative cost (part II), '' that its action is not chosen. */
export type CostLine = {
  id: string;
  actionId: string | null;
  kind: string;
  unit: string;
  unitCost: number;
  quantity: number;
  /** What of it falls in each year; only where the task lasts longer than one. */
  years?: ByYear | undefined;
};

/** Sources of financing V.B, in grosze. */
export type OfferSources = {
  grant: number;
  ownCash: number;
  otherSources: number;
  personal: number;
  inKind: number;
  fees: number;
  /** The grant of each year; only where the task lasts longer than one. */
  grantYears?: ByYear | undefined;
};

/** An answer to a question of the call, known by the key of the question. A table is kept as rows of cells with tabs between them, a file as its name. */
export type ExtraAnswer = { id: string; label: string; answer: string; columns?: string[] | undefined; fileId?: string | undefined; words?: Words | undefined };

/** What an organisation writes in its offer. A section not yet begun is absent. */
export type OfferContent = {
  /** The language boxes stand in beside the Polish ones; Polish alone counts. */
  words?: { lang: WorkingLanguage };
  contact?: { name: string; phone: string; email: string };
  task?: { title: string; startDate: string; endDate: string; synthesis: string; districts: string[]; targetGroups: string[]; words?: Words | undefined };
  schedule?: { actions: OfferAction[] };
  results?: { text: string; results: OfferResult[]; words?: Words | undefined };
  profile?: { experience: string; resources: string; words?: Words | undefined };
  budget?: { lines: CostLine[]; sources: OfferSources };
  other?: { paid?: boolean | undefined; information: string; words?: Words | undefined };
  declarations?: {
    withinStatute: boolean;
    feesOnlyPaid: boolean;
    taxArrears?: 'no' | 'yes' | undefined;
    insuranceArrears?: 'no' | 'yes' | undefined;
    dataAgrees: boolean;
    allTrue: boolean;
    dataProtection: boolean;
  };
  /** With the words of each question as they were asked, so that what was handed in can be read alone. */
  extra?: { answers: ExtraAnswer[] };
  /** That nothing more is needed; and why an attachment of the call does not apply, under its official name. */
  attachments?: { none: boolean; reasons?: { id: string; name: string; reason: string }[] | undefined };
};

/** Why the City questions a field of an offer; each has its official wording, and `other` only the officer's own words. */
export const reasonCodes = [
  'missing', 'incomplete', 'unclear', 'arithmetic', 'inconsistent', 'dates', 'declaration', 'signature', 'attachment', 'language', 'mistake', 'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
