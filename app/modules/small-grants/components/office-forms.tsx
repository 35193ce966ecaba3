import type { Lang } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { formatDay } from '~/shared/time';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import type { PostingPlace, PublicCopy } from '../content';

/** The finding of purposefulness, with the copy for the public to be read and cut. */
export function FindingFields({ copy }: { copy: PublicCopy }) {
  const t = useT();
  return (
    <PostForm intent="find" formId="find" className="card stack">
      <h2>{t('smallGrants.office.find')}</h2>
      <p className="hint">{t('smallGrants.office.findHint')}</p>
      <Field name="title" label={t('applications.field.title')} defaultValue={copy.title} lang="pl" />
      <Field name="description" label={t('smallGrants.description')} defaultValue={copy.description} multiline rows={8} lang="pl" />
      <Field name="profile" label={t('smallGrants.profile')} defaultValue={copy.profile} multiline rows={5} lang="pl" />
      <Field name="finding" label={t('smallGrants.office.findReason')} multiline rows={3} lang="pl" />
      <Button>{t('smallGrants.office.find')}</Button>
    </PostForm>
  );
}

/** What the organisation should correct. */
export function CorrectionForms() {
  const t = useT();
  return (
    <Details summary={t('smallGrants.office.correct')}>
      <PostForm intent="correct" formId="correct" className="stack">
        <Field name="note" label={t('smallGrants.office.correctNote')} hint={t('smallGrants.office.correctHint')} multiline rows={3} lang="pl" />
        <Button tone="plain">{t('smallGrants.office.correct')}</Button>
      </PostForm>
    </Details>
  );
}

type Posting = { place: PostingPlace; postedOn: string; reference: string };

/** The three places: what hangs, and a form for what does not yet. */
export function PostingFields({ recorded, missing }: { recorded: Posting[]; missing: PostingPlace[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <section className="card stack">
      <h2>{t('smallGrants.office.posting')}</h2>
      <SummaryList items={recorded.map(({ place, postedOn, reference }) => ({ label: t(`calls.place.${place}` as const), value: <>{formatDay(postedOn, lang)}<br />{reference}</> }))} />
      <PostForm intent="post" formId="post" className="stack">
        <Radios name="place" legend={t('calls.publicationPlace')} defaultValue={missing[0]} options={missing.map((value) => ({ value, label: t(`calls.place.${value}` as const) }))} />
        <DayField name="postedOn" legend={t('calls.publicationOn')} />
        <Field name="reference" label={t('calls.publicationReference')} maxLength={250} />
        <Button>{t('smallGrants.office.posting')}</Button>
      </PostForm>
    </section>
  );
}

type Comment = { id: string; number: number; lang: Lang; text: string; authorName: string | null; status: 'received' | 'shown' | 'hidden'; hiddenReason: string | null; answer: string | null };

/** Comments on the officer's desk: each can be read, one at a time is shown, hidden with a reason, or answered. */
export function CommentsDesk({ comments, chosen, canModerate }: { comments: Comment[]; chosen: number; canModerate: boolean }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('smallGrants.comments')}</h2>
      {comments.map((comment) => (
        <article key={comment.id} id={`comment-${comment.number}`} className="card stack">
          <h3>{t('smallGrants.commentNumber', { number: comment.number })}</h3>
          {comment.authorName ? <p className="hint">{comment.authorName}</p> : null}
          <OwnText lang={comment.lang}>{comment.text}</OwnText>
          {comment.status === 'hidden' ? <p>{t('smallGrants.hiddenBecause')} {comment.hiddenReason}</p> : null}
          {comment.answer ? <><p><strong>{t('smallGrants.answer')}</strong></p><OwnText lang="pl">{comment.answer}</OwnText></> : null}
          {!canModerate ? null : comment.number === chosen ? <Moderation comment={comment} /> : (
            <p><a href={`?comment=${comment.number}#comment-${comment.number}`}>{t('smallGrants.office.handle', { number: comment.number })}</a></p>
          )}
        </article>
      ))}
    </section>
  );
}

function Moderation({ comment: { id, status, answer } }: { comment: Comment }) {
  const t = useT();
  const which = <input type="hidden" name="commentId" value={id} />;
  return (
    <>
      {status === 'received' ? <PostForm intent="show" formId="show">{which}<Button tone="plain">{t('smallGrants.office.show')}</Button></PostForm> : null}
      <PostForm intent="answer" formId="answer" className="stack">
        {which}
        <Field name="answer" label={t('smallGrants.answer')} multiline rows={3} lang="pl" defaultValue={answer} />
        <Button>{t('smallGrants.office.answerSave')}</Button>
      </PostForm>
      <PostForm intent="hide" formId="hide" className="stack">
        {which}
        <Field name="hidingReason" label={t('smallGrants.office.hideReason')} lang="pl" />
        <Button tone="plain">{t('smallGrants.office.hide')}</Button>
      </PostForm>
    </>
  );
}

/** The decision: money with an order, or none, both with reasons. */
export function DecisionForms({ canApprove }: { canApprove: boolean }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('smallGrants.decision')}</h2>
      {canApprove ? (
        <PostForm intent="approve" formId="approve" className="card stack">
          <Field name="orderNumber" label={t('smallGrants.office.orderNumber')} width="medium" />
          <DayField name="orderDate" legend={t('smallGrants.office.orderDate')} />
          <Field name="reason" label={t('smallGrants.reason')} multiline rows={3} lang="pl" />
          <Button>{t('smallGrants.office.approve')}</Button>
        </PostForm>
      ) : null}
      <Details summary={t('smallGrants.office.refuse')}>
        <PostForm intent="refuse" formId="refuse" className="stack">
          <Field name="refusalReason" label={t('smallGrants.reason')} multiline rows={3} lang="pl" />
          <Button tone="bad">{t('smallGrants.office.refuse')}</Button>
        </PostForm>
      </Details>
    </section>
  );
}
