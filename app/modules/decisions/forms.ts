import { z } from 'zod';
import { choice, day, list, money, optional, optionalText, text } from '~/shared/fields';

/** The Mayor's order with the amount for each chosen offer; an empty amount chooses none. */
export const DecisionForm = z.object({
  orderNumber: text({ max: 60 }),
  orderDate: day(),
  awards: list(z.object({ applicationId: text({ max: 40 }), amount: optional(money()) }), { ignoring: ['applicationId'] }),
  deviation: optionalText(4000),
});

/** The organisation's answer to an award smaller than it asked for. */
export const AwardAnswerForm = z.object({
  answer: choice(['accept', 'decline']),
  updatedTotal: optional(money()),
  note: optionalText(4000),
});
