import type { TaskField } from '~/modules/programme/lists';

/** Where a proposal of an organisation stands on its way to the City's answer (art. 12). */
export const proposalStatuses = ['draft', 'submitted', 'question_asked', 'examined', 'purposeful', 'not_purposeful', 'withdrawn'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** How the City means to have a purposeful task done: by supporting it, or by entrusting it whole (art. 5(4)). */
export const callForms = ['support', 'entrustment'] as const;
export type CallForm = (typeof callForms)[number];

/** One result that the organisation expects. */
export type Result = { id: string; name: string; target: string };

/** One line of the estimated cost in grosze: what the City is asked for and what the organisation puts in. */
export type Cost = { id: string; kind: string; asked: number; own: number };

/** The proposal as the organisation writes it. */
export type ProposalContent = {
  contact: { name: string; phone: string; email: string };
  title: string;
  field?: TaskField | undefined;
  need: string;
  benefit: string;
  description: string;
  districts: string[];
  place: string;
  startDate: string;
  endDate: string;
  beneficiaries: string;
  people: number;
  results: Result[];
  costs: Cost[];
  experience: string;
  declarations: { withinStatute: boolean; noPromise: boolean; allTrue: boolean; dataProtection: boolean };
};

/** The proposal as everybody reads it: without people, telephones and addresses of letters. */
export type PublicCopy = Omit<ProposalContent, 'contact' | 'declarations'>;

/** The words of the public copy that an officer reads and cuts. */
export const copyFields = ['title', 'need', 'benefit', 'description', 'place', 'beneficiaries', 'experience'] as const;
export type CopyWords = Record<(typeof copyFields)[number], string>;

/** What the City says to a proposal: why, and for a purposeful task how and when its call is to be announced (art. 12(2)). */
export type Answer = { purposeful: boolean; reason: string; callForm?: CallForm | undefined; announceOn?: string | undefined };

/** A question of the City and the reply, with their days in words. */
export type Question = { id: string; asked: string; question: string; replied: string | null; reply: string };
