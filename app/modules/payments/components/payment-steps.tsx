import { useLang, useT } from '~/i18n/react';
import { formatMoney } from '~/shared/money';
import { Button } from '~/ui/button';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import type { Instalment } from './instalments-table';
import type { Repayment } from './repayments-table';

/** The next step of each payment: one person orders, another confirms; money back is confirmed when it came. */
export function PaymentSteps({ order, confirm, returns }: { order: Instalment[]; confirm: Instalment[]; returns: Repayment[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <>
      {order.map(({ id, position }) => (
        <PostForm key={id} intent="order" formId={`order-${id}`}>
          <input type="hidden" name="instalmentId" value={id} />
          <Button>{t('payments.order', { n: position })}</Button>
        </PostForm>
      ))}
      {confirm.map(({ id, position }) => (
        <PostForm key={id} intent="confirm" formId={`confirm-${id}`} className="stack card">
          <h3>{t('payments.confirm', { n: position })}</h3>
          <p className="hint">{t('payments.confirmHint')}</p>
          <input type="hidden" name="instalmentId" value={id} />
          <DayField name="paidOn" legend={t('payments.paidOn')} />
          <Field name="documentNumber" label={t('payments.document')} width="medium" />
          <Button>{t('payments.confirm', { n: position })}</Button>
        </PostForm>
      ))}
      {returns.map(({ id, amount }) => (
        <PostForm key={id} intent="returned" formId={`returned-${id}`} className="stack card">
          <input type="hidden" name="repaymentId" value={id} />
          <DayField name="returnedOn" legend={t('payments.returnedOn')} />
          <Button>{t('payments.confirmReturn', { amount: formatMoney(amount, lang) })}</Button>
        </PostForm>
      ))}
    </>
  );
}
