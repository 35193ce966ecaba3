import { useLang, useT } from '~/i18n/react';
import { formatMoney } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { Tag } from '~/ui/tag';

export type Instalment = {
  id: string; position: number; amount: number; dueOn: string; status: 'planned' | 'ordered' | 'paid' | 'held' | 'cancelled';
  paidOn: string | null; documentNumber: string | null;
};

const tones = { planned: 'plain', ordered: 'wait', paid: 'good', held: 'bad', cancelled: 'plain' } as const;

/** The instalments of an agreement with where each stands. */
export function InstalmentsTable({ instalments }: { instalments: Instalment[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <DataTable
      caption={t('payments.instalments')}
      columns={[
        { key: 'position', label: t('payments.position'), rowHeader: true },
        { key: 'amount', label: t('payments.amount'), numeric: true },
        { key: 'dueOn', label: t('payments.dueOn') },
        { key: 'state', label: t('payments.state') },
      ]}
      rows={instalments.map(({ id, position, amount, dueOn, status, paidOn, documentNumber }) => ({
        id,
        cells: {
          position,
          amount: formatMoney(amount, lang),
          dueOn: formatDay(dueOn, lang),
          state: (
            <>
              <Tag tone={tones[status]}>{t(`payments.status.${status}` as const)}</Tag>
              {paidOn ? <span className="hint"> {t('payments.paidAs', { day: formatDay(paidOn, lang), document: documentNumber ?? '' })}</span> : null}
            </>
          ),
        },
      }))}
    />
  );
}
