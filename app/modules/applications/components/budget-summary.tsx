import { useLang, useT } from '~/i18n/react';
import { formatMoney, formatPercent, grosze, percentOf } from '~/shared/money';
import { DataTable } from '~/ui/data-table';
import type { OfferContent } from '../content';
import type { CallLimits } from '../rules';
import { budgetSums, yearSums } from '../rules-of-budget';

export type BudgetLimits = Pick<CallLimits, 'form' | 'minGrant' | 'maxGrant' | 'maxShare' | 'adminCap' | 'yearBudgets'>;

/** A figure the island keeps up to date while people type. */
function Figure({ name, amount, wrong }: { name: string; amount: number; wrong?: boolean }) {
  const lang = useLang();
  return <span className={wrong ? 'num error' : 'num'} data-sum={name}>{formatMoney(amount, lang)}</span>;
}

/** A share of the total cost; the island marks it when it goes over `most`. */
function Share({ name, part, whole, most }: { name: string; part: number; whole: number; most?: number | null | undefined }) {
  const lang = useLang();
  const share = percentOf(grosze(part), grosze(whole));
  const limited = most !== undefined && most !== null;
  return <span className={limited && share > most ? 'num error' : 'num'} data-share={name} data-most={limited ? most : undefined}>{formatPercent(share, lang)}</span>;
}

/** The budget at a glance: each source with its share and the limit of the call, then each year of a longer task. */
export function BudgetSummary({ content, limits }: { content: OfferContent; limits: BudgetLimits | undefined }) {
  const t = useT();
  const lang = useLang();
  const sums = budgetSums(content.budget);
  const years = yearSums(content);
  const mostOf = (share: number | null | undefined) => (typeof share === 'number' ? t('budget.most', { max: formatPercent(share, lang) }) : '');
  const grantMost = limits?.form === 'support' ? limits.maxShare : undefined;
  const sources = [
    { id: 'total', label: t('applications.sum.total'), amount: sums.total },
    { id: 'admin', label: t('applications.sum.admin'), amount: sums.admin, most: limits?.adminCap, limit: mostOf(limits?.adminCap) },
    {
      id: 'grant', label: t('applications.sum.grant'), amount: sums.grant, most: grantMost,
      limit: limits ? [t('calls.fromTo', { from: formatMoney(limits.minGrant, lang), to: formatMoney(limits.maxGrant, lang) }), mostOf(grantMost)].filter(Boolean).join(', ') : '',
    },
    { id: 'ownFinancial', label: t('budget.ownFinancial'), amount: sums.ownFinancial },
    { id: 'ownNonFinancial', label: t('budget.ownNonFinancial'), amount: sums.ownNonFinancial },
    { id: 'own', label: t('applications.sum.own'), amount: sums.own },
    { id: 'fees', label: t('budget.fees'), amount: sums.fees },
    { id: 'missing', label: t('applications.sum.missing'), amount: sums.missing },
  ];
  return (
    <section className="stack" aria-labelledby="budget-summary">
      <h2 id="budget-summary">{t('budget.summary')}</h2>
      <DataTable
        caption={t('budget.bySource')}
        columns={[
          { key: 'source', label: t('budget.source'), rowHeader: true },
          { key: 'amount', label: t('budget.amount'), numeric: true },
          { key: 'share', label: t('budget.share'), numeric: true },
          { key: 'limit', label: t('budget.limit') },
        ]}
        rows={sources.map(({ id, label, amount, most, limit }) => ({
          id, line: ['total', 'own', 'missing'].includes(id),
          cells: {
            source: label, amount: <Figure name={id} amount={amount} wrong={id === 'missing' && amount !== 0} />,
            share: id === 'missing' ? '' : <Share name={id} part={amount} whole={sums.total} most={most} />, limit: limit ?? '',
          },
        }))}
      />
      {years.length > 0 ? (
        <DataTable
          caption={t('budget.byYear')}
          columns={[
            { key: 'year', label: t('budget.yearName'), rowHeader: true },
            { key: 'total', label: t('applications.sum.total'), numeric: true },
            { key: 'admin', label: t('budget.admin'), numeric: true },
            { key: 'grant', label: t('applications.sum.grant'), numeric: true },
            { key: 'other', label: t('budget.otherSources'), numeric: true },
            ...(limits?.yearBudgets?.length ? [{ key: 'limit', label: t('budget.limit') }] : []),
          ]}
          rows={years.map(({ year, ...amounts }) => {
            const most = limits?.yearBudgets?.find((one) => one.year === year)?.amount ?? 0;
            return {
              id: String(year),
              cells: {
                year, ...Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, <Figure key={name} name={`${name}-${year}`} amount={amount} wrong={amount < 0} />])),
                limit: t('budget.most', { max: formatMoney(most, lang) }),
              },
            };
          })}
        />
      ) : null}
    </section>
  );
}
