/** A planned result and what was achieved (report, part I.1). */
export type ResultOutcome = { resultId: string; name: string; unit: string; planned: string; achieved: string; evidence: string; indicator?: string | undefined };

/** One line of the settlement of expenses (part II.1): agreed and really spent, in grosze. */
export type ExpenseLine = { lineId: string; actionId: string | null; kind: string; agreed: number; spent: number };

/** Sources of financing as really used (part II.2), in grosze. */
export type ActualSources = {
  grantUsed: number;
  bankInterest: number;
  otherIncome: number;
  ownCash: number;
  fees: number;
  publicSources: number;
  otherSources: number;
  personal: number;
  inKind: number;
};

/** What an organisation writes in its final report (annex 5). A part not yet begun is absent. */
export type ReportContent = {
  results?: { outcomes: ResultOutcome[]; summary: string };
  actions?: { description: string; deviations: string };
  expenses?: { lines: ExpenseLine[] };
  sources?: ActualSources;
  additional?: { information: string; statusUnchanged: boolean; allTrue: boolean; dataProtection: boolean };
};
