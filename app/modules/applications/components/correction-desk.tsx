import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Select } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import { Tag } from '~/ui/tag';
import type { ReasonCode } from '../content';
import { ReasonWords } from './correction-gate';

export type AskedLine = { id: string; label: string; code: ReasonCode; words: string | null; answer: string | null };
type Option = { value: string; label: string; group?: string };

/** How much time the organisation and the City have. */
export function Clocks({ organisation, city }: { organisation: string; city: string }) {
  const t = useT();
  if (!organisation && !city) return null;
  return (
    <section className="stack">
      <h3>{t('correction.clocks')}</h3>
      <SummaryList items={[
        ...(organisation ? [{ label: t('correction.clock.organisation'), value: organisation }] : []),
        ...(city ? [{ label: t('correction.clock.city'), value: city }] : []),
      ]} />
      {organisation ? <p className="hint">{t('correction.clock.rule')}</p> : null}
    </section>
  );
}

/** The call for correction as it is prepared: questioned fields one by one, then the call is sent, once. */
export function CorrectionStep({ due, questions, fields, reasons }: { due: string; questions: readonly AskedLine[]; fields: Option[]; reasons: Option[] }) {
  const t = useT();
  return (
    <section className="stack">
      <h3>{t('screening.correction')}</h3>
      <p className="hint">{t('screening.correctionOnce', { due })}</p>
      {questions.length > 0 ? (
        <>
          <p><strong>{t('correction.asked', { n: questions.length })}</strong></p>
          <ol className="stack">
            {questions.map((question) => (
              <li key={question.id}>
                <p><strong>{question.label}</strong></p>
                <ReasonWords {...question} />
                <PostForm intent="unask" formId={`unask-${question.id}`}>
                  <input type="hidden" name="question" value={question.id} />
                  <Button tone="plain">{t('correction.drop')}<span className="visually-hidden">: {question.label}</span></Button>
                </PostForm>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <PostForm intent="ask" formId="ask" className="stack">
        <h4>{t('correction.ask')}</h4>
        <p className="hint">{t('correction.askHint')}</p>
        <Select name="field" label={t('correction.field')} options={fields} />
        <Select name="code" label={t('correction.code')} options={reasons} />
        <Field name="words" label={t('correction.words')} hint={t('correction.wordsHint')} multiline rows={3} maxLength={2000} />
        <Button tone="plain">{t('correction.add')}</Button>
      </PostForm>
      {questions.length > 0 ? (
        <PostForm intent="correct" formId="correction">
          <Button>{t('screening.sendCorrection')}</Button>
        </PostForm>
      ) : null}
    </section>
  );
}

/** What was asked of the organisation, while the City waits. */
export function AskedNotice({ questions }: { questions: readonly AskedLine[] }) {
  const t = useT();
  return (
    <Notice tone="deadline" title={t('screening.correctionSent')}>
      <ol className="stack">
        {questions.map((question) => <li key={question.id}><strong>{question.label}</strong><ReasonWords {...question} /></li>)}
      </ol>
    </Notice>
  );
}

type Compared = AskedLine & { changes: { label: string; before: string; after: string | null }[] };

/** Exactly the questioned fields, before the correction and after it. */
export function Comparison({ at, number, fields }: { at: string; number: string; fields: readonly Compared[] }) {
  const t = useT();
  return (
    <section className="stack" aria-labelledby="comparison">
      <h2 id="comparison">{t('correction.comparison')}</h2>
      <p>{t('correction.handedIn', { at, number })}</p>
      {fields.map(({ id, label, code, words, answer, changes }) => (
        <article key={id} className="card stack">
          <h3>{label}</h3>
          <ReasonWords code={code} words={words} />
          {changes.map((change, i) => (
            <div key={i}>
              {change.label ? <p><strong>{change.label}</strong></p> : null}
              {change.after === null ? (
                <><p><Tag tone="wait">{t('correction.unchanged')}</Tag></p><OwnText lang="pl">{change.before}</OwnText></>
              ) : (
                <SummaryList items={[
                  { label: t('correction.before'), value: <del><OwnText lang="pl" as="span">{change.before}</OwnText></del> },
                  { label: t('correction.after'), value: <ins><OwnText lang="pl" as="span">{change.after}</OwnText></ins> },
                ]} />
              )}
            </div>
          ))}
          {answer ? <><p><strong>{t('correction.replied')}</strong></p><OwnText lang="pl">{answer}</OwnText></> : null}
        </article>
      ))}
    </section>
  );
}
