import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PublicationForm, PublicationList, type Publication } from './publications';

/** Approval by somebody other than the author, with the number and date of the order. */
export function ApprovalForm({ author }: { author: string }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('calls.approve')}</h2>
      <p className="hint">{t('calls.approveHint', { author })}</p>
      <PostForm intent="approve" formId="approve" className="stack">
        <Field name="orderNumber" label={t('calls.orderNumber')} width="medium" />
        <DayField name="orderDate" legend={t('calls.orderDate')} />
        <Button>{t('calls.approve')}</Button>
      </PostForm>
    </section>
  );
}

/** The way back to the author, with a reason. */
export function ReturnForms() {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('calls.return')}</h2>
      <PostForm intent="return" formId="return" className="stack">
        <Field name="reason" label={t('calls.return.reason')} multiline maxLength={4000} />
        <Button tone="plain">{t('calls.return')}</Button>
      </PostForm>
    </section>
  );
}

type Opening = { publications: Publication[]; complete: boolean; earliest: string; tooSoon: boolean; mayPublish: boolean };

/** The three publications, the deadline they allow, and the opening of the call. */
export function OpeningForm({ publications, complete, earliest, tooSoon, mayPublish }: Opening) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('calls.published')}</h2>
      <Notice tone={tooSoon ? 'bad' : 'info'}>
        <p>{t('calls.earliest', { earliest })}</p>
        {tooSoon ? <p>{t('calls.tooSoon')}</p> : null}
      </Notice>
      {mayPublish ? <PublicationForm recorded={publications} /> : <PublicationList publications={publications} />}
      {mayPublish && complete && !tooSoon ? <PostForm intent="open"><Button tone="spark">{t('calls.open')}</Button></PostForm> : null}
    </section>
  );
}
