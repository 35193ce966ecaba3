import { useLang, useT } from '~/i18n/react';
import type { ReportContent } from '~/modules/reports/content';
import { useIndicators } from '~/modules/programme/components/use-indicators';
import { indicatorName } from '~/modules/programme/indicators';
import { formatMoney } from '~/shared/money';
import { CheckSection } from '~/ui/check-answers';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import { reportParts, sumsOf } from '../rules';

/** The whole report as it stands, part by part. */
export function ReportView({ content, grant, changeBase }: { content: ReportContent; grant: number; changeBase?: string | undefined }) {
  const t = useT();
  const indicators = useIndicators();
  const lang = useLang();
  const sums = sumsOf(content, grant);
  const bodies = {
    results: (
      <>
        <OwnText lang="pl">{content.results?.summary ?? ''}</OwnText>
        <SummaryList
          items={(content.results?.outcomes ?? []).map(({ name, planned, unit, achieved, evidence, indicator }) => ({
            label: <OwnText lang="pl" as="span">{name}</OwnText>,
            value: `${t('reports.planned', { value: planned, unit })} · ${t('reports.achieved')}: ${achieved || '–'}${evidence ? ` (${evidence})` : ''}${indicator ? ` · ${indicatorName(indicator, indicators)}` : ''}`,
          }))}
        />
      </>
    ),
    actions: (
      <>
        <OwnText lang="pl">{content.actions?.description ?? ''}</OwnText>
        {content.actions?.deviations ? <><h3>{t('reports.deviations')}</h3><OwnText lang="pl">{content.actions.deviations}</OwnText></> : null}
      </>
    ),
    expenses: (
      <DataTable
        caption={t('reports.part.expenses')}
        hideCaption
        columns={[
          { key: 'kind', label: t('reports.expense'), rowHeader: true },
          { key: 'agreed', label: t('reports.agreed'), numeric: true },
          { key: 'spent', label: t('reports.spent'), numeric: true },
        ]}
        rows={[
          ...(content.expenses?.lines ?? []).map(({ lineId, kind, agreed, spent }) => ({
            id: lineId,
            cells: { kind: <OwnText lang="pl" as="span">{kind}</OwnText>, agreed: formatMoney(agreed, lang), spent: formatMoney(spent, lang) },
          })),
          { id: 'total', cells: { kind: t('reports.total'), agreed: formatMoney(sums.agreed, lang), spent: formatMoney(sums.spent, lang) } },
        ]}
      />
    ),
    sources: content.sources ? (
      <SummaryList items={(Object.keys(content.sources) as (keyof typeof content.sources)[]).map((source) => ({ label: t(`reports.source.${source}` as const), value: formatMoney(content.sources?.[source] ?? 0, lang) }))} />
    ) : null,
    additional: <OwnText lang="pl">{content.additional?.information ?? ''}</OwnText>,
  };
  return reportParts.map((part) => (
    <CheckSection key={part} title={t(`reports.part.${part}` as const)} change={changeBase ? { href: `${changeBase}/part/${part}`, what: t(`reports.part.${part}` as const) } : undefined}>
      {bodies[part]}
    </CheckSection>
  ));
}
