import { useContext, type ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { translator } from '~/i18n/translate';
import { Select } from '~/ui/choices';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { GateContext } from '~/ui/field-gate';
import { OwnText } from '~/ui/own-text';
import { translationMarks, type Original, type WorkingLanguage, type Words } from '../rules-of-words';

type OriginalFieldProps = { of: string; row?: string; label: string; words: Words | undefined; lang: WorkingLanguage | undefined; rows?: number; children: ReactNode };

/** A Polish box with one in the applicant's working language beside it, and the question whose the Polish text is. */
export function InTwoLanguages({ of, row = '', label, words, lang: chosen, rows = 8, children }: OriginalFieldProps) {
  const t = useT();
  const original = words?.[of];
  const lang = original?.lang ?? chosen;
  const name = `${row}words.${of}`;
  // Only whether it is open: what is said beside a field belongs to the Polish box.
  const gate = useContext(GateContext);
  if (!lang || gate.stateOf(`${name}.text`) === 'gone') return <>{children}</>;
  const theirs = lang === t.lang ? '' : ` / ${translator(lang)('words.box')}`;
  return (
    <div className="two-languages">
      <div>{children}</div>
      <div className="stack">
        <input type="hidden" name={`${name}.lang`} value={lang} />
        <Field name={`${name}.text`} label={<>{label}: {t('words.box')} ({t(`programme.language.${lang}` as const)}){theirs ? <span lang={lang}>{theirs}</span> : null}</>} multiline rows={rows} lang={lang} defaultValue={original?.text} optional />
        <Select name={`${name}.mark`} label={t('words.whose')} options={translationMarks.map((mark) => ({ value: mark, label: t(`words.mark.${mark}` as const) }))} defaultValue={original?.mark ?? 'own'} />
        <Field name={`${name}.by`} label={t('words.by')} hint={t('words.byHint')} defaultValue={original?.by} maxLength={200} optional />
      </div>
    </div>
  );
}

/** How the Polish text was made, in words; nothing where the applicant wrote it. */
export function MarkWords({ original }: { original: Original }) {
  const t = useT();
  return <>{t(`words.mark.${original.mark}` as const)}{original.by ? `: ${original.by}` : ''}</>;
}

/** The original beside a Polish text, to be opened, and how the Polish was made. */
export function OriginalBeside({ original }: { original: Original | undefined }) {
  const t = useT();
  if (!original) return null;
  const how = <p className="hint">{t('words.polishIs')}: <MarkWords original={original} /></p>;
  if (!original.text) return how;
  return (
    <>
      {how}
      <Details summary={t('words.original', { lang: t(`programme.language.${original.lang}` as const) })}>
        <OwnText lang={original.lang} as="div">{original.text}</OwnText>
      </Details>
    </>
  );
}
