import { useLoaderData } from '@remix-run/react';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import type { MessageKey } from '~/i18n/codes';
import { useLang, useT } from '~/i18n/react';
import { listIndicators } from '~/modules/programme/queries.server';
import { OfferView } from '~/modules/applications/components/offer-view';
import { getApplication } from '~/modules/applications/queries.server';
import { readOffer } from '~/modules/applications/screening-offer.server';
import { getCall, listCriteria } from '~/modules/calls/queries.server';
import { panelSubject } from '~/modules/panels/queries.server';
import { handInReview, saveReview } from '~/modules/reviews/commands.server';
import { OtherScores } from '~/modules/reviews/components/other-scores';
import { ScoreCard } from '~/modules/reviews/components/score-card';
import { ReviewForm } from '~/modules/reviews/forms';
import { findReview, listReviewsSeenBy } from '~/modules/reviews/queries.server';
import { NotFound } from '~/shared/errors';
import { dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';

export const handle = declare({ see: 'review.write', do: { save: 'review.write' } });

const readableStatuses = ['in_assessment', 'assessed', 'recommended', 'reserve', 'not_recommended', 'awarded', 'rejected', 'declined', 'contracted'];

export const loader = load(handle, async ({ context, params, t }) => {
  const { actor, db: { read } } = context;
  const application = await getApplication(read, params.applicationId ?? '');
  if (application.callId !== params.callId) throw new NotFound('application');
  authorise(actor, 'review.write', await panelSubject(read, application.callId));
  if (!readableStatuses.includes(application.status)) throw new NotFound('application');
  const me = actorId(actor) ?? '';
  const [call, offer, criteria, review, others] = await Promise.all([
    getCall(read, application.callId),
    readOffer(read, application),
    listCriteria(read, application.callId),
    findReview(read, application.id, me),
    listReviewsSeenBy(read, application.id, me),
  ]);
  return {
    indicators: await listIndicators(read, context.lang, dayOf(context.now)),
    pageTitle: application.title,
    call: { id: call.id, title: call.title },
    offer: { title: application.title, content: { ...offer.content, contact: undefined }, offeror: offer.offeror, partners: offer.partners, sums: offer.sums, slots: offer.slots, files: offer.files },
    criteria: criteria.map(({ id, key, max }) => {
      const score = review?.scores.find(({ criterionId }) => criterionId === id);
      return { id, name: t(`calls.criterion.${key}` as MessageKey), max, points: score?.points ?? null, reason: score?.reason ?? '' };
    }),
    handedIn: review?.status === 'handed_in',
    total: review?.total ?? 0,
    open: application.status === 'in_assessment' && call.status === 'assessment' && review?.status !== 'handed_in',
    others,
  };
});

export const action = act(handle, {
  save: doing(ReviewForm, async (context, { then, ...card }, { params, lang }) => {
    const id = params.applicationId ?? '';
    if (then === 'handIn') await handInReview(context, id, card);
    else await saveReview(context, id, card);
    return `/${lang}/reviews/${params.callId}/${id}`;
  }),
});

export const meta = titled('reviews.cardTitle');

/** One offer beside the reader's score card. */
export default function Review() {
  const { call, offer, criteria, handedIn, total, open, others } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack">
      <Breadcrumbs items={[{ href: `/${lang}/reviews`, label: t('reviews.title') }, { href: `/${lang}/reviews/${call.id}`, label: call.title }]} />
      <h1 lang="pl">{offer.title}</h1>
      <p><a href="#card">{t('reviews.jumpToCard')}</a></p>
      <div className="aside end">
        <div><OfferView withoutPersons content={offer.content} call={call} offeror={offer.offeror} partners={offer.partners} sums={offer.sums} slots={offer.slots} files={offer.files} /></div>
        <aside className="stack" aria-labelledby="card">
          <h2 id="card" tabIndex={-1}>{t('reviews.cardTitle')}</h2>
          <ScoreCard criteria={criteria} open={open} handedIn={handedIn} total={total} />
          {handedIn ? <OtherScores reviews={others} criteria={criteria} /> : null}
        </aside>
      </div>
    </div>
  );
}
