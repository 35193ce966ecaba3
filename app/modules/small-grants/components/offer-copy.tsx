import { useLang, useT } from '~/i18n/react';
import { districtName, targetGroups as allGroups } from '~/modules/programme/lists';
import { formatMoney, grosze } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import type { PublicCopy } from '../content';
import { costSums } from '../rules';

/** The simplified offer to be read, in the order of the form. */
export function OfferCopy({ copy }: { copy: Partial<PublicCopy> }) {
  const t = useT();
  const lang = useLang();
  const money = (amount: number) => formatMoney(grosze(amount), lang);
  const { startDate, endDate, description, districts = [], targetGroups = [], results = [], profile, costs = [] } = copy;
  const sums = costSums(costs);
  return (
    <>
      <SummaryList
        items={[
          { label: t('applications.field.start'), value: startDate ? formatDay(startDate, lang) : '–' },
          { label: t('applications.field.end'), value: endDate ? formatDay(endDate, lang) : '–' },
          { label: t('applications.field.districts'), value: districts.map(districtName).join(', ') || '–' },
          { label: t('applications.field.targetGroups'), value: allGroups.filter((group) => targetGroups.includes(group)).map((group) => t(`programme.targetGroup.${group}` as const)).join(', ') || '–' },
          { label: t('smallGrants.description'), value: <OwnText lang="pl">{description || '–'}</OwnText> },
          { label: t('smallGrants.profile'), value: <OwnText lang="pl">{profile || '–'}</OwnText> },
        ]}
      />
      <DataTable
        caption={t('smallGrants.part.results')}
        columns={[
          { key: 'name', label: t('applications.field.result'), rowHeader: true },
          { key: 'target', label: t('applications.field.target') },
          { key: 'monitoring', label: t('applications.field.monitoring') },
        ]}
        rows={results.map(({ id, name, target, monitoring }) => ({ id, cells: { name: <OwnText lang="pl" as="span">{name}</OwnText>, target, monitoring: <OwnText lang="pl" as="span">{monitoring}</OwnText> } }))}
      />
      <DataTable
        caption={t('smallGrants.part.costs')}
        columns={[
          { key: 'kind', label: t('smallGrants.cost'), rowHeader: true },
          { key: 'value', label: t('smallGrants.value'), numeric: true },
          { key: 'grant', label: t('smallGrants.fromGrant'), numeric: true },
          { key: 'other', label: t('smallGrants.fromOther'), numeric: true },
        ]}
        rows={[
          ...costs.map(({ id, kind, grant, other }) => ({ id, cells: { kind: <OwnText lang="pl" as="span">{kind}</OwnText>, value: money(grant + other), grant: money(grant), other: money(other) } })),
          { id: 'sum', cells: { kind: <strong>{t('smallGrants.sum')}</strong>, value: <strong>{money(sums.total)}</strong>, grant: <strong>{money(sums.grant)}</strong>, other: <strong>{money(sums.other)}</strong> } },
        ]}
      />
    </>
  );
}
