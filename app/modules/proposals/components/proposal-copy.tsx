import { useLang, useT } from '~/i18n/react';
import { districtName } from '~/modules/programme/lists';
import { formatMoney, grosze } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import type { PublicCopy } from '../content';
import { sumsOf } from '../rules';

/** The proposal to be read, in the order of the form. */
export function ProposalCopy({ copy }: { copy: Partial<PublicCopy> }) {
  const t = useT();
  const lang = useLang();
  const money = (amount: number) => formatMoney(grosze(amount), lang);
  const own = (words: string | undefined) => <OwnText lang="pl">{words || '–'}</OwnText>;
  const { field, need, benefit, description, districts = [], place, startDate, endDate, beneficiaries, people = 0, results = [], costs = [], experience } = copy;
  const sums = sumsOf(costs);
  return (
    <>
      <SummaryList
        items={[
          { label: t('proposals.field'), value: field ? t(`programme.field.${field}` as const) : '–' },
          { label: t('proposals.need'), value: own(need) },
          { label: t('proposals.benefit'), value: own(benefit) },
          { label: t('proposals.description'), value: own(description) },
          { label: t('applications.field.districts'), value: districts.map(districtName).join(', ') || '–' },
          { label: t('proposals.place'), value: own(place) },
          { label: t('applications.field.start'), value: startDate ? formatDay(startDate, lang) : '–' },
          { label: t('applications.field.end'), value: endDate ? formatDay(endDate, lang) : '–' },
          { label: t('proposals.beneficiaries'), value: own(beneficiaries) },
          { label: t('proposals.people'), value: people || '–' },
          { label: t('proposals.part.experience'), value: own(experience) },
        ]}
      />
      {results.length > 0 ? (
        <DataTable
          caption={t('proposals.part.results')}
          columns={[{ key: 'name', label: t('proposals.result'), rowHeader: true }, { key: 'target', label: t('proposals.target') }]}
          rows={results.map(({ id, name, target }) => ({ id, cells: { name: <OwnText lang="pl" as="span">{name}</OwnText>, target: <OwnText lang="pl" as="span">{target}</OwnText> } }))}
        />
      ) : null}
      {costs.length > 0 ? (
        <>
          <DataTable
            caption={t('proposals.part.costs')}
            columns={[
              { key: 'kind', label: t('proposals.cost'), rowHeader: true },
              { key: 'asked', label: t('proposals.asked'), numeric: true },
              { key: 'own', label: t('proposals.own'), numeric: true },
            ]}
            rows={[
              ...costs.map(({ id, kind, asked, own: put }) => ({ id, cells: { kind: <OwnText lang="pl" as="span">{kind}</OwnText>, asked: money(asked), own: money(put) } })),
              { id: 'sum', line: true, cells: { kind: t('proposals.all'), asked: money(sums.asked), own: money(sums.own) } },
            ]}
          />
          <p>{t('proposals.share', { share: sums.share })}</p>
        </>
      ) : null}
    </>
  );
}
