import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { recordPublication } from '~/modules/calls/commands.server';
import { PublicationForm as PublicationFields } from '~/modules/calls/components/publications';
import { PublicationForm } from '~/modules/calls/forms';
import { getCall, listPublications } from '~/modules/calls/queries.server';
import { drawRanking, publishResults, recordDecision } from '~/modules/decisions/commands.server';
import { AwardsTable } from '~/modules/decisions/components/awards-table';
import { RankingTable } from '~/modules/decisions/components/ranking-table';
import { DecisionForm } from '~/modules/decisions/forms';
import { listAwards, listRanking } from '~/modules/decisions/queries.server';
import { nothing } from '~/shared/fields';
import { formatMoney } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { MoneyField } from '~/ui/money-field';
import { Notice } from '~/ui/notice';

export const handle = declare({
  see: 'ranking.read',
  do: { draw: 'ranking.draw', decide: 'decision.record', publication: 'call.publish', publish: 'decision.publish' },
});
export const meta = titled('decisions.ranking');

export const loader = load(handle, async ({ context, params }) => {
  const { read } = context.db;
  const id = params.id ?? '';
  const call = await getCall(read, id);
  const [ranking, awards, publications] = await Promise.all([listRanking(read, id), listAwards(read, { callId: id }), listPublications(read, id, 'results')]);
  return {
    call: { id, slug: call.slug, title: call.title, status: call.status, budget: call.budget, threshold: call.threshold, orderNumber: call.decisionOrderNumber, orderDate: call.decisionOrderDate },
    ranking,
    awards,
    publications,
    canDraw: call.status === 'assessment' && may(context.actor, 'ranking.draw'),
    canDecide: call.status === 'ranked' && may(context.actor, 'decision.record'),
    canPublish: call.status === 'decided' && may(context.actor, 'decision.publish'),
  };
});

export const action = act(handle, {
  draw: doing(nothing, async (context, _input, { params, lang }) => {
    await drawRanking(context, params.id ?? '');
    return `/${lang}/office/calls/${params.id}/ranking`;
  }),
  decide: doing(DecisionForm, async (context, input, { params, lang }) => {
    await recordDecision(context, params.id ?? '', input);
    return `/${lang}/office/calls/${params.id}/ranking`;
  }),
  publication: doing(PublicationForm, async (context, input, { params, lang }) => {
    await recordPublication(context, params.id ?? '', { ...input, of: 'results' });
    return `/${lang}/office/calls/${params.id}/ranking`;
  }),
  publish: doing(nothing, async (context, _input, { params, lang }) => {
    await publishResults(context, params.id ?? '');
    return `/${lang}/office/calls/${params.id}/ranking`;
  }),
});

export default function Ranking() {
  const { call, ranking, awards, publications, canDraw, canDecide, canPublish } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }, { href: `/${lang}/office/calls/${call.id}`, label: call.title }]} />
      <h1>{t('decisions.ranking')}</h1>
      <p>{t('decisions.rankingLead', { budget: formatMoney(call.budget, lang), threshold: call.threshold, n: ranking.length })}</p>
      {ranking.length === 0 ? <Notice>{t('decisions.notDrawn')}</Notice> : <RankingTable ranking={ranking} />}
      {canDraw ? (
        <PostForm intent="draw" className="stack">
          <p className="hint">{t('decisions.howRanked')}</p>
          <Button>{t('decisions.draw')}</Button>
        </PostForm>
      ) : null}
      {canDecide ? (
        <section className="stack">
          <h2>{t('decisions.record')}</h2>
          <p>{t('decisions.recordHint')}</p>
          <PostForm intent="decide" className="stack">
            <Field name="orderNumber" label={t('decisions.orderNumber')} width="medium" />
            <DayField name="orderDate" legend={t('decisions.orderDate')} />
            {ranking
              .filter(({ outcome, status }) => outcome !== 'not_recommended' && status !== 'withdrawn')
              .map((row, i) => (
                <div key={row.applicationId}>
                  <input type="hidden" name={`awards[${i}].applicationId`} value={row.applicationId} />
                  <MoneyField
                    name={`awards[${i}].amount`}
                    label={t('decisions.amountFor', { title: row.title })}
                    hint={`${t('decisions.requested')}: ${formatMoney(row.requested, lang)}`}
                    {...(row.proposed > 0 ? { defaultValue: row.proposed } : {})}
                    optional
                  />
                </div>
              ))}
            <Field name="deviation" label={t('decisions.deviation')} multiline optional />
            <Button>{t('decisions.save')}</Button>
          </PostForm>
        </section>
      ) : null}
      {call.orderNumber && call.orderDate ? <p>{t('decisions.order', { number: call.orderNumber, date: formatDay(call.orderDate, lang) })}</p> : null}
      {awards.length > 0 ? <AwardsTable awards={awards} /> : null}
      {canPublish ? (
        <section className="stack">
          <h2>{t('decisions.publish')}</h2>
          <p>{t('decisions.publishHint')}</p>
          <PublicationFields recorded={publications} />
          <PostForm intent="publish">
            <Button>{t('decisions.publish')}</Button>
          </PostForm>
        </section>
      ) : null}
    </div>
  );
}
