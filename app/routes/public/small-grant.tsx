import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { commentOnSmallGrant } from '~/modules/small-grants/commands.server';
import { Comments, SayForm } from '~/modules/small-grants/components/comments';
import { OfferCopy } from '~/modules/small-grants/components/offer-copy';
import { SmallGrantTag } from '~/modules/small-grants/components/status-tag';
import { CommentForm } from '~/modules/small-grants/forms';
import { getPublicSmallGrant, listComments } from '~/modules/small-grants/queries.server';
import { takesComments } from '~/modules/small-grants/rules';
import { formatMoney } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'smallGrant.see', do: { comment: 'smallGrant.comment' }, kept: 'minute' });
export const meta = titled('smallGrants.title');

export const loader = load(handle, async ({ context, params, url, lang }) => {
  const offer = await getPublicSmallGrant(context.db.read, params.number ?? '');
  const comments = (await listComments(context.db.read, offer.id)).filter(({ status }) => status !== 'received');
  return {
    pageTitle: offer.copy.title,
    number: offer.number, status: offer.status, copy: offer.copy, organisation: { name: offer.organisationName, slug: offer.organisationSlug },
    amount: formatMoney(offer.grant, lang),
    until: offer.commentsUntil ? formatDay(offer.commentsUntil, lang) : '',
    open: takesComments(offer, context.now),
    comments: comments.map(({ number, lang: own, text, authorName, status, hiddenReason, answer }) => ({
      number, lang: own, hidden: status === 'hidden', text: status === 'hidden' ? '' : text, authorName: status === 'hidden' ? null : authorName, hiddenReason, answer,
    })),
    decision: offer.decidedAt ? { reason: offer.decisionReason ?? '', order: offer.orderNumber && offer.orderDate ? { number: offer.orderNumber, day: formatDay(offer.orderDate, lang) } : null } : null,
    sent: /^\d{1,6}$/.exec(url.searchParams.get('sent') ?? '')?.[0] ?? null,
  };
});

export const action = act(handle, {
  comment: doing(CommentForm, async (context, input, { params, lang }) => {
    const { id } = await getPublicSmallGrant(context.db.read, params.number ?? '');
    const { number } = await commentOnSmallGrant(context, id, input);
    return `/${lang}/small-grants/${params.number}?sent=${number}`;
  }),
});

/** One posted offer: what it is, what people say, and what was decided. */
export default function SmallGrant() {
  const { number, status, copy, organisation, amount, until, open, comments, decision, sent } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/small-grants`, label: t('smallGrants.title') }]} />
      <h1><OwnText lang="pl" as="span">{copy.title}</OwnText></h1>
      <p className="row"><SmallGrantTag status={status} /> <span>{amount}</span> <a href={`/${lang}/organisations/${organisation.slug}`}><OwnText lang="pl" as="span">{organisation.name}</OwnText></a> <span className="hint">{number}</span></p>
      {sent ? <Notice tone="good">{t('smallGrants.commentSent', { number: sent })}</Notice> : null}
      {open ? <Notice tone="deadline">{t('smallGrants.until', { day: until })}</Notice> : null}
      {decision ? (
        <section className="stack card">
          <h2>{t('smallGrants.decision')}</h2>
          {decision.order ? <p>{t('smallGrants.decisionOrder', decision.order)}</p> : null}
          <OwnText lang="pl">{decision.reason}</OwnText>
          <p className="hint">{t('smallGrants.noAppeal')}</p>
        </section>
      ) : null}
      <p className="hint">{t('smallGrants.redacted')}</p>
      <OfferCopy copy={copy} />
      <p><a href={`/${lang}/small-grants/${number}/notice`}>{t('smallGrants.notice')}</a></p>
      <section className="stack">
        <h2>{t('smallGrants.comments')}</h2>
        {open ? <SayForm /> : null}
        <Comments comments={comments} />
      </section>
    </div>
  );
}
