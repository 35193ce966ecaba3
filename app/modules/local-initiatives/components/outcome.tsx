import { useLang, useT } from '~/i18n/react';
import { formatMoney, grosze } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import type { Agreement, Score } from '../content';
import { pointsOf } from '../rules';
import { StepsTable } from './request-copy';

/** The points with their reasons. */
export function ScoresTable({ scores }: { scores: readonly Score[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('localInitiatives.points')}
      columns={[
        { key: 'criterion', label: t('localInitiatives.criterion'), rowHeader: true },
        { key: 'points', label: t('localInitiatives.points'), numeric: true },
        { key: 'reason', label: t('localInitiatives.reasons') },
      ]}
      rows={[
        ...scores.map(({ criterion, points, max, reason }) => ({ id: criterion, cells: { criterion: t(`localInitiatives.criterion.${criterion}` as const), points: t('localInitiatives.pointsOf', { points, max }), reason: <OwnText lang="pl" as="span">{reason}</OwnText> } })),
        { id: 'sum', line: true, cells: { criterion: t('localInitiatives.all'), points: t('localInitiatives.pointsOf', { points: pointsOf(scores), max: scores.reduce((all, { max }) => all + max, 0) }), reason: '' } },
      ]}
    />
  );
}

export type Decision = { day: string; agreed: boolean; reason: string };

/** What the City decided, and why. */
export function DecisionCard({ decision: { day, agreed, reason } }: { decision: Decision }) {
  const t = useT();
  return (
    <section className="card stack">
      <h2>{t('localInitiatives.decision')}</h2>
      <p>{t(agreed ? 'localInitiatives.decided.agreed' : 'localInitiatives.decided.refused', { day })}</p>
      <OwnText lang="pl">{reason}</OwnText>
    </section>
  );
}

/** The agreement as it was signed: what each side does, when, what it costs whom, and what is lent. */
export function AgreementCopy({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const lang = useLang();
  const { number, signedOn, startsOn, endsOn, residentsDo, cityDoes, steps, costs, lent } = agreement;
  const money = (amount: number) => formatMoney(grosze(amount), lang);
  return (
    <section className="stack">
      <h2>{t('localInitiatives.agreement')}</h2>
      <SummaryList
        items={[
          { label: t('localInitiatives.agreementNumber'), value: number },
          { label: t('localInitiatives.signedOn'), value: formatDay(signedOn, lang) },
          { label: t('localInitiatives.term'), value: `${formatDay(startsOn, lang)} – ${formatDay(endsOn, lang)}` },
          { label: t('localInitiatives.residentsDo'), value: <OwnText lang="pl">{residentsDo}</OwnText> },
          { label: t('localInitiatives.cityDoes'), value: <OwnText lang="pl">{cityDoes}</OwnText> },
          ...(lent.length > 0 ? [{ label: t('localInitiatives.lent'), value: <ul className="bullets">{lent.map(({ id, name }) => <li key={id} lang="pl">{name}</li>)}</ul> }] : []),
        ]}
      />
      <StepsTable steps={steps} />
      {costs.length > 0 ? (
        <DataTable
          caption={t('localInitiatives.costs')}
          columns={[
            { key: 'name', label: t('localInitiatives.cost'), rowHeader: true },
            { key: 'city', label: t('localInitiatives.sum.city'), numeric: true },
            { key: 'residents', label: t('localInitiatives.sum.residents'), numeric: true },
          ]}
          rows={[
            ...costs.map(({ id, name, city, residents }) => ({ id, cells: { name: <OwnText lang="pl" as="span">{name}</OwnText>, city: money(city), residents: money(residents) } })),
            { id: 'sum', line: true, cells: { name: t('localInitiatives.all'), city: money(costs.reduce((all, { city }) => all + city, 0)), residents: money(costs.reduce((all, { residents }) => all + residents, 0)) } },
          ]}
        />
      ) : null}
    </section>
  );
}
