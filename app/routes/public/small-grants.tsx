import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { Meters } from '~/modules/small-grants/components/meters';
import { SmallGrantTag } from '~/modules/small-grants/components/status-tag';
import { boundsAt, listPublicSmallGrants } from '~/modules/small-grants/queries.server';
import { formatMoney } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'public.read', kept: 'minute' });
export const meta = titled('smallGrants.title');

export const loader = load(handle, async ({ context, lang }) => {
  const { today, limits, balance } = await boundsAt(context.db.read, context.now);
  const offers = (await listPublicSmallGrants(context.db.read)).map((offer) => ({
    number: offer.number ?? '', title: offer.title, status: offer.status, organisation: offer.organisationName,
    amount: formatMoney(offer.grant, lang), until: offer.commentsUntil ? formatDay(offer.commentsUntil, lang) : '',
  }));
  return { year: today.slice(0, 4), limits, balance, open: offers.filter(({ status }) => status === 'posted'), earlier: offers.filter(({ status }) => status !== 'posted') };
});

/** What small grants are, how much is left, and the offers that hang for comments. */
export default function SmallGrants() {
  const { year, limits, balance, open, earlier } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('smallGrants.title')}</h1>
      <p>{t('smallGrants.lead')}</p>
      <p className="hint">{t('smallGrants.basis')}</p>
      <section className="stack">
        <h2>{t('smallGrants.limits')}</h2>
        <Meters limits={limits} balance={balance} year={year} />
        <p>{t('smallGrants.needs')} <a href={`/${lang}/groups`}>{t('smallGrants.needsGroup')}</a></p>
        <p><LinkButton href={`/${lang}/small-grants/new`} tone="spark">{t('smallGrants.write')}</LinkButton></p>
      </section>
      <section className="stack">
        <h2>{t('smallGrants.steps')}</h2>
        <ol className="bullets">
          <li>{t('smallGrants.step.review', { days: limits.reviewDays })}</li>
          <li>{t('smallGrants.step.comments', { days: limits.postedDays })}</li>
          <li>{t('smallGrants.step.decision')}</li>
        </ol>
      </section>
      <section className="stack">
        <h2>{t('smallGrants.posted')}</h2>
        {open.length === 0 ? <EmptyState title={t('smallGrants.nothingPosted')} /> : <OfferList offers={open} />}
      </section>
      {earlier.length > 0 ? (
        <section className="stack">
          <h2>{t('smallGrants.earlier')}</h2>
          <OfferList offers={earlier} />
        </section>
      ) : null}
    </div>
  );
}

type Listed = { number: string; title: string; status: Parameters<typeof SmallGrantTag>[0]['status']; organisation: string; amount: string; until: string };

function OfferList({ offers }: { offers: Listed[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <ul className="tasks">
      {offers.map(({ number, title, status, organisation, amount, until }) => (
        <li key={number}>
          <span>
            <a href={`/${lang}/small-grants/${number}`}><OwnText lang="pl" as="span">{title}</OwnText></a>
            <span className="hint block"><OwnText lang="pl" as="span">{organisation}</OwnText> · {amount}</span>
            {status === 'posted' ? <span className="hint block">{t('smallGrants.until', { day: until })}</span> : null}
          </span>
          <SmallGrantTag status={status} />
        </li>
      ))}
    </ul>
  );
}
