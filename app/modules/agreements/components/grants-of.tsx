import { useLang, useT } from '~/i18n/react';
import { formatMoney } from '~/shared/money';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';
import type { listGrantsOf } from '../queries.server';
import { AgreementTag } from './agreement-tag';

type Grant = Awaited<ReturnType<typeof listGrantsOf>>[number];

/** Grants an organisation received from the City, each with the way to its initiative. */
export function GrantsOf({ grants, caption, year }: { grants: Grant[]; caption: string; year: string }) {
  const t = useT();
  const lang = useLang();
  if (grants.length === 0) return null;
  return (
    <section className="stack">
      <h2>{caption}</h2>
      <DataTable
        caption={caption} hideCaption
        columns={[
          { key: 'task', label: t('agreements.task'), rowHeader: true }, { key: 'year', label: year, numeric: true },
          { key: 'amount', label: t('agreements.amount'), numeric: true }, { key: 'state', label: t('agreements.state') },
        ]}
        rows={grants.map((grant) => ({
          id: grant.number,
          cells: {
            task: <a href={`/${lang}/initiatives/${encodeURIComponent(grant.number)}`}><OwnText lang="pl" as="span">{grant.title}</OwnText> <span className="hint">{grant.number}</span></a>,
            year: grant.orderDate.slice(0, 4), amount: formatMoney(grant.amount, lang), state: <AgreementTag status={grant.status} />,
          },
        }))}
      />
    </section>
  );
}
