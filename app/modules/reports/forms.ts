import { z } from 'zod';
import { flag, list, longText, money, optional, optionalText, text, whole } from '~/shared/fields';
import { grosze } from '~/shared/money';

const amount = optional(money()).transform((value) => value ?? grosze(0));
const version = whole({ min: 1 });

/** What people type in each part of the report; parts may be saved unfinished. */
export const reportForms = {
  results: z.object({
    version,
    summary: optionalText(20_000),
    outcomes: list(z.object({ resultId: text({ max: 40 }), achieved: optionalText(250), evidence: optionalText(2000) }), { ignoring: ['resultId'] }),
  }),
  actions: z.object({ version, description: optionalText(20_000), deviations: optionalText(20_000) }),
  expenses: z.object({ version, lines: list(z.object({ lineId: text({ max: 40 }), spent: amount }), { ignoring: ['lineId'] }) }),
  sources: z.object({
    version, grantUsed: amount, bankInterest: amount, otherIncome: amount, ownCash: amount, fees: amount,
    publicSources: amount, otherSources: amount, personal: amount, inKind: amount,
  }),
  additional: z.object({ version, information: optionalText(20_000), statusUnchanged: flag(), allTrue: flag(), dataProtection: flag() }),
};

export const QuestionsForm = z.object({ questions: longText({ max: 5000 }) });
export const ReviewForm = z.object({ note: longText({ max: 5000 }) });
export const SubmitReportForm = z.object({ questionsAnswer: optionalText(5000) });
