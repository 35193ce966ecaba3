import { useLang, useT } from '~/i18n/react';
import type { ExtraQuestion } from '~/modules/calls/content';
import { Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import type { OfferContent } from '../content';
import { InTwoLanguages } from './original';
import { TableAnswer } from './table-answer';

type ExtraFieldsProps = { questions: readonly ExtraQuestion[]; content: OfferContent; files: readonly { id: string; name: string }[] };

/** The questions this call adds to the form; a conditional one says when it is to be answered, and with scripts waits until then. */
export function ExtraFields({ questions, content, files }: ExtraFieldsProps) {
  const t = useT();
  const lang = useLang();
  const inWords = (words: ExtraQuestion['label']) => words[lang] ?? words.pl ?? '';
  return (
    <div className="stack" data-island="conditions">
      {questions.map((question, i) => {
        const { key, kind, help, options, required, onlyIf } = question;
        const answered = content.extra?.answers.find(({ id }) => id === key);
        const known = answered?.answer;
        const before = onlyIf ? questions.find((one) => one.key === onlyIf.key) : undefined;
        const chosen = before?.options.find(({ pl }) => pl === onlyIf?.answer);
        const hint = inWords(help) || undefined;
        const shared = { label: inWords(question.label), hint, defaultValue: known, optional: !required };
        const name = `answers[${i}].answer`;
        return (
          <div key={key} className="stack" data-question={key} data-only-if={onlyIf?.key} data-answer={onlyIf?.answer}>
            <input type="hidden" name={`answers[${i}].id`} value={key} />
            {before && onlyIf ? <p data-when>{t('callLife.answerWhen', { question: inWords(before.label), answer: chosen ? inWords(chosen) : onlyIf.answer })}</p> : null}
            {kind === 'choice' ? <Select name={name} {...shared} empty={t('callLife.choose')} options={options.map((option) => ({ value: option.pl ?? '', label: inWords(option) }))} /> : null}
            {kind === 'date' ? <DayField name={`answers[${i}].date`} legend={shared.label} hint={[hint, t('ui.dayHint')].filter(Boolean).join(' ')} defaultValue={known} /> : null}
            {kind === 'text' || kind === 'long' ? (
              <InTwoLanguages of="answer" row={`answers[${i}].`} label={shared.label} words={answered?.words} lang={content.words?.lang} rows={kind === 'long' ? 5 : 2}>
                <Field name={name} {...shared} multiline={kind === 'long'} maxLength={kind === 'long' ? 4000 : 250} />
              </InTwoLanguages>
            ) : null}
            {kind === 'number' || kind === 'money' ? <Field name={name} {...shared} inputMode="decimal" width="short" {...(kind === 'money' ? { suffix: 'zł' } : {})} /> : null}
            {kind === 'table' ? <TableAnswer question={question} name={`answers[${i}]`} known={known} /> : null}
            {kind === 'file' ? <Select name={name} {...shared} hint={[hint, t('callLife.fileHint')].filter(Boolean).join(' ')} defaultValue={answered?.fileId} empty={t('callLife.choose')} options={files.map((file) => ({ value: file.id, label: file.name }))} /> : null}
          </div>
        );
      })}
    </div>
  );
}
