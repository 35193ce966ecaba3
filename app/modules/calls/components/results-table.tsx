import { useLang, useT } from '~/i18n/react';
import { formatMoney } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';

type Result = { position: number; organisationName: string; organisationSlug: string; together: readonly { name: string; slug: string }[]; title: string; amount: number; outcome: 'awarded' | 'reserve' | 'not_recommended' };

/** The published results of a call, with the order and the right to ask for reasons. */
export function ResultsTable({ results, order, reasonsUntil }: { results: Result[]; order: { number: string; date: string } | null; reasonsUntil: string }) {
  const t = useT();
  const lang = useLang();
  return (
    <section className="stack">
      <h2>{t('calls.results')}</h2>
      {order ? <p>{t('calls.order', { number: order.number, day: formatDay(order.date, lang) })}</p> : null}
      <DataTable
        caption={t('calls.results')}
        hideCaption
        columns={[
          { key: 'position', label: t('decisions.place'), numeric: true },
          { key: 'organisation', label: t('calls.results.organisation'), rowHeader: true },
          { key: 'task', label: t('calls.results.task') },
          { key: 'outcome', label: t('calls.results.outcome') },
        ]}
        rows={results.map(({ position, organisationName, organisationSlug, together, title, amount, outcome }) => ({
          id: `${position}-${organisationSlug}`,
          cells: {
            position,
            organisation: [{ name: organisationName, slug: organisationSlug }, ...together].map(({ name, slug }, i) => <span key={slug} lang="pl">{i > 0 ? ', ' : ''}<a href={`/${lang}/organisations/${slug}`}>{name}</a></span>),
            task: <OwnText lang="pl" as="span">{title}</OwnText>,
            outcome: [t(`calls.outcome.${outcome}` as const), ...(amount > 0 ? [formatMoney(amount, lang)] : [])].join(' · '),
          },
        }))}
      />
      <p>{t('calls.reasons', { day: reasonsUntil })}</p>
    </section>
  );
}
