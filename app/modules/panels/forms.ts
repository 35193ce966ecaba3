import { z } from 'zod';
import { checked, choice, list, optionalText, text } from '~/shared/fields';

/** Who sits in the committee, on whose behalf, and for NGO seats who indicated them. */
export const SeatForm = z.object({
  personId: text({ max: 40 }),
  seat: choice(['chair', 'city', 'ngo']),
  organisationId: optionalText(40),
});

/** Which member leaves the committee. */
export const DismissForm = z.object({ personId: text({ max: 40 }) });

/** The declaration of impartiality: no conflict, or a conflict with some offers and why. */
export const DeclarationForm = z.object({
  outcome: choice(['none', 'declared']),
  applicationIds: list(text({ max: 40 }), { max: 500 }),
  reason: optionalText(2000),
  truthful: checked(),
});
