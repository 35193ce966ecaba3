import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { attachTo, takeOff } from '~/http/uploads/attachments.server';
import { useLang, useT } from '~/i18n/react';
import { refusalSentence } from '~/i18n/translate';
import { Obstacles } from '~/modules/applications/components/obstacles';
import { reportLocalInitiative, submitLocalInitiative, withdrawLocalInitiative } from '~/modules/local-initiatives/commands.server';
import { deleteLocalInitiative } from '~/modules/local-initiatives/delete.server';
import { AgreementCopy, DecisionCard, Scores } from '~/modules/local-initiatives/components/outcome';
import { ReportCopy, ReportFields } from '~/modules/local-initiatives/components/report';
import { RequestCopy } from '~/modules/local-initiatives/components/request-copy';
import { LocalInitiativeTag } from '~/modules/local-initiatives/components/status-tag';
import { DeleteForm, HandInForm, ReportForm } from '~/modules/local-initiatives/forms';
import { answerDay, getLastFiling, getLocalInitiative } from '~/modules/local-initiatives/queries.server';
import { isPublic, isWritable, localInitiativeSteps, problemsOf, subjectOf, waitsForAnswer } from '~/modules/local-initiatives/rules';
import { Attachments } from '~/modules/files/components/attachments';
import { AttachForm, RemoveFileForm } from '~/modules/files/forms';
import { listFiles } from '~/modules/files/queries.server';
import { ReceiptLink } from '~/modules/receipts/components/receipt-link';
import { findReceiptLinks } from '~/modules/receipts/queries.server';
import { nothing } from '~/shared/fields';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { DeleteDraft } from '~/ui/delete-draft';
import { Details } from '~/ui/details';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'localInitiative.read', do: { submit: 'localInitiative.submit', withdraw: 'localInitiative.withdraw', attach: 'file.attach', removeFile: 'file.remove', delete: 'localInitiative.delete', report: 'localInitiative.report' } });
export const meta = titled('localInitiatives.title');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { actor, db, now } = context;
  const initiative = await getLocalInitiative(db.read, params.id ?? '');
  const subject = subjectOf(initiative);
  // Its own people read it whole; the City has its own page.
  authorise(actor, 'localInitiative.read', { ...subject, handedIn: false });
  const { id, status, content, version, receiptNumber, submittedAt, decidedAt, scores, agreement, report } = initiative;
  const writable = isWritable(status);
  const last = await getLastFiling(db.read, id);
  return {
    id, status, content, version, scores: decidedAt ? scores : null, agreement, report, pageTitle: initiative.title || t('localInitiatives.untitled'), organisation: initiative.organisationName,
    asked: status === 'completion_requested' && initiative.completionDue ? { note: initiative.completionNote ?? '', due: formatDay(initiative.completionDue, lang) } : null,
    problems: writable ? problemsOf(content, dayOf(now)).map(({ code, field, params: p }) => `${fieldName(t, field)}${refusalSentence(t, code, p)}`) : [],
    receipt: last && receiptNumber && submittedAt
      ? {
          number: receiptNumber, time: formatInstantZone(last.submittedAt, lang, { seconds: true }), hash: last.sha256, check: await findReceiptLinks(db.read, context.origin, receiptNumber, last.sha256),
          due: waitsForAnswer(status) ? formatDay(await answerDay(db.read, submittedAt), lang) : null,
        }
      : null,
    decision: decidedAt ? { day: formatDay(dayOf(decidedAt), lang), agreed: status !== 'refused', reason: initiative.decisionReason ?? '' } : null,
    reportNote: status === 'in_progress' ? initiative.reportNote : null,
    summary: initiative.summary,
    isPublic: isPublic(status),
    files: await listFiles(db.read, 'local_initiative_attachment', id),
    canAttach: writable && may(actor, 'file.attach', { ...subject, organisationId: subject.organisationId ?? '' }),
    canDelete: status === 'draft' && may(actor, 'localInitiative.delete', { ...subject, organisationId: subject.organisationId ?? '' }),
    canEdit: writable && may(actor, 'localInitiative.edit', subject),
    canSubmit: writable && may(actor, 'localInitiative.submit', subject),
    canWithdraw: localInitiativeSteps[status].includes('withdrawn') && may(actor, 'localInitiative.withdraw', subject),
    canReport: status === 'in_progress' && may(actor, 'localInitiative.report', subject),
  };
});

// The sentence "required" says nothing without the name of the field it belongs to.
function fieldName(t: Parameters<typeof refusalSentence>[0], field: string): string {
  const names: Record<string, string> = {
    'contact.name': t('applications.field.name'), 'contact.phone': t('applications.field.phone'), 'contact.email': t('applications.field.email'), title: t('localInitiatives.name'), area: t('localInitiatives.area'),
    what: t('localInitiatives.what'), needs: t('localInitiatives.needs'), place: t('localInitiatives.place'), startDate: t('applications.field.start'), endDate: t('applications.field.end'),
  };
  return names[field] ? `${names[field]}: ` : '';
}

