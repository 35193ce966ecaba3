import { useLang, useT } from '~/i18n/react';
import { formatMoney } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { Tag } from '~/ui/tag';
import type { RepaymentReason } from '../rules';

export type Repayment = { id: string; amount: number; reason: RepaymentReason; dueOn: string; status: 'due' | 'returned'; returnedOn: string | null };

/** Money that comes back from an agreement: why, until when, and whether it came. */
export function RepaymentsTable({ repayments }: { repayments: Repayment[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <DataTable
      caption={t('payments.repayments')}
      columns={[
        { key: 'why', label: t('payments.why'), rowHeader: true },
        { key: 'amount', label: t('payments.amount'), numeric: true },
        { key: 'dueOn', label: t('payments.dueOn') },
        { key: 'state', label: t('payments.state') },
      ]}
      rows={repayments.map(({ id, amount, reason, dueOn, status, returnedOn }) => ({
        id,
        cells: {
          why: t(`payments.reason.${reason}` as const),
          amount: formatMoney(amount, lang),
          dueOn: formatDay(dueOn, lang),
          state: status === 'due' || !returnedOn ? <Tag tone="wait">{t('payments.due')}</Tag> : <Tag tone="good">{t('payments.returned', { day: formatDay(returnedOn, lang) })}</Tag>,
        },
      }))}
    />
  );
}
