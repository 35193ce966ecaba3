import { useT } from '~/i18n/react';
import { useFieldId, useTyped } from '~/ui/form';
import { MoneyField } from '~/ui/money-field';

/** The budget of the call by year, for tasks that may last longer than one. */
export function YearBudgets({ stored, from, to }: { stored: readonly { year: number; amount: number }[]; from: string | undefined; to: string | undefined }) {
  const t = useT();
  const { error } = useTyped('yearBudgets');
  const [first, last] = [from, to].map((day) => Number(day?.slice(0, 4))) as [number, number];
  if (!first || !last || last <= first) return null;
  const years = Array.from({ length: Math.min(6, last - first + 1) }, (_, i) => first + i);
  return (
    <fieldset id={useFieldId('yearBudgets')} className={error ? 'field wrong' : 'field'}>
      <legend>{t('calls.field.yearBudgets')}</legend>
      <p className="hint">{t('budget.callYearsHint')}</p>
      {error ? <p className="error">{error}</p> : null}
      <div className="year-amounts">
        {years.map((year, i) => (
          <div key={year}>
            <input type="hidden" name={`yearBudgets[${i}].year`} value={year} />
            <MoneyField name={`yearBudgets[${i}].amount`} label={String(year)} hint="" defaultValue={stored.find((one) => one.year === year)?.amount} optional />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
