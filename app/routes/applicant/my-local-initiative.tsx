mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { useLoaderData } from '@remix-run/react';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { authorise } from '~/access/authorise';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { declare } from '~/access/declare';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { may } from '~/access/policy';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { act, doing } from '~/http/act.server';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { load } from '~/http/load.server';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { titled } from '~/http/title';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { useLang, useT } from '~/i18n/react';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { refusalSentence } from '~/i18n/translate';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { reportLocalInitiative, submitLocalInitiative, withdrawLocalInitiative } from '~/modules/local-initiatives/commands.server';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { AgreementCopy, DecisionCard, ScoresTable } from '~/modules/local-initiatives/components/outcome';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { ReportCopy, ReportFields } from '~/modules/local-initiatives/components/report';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { RequestCopy } from '~/modules/local-initiatives/components/request-copy';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { LocalInitiativeTag } from '~/modules/local-initiatives/components/status-tag';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { HandInForm, ReportForm } from '~/modules/local-initiatives/forms';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { answerDay, getLastFiling, getLocalInitiative } from '~/modules/local-initiatives/queries.server';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { isPublic, isWritable, localInitiativeSteps, problemsOf, subjectOf, waitsForAnswer } from '~/modules/local-initiatives/rules';
import { ReceiptLink } from '~/modules/receipts/components/receipt-link';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { findReceiptLinks } from '~/modules/receipts/queries.server';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { nothing } from '~/shared/fields';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { Breadcrumbs } from '~/ui/breadcrumbs';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { Button, LinkButton } from '~/ui/button';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { Details } from '~/ui/details';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { PostForm } from '~/ui/form';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { Notice } from '~/ui/notice';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { OwnText } from '~/ui/own-text';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
import { SummaryList } from '~/ui/summary-list';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';

mport { findReceiptLinks } from '~/modules/receipts/queries.server';
export const handle = declare({ see: 'localInitiative.read', do: { submit: 'localInitiative.submit', withdraw: 'localInitiative.withdraw', report: 'localInitiative.report' } });
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
export const meta = titled('localInitiatives.title');
mport { findReceiptLinks } from '~/modules/receipts/queries.server';

mport { findReceiptLinks } from '~/modules/receipts/queries.server';
export const loader = load(handle, async ({ context, params, t, lang }) => {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const { actor, db, now } = context;
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const initiative = await getLocalInitiative(db.read, params.id ?? '');
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const subject = subjectOf(initiative);
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  // Its own people read it whole; the City has its own page.
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  authorise(actor, 'localInitiative.read', { ...subject, handedIn: false });
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const { id, status, content, version, receiptNumber, submittedAt, decidedAt, scores, agreement, report } = initiative;
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const writable = isWritable(status);
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const last = await getLastFiling(db.read, id);
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  return {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    id, status, content, version, scores: decidedAt ? scores : null, agreement, report, pageTitle: initiative.title || t('localInitiatives.untitled'), organisation: initiative.organisationName,
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    asked: status === 'completion_requested' && initiative.completionDue ? { note: initiative.completionNote ?? '', due: formatDay(initiative.completionDue, lang) } : null,
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    problems: writable ? problemsOf(content, dayOf(now)).map(({ code, field, params: p }) => `${fieldName(t, field)}${refusalSentence(t, code, p)}`) : [],
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    receipt: last && receiptNumber && submittedAt
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      ? {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          number: receiptNumber, time: formatInstantZone(last.submittedAt, lang, { seconds: true }), hash: last.sha256, check: await findReceiptLinks(db.read, context.origin, receiptNumber, last.sha256),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          due: waitsForAnswer(status) ? formatDay(await answerDay(db.read, submittedAt), lang) : null,
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
        }
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      : null,
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    decision: decidedAt ? { day: formatDay(dayOf(decidedAt), lang), agreed: status !== 'refused', reason: initiative.decisionReason ?? '' } : null,
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    reportNote: status === 'in_progress' ? initiative.reportNote : null,
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    summary: initiative.summary,
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    isPublic: isPublic(status),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    canEdit: writable && may(actor, 'localInitiative.edit', subject),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    canSubmit: writable && may(actor, 'localInitiative.submit', subject),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    canWithdraw: localInitiativeSteps[status].includes('withdrawn') && may(actor, 'localInitiative.withdraw', subject),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    canReport: status === 'in_progress' && may(actor, 'localInitiative.report', subject),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  };
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
});
mport { findReceiptLinks } from '~/modules/receipts/queries.server';

