import { z } from 'zod';
import { languages, type Lang } from '~/i18n/messages';
import { choice, flag, list, optional, optionalText, text, whole } from '~/shared/fields';
import { mostRows, questionKinds, type ExtraQuestion } from './content';

/** Words in five languages, any of them empty. */
export const words = (max: number) => z.object({ pl: optionalText(max), en: optionalText(max), uk: optionalText(max), de: optionalText(max), ru: optionalText(max) });
type Typed = Partial<Record<Lang, string | undefined>>;

/** Only what was filled in. */
export const filled = (typed: Typed): Partial<Record<Lang, string>> => Object.fromEntries(Object.entries(typed).filter(([, said]) => said));

/** Options one a line in every language, put together by their order; the Polish ones decide how many there are. */
function optionsOf(typed: Typed): ExtraQuestion['options'] {
  const lines = (lang: Lang) => (typed[lang] ?? '').split('\n').map((line) => line.trim());
  return lines('pl').filter(Boolean).map((_, i) => filled(Object.fromEntries(languages.map((lang) => [lang, lines(lang).filter(Boolean)[i]]))));
}

/** Rows of a table for which the officer said nothing. */
const usualRows = 5;

const question = z
  .object({
    label: z.object({ pl: text({ max: 250 }), en: optionalText(250), uk: optionalText(250), de: optionalText(250), ru: optionalText(250) }),
    help: words(500).optional(),
    kind: choice(questionKinds),
    required: flag(),
    options: words(2000).optional(),
    rows: optional(whole({ min: 1, max: mostRows })),
    onlyIfQuestion: optionalText(2),
    onlyIfAnswer: optionalText(250),
  })
  .transform(({ label, help, options, rows, onlyIfQuestion, onlyIfAnswer, ...rest }) => ({
    ...rest, ...(rest.kind === 'table' ? { rows: rows ?? usualRows } : {}), label: filled(label), help: filled(help ?? {}), options: optionsOf(options ?? {}),
    onlyIf: onlyIfQuestion && onlyIfAnswer ? { number: Number(onlyIfQuestion), answer: onlyIfAnswer } : undefined,
  }));

/** The questions a call adds to the form; a condition names an earlier question by its number. */
export const ExtraForm = z.object({ questions: list(question as z.ZodType<z.output<typeof question>, unknown>, { max: 20, ignoring: ['kind', 'required', 'rows'] }) });
