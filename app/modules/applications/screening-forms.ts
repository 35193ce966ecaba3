import { z } from 'zod';
import { choice, choices, list, longText, optionalText, text } from '~/shared/fields';
import { offerSections } from './content';

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

/** The one call for correction: which sections are opened again and what is missing in them. */
export const CorrectionForm = z.object({
  sections: choices(offerSections, { min: 1 }),
  note: longText({ max: 4000 }),
});

/** The result of the formal check as one officer proposes it. */
export const FormalProposalForm = z.object({
  proposal: choice(['valid', 'rejected']),
  reason: optionalText(4000),
});
