import { useT } from '~/i18n/react';
import { MoneyField } from '~/ui/money-field';
import { yearKeys, type ByYear } from '../content';

type YearAmountsProps = { name: string; legend: string; hint: string; years: readonly number[]; amounts: ByYear | undefined };

/** Amounts by year side by side, for a task that lasts longer than one budget year. */
export function YearAmounts({ name, legend, hint, years, amounts }: YearAmountsProps) {
  const t = useT();
  if (years.length < 2) return null;
  return (
    <fieldset className="years">
      <legend>{legend}</legend>
      <p className="hint">{hint}</p>
      <div className="year-amounts">
        {years.map((year, i) => {
          const key = yearKeys[i] ?? 'y1';
          return <MoneyField key={key} name={`${name}.${key}`} label={t('budget.year', { n: i + 1, year: String(year) })} hint="" defaultValue={amounts?.[key] || undefined} optional />;
        })}
      </div>
    </fieldset>
  );
}