export const action = act(handle, {
  submit: doing(HandInForm, async (context, input, { params, lang }) => {
    await submitLocalInitiative(context, params.id ?? '', input);
    return `/${lang}/local-initiatives/mine/${params.id}`;
  }),
  attach: doing(AttachForm, async (context, _input, { params, lang, file, dataDir }) => {
    await attachTo(context, 'local_initiative_attachment', params.id ?? '', file, dataDir);
    return `/${lang}/local-initiatives/mine/${params.id}#attachments`;
  }),
  removeFile: doing(RemoveFileForm, async (context, { removeFile: fileId }, { params, lang }) => {
    await takeOff(context, 'local_initiative_attachment', params.id ?? '', fileId);
    return `/${lang}/local-initiatives/mine/${params.id}#attachments`;
  }),
  delete: doing(DeleteForm, async (context, { version }, { params, lang }) => {
    await deleteLocalInitiative(context, params.id ?? '', { version });
    return `/${lang}/desk?deleted=yes`;
  }),
  withdraw: doing(nothing, async (context, _input, { params, lang }) => {
    await withdrawLocalInitiative(context, params.id ?? '');
    return `/${lang}/local-initiatives/mine/${params.id}`;
  }),
  report: doing(ReportForm, async (context, input, { params, lang }) => {
    await reportLocalInitiative(context, params.id ?? '', input);
    return `/${lang}/local-initiatives/mine/${params.id}`;
  }),
});

/** One local initiative as its own people see it: what stops it, the receipt, the decision, the agreement, the report. */
export default function MyLocalInitiative() {
  const one = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/local-initiatives`, label: t('localInitiatives.title') }]} />
      <h1><OwnText lang="pl" as="span">{one.pageTitle}</OwnText></h1>
      <p className="row"><LocalInitiativeTag status={one.status} /> {one.organisation ? <OwnText lang="pl" as="span">{one.organisation}</OwnText> : t('localInitiatives.applicant.residents')}</p>
      {one.asked ? <Notice tone="bad" title={t('localInitiatives.completeBy', { day: one.asked.due })}><OwnText lang="pl">{one.asked.note}</OwnText></Notice> : null}
      <Obstacles problems={one.problems} version={one.version} />
      {one.receipt ? (
        <section className="stack">
          <h2>{t('localInitiatives.receipt')}</h2>
          <SummaryList items={[
            { label: t('localInitiatives.number'), value: one.receipt.number },
            { label: t('localInitiatives.time'), value: one.receipt.time },
            { label: t('localInitiatives.hash'), value: <code>{one.receipt.hash}</code> },
            ...(one.receipt.due ? [{ label: t('localInitiatives.dueBy'), value: one.receipt.due }] : []),
          ]} />
          <p className="row">
            {one.receipt.check ? <ReceiptLink {...one.receipt.check} /> : null}
            {one.isPublic ? <a href={`/${lang}/local-initiatives/${one.receipt.number}`}>{t('localInitiatives.publicPage')}</a> : null}
          </p>
        </section>
      ) : null}
      {one.decision ? <DecisionCard decision={one.decision} /> : null}
      {one.status === 'agreed' ? <Notice>{t('localInitiatives.agreementSoon')}</Notice> : null}
      {one.scores ? <Scores scores={one.scores} /> : null}
      {one.agreement ? <AgreementCopy agreement={one.agreement} /> : null}
      {one.reportNote ? <Notice tone="bad" title={t('localInitiatives.reportNote')}><OwnText lang="pl">{one.reportNote}</OwnText></Notice> : null}
      {one.canReport ? <ReportFields report={one.report} /> : null}
      {one.report && !one.canReport ? <ReportCopy title={t('localInitiatives.reported')} report={one.report} /> : null}
      {one.summary ? <section className="card stack"><h2>{t(one.status === 'ended' ? 'localInitiatives.endedBecause' : 'localInitiatives.summary')}</h2><OwnText lang="pl">{one.summary}</OwnText></section> : null}
      {one.canEdit ? <p><LinkButton href={`/${lang}/local-initiatives/mine/${one.id}/edit`} tone={one.version > 1 ? 'plain' : 'main'}>{t('localInitiatives.edit')}</LinkButton></p> : null}
      {one.version > 1 ? (
        <section className="stack">
          <h2>{t('localInitiatives.theRequest')}</h2>
          <RequestCopy copy={one.content} />
        </section>
      ) : null}
      <Attachments purpose="local_initiative_attachment" id={one.id} files={one.files} writable={one.canAttach} />
      {one.canSubmit && one.problems.length === 0 ? (
        <PostForm intent="submit" className="stack">
          <input type="hidden" name="version" value={one.version} />
          <p>{t('localInitiatives.submitDeclare')}</p>
          <Button>{t('localInitiatives.submit')}</Button>
        </PostForm>
      ) : null}
      {one.canEdit && !one.canSubmit ? <Notice>{t('localInitiatives.onlySignatory')}</Notice> : null}
      {one.canWithdraw ? <Details summary={t('localInitiatives.withdraw')}><PostForm intent="withdraw"><Button tone="bad">{t('localInitiatives.withdraw')}</Button></PostForm></Details> : null}
      {one.canDelete ? <DeleteDraft version={one.version} /> : null}
    </div>
  );
}
