import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listPublicInitiatives } from '~/modules/agreements/queries.server';
import { initiativeStage } from '~/modules/agreements/rules';
import { OrganisationLink } from '~/modules/agreements/components/organisation-link';
import { StageTag } from '~/modules/agreements/components/stage-tag';
import { isPublic } from '~/modules/organisations/rules';
import { formatMoney } from '~/shared/money';
import { formatDayShort } from '~/shared/time';
import { Button } from '~/ui/button';
import { Select } from '~/ui/choices';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'public.read', kept: 'minute' });
export const meta = titled('agreements.initiatives');

export const loader = load(handle, async ({ context, url, lang }) => {
  const all = await listPublicInitiatives(context.db.read);
  const years = [...new Set(all.map(({ orderDate }) => orderDate.slice(0, 4)))];
  const asked = url.searchParams.get('year') ?? '';
  const year = years.includes(asked) ? asked : '';
  const shown = all.filter(({ orderDate }) => orderDate.startsWith(year));
  return {
    year,
    years,
    total: shown.reduce((sum, { amount }) => sum + amount, 0),
    initiatives: shown.map((row) => {
      const { startDate, endDate } = row.startDate && row.endDate ? { startDate: row.startDate, endDate: row.endDate } : { startDate: row.content.task?.startDate, endDate: row.content.task?.endDate };
      return {
        number: row.number, title: row.title, amount: row.amount, callTitle: row.callTitles[lang] ?? row.callTitle, callSlug: row.callSlug,
        organisationName: row.organisationName, organisationSlug: isPublic(row.organisationStatus) ? row.organisationSlug : null,
        stage: initiativeStage(row.agreementStatus),
        period: startDate && endDate ? `${formatDayShort(startDate, lang)} – ${formatDayShort(endDate, lang)}` : '',
      };
    }),
  };
});

export default function Initiatives() {
  const { year, years, total, initiatives } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('agreements.initiatives')}</h1>
      <p>{t('agreements.initiativesLead')}</p>
      <p>{t('localInitiatives.elsewhere')} <a href={`/${lang}/local-initiatives`}>{t('localInitiatives.title')}</a></p>
      {initiatives.length === 0 ? (
        <EmptyState title={t('agreements.initiativesNone')}><p>{t('agreements.initiativesNoneHint')}</p></EmptyState>
      ) : (
        <>
          <form method="get" className="row">
            <Select name="year" label={t('agreements.year')} options={years.map((one) => ({ value: one, label: one }))} defaultValue={year} empty={t('agreements.allYears')} />
            <Button tone="plain">{t('agreements.show')}</Button>
          </form>
          <p>{t('agreements.initiativesFound', { n: initiatives.length, amount: formatMoney(total, lang) })}</p>
          <DataTable
            caption={t('agreements.initiatives')}
            hideCaption
            columns={[
              { key: 'task', label: t('agreements.task'), rowHeader: true },
              { key: 'organisation', label: t('agreements.organisation') },
              { key: 'call', label: t('agreements.call') },
              { key: 'amount', label: t('agreements.amount'), numeric: true },
              { key: 'period', label: t('agreements.period') },
              { key: 'state', label: t('agreements.state') },
            ]}
            rows={initiatives.map((one) => ({
              id: one.number,
              cells: {
                task: <a href={`/${lang}/initiatives/${one.number}`}><OwnText lang="pl" as="span">{one.title}</OwnText></a>,
                organisation: <OrganisationLink name={one.organisationName} slug={one.organisationSlug} />,
                call: <a href={`/${lang}/calls/${one.callSlug}`}>{one.callTitle}</a>,
                amount: formatMoney(one.amount, lang),
                period: one.period,
                state: <StageTag stage={one.stage} />,
              },
            }))}
          />
          <p><a href="/open-data/360giving.json">{t('agreements.openData')}</a></p>
        </>
      )}
    </div>
  );
}
