import { useLang, useT } from '~/i18n/react';
import { formatMoney, formatQuantity } from '~/shared/money';
import { Select } from '~/ui/choices';
import { Field } from '~/ui/field';
import { MoneyField } from '~/ui/money-field';
import type { CostLine, OfferContent } from '../content';
import { lineByYear, lineTotal, yearsOfActions, yearsOfTask } from '../rules-of-budget';
import { Official } from './official';
import { Rows } from './rows';
import { YearAmounts } from './year-amounts';

/** Part V.A: one card for each cost line, with the action it belongs to, its value and, in a task of several years, its years. */
export function BudgetLines({ content, version }: { content: OfferContent; version: number }) {
  const t = useT();
  const lang = useLang();
  const lines = content.budget?.lines ?? [];
  const actions = content.schedule?.actions ?? [];
  const years = yearsOfTask(content.task);
  const acting = yearsOfActions(content.schedule);
  const leftOf = (line: CostLine) => lineByYear(line, years, acting).reduce((left, amount) => left - amount, lineTotal(line));
  const owners = [...actions.map(({ id, name }) => ({ value: id, label: name || id })), { value: 'admin', label: t('applications.field.admin') }];
  // In Polish the labels are the official ones already.
  const officially = (of: 'kind' | 'unit' | 'unitCost' | 'quantity') => (lang === 'pl' ? undefined : <Official of={of} />);
  // A line whose action is gone must be chosen anew, never moved to another action in silence.
  const ownerOf = (actionId: string | null) => (actionId === null ? 'admin' : owners.find(({ value }) => value === actionId)?.value);
  return (
    <Rows name="lines" version={version} stored={lines}>
      {(i) => {
        const line = lines[i];
        return (
          <>
            <div className="cost stack">
              <Select name={`lines[${i}].actionId`} label={t('applications.field.costOf')} options={owners} defaultValue={line ? ownerOf(line.actionId) : owners[0]?.value} />
              <Field name={`lines[${i}].kind`} label={t('applications.field.kind')} hint={officially('kind')} defaultValue={line?.kind} />
              <Field name={`lines[${i}].unit`} label={t('applications.field.unit')} hint={officially('unit')} defaultValue={line?.unit} width="short" />
              <MoneyField name={`lines[${i}].unitCost`} label={t('applications.field.unitCost')} hint={officially('unitCost')} defaultValue={line?.unitCost || undefined} />
              <Field name={`lines[${i}].quantity`} label={t('applications.field.quantity')} hint={officially('quantity')} inputMode="decimal" width="short" defaultValue={line?.quantity ? formatQuantity(line.quantity, 'pl') : undefined} />
            </div>
            <YearAmounts name={`lines[${i}].years`} legend={t('budget.lineYears')} hint={t('budget.lineYearsHint')} years={years} amounts={line?.years} />
            <p>{t('applications.field.value')}: <strong className="money" data-value>{formatMoney(line ? lineTotal(line) : 0, lang)}</strong></p>
            {years.length > 1 ? <p>{t('budget.left')}: <strong className="money" data-left>{formatMoney(line ? leftOf(line) : 0, lang)}</strong></p> : null}
          </>
        );
      }}
    </Rows>
  );
}