mport { findReceiptLinks } from '~/modules/receipts/queries.server';
// The sentence "required" says nothing without the name of the field it belongs to.
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
function fieldName(t: Parameters<typeof refusalSentence>[0], field: string): string {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const names: Record<string, string> = {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    'contact.name': t('applications.field.name'), 'contact.phone': t('applications.field.phone'), 'contact.email': t('applications.field.email'), title: t('localInitiatives.name'), area: t('localInitiatives.area'),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    what: t('localInitiatives.what'), needs: t('localInitiatives.needs'), place: t('localInitiatives.place'), startDate: t('applications.field.start'), endDate: t('applications.field.end'),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  };
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  return names[field] ? `${names[field]}: ` : '';
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';

mport { findReceiptLinks } from '~/modules/receipts/queries.server';
export const action = act(handle, {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  submit: doing(HandInForm, async (context, input, { params, lang }) => {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    await submitLocalInitiative(context, params.id ?? '', input);
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    return `/${lang}/local-initiatives/mine/${params.id}`;
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  }),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  withdraw: doing(nothing, async (context, _input, { params, lang }) => {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    await withdrawLocalInitiative(context, params.id ?? '');
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    return `/${lang}/local-initiatives/mine/${params.id}`;
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  }),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  report: doing(ReportForm, async (context, input, { params, lang }) => {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    await reportLocalInitiative(context, params.id ?? '', input);
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    return `/${lang}/local-initiatives/mine/${params.id}`;
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  }),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
});
mport { findReceiptLinks } from '~/modules/receipts/queries.server';

mport { findReceiptLinks } from '~/modules/receipts/queries.server';
/** One local initiative as its own people see it: what stops it, the receipt, the decision, the agreement, the report. */
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
export default function MyLocalInitiative() {
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const one = useLoaderData<typeof loader>();
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const t = useT();
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  const lang = useLang();
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  return (
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    <div className="stack section">
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/local-initiatives`, label: t('localInitiatives.title') }]} />
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      <h1><OwnText lang="pl" as="span">{one.pageTitle}</OwnText></h1>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      <p className="row"><LocalInitiativeTag status={one.status} /> {one.organisation ? <OwnText lang="pl" as="span">{one.organisation}</OwnText> : t('localInitiatives.applicant.residents')}</p>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.asked ? <Notice tone="bad" title={t('localInitiatives.completeBy', { day: one.asked.due })}><OwnText lang="pl">{one.asked.note}</OwnText></Notice> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.problems.length > 0 ? <Notice tone="bad" title={t('applications.obstacles')}><ul className="bullets">{one.problems.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></Notice> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.receipt ? (
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
        <section className="stack">
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          <h2>{t('localInitiatives.receipt')}</h2>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          <SummaryList items={[
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
            { label: t('localInitiatives.number'), value: one.receipt.number },
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
            { label: t('localInitiatives.time'), value: one.receipt.time },
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
            { label: t('localInitiatives.hash'), value: <code>{one.receipt.hash}</code> },
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
            ...(one.receipt.due ? [{ label: t('localInitiatives.dueBy'), value: one.receipt.due }] : []),
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          ]} />
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          <p className="row">
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
            {one.receipt.check ? <ReceiptLink {...one.receipt.check} /> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
            {one.isPublic ? <a href={`/${lang}/local-initiatives/${one.receipt.number}`}>{t('localInitiatives.publicPage')}</a> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          </p>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
        </section>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      ) : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.decision ? <DecisionCard decision={one.decision} /> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.status === 'agreed' ? <Notice>{t('localInitiatives.agreementSoon')}</Notice> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.scores ? <ScoresTable scores={one.scores} /> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.agreement ? <AgreementCopy agreement={one.agreement} /> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.reportNote ? <Notice tone="bad" title={t('localInitiatives.reportNote')}><OwnText lang="pl">{one.reportNote}</OwnText></Notice> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.canReport ? <ReportFields report={one.report} /> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.report && !one.canReport ? <ReportCopy title={t('localInitiatives.reported')} report={one.report} /> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.summary ? <section className="card stack"><h2>{t(one.status === 'ended' ? 'localInitiatives.endedBecause' : 'localInitiatives.summary')}</h2><OwnText lang="pl">{one.summary}</OwnText></section> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.canEdit ? <p><LinkButton href={`/${lang}/local-initiatives/mine/${one.id}/edit`} tone="plain">{t('localInitiatives.edit')}</LinkButton></p> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      <section className="stack">
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
        <h2>{t('localInitiatives.part.what')}</h2>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
        <RequestCopy copy={one.content} />
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      </section>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.canSubmit && one.problems.length === 0 ? (
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
        <PostForm intent="submit" className="stack">
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          <input type="hidden" name="version" value={one.version} />
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          <p>{t('localInitiatives.submitDeclare')}</p>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
          <Button>{t('localInitiatives.submit')}</Button>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
        </PostForm>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      ) : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.canEdit && !one.canSubmit ? <Notice>{t('localInitiatives.onlySignatory')}</Notice> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
      {one.canWithdraw ? <Details summary={t('localInitiatives.withdraw')}><PostForm intent="withdraw"><Button tone="bad">{t('localInitiatives.withdraw')}</Button></PostForm></Details> : null}
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
    </div>
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
  );
mport { findReceiptLinks } from '~/modules/receipts/queries.server';
}
