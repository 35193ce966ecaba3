import type { ReactNode } from 'react';
import { useLang, useT } from '~/i18n/react';
import { formatMoney, grosze, plainAmount } from '~/shared/money';
import { Field } from './field';

type MoneyFieldProps = { name: string; label: ReactNode; hint?: ReactNode; defaultValue?: number | null | undefined; optional?: boolean };

/** An amount in złoty; the value it starts from is in grosze. */
export function MoneyField({ name, label, hint, defaultValue, optional }: MoneyFieldProps) {
  const t = useT();
  const lang = useLang();
  return (
    <Field
      name={name}
      label={label}
      hint={hint ?? t('ui.moneyHint')}
      inputMode="decimal"
      width="short"
      suffix="zł"
      words={defaultValue === undefined || defaultValue === null ? undefined : formatMoney(grosze(defaultValue), lang)}
      defaultValue={defaultValue === undefined || defaultValue === null ? undefined : plainAmount(grosze(defaultValue))}
      {...(optional ? { optional } : {})}
    />
  );
}
