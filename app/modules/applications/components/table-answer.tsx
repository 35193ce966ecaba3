import type { Lang } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import type { ExtraQuestion } from '~/modules/calls/content';
import { tableRows } from '~/modules/calls/rules-extra';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';

const usualRows = 5;
/** Rows shown at once; the others open on demand. */
const open = 3;

/** A table to fill in, row by row under the headings the call gave. */
export function TableAnswer({ question, name, known }: { question: ExtraQuestion; name: string; known: string | undefined }) {
  const t = useT();
  const lang = useLang();
  const most = question.rows ?? usualRows;
  const written = tableRows(known ?? '');
  const inWords = (words: Partial<Record<Lang, string>>) => words[lang] ?? words.pl ?? '';
  const row = (n: number) => (
    <div className="year-amounts" key={n}>
      {question.options.map((column, i) => (
        <Field key={i} name={`${name}.rows[${n}].c${i}`} label={t('callLife.tableCell', { column: inWords(column), n: n + 1 })} defaultValue={written[n]?.[i]} maxLength={500} optional />
      ))}
    </div>
  );
  const shown = Math.min(most, Math.max(open, written.length));
  return (
    <fieldset className="field stack">
      <legend>{inWords(question.label)}</legend>
      <p className="hint">{[inWords(question.help), t('callLife.tableHint', { n: most })].filter(Boolean).join(' ')}</p>
      {Array.from({ length: shown }, (_, n) => row(n))}
      {shown < most ? <Details summary={t('applications.saveAdd')}>{Array.from({ length: most - shown }, (_, n) => row(shown + n))}</Details> : null}
    </fieldset>
  );
}
