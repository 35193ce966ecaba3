import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { Meters } from '~/modules/small-grants/components/meters';
import { SmallGrantTag } from '~/modules/small-grants/components/status-tag';
import { PoolForm } from '~/modules/small-grants/forms';
import { setPool } from '~/modules/small-grants/office.server';
import { boundsAt, listPools, listSmallGrantsForOffice } from '~/modules/small-grants/queries.server';
import { reviewDueOn } from '~/modules/small-grants/rules';
import { formatMoney } from '~/shared/money';
import { dayOf, formatDay } from '~/shared/time';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Details } from '~/ui/details';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { MoneyField } from '~/ui/money-field';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'smallGrant.list', do: { pool: 'smallGrant.setPool' } });
export const meta = titled('smallGrants.title');

export const loader = load(handle, async ({ context, lang }) => {
  const { actor, db, now } = context;
  const { today, limits, balance } = await boundsAt(db.read, now);
  const year = today.slice(0, 4);
  const offers = await listSmallGrantsForOffice(db.read);
  return {
    year, limits, balance,
    planned: (await listPools(db.read)).find((pool) => String(pool.year) === year)?.planned,
    mayPool: may(actor, 'smallGrant.setPool', {}),
    offers: offers.map(({ id, number, title, status, organisationName, grant, submittedAt, commentsUntil }) => {
      const due = ['submitted', 'correction_requested', 'purposeful'].includes(status) && submittedAt ? reviewDueOn(dayOf(submittedAt), limits.reviewDays) : status === 'posted' ? commentsUntil : null;
      return { id, number: number ?? '', title, status, organisation: organisationName, amount: formatMoney(grant, lang), due: due ? formatDay(due, lang) : '', overdue: due !== null && status !== 'posted' && due < today };
    }),
  };
});

export const action = act(handle, {
  pool: doing(PoolForm, async (context, input, { lang }) => {
    await setPool(context, input);
    return `/${lang}/office/small-grants`;
  }),
});

/** Small grants on the City's desk: the pool, and every offer with its statutory date. */
export default function OfficeSmallGrants() {
  const { year, limits, balance, planned, mayPool, offers } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('smallGrants.title')}</h1>
      <p>{t('smallGrants.office.lead')}</p>
      <section className="stack">
        <h2>{t('smallGrants.office.pool')}</h2>
        <Meters limits={limits} balance={balance} year={year} />
        {mayPool ? (
          <Details summary={t('smallGrants.office.savePool')}>
            <PostForm intent="pool" className="stack">
              <p className="hint">{t('smallGrants.office.poolHint', { share: limits.poolShare })}</p>
              <Field name="year" label={t('smallGrants.office.year')} defaultValue={year} inputMode="numeric" width="short" />
              <MoneyField name="planned" label={t('smallGrants.office.planned')} defaultValue={planned} />
              <Button>{t('smallGrants.office.savePool')}</Button>
            </PostForm>
          </Details>
        ) : null}
      </section>
      {offers.length === 0 ? <EmptyState title={t('smallGrants.office.none')} /> : (
        <DataTable
          caption={t('smallGrants.office.list')}
          columns={[
            { key: 'offer', label: t('decisions.offer'), rowHeader: true },
            { key: 'amount', label: t('smallGrants.office.amount'), numeric: true },
            { key: 'due', label: t('smallGrants.office.due') },
            { key: 'state', label: t('smallGrants.office.state') },
          ]}
          rows={offers.map((offer) => ({
            id: offer.id,
            cells: {
              offer: <><a href={`/${lang}/office/small-grants/${offer.id}`}><OwnText lang="pl" as="span">{offer.title}</OwnText></a><br /><span className="hint">{offer.number} · <OwnText lang="pl" as="span">{offer.organisation}</OwnText></span></>,
              amount: offer.amount,
              due: <>{offer.due || '–'} {offer.overdue ? <Tag tone="bad">{t('smallGrants.office.overdue')}</Tag> : null}</>,
              state: <SmallGrantTag status={offer.status} />,
            },
          }))}
        />
      )}
    </div>
  );
}
