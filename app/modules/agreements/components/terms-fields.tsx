import { useLang, useT } from '~/i18n/react';
import { formatMoney } from '~/shared/money';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { MoneyField } from '~/ui/money-field';

export type Terms = {
  account: string | null;
  representatives: string;
  cityRepresentative: string;
  shiftLimit: number;
  instalments: { amount: number; dueOn: string }[];
};

const rows = [0, 1, 2, 3];

/** What the officer settles in an agreement: account, people, limit of shifts and instalments. */
export function TermsFields({ terms, amount }: { terms: Terms; amount: number }) {
  const t = useT();
  const lang = useLang();
  return (
    <>
      <Field name="account" label={t('agreements.account')} hint={t('agreements.accountHint')} inputMode="numeric" width="medium" defaultValue={terms.account} />
      <Field name="representatives" label={t('agreements.representatives')} hint={t('agreements.representativesHint')} defaultValue={terms.representatives} />
      <Field name="cityRepresentative" label={t('agreements.cityRepresentative')} defaultValue={terms.cityRepresentative} />
      <Field name="shiftLimit" label={t('agreements.shiftLimit')} hint={t('agreements.shiftLimitHint')} inputMode="numeric" width="short" suffix="%" defaultValue={terms.shiftLimit} />
      <fieldset className="rows stack">
        <legend>{t('payments.instalments')}</legend>
        <p className="hint">{t('agreements.instalmentsHint', { amount: formatMoney(amount, lang) })}</p>
        {rows.map((i) => (
          <div key={i} className="row">
            <MoneyField name={`instalments[${i}].amount`} label={t('agreements.instalment', { n: i + 1 })} defaultValue={terms.instalments[i]?.amount} />
            <DayField name={`instalments[${i}].dueOn`} legend={t('agreements.instalmentDue', { n: i + 1 })} defaultValue={terms.instalments[i]?.dueOn} />
          </div>
        ))}
      </fieldset>
    </>
  );
}
