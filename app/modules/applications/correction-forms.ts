import { z } from 'zod';
import { choice, optionalText, text } from '~/shared/fields';
import { reasonCodes } from './content';

/** One questioned field with the coded reason; the officer's own words may be added, and must be where the reason is another one. */
export const QuestionForm = z.object({ field: text({ max: 80 }), code: choice(reasonCodes), words: optionalText(2000) });

/** A question taken back before the call for correction was sent. */
export const DropQuestionForm = z.object({ question: text({ max: 40 }) });
