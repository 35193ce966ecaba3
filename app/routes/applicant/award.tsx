import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { answerAward } from '~/modules/decisions/commands.server';
import { AwardAnswerForm } from '~/modules/decisions/forms';
import { getAward } from '~/modules/decisions/queries.server';
import { NotFound } from '~/shared/errors';
import { formatMoney, grosze } from '~/shared/money';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { MoneyField } from '~/ui/money-field';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'agreement.read', do: { answer: 'award.answer' } });
export const meta = titled('decisions.answer.title');

export const loader = load(handle, async ({ context, params }) => {
  const award = await getAward(context.db.read, params.id ?? '');
  authorise(context.actor, 'agreement.read', award);
  if (!award.resultsPublishedAt) throw new NotFound('award');
  const { number, title, callTitle, amount, requested, totalCost, status } = award;
  return {
    number, title, callTitle, amount, requested, totalCost, status,
    // The smallest total that keeps the share: amount × old total ÷ requested, rounded up to the grosz.
    smallestTotal: Number((BigInt(amount) * BigInt(totalCost) + BigInt(requested) - 1n) / BigInt(requested)),
    canAnswer: status === 'awarded' && may(context.actor, 'award.answer', award),
  };
});

export const action = act(handle, {
  answer: doing(AwardAnswerForm, async (context, input, { params, lang }) => {
    await answerAward(context, params.id ?? '', input);
    return `/${lang}/awards/${params.id}`;
  }),
});

export default function Award() {
  const award = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('decisions.answer.title')}</h1>
      <SummaryList
        items={[
          { label: t('decisions.awardNumber'), value: award.number },
          { label: t('decisions.offer'), value: <OwnText lang="pl" as="span">{award.title}</OwnText> },
          { label: t('decisions.requested'), value: formatMoney(award.requested, lang) },
          { label: t('decisions.amount'), value: formatMoney(award.amount, lang) },
          { label: t('decisions.state'), value: t(`decisions.award.${award.status}` as const) },
        ]}
      />
      {award.amount === award.requested ? <p>{t('decisions.answer.whole')}</p> : <Notice tone="deadline">{t('decisions.answer.partial')}</Notice>}
      {award.canAnswer ? (
        <PostForm intent="answer" className="stack">
          <Radios
            name="answer"
            legend={t('decisions.answer.choice')}
            options={[
              { value: 'accept', label: t('decisions.answer.accept') },
              { value: 'decline', label: t('decisions.answer.decline') },
            ]}
          />
          <MoneyField
            name="updatedTotal"
            label={t('decisions.answer.total')}
            hint={t('decisions.answer.totalHint', { min: formatMoney(award.smallestTotal, lang) })}
            defaultValue={grosze(award.smallestTotal)}
          />
          <Field name="note" label={t('decisions.answer.note')} multiline optional />
          <Button>{t('decisions.answer.send')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
