import { useLang, useT } from '~/i18n/react';
import { districtName } from '~/modules/programme/lists';
import { formatMoney, grosze } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { Meter } from '~/ui/meter';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import type { PublicCopy, Step } from '../content';
import { sumsOf } from '../rules';

/** The request to be read, in the order of the form, with what both sides put in. */
export function RequestCopy({ copy }: { copy: Partial<PublicCopy> }) {
  const t = useT();
  const lang = useLang();
  const money = (amount: number) => formatMoney(grosze(amount), lang);
  const own = (words: string | undefined) => <OwnText lang="pl">{words || '–'}</OwnText>;
  const { area, districts = [], place, what, needs, startDate, endDate, people = 0, steps = [], contributions = [], requests = [] } = copy;
  const sums = sumsOf({ contributions, requests });
  return (
    <>
      <SummaryList
        items={[
          { label: t('localInitiatives.area'), value: area ? t(`programme.field.${area}` as const) : '–' },
          { label: t('applications.field.districts'), value: districts.map(districtName).join(', ') || '–' },
          { label: t('localInitiatives.place'), value: own(place) },
          { label: t('localInitiatives.what'), value: own(what) },
          { label: t('localInitiatives.needs'), value: own(needs) },
          { label: t('applications.field.start'), value: startDate ? formatDay(startDate, lang) : '–' },
          { label: t('applications.field.end'), value: endDate ? formatDay(endDate, lang) : '–' },
          { label: t('localInitiatives.people'), value: people || '–' },
        ]}
      />
      <StepsTable steps={steps} />
      <DataTable
        caption={t('localInitiatives.sum.residents')}
        columns={[
          { key: 'name', label: t('localInitiatives.contribution'), rowHeader: true },
          { key: 'kind', label: t('localInitiatives.kind') },
          { key: 'value', label: t('localInitiatives.value'), numeric: true },
        ]}
        rows={[
          ...contributions.map(({ id, kind, name, hours, value }) => ({
            id,
            cells: { name: <OwnText lang="pl" as="span">{name}</OwnText>, kind: kind ? <>{t(`localInitiatives.kind.${kind}` as const)}{kind === 'work' ? `, ${t('localInitiatives.hoursOf', { n: hours })}` : ''}</> : '–', value: money(value) },
          })),
          { id: 'sum', line: true, cells: { name: t('localInitiatives.all'), kind: sums.hours > 0 ? t('localInitiatives.hoursOf', { n: sums.hours }) : '–', value: money(sums.residents) } },
        ]}
      />
      <DataTable
        caption={t('localInitiatives.sum.city')}
        columns={[
          { key: 'name', label: t('localInitiatives.contribution'), rowHeader: true },
          { key: 'kind', label: t('localInitiatives.kind') },
          { key: 'value', label: t('localInitiatives.value'), numeric: true },
        ]}
        rows={[
          ...requests.map(({ id, kind, name, value }) => ({ id, cells: { name: <OwnText lang="pl" as="span">{name}</OwnText>, kind: kind ? t(`localInitiatives.asks.${kind}` as const) : '–', value: money(value) } })),
          { id: 'sum', line: true, cells: { name: t('localInitiatives.all'), kind: '–', value: money(sums.city) } },
        ]}
      />
      {sums.total > 0 ? (
        <div className="stack">
          <p><strong>{t('localInitiatives.sum.total')}: {money(sums.total)}</strong></p>
          <Meter label={t('localInitiatives.share', { given: money(sums.residents), all: money(sums.total), share: sums.share })} used={sums.residents} limit={sums.total} />
        </div>
      ) : null}
    </>
  );
}

/** The schedule: what, when and who does it. */
export function StepsTable({ steps }: { steps: readonly Step[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <DataTable
      caption={t('localInitiatives.part.steps')}
      columns={[
        { key: 'name', label: t('localInitiatives.step'), rowHeader: true },
        { key: 'from', label: t('localInitiatives.from') },
        { key: 'to', label: t('localInitiatives.to') },
        { key: 'doer', label: t('localInitiatives.doer') },
      ]}
      rows={steps.map(({ id, name, from, to, doer }) => ({
        id,
        cells: { name: <OwnText lang="pl" as="span">{name}</OwnText>, from: from ? formatDay(from, lang) : '–', to: to ? formatDay(to, lang) : '–', doer: doer ? t(`localInitiatives.doer.${doer}` as const) : '–' },
      }))}
    />
  );
}
