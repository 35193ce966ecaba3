import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listIndicators } from '~/modules/programme/queries.server';
import { acceptReport, askAboutReport, reviewReport } from '~/modules/reports/commands.server';
import { ReportView } from '~/modules/reports/components/report-view';
import { QuestionsForm, ReviewForm } from '~/modules/reports/forms';
import { getReport } from '~/modules/reports/queries.server';
import { sumsOf, whyNotStep } from '~/modules/reports/rules';
import { nothing } from '~/shared/fields';
import { formatMoney } from '~/shared/money';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'office.read', do: { ask: 'report.review', review: 'report.review', accept: 'report.accept' } });
export const meta = titled('reports.title');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const report = await getReport(context.db.read, params.id ?? '');
  authorise(context.actor, 'report.read', { ...report, handedIn: report.submittedAt !== null });
  const sums = sumsOf(report.content, report.amount);
  return {
    indicators: await listIndicators(context.db.read, context.lang, dayOf(context.now)),
    title: report.title, organisation: report.organisationName, number: report.agreementNumber, agreementId: report.agreementId, amount: report.amount,
    content: report.content, due: formatDay(report.dueOn, lang), questions: report.questions, answer: report.questionsAnswer, note: report.reviewNote,
    status: t(`reports.status.${report.status}` as const, { amount: formatMoney(report.unspent, lang) }),
    unspent: formatMoney(sums.unspent, lang),
    sums: t('reports.sums', { spent: formatMoney(sums.spent, lang), agreed: formatMoney(sums.agreed, lang), sources: formatMoney(sums.sources, lang), unspent: formatMoney(sums.unspent, lang) }),
    canAsk: report.status === 'submitted' && !report.questions && may(context.actor, 'report.review', report),
    canReview: whyNotStep(report.status, 'reviewed') === null && may(context.actor, 'report.review', report),
    canAccept: report.status === 'reviewed' && may(context.actor, 'report.accept', report),
  };
});

export const action = act(handle, {
  ask: doing(QuestionsForm, async (context, input, { params, lang }) => {
    await askAboutReport(context, params.id ?? '', input);
    return `/${lang}/office/reports/${params.id}`;
  }),
  review: doing(ReviewForm, async (context, input, { params, lang }) => {
    await reviewReport(context, params.id ?? '', input);
    return `/${lang}/office/reports/${params.id}`;
  }),
  accept: doing(nothing, async (context, _input, { params, lang }) => {
    await acceptReport(context, params.id ?? '');
    return `/${lang}/office/reports/${params.id}`;
  }),
});

export default function OfficeReport() {
  const report = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office`, label: t('ui.nav.office') }, { href: `/${lang}/office/agreements/${report.agreementId}`, label: report.number }]} />
      <h1>{t('reports.title')}</h1>
      <p><OwnText lang="pl" as="span">{`${report.title} · ${report.organisation}`}</OwnText></p>
      <p><strong>{report.status}</strong> · {t('reports.lead', { number: report.number, due: report.due })}</p>
      <p>{report.sums}</p>
      <ReportView content={report.content} grant={report.amount} />
      <SummaryList
        items={[
          ...(report.questions ? [{ label: t('reports.questions'), value: <OwnText lang="pl" as="span">{report.questions}</OwnText> }] : []),
          ...(report.answer ? [{ label: t('reports.questionsAnswer'), value: <OwnText lang="pl" as="span">{report.answer}</OwnText> }] : []),
          ...(report.note ? [{ label: t('reports.reviewNote'), value: <OwnText lang="pl" as="span">{report.note}</OwnText> }] : []),
        ]}
      />
      {report.canAsk ? (
        <PostForm intent="ask" className="card stack">
          <h2>{t('reports.ask')}</h2>
          <Field name="questions" label={t('reports.questions')} hint={t('reports.askHint')} multiline />
          <Button tone="plain">{t('reports.ask')}</Button>
        </PostForm>
      ) : null}
      {report.canReview ? (
        <PostForm intent="review" className="card stack">
          <h2>{t('reports.review')}</h2>
          <Field name="note" label={t('reports.reviewNote')} multiline />
          <Button>{t('reports.review')}</Button>
        </PostForm>
      ) : null}
      {report.canAccept ? (
        <PostForm intent="accept" className="card stack">
          <h2>{t('reports.accept')}</h2>
          <p className="hint">{t('reports.acceptHint', { unspent: report.unspent })}</p>
          <Button>{t('reports.accept')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
