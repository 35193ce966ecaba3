import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listIndicators } from '~/modules/programme/queries.server';
import { OrganisationLink } from '~/modules/agreements/components/organisation-link';
import { StageTag } from '~/modules/agreements/components/stage-tag';
import { getPublicInitiative } from '~/modules/agreements/queries.server';
import { initiativeStage } from '~/modules/agreements/rules';
import { withoutAddresses } from '~/modules/open-data/giving';
import { awardThing, breadcrumbList, linked } from '~/modules/open-data/json-ld';
import { isPublic } from '~/modules/organisations/rules';
import { paidUnder } from '~/modules/payments/queries.server';
import { indicatorName } from '~/modules/programme/indicators';
import { districtName } from '~/modules/programme/lists';
import { findReportOf } from '~/modules/reports/queries.server';
import { formatMoney } from '~/shared/money';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read', kept: 'minute' });
export const meta = titled('agreements.initiatives');

export const loader = load(handle, async ({ context, params, lang, t }) => {
  const { read } = context.db;
  const found = await getPublicInitiative(read, params.number ?? '');
  const { agreementId, content } = found;
  const report = agreementId ? await findReportOf(read, agreementId) : undefined;
  // What an organisation reports is public once the City accepted it, not before.
  const accepted = report?.status === 'accepted' || report?.status === 'accepted_with_return' ? report.content.results : undefined;
  const startDate = found.startDate ?? content.task?.startDate;
  const indicators = await listIndicators(read, lang, dayOf(context.now));
  const endDate = found.endDate ?? content.task?.endDate;
  const at = { origin: context.origin, lang };
  const { number, title, amount, organisationName } = found;
  const about = content.task?.synthesis ?? '';
  const organisationSlug = isPublic(found.organisationStatus) ? found.organisationSlug : null;
  return {
    pageTitle: title,
    linked: linked(
      awardThing({ number, title, about: withoutAddresses(about), amount, organisationName, organisationSlug }, at),
      breadcrumbList(at, [{ name: t('agreements.initiatives'), path: '/initiatives' }, { name: title, path: `/initiatives/${encodeURIComponent(number)}` }]),
    ),
    number,
    organisationName,
    organisationSlug,
    call: { slug: found.callSlug, title: found.callTitles[lang] ?? found.callTitle },
    amount,
    paid: agreementId ? ((await paidUnder(read, [agreementId])).get(agreementId)?.amount ?? 0) : 0,
    stage: initiativeStage(found.agreementStatus),
    period: startDate && endDate ? `${formatDay(startDate, lang)} – ${formatDay(endDate, lang)}` : '',
    districts: (content.task?.districts ?? []).map(districtName),
    about,
    summary: accepted?.summary ?? '',
    results: (content.results?.results ?? []).map(({ id, name, target, unit, indicator }) => ({
      id, name, indicator: indicatorName(indicator, indicators), target: [target, unit].filter(Boolean).join(' '), achieved: accepted?.outcomes.find(({ resultId }) => resultId === id)?.achieved ?? '',
    })),
    reported: accepted !== undefined,
  };
});

export default function Initiative() {
  const one = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/initiatives`, label: t('agreements.initiatives') }]} />
      <h1 lang="pl">{one.pageTitle}</h1>
      <p><StageTag stage={one.stage} /></p>
      <SummaryList
        items={[
          { label: t('agreements.number'), value: one.number },
          { label: t('agreements.organisation'), value: <OrganisationLink name={one.organisationName} slug={one.organisationSlug} /> },
          { label: t('agreements.call'), value: <a href={`/${lang}/calls/${one.call.slug}`}>{one.call.title}</a> },
          { label: t('agreements.amount'), value: formatMoney(one.amount, lang) },
          { label: t('agreements.paidSoFar'), value: formatMoney(one.paid, lang) },
          ...(one.period ? [{ label: t('agreements.period'), value: one.period }] : []),
          { label: t('agreements.districts'), value: one.districts.length > 0 ? one.districts.join(', ') : t('agreements.wholeCity') },
        ]}
      />
      {one.summary ? (
        <section className="stack">
          <h2>{t('agreements.outcome')}</h2>
          <OwnText lang="pl">{one.summary}</OwnText>
        </section>
      ) : null}
      {one.about ? (
        <section className="stack">
          <h2>{t('agreements.about')}</h2>
          <OwnText lang="pl">{one.about}</OwnText>
        </section>
      ) : null}
      {one.results.length > 0 ? (
        <DataTable
          caption={t('agreements.planned')}
          columns={[
            { key: 'name', label: t('agreements.result'), rowHeader: true },
            { key: 'target', label: t('agreements.target') },
            ...(one.results.some(({ indicator }) => indicator) ? [{ key: 'indicator', label: t('applications.field.indicator') }] : []),
            ...(one.reported ? [{ key: 'achieved', label: t('agreements.achieved') }] : []),
          ]}
          rows={one.results.map(({ id, name, target, indicator, achieved }) => ({ id, cells: { name: <span lang="pl">{name}</span>, target, indicator: indicator || '–', achieved } }))}
        />
      ) : null}
    </div>
  );
}
