import { z } from 'zod';
import { choice, list, optionalText, text } from '~/shared/fields';

/** Answers to the formal checklist; an item left wholly empty stays unanswered. */
export const ChecklistForm = z.object({
  answers: list(
    z.object({
      checklistId: text({ max: 40 }),
      answer: choice(['yes', 'no', 'not_applicable']),
      note: optionalText(2000),
    }),
    { ignoring: ['checklistId'] },
  ),
});

/** The result of the formal check as one officer proposes it. */
export const FormalProposalForm = z.object({
  proposal: choice(['valid', 'rejected']),
  reason: optionalText(4000),
});
