import { useLang, useT } from '~/i18n/react';
import type { ExtraQuestion } from '~/modules/calls/content';
import { Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import type { OfferContent } from '../content';

/** The questions this call adds to the form; a conditional one says when it is to be answered. */
export function ExtraFields({ questions, content }: { questions: readonly ExtraQuestion[]; content: OfferContent }) {
  const t = useT();
  const lang = useLang();
  const inWords = (words: ExtraQuestion['label']) => words[lang] ?? words.pl ?? '';
  return (
    <>
      {questions.map((question, i) => {
        const { key, kind, help, options, required, onlyIf } = question;
        const known = content.extra?.answers.find((answer) => answer.key === key)?.answer;
        const before = onlyIf ? questions.find((one) => one.key === onlyIf.key) : undefined;
        const chosen = before?.options.find(({ pl }) => pl === onlyIf?.answer);
        const when = before && onlyIf ? t('callLife.answerWhen', { question: inWords(before.label), answer: chosen ? inWords(chosen) : onlyIf.answer }) : '';
        const hint = [when, inWords(help)].filter(Boolean).join(' ') || undefined;
        const shared = { label: inWords(question.label), hint, defaultValue: known, optional: !required };
        const name = `answers[${i}].answer`;
        return (
          <div key={key}>
            <input type="hidden" name={`answers[${i}].key`} value={key} />
            {kind === 'choice' ? <Select name={name} {...shared} empty={t('callLife.choose')} options={options.map((option) => ({ value: option.pl ?? '', label: inWords(option) }))} /> : null}
            {kind === 'date' ? <DayField name={`answers[${i}].date`} legend={shared.label} hint={[hint, t('ui.dayHint')].filter(Boolean).join(' ')} defaultValue={known} /> : null}
            {kind === 'text' || kind === 'long' ? <Field name={name} {...shared} multiline={kind === 'long'} maxLength={kind === 'long' ? 4000 : 250} /> : null}
            {kind === 'number' || kind === 'money' ? <Field name={name} {...shared} inputMode="decimal" width="short" {...(kind === 'money' ? { suffix: 'zł' } : {})} /> : null}
          </div>
        );
      })}
    </>
  );
}
