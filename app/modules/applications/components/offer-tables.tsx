import { useLang, useT } from '~/i18n/react';
import { formatPercent, formatQuantity, multiply, grosze, percentOf } from '~/shared/money';
import { useIndicators } from '~/modules/programme/components/use-indicators';
import { indicatorName } from '~/modules/programme/indicators';
import { formatDayShort } from '~/shared/time';
import { DataTable, type Row } from '~/ui/data-table';
import { Money } from '~/ui/money';
import { OwnText } from '~/ui/own-text';
import type { CostLine, OfferAction, OfferContent } from '../content';
import { OriginalBeside } from './original';
import { lineByYear, yearsOfActions, yearsOfTask, yearSums } from '../rules-of-budget';

const own = (text: string) => <OwnText lang="pl" as="span">{text}</OwnText>;

/** III.4: one table of actions for each calendar year. */
export function ScheduleTables({ actions }: { actions: readonly OfferAction[] }) {
  const t = useT();
  const lang = useLang();
  const years = [...new Set(actions.map(({ year }) => year))].sort();
  return (
    <>
      {years.map((year) => (
        <DataTable
          key={year}
          caption={t('screening.offer.scheduleYear', { year: year ? String(year) : '–' })}
          columns={[
            { key: 'no', label: t('screening.offer.no'), numeric: true },
            { key: 'name', label: t('screening.offer.action'), rowHeader: true },
            { key: 'description', label: t('screening.offer.description') },
            { key: 'targetGroup', label: t('screening.offer.targetGroup') },
            { key: 'planned', label: t('screening.offer.planned') },
            { key: 'outsourced', label: t('screening.offer.outsourced') },
          ]}
          rows={actions.filter((action) => action.year === year).map((action, i) => ({
            id: action.id,
            cells: {
              no: i + 1, name: own(action.name), description: <>{own(action.description)}<OriginalBeside original={action.words?.description} /></>, targetGroup: own(action.targetGroup),
              planned: [action.from, action.to].filter(Boolean).map((day) => formatDayShort(day, lang)).join(' – '),
              outsourced: own(action.outsourced || '–'),
            },
          }))}
        />
      ))}
    </>
  );
}

/** III.6: expected results and how they are watched. */
export function ResultsTable({ results }: { results: NonNullable<OfferContent['results']>['results'] }) {
  const t = useT();
  const indicators = useIndicators();
  if (results.length === 0) return null;
  return (
    <DataTable
      caption={t('screening.offer.results')}
      columns={[
        { key: 'name', label: t('screening.offer.resultName'), rowHeader: true },
        { key: 'target', label: t('screening.offer.resultTarget') },
        { key: 'monitoring', label: t('screening.offer.resultMonitoring') },
        ...(results.some(({ indicator }) => indicator) ? [{ key: 'indicator', label: t('applications.field.indicator') }] : []),
      ]}
      rows={results.map(({ id, name, target, unit, monitoring, indicator }) => ({
        id, cells: { name: own(name), target: own(`${target} ${unit}`.trim()), monitoring: own(monitoring), indicator: indicatorName(indicator, indicators) || '–' },
      }))}
    />
  );
}

const valueOf = ({ unitCost, quantity }: CostLine) => multiply(grosze(unitCost), quantity);
const sumOf = (lines: readonly CostLine[]) => lines.reduce((sum, line) => sum + valueOf(line), 0);

/** V.A: costs of each action, then administrative costs, then the sum of all. */
export function CostTable({ content, total }: { content: OfferContent; total: number }) {
  const t = useT();
  const lang = useLang();
  const [lines, actions, years] = [content.budget?.lines ?? [], content.schedule?.actions ?? [], yearsOfTask(content.task)];
  const acting = yearsOfActions(content.schedule);
  const columns = years.length > 1 ? years : [];
  // Each year in its own column, as on the official form, only where the task lasts longer than one.
  const inYears = (some: readonly CostLine[]) =>
    Object.fromEntries(columns.map((year, i) => [`y${year}`, <Money key={year} grosze={some.reduce((sum, line) => sum + (lineByYear(line, years, acting)[i] ?? 0), 0)} />]));
  const groups = [
    ...actions.map((action, i) => ({ id: action.id, label: own(`I.${i + 1} ${action.name}`), lines: lines.filter(({ actionId }) => actionId === action.id) })),
    { id: 'administrative', label: t('screening.offer.administrative'), lines: lines.filter(({ actionId }) => actionId === null) },
  ];
  const rows: Row[] = groups.flatMap((group) => [
    { id: group.id, line: true, cells: { kind: group.label, value: <Money grosze={sumOf(group.lines)} />, ...inYears(group.lines) } },
    ...group.lines.map((line) => ({
      id: line.id,
      cells: {
        kind: own(line.kind), unit: own(line.unit), unitCost: <Money grosze={line.unitCost} />,
        quantity: formatQuantity(line.quantity, lang), value: <Money grosze={valueOf(line)} />, ...inYears([line]),
      },
    })),
  ]);
  return (
    <DataTable
      caption={t('screening.offer.costs')}
      columns={[
        { key: 'kind', label: t('screening.offer.costKind'), rowHeader: true },
        { key: 'unit', label: t('screening.offer.unit') },
        { key: 'unitCost', label: t('screening.offer.unitCost'), numeric: true },
        { key: 'quantity', label: t('screening.offer.quantity'), numeric: true },
        { key: 'value', label: t('screening.offer.value'), numeric: true },
        ...columns.map((year, i) => ({ key: `y${year}`, label: t('budget.year', { n: i + 1, year: String(year) }), numeric: true })),
      ]}
      rows={[...rows, { id: 'all', line: true, cells: { kind: t('screening.offer.allCosts'), value: <Money grosze={total} />, ...inYears(lines) } }]}
    />
  );
}

/** What the grant gives in each year of a longer task. */
export function GrantYears({ content }: { content: OfferContent }) {
  const t = useT();
  const years = yearSums(content);
  if (years.length === 0) return null;
  return (
    <DataTable
      caption={t('budget.grantYears')}
      columns={[{ key: 'year', label: t('budget.yearName'), rowHeader: true }, { key: 'grant', label: t('screening.offer.value'), numeric: true }]}
      rows={years.map(({ year, grant }) => ({ id: String(year), cells: { year, grant: <Money grosze={grant} /> } }))}
    />
  );
}

/** V.B: where the money comes from, with the share of each source. */
export function SourcesTable({ sources, total }: { sources: NonNullable<OfferContent['budget']>['sources']; total: number }) {
  const t = useT();
  const lang = useLang();
  const rows = [
    { id: 'total', label: t('screening.offer.allCosts'), value: total },
    { id: 'grant', label: t('screening.offer.grant'), value: sources.grant },
    { id: 'ownCash', label: t('screening.offer.ownCash'), value: sources.ownCash + sources.otherSources },
    { id: 'ownOther', label: t('screening.offer.ownOther'), value: sources.personal + sources.inKind },
    { id: 'fees', label: t('screening.offer.fees'), value: sources.fees },
  ];
  return (
    <DataTable
      caption={t('screening.offer.sources')}
      columns={[
        { key: 'source', label: t('screening.offer.source'), rowHeader: true },
        { key: 'value', label: t('screening.offer.value'), numeric: true },
        { key: 'share', label: t('screening.offer.share'), numeric: true },
      ]}
      rows={rows.map(({ id, label, value }) => ({
        id,
        line: id === 'total',
        cells: { source: label, value: <Money grosze={value} />, share: formatPercent(percentOf(grosze(value), grosze(total)), lang) },
      }))}
    />
  );
}
