import { useLang, useT } from '~/i18n/react';
import { useIndicators } from '~/modules/programme/components/use-indicators';
import { indicatorName } from '~/modules/programme/indicators';
import { formatMoney } from '~/shared/money';
import { Checkbox } from '~/ui/choices';
import { Field } from '~/ui/field';
import { MoneyField } from '~/ui/money-field';
import type { ReportContent } from '../content';
import type { ReportPart } from '../rules';

const sourceNames = ['grantUsed', 'bankInterest', 'otherIncome', 'ownCash', 'fees', 'publicSources', 'otherSources', 'personal', 'inKind'] as const;

/** The questions of one part of the report. */
export function PartFields({ part, content }: { part: ReportPart; content: ReportContent }) {
  const t = useT();
  const indicators = useIndicators();
  const lang = useLang();
  switch (part) {
    case 'results':
      return (
        <>
          {(content.results?.outcomes ?? []).map((outcome, i) => (
            <fieldset className="card stack" key={outcome.resultId}>
              <legend lang="pl">{outcome.name}</legend>
              <p className="hint">{t('reports.planned', { value: outcome.planned, unit: outcome.unit })}</p>
              {outcome.indicator ? <p className="hint">{t('applications.field.indicator')}: {indicatorName(outcome.indicator, indicators)}</p> : null}
              <input type="hidden" name={`outcomes[${i}].resultId`} value={outcome.resultId} />
              <Field name={`outcomes[${i}].achieved`} label={t('reports.achieved')} defaultValue={outcome.achieved} width="short" suffix={outcome.unit} />
              <Field name={`outcomes[${i}].evidence`} label={t('reports.evidence')} defaultValue={outcome.evidence} />
            </fieldset>
          ))}
          <Field name="summary" label={t('reports.summary')} multiline defaultValue={content.results?.summary} />
        </>
      );
    case 'actions':
      return (
        <>
          <Field name="description" label={t('reports.description')} multiline rows={10} defaultValue={content.actions?.description} />
          <Field name="deviations" label={t('reports.deviations')} multiline defaultValue={content.actions?.deviations} optional />
        </>
      );
    case 'expenses':
      return (content.expenses?.lines ?? []).map((line, i) => (
        <div key={line.lineId}>
          <input type="hidden" name={`lines[${i}].lineId`} value={line.lineId} />
          <MoneyField name={`lines[${i}].spent`} label={t('reports.spentOn', { kind: line.kind })} hint={t('reports.agreedHint', { amount: formatMoney(line.agreed, lang) })} defaultValue={line.spent || undefined} />
        </div>
      ));
    case 'sources':
      return sourceNames.map((source) => (
        <MoneyField key={source} name={source} label={t(`reports.source.${source}` as const)} defaultValue={content.sources?.[source] || undefined} optional={source !== 'grantUsed'} />
      ));
    case 'additional':
      return (
        <>
          <Field name="information" label={t('reports.information')} multiline defaultValue={content.additional?.information} optional />
          <Checkbox name="statusUnchanged" label={t('reports.statusUnchanged')} defaultChecked={content.additional?.statusUnchanged ?? false} />
          <Checkbox name="allTrue" label={t('reports.allTrue')} defaultChecked={content.additional?.allTrue ?? false} />
          <Checkbox name="dataProtection" label={t('reports.dataProtection')} defaultChecked={content.additional?.dataProtection ?? false} />
        </>
      );
  }
}
