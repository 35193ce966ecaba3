import { z } from 'zod';
import { languages } from '~/i18n/messages';
import { choice, clock, day, email, longText, optional, optionalText, text } from '~/shared/fields';
import { instantAt } from '~/shared/time';
import { dispositions } from './content';

const title = text({ max: 200 });
const question = longText({ max: 1000 });
const background = longText({ max: 6000 });

/** A consultation in all five languages, with the moments between which people may comment. */
export const ConsultationForm = z
  .object({
    titles: z.object({ pl: title, en: title, uk: title, de: title, ru: title }),
    questions: z.object({ pl: question, en: question, uk: question, de: question, ru: question }),
    backgrounds: z.object({ pl: background, en: background, uk: background, de: background, ru: background }),
    opensOn: day(),
    opensTime: clock(),
    closesOn: day(),
    closesTime: clock(),
  })
  .transform(({ opensOn, opensTime, closesOn, closesTime, ...rest }) => ({
    ...rest,
    opensAt: instantAt(opensOn, opensTime),
    closesAt: instantAt(closesOn, closesTime),
  }));

/** One voice: text in any of the five languages, a name if the author wants one, an address for the letter. */
export const CommentForm = z.object({
  text: longText({ max: 5000 }),
  lang: choice(languages),
  authorName: optional(text({ max: 120 })),
  email: email(),
});

export const HideForm = z.object({ reason: text({ max: 500 }) });
export const AnswerForm = z.object({ disposition: choice(dispositions), answer: optionalText(5000) });

const summary = optionalText(6000);
/** What came out of the consultation; Polish is needed, the other languages where there is a translation. */
export const ReportForm = z.object({ summary: z.object({ pl: longText({ max: 6000 }), en: summary, uk: summary, de: summary, ru: summary }) });
