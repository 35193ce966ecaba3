/** What the court's register says of a body: it goes on, is being wound up, is being struck off, or is not there. */
export const standings = ['active', 'in_liquidation', 'dissolving', 'not_found'] as const;
export type Standing = (typeof standings)[number];

/** The part of an extract that is kept: facts about the body, nothing about any person. */
export type RegisterSubset = {
  krs: string;
  register: 'S' | 'P';
  name: string;
  /** The form in the words of the register, in its capital letters. */
  form: string | null;
  nip: string | null;
  regon: string | null;
  oppStatus: boolean | null;
  city: string | null;
  street: string | null;
  postcode: string | null;
  /** Whose signatures bind the body, in the words of the register. */
  representation: string | null;
  registeredOn: string | null;
  changedOn: string | null;
  /** The day for which the register gave the extract. */
  asOf: string | null;
  standing: Exclude<Standing, 'not_found'>;
};

/** How asking ended; silent when the register gave no answer that could be read. */
export const outcomes = ['found', 'not_found', 'silent'] as const;

/** What is known of a number now. */
export type RegisterAnswer =
  | { outcome: 'found'; askedAt: Date; subset: RegisterSubset }
  | { outcome: 'not_found' | 'silent'; askedAt: Date };
