import { z } from 'zod';
import { checkNrb } from '~/shared/identifiers';
import { day, identifier, list, money, text, whole } from '~/shared/fields';
import { grosze } from '~/shared/money';

/** What the officer settles when an agreement is prepared; everything else comes from the award and the offer. */
export const AgreementForm = z.object({
  account: identifier(checkNrb),
  representatives: text({ max: 400 }),
  cityRepresentative: text({ max: 400 }),
  /** Whole per cent by which a cost line may grow without an annex. */
  shiftLimit: whole({ min: 0, max: 100 }),
  instalments: list(z.object({ amount: money({ min: grosze(1) }), dueOn: day() }), { min: 1, max: 12 }),
});

/** The day on which the City signed. */
export const CitySignatureForm = z.object({ signedOn: day() });
