import { useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listAwards } from '~/modules/decisions/queries.server';
import { OfferCopy } from '~/modules/small-grants/components/offer-copy';
import { CommentsDesk, CorrectionForms, DecisionForms, FindingFields, PostingFields } from '~/modules/small-grants/components/office-forms';
import { SmallGrantTag } from '~/modules/small-grants/components/status-tag';
import { postingPlaces, type SmallGrantContent } from '~/modules/small-grants/content';
import { AnswerForm, ApproveForm, CorrectionForm, FindingForm, HideForm, PostingForm, RefuseForm, ShowForm } from '~/modules/small-grants/forms';
import { answerComment, approveSmallGrant, askCorrection, findPurposeful, hideComment, recordPosting, refuseSmallGrant, showComment } from '~/modules/small-grants/office.server';
import { getSmallGrant, limitsOn, listComments, listPostings } from '~/modules/small-grants/queries.server';
import { publicCopyOf, reviewDueOn } from '~/modules/small-grants/rules';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({
  see: 'smallGrant.list',
  do: {
    correct: 'smallGrant.review', find: 'smallGrant.review', post: 'smallGrant.post', show: 'smallGrant.moderate', hide: 'smallGrant.moderate', answer: 'smallGrant.moderate',
    approve: 'smallGrant.decide', refuse: 'smallGrant.decide',
  },
});
export const meta = titled('smallGrants.title');

export const loader = load(handle, async ({ context, params, url, lang }) => {
  const { actor, db } = context;
  const offer = await getSmallGrant(db.read, params.id ?? '');
  authorise(actor, 'smallGrant.read', { organisationId: offer.organisationId, handedIn: offer.submittedAt !== null });
  const { status, submittedAt, commentsUntil } = offer;
  const [limits, postings, comments] = await Promise.all([limitsOn(db.read, dayOf(submittedAt ?? context.now)), listPostings(db.read, offer.id), listComments(db.read, offer.id)]);
  const deciding = ['submitted', 'correction_requested', 'comments_closed'].includes(status) && may(actor, 'smallGrant.decide', {});
  const [award] = offer.applicationId ? (await listAwards(db.read, { organisationId: offer.organisationId })).filter(({ applicationId }) => applicationId === offer.applicationId) : [];
  return {
    pageTitle: offer.title, status, number: offer.receiptNumber, organisation: offer.organisationName, content: offer.content,
    submitted: submittedAt ? formatInstantZone(submittedAt, lang, { seconds: true }) : '',
    postBy: submittedAt ? formatDay(reviewDueOn(dayOf(submittedAt), limits.reviewDays), lang) : '',
    until: commentsUntil ? formatDay(commentsUntil, lang) : null,
    copy: status === 'submitted' ? publicCopyOf(offer.content as SmallGrantContent) : null,
    postings, missing: postingPlaces.filter((place) => !postings.some((posting) => posting.place === place)),
    comments, chosen: Number(url.searchParams.get('comment')) || 0,
    canReview: status === 'submitted' && may(actor, 'smallGrant.review', {}),
    canPost: status === 'purposeful' && may(actor, 'smallGrant.post', {}),
    canModerate: ['posted', 'comments_closed'].includes(status) && may(actor, 'smallGrant.moderate', {}),
    canRefuse: deciding, canApprove: deciding && status === 'comments_closed' && offer.reviewedBy !== actorId(actor),
    sameReviewer: deciding && status === 'comments_closed' && offer.reviewedBy === actorId(actor),
    agreementOf: award?.status === 'accepted' && may(actor, 'agreement.prepare', {}) ? award.id : null,
  };
});

/** Every step of the office leads back to the offer it was taken on. */
function step<Form extends z.ZodType>(form: Form, run: (context: Context, id: string, input: z.output<Form>) => Promise<unknown>) {
  return doing(form, async (context, input, { params, lang }) => {
    await run(context, params.id ?? '', input);
    return `/${lang}/office/small-grants/${params.id}`;
  });
}

export const action = act(handle, {
  correct: step(CorrectionForm, askCorrection),
  find: step(FindingForm, findPurposeful),
  post: step(PostingForm, recordPosting),
  show: step(ShowForm, (context, _id, { commentId }) => showComment(context, commentId)),
  hide: step(HideForm, (context, _id, input) => hideComment(context, input)),
  answer: step(AnswerForm, (context, _id, input) => answerComment(context, input)),
  approve: step(ApproveForm, approveSmallGrant),
  refuse: step(RefuseForm, refuseSmallGrant),
});

export default function OfficeSmallGrant() {
  const offer = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/small-grants`, label: t('smallGrants.title') }]} />
      <h1><OwnText lang="pl" as="span">{offer.pageTitle}</OwnText></h1>
      <SummaryList items={[
        { label: t('smallGrants.office.state'), value: <SmallGrantTag status={offer.status} /> },
        { label: t('smallGrants.organisation'), value: <OwnText lang="pl" as="span">{offer.organisation}</OwnText> },
        { label: t('smallGrants.number'), value: offer.number },
        { label: t('smallGrants.time'), value: offer.submitted },
        { label: t('smallGrants.office.due'), value: offer.until ? t('smallGrants.until', { day: offer.until }) : t('smallGrants.office.postBy', { day: offer.postBy }) },
      ]} />
      {offer.agreementOf ? <p><LinkButton href={`/${lang}/office/awards/${offer.agreementOf}/agreement`}>{t('smallGrants.office.agreement')}</LinkButton></p> : null}
      {offer.canReview && offer.copy ? <><FindingFields copy={offer.copy} /><CorrectionForms /></> : null}
      {offer.canPost ? <PostingFields recorded={offer.postings} missing={offer.missing} /> : null}
      {offer.comments.length > 0 ? <CommentsDesk comments={offer.comments} chosen={offer.chosen} canModerate={offer.canModerate} /> : null}
      {offer.sameReviewer ? <Notice>{t('smallGrants.office.otherPerson')}</Notice> : null}
      {offer.canRefuse ? <DecisionForms canApprove={offer.canApprove} /> : null}
      <OfferCopy copy={offer.content} />
    </div>
  );
}
