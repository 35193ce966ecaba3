import { useLang, useT } from '~/i18n/react';
import { formatMoney, formatQuantity } from '~/shared/money';
import { Select } from '~/ui/choices';
import { Field } from '~/ui/field';
import { MoneyField } from '~/ui/money-field';
import type { OfferAction, OfferContent } from '../content';
import { lineTotal } from '../rules';
import { useRowCount } from './row-count';

/** Part V.A: one card for each cost line, with the action it belongs to and its value. */
export function BudgetLines({ budget, actions }: { budget: OfferContent['budget']; actions: OfferAction[] }) {
  const t = useT();
  const lang = useLang();
  const lines = budget?.lines ?? [];
  const count = useRowCount('lines', lines.length);
  const owners = [...actions.map(({ id, name }) => ({ value: id, label: name })), { value: 'admin', label: t('applications.field.admin') }];
  return (
    <div className="rows">
      <p className="hint">{t('applications.emptyRows')}</p>
      {Array.from({ length: count }, (_, i) => {
        const line = lines[i];
        return (
          <fieldset className="card stack" key={i} data-line>
            <legend>{t('applications.row', { n: i + 1 })}</legend>
            <input type="hidden" name={`lines[${i}].id`} value={line?.id ?? ''} />
            <Select name={`lines[${i}].actionId`} label={t('applications.field.costOf')} options={owners} defaultValue={line ? (line.actionId ?? 'admin') : owners[0]?.value} />
            <Field name={`lines[${i}].kind`} label={t('applications.field.kind')} defaultValue={line?.kind} />
            <Field name={`lines[${i}].unit`} label={t('applications.field.unit')} defaultValue={line?.unit} width="short" />
            <MoneyField name={`lines[${i}].unitCost`} label={t('applications.field.unitCost')} defaultValue={line?.unitCost || undefined} />
            <Field name={`lines[${i}].quantity`} label={t('applications.field.quantity')} inputMode="decimal" width="short" defaultValue={line?.quantity ? formatQuantity(line.quantity, 'pl') : undefined} />
            <p>{t('applications.field.value')}: <strong className="money" data-value>{formatMoney(line ? lineTotal(line) : 0, lang)}</strong></p>
          </fieldset>
        );
      })}
    </div>
  );
}
