import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { refusalSentence } from '~/i18n/translate';
import { listIndicators } from '~/modules/programme/queries.server';
import { submitReport } from '~/modules/reports/commands.server';
import { ReportView } from '~/modules/reports/components/report-view';
import { SubmitReportForm } from '~/modules/reports/forms';
import { getReport } from '~/modules/reports/queries.server';
import { isWritable, problemsOfReport, reportParts, sumsOf } from '~/modules/reports/rules';
import { formatMoney } from '~/shared/money';
import { dayOf, formatDay } from '~/shared/time';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { TaskList } from '~/ui/task-list';

export const handle = declare({ see: 'report.read', do: { submit: 'report.submit' } });
export const meta = titled('reports.title');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const report = await getReport(context.db.read, params.id ?? '');
  authorise(context.actor, 'report.read', { ...report, handedIn: report.submittedAt !== null });
  const sums = sumsOf(report.content, report.amount);
  return {
    indicators: await listIndicators(context.db.read, context.lang, dayOf(context.now)),
    id: report.id, title: report.title, status: report.status, content: report.content, amount: report.amount,
    number: report.agreementNumber, due: formatDay(report.dueOn, lang), questions: report.questions,
    questionsDue: report.questionsDueOn ? formatDay(report.questionsDueOn, lang) : null,
    statusText: t(`reports.status.${report.status}` as const, { amount: formatMoney(report.unspent, lang) }),
    sums: t('reports.sums', { spent: formatMoney(sums.spent, lang), agreed: formatMoney(sums.agreed, lang), sources: formatMoney(sums.sources, lang), unspent: formatMoney(sums.unspent, lang) }),
    problems: problemsOfReport(report.content, report).map(({ part, code }) => ({ part, sentence: refusalSentence(t, code) })),
    writable: isWritable(report.status) && may(context.actor, 'report.edit', report),
    canSubmit: isWritable(report.status) && may(context.actor, 'report.submit', report),
  };
});

export const action = act(handle, {
  submit: doing(SubmitReportForm, async (context, input, { params, lang }) => {
    await submitReport(context, params.id ?? '', input);
    return `/${lang}/reports/${params.id}/receipt`;
  }),
});

export default function Report() {
  const report = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/reports/${report.id}`;
  const tasks = reportParts.map((part) => {
    const problem = report.problems.find((found) => found.part === part);
    return {
      href: `${base}/part/${part}`,
      label: t(`reports.part.${part}` as const),
      ...(problem ? { hint: problem.sentence } : {}),
      status: problem ? { text: t('reports.toDo'), tone: 'wait' as const } : { text: t('reports.ready') },
    };
  });
  return (
    <div className="stack section">
      <h1>{t('reports.title')}</h1>
      <p><OwnText lang="pl" as="span">{report.title}</OwnText></p>
      <Notice tone="deadline">{t('reports.lead', { number: report.number, due: report.due })}</Notice>
      <p><strong>{report.statusText}</strong></p>
      {report.questions ? (
        <Notice tone="bad" title={t('reports.questions')}>
          <OwnText lang="pl">{report.questions}</OwnText>
          {report.questionsDue ? <p>{t('reports.questionsDue', { due: report.questionsDue })}</p> : null}
        </Notice>
      ) : null}
      {report.writable ? <TaskList done={tasks.filter(({ status }) => !('tone' in status)).length} total={tasks.length} items={tasks} /> : null}
      <p>{report.sums}</p>
      <ReportView content={report.content} grant={report.amount} changeBase={report.writable ? base : undefined} />
      {report.canSubmit ? (
        <PostForm intent="submit" className="stack">
          {report.questions ? <Field name="questionsAnswer" label={t('reports.questionsAnswer')} multiline /> : null}
          <p className="hint">{t('reports.submitHint')}</p>
          <Button>{t('reports.submit')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
