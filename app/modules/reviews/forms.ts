import { z } from 'zod';
import { choice, list, optional, optionalText, text, whole } from '~/shared/fields';

/** A score card as typed: points and reasons may be missing until it is handed in. */
export const ReviewForm = z.object({
  scores: list(z.object({ criterionId: text({ max: 40 }), points: optional(whole()), reason: optionalText(4000) })),
  then: optional(choice(['handIn'])),
});
