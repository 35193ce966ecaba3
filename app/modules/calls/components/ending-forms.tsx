import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { PublicationForm, PublicationList, type Publication } from './publications';

function Order({ within = '' }: { within?: string }) {
  const t = useT();
  return (
    <>
      <Field name={`${within}orderNumber`} label={t('calls.orderNumber')} width="medium" />
      <DayField name={`${within}orderDate`} legend={t('calls.orderDate')} />
    </>
  );
}

/** The ways a call can end other than by its decision, each only when the law lets it. */
export function EndingForms({ cancel, annul, complete }: { cancel: boolean; annul: boolean; complete: boolean }) {
  const t = useT();
  if (!cancel && !annul && !complete) return null;
  return (
    <section className="stack">
      <h2>{t('callLife.ending')}</h2>
      {complete ? (
        <PostForm intent="complete" formId="complete" className="stack">
          <p>{t('callLife.completeHint')}</p>
          <Button>{t('callLife.complete')}</Button>
        </PostForm>
      ) : null}
      {annul ? (
        <Details summary={t('callLife.annul')}>
          <p>{t('callLife.annulHint')}</p>
          <PostForm intent="annul" formId="annul" className="stack">
            <Field name="annul.reason" label={t('callLife.reason')} hint={t('callLife.reasonHint')} multiline maxLength={4000} lang="pl" />
            <Order within="annul." />
            <Button tone="bad">{t('callLife.annul')}</Button>
          </PostForm>
        </Details>
      ) : null}
      {cancel ? (
        <Details summary={t('callLife.cancel')}>
          <p>{t('callLife.cancelHint')}</p>
          <PostForm intent="cancel" formId="cancel" className="stack">
            <Field name="clause" label={t('callLife.clause')} hint={t('callLife.clauseHint')} maxLength={500} lang="pl" />
            <Field name="reason" label={t('callLife.reason')} hint={t('callLife.reasonHint')} multiline maxLength={4000} lang="pl" />
            <Order />
            <Button tone="bad">{t('callLife.cancel')}</Button>
          </PostForm>
        </Details>
      ) : null}
    </section>
  );
}

/** Where the early end of a call hangs, and what is still missing. */
export function EndingPublications({ publications, mayPublish }: { publications: Publication[]; mayPublish: boolean }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('callLife.endingPublished')}</h2>
      <p>{t('callLife.endingPublishedHint')}</p>
      {mayPublish ? <PublicationForm recorded={publications} /> : <PublicationList publications={publications} />}
    </section>
  );
}
