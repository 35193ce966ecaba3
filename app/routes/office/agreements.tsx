import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { authorise } from '~/access/authorise';
import { may } from '~/access/policy';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { AgreementTag } from '~/modules/agreements/components/agreement-tag';
import { listAgreements } from '~/modules/agreements/queries.server';
import { listAwards } from '~/modules/decisions/queries.server';
import { formatMoney } from '~/shared/money';
import { formatDayShort } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'office.read' });
export const meta = titled('agreements.title');

export const loader = load(handle, async ({ context }) => {
  // Without an organisation only the City's desk passes: members see their own agreements, not this list.
  authorise(context.actor, 'agreement.read', {});
  const { read } = context.db;
  const agreements = await listAgreements(read);
  const canPrepare = may(context.actor, 'agreement.prepare');
  const prepared = new Set(agreements.map(({ awardId }) => awardId));
  const awards = canPrepare ? await listAwards(read) : [];
  return {
    agreements: agreements.map(({ id, number, status, title, organisationName, amount, startDate, endDate }) => ({ id, number, status, title, organisationName, amount, startDate, endDate })),
    waiting: awards
      .filter(({ id, status, resultsPublishedAt }) => status === 'accepted' && resultsPublishedAt && !prepared.has(id))
      .map(({ id, number, title, organisationName, amount }) => ({ id, number, title, organisationName, amount })),
  };
});

export default function Agreements() {
  const { agreements, waiting } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const columns = [
    { key: 'number', label: t('agreements.number') },
    { key: 'task', label: t('agreements.task'), rowHeader: true },
    { key: 'amount', label: t('agreements.amount'), numeric: true },
  ];
  return (
    <div className="stack section">
      <h1>{t('agreements.title')}</h1>
      {waiting.length > 0 ? (
        <DataTable
          caption={t('agreements.toPrepare')}
          columns={[...columns, { key: 'do', label: t('agreements.prepare') }]}
          rows={waiting.map((award) => ({
            id: award.id,
            cells: {
              number: award.number,
              task: <OwnText lang="pl" as="span">{`${award.title} · ${award.organisationName}`}</OwnText>,
              amount: formatMoney(award.amount, lang),
              do: <a href={`/${lang}/office/awards/${award.id}/agreement`}>{t('agreements.prepare')}<span className="visually-hidden"> {award.number}</span></a>,
            },
          }))}
        />
      ) : null}
      {agreements.length === 0 ? (
        <EmptyState title={t('agreements.none')}><p>{t('agreements.noneHint')}</p></EmptyState>
      ) : (
        <DataTable
          caption={t('agreements.title')}
          hideCaption
          columns={[...columns, { key: 'period', label: t('agreements.period') }, { key: 'state', label: t('agreements.state') }]}
          rows={agreements.map((agreement) => ({
            id: agreement.id,
            cells: {
              number: <a href={`/${lang}/office/agreements/${agreement.id}`}>{agreement.number}</a>,
              task: <OwnText lang="pl" as="span">{`${agreement.title} · ${agreement.organisationName}`}</OwnText>,
              amount: formatMoney(agreement.amount, lang),
              period: `${formatDayShort(agreement.startDate, lang)} – ${formatDayShort(agreement.endDate, lang)}`,
              state: <AgreementTag status={agreement.status} />,
            },
          }))}
        />
      )}
    </div>
  );
}
