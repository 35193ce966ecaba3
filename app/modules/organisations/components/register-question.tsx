import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

type RegisterQuestionProps = { krs: string; outcome: 'found' | 'not_found' | 'silent' | null; day: string; formKnown: boolean };

/** The first step for an organisation in the court register: its number fills in the rest. */
export function RegisterQuestion({ krs, outcome, day, formKnown }: RegisterQuestionProps) {
  const t = useT();
  return (
    <section className="card stack">
      <h2>{t('registers.fill')}</h2>
      <p>{t('registers.fill.lead')}</p>
      <PostForm intent="ask" formId="register" className="stack">
        <Field name="krsAsked" label={t('organisations.krs')} hint={t('organisations.krs.hint')} defaultValue={krs} inputMode="numeric" width="medium" />
        <Button tone="plain">{t('registers.fill.button')}</Button>
      </PostForm>
      {outcome === 'found' ? (
        <Notice tone="good" title={t('registers.filled', { day })}>
          <p>{t('registers.filled.check')}</p>
          {formKnown ? null : <p>{t('registers.filled.form')}</p>}
        </Notice>
      ) : null}
      {outcome === 'not_found' ? <Notice tone="bad">{t('registers.notFound', { krs })}</Notice> : null}
      {outcome === 'silent' ? <Notice tone="bad">{t('registers.silent')}</Notice> : null}
    </section>
  );
}
