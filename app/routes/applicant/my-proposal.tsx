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
import { replyToQuestion, submitProposal, withdrawProposal } from '~/modules/proposals/commands.server';
import { deleteProposal } from '~/modules/proposals/delete.server';
import { AnswerCard, DueNotice, Questions } from '~/modules/proposals/components/answer';
import { ProposalCopy } from '~/modules/proposals/components/proposal-copy';
import { ProposalTag } from '~/modules/proposals/components/status-tag';
import { DeleteForm, HandInForm, ReplyForm } from '~/modules/proposals/forms';
import { findCallOf, findDue, getProposal, listQuestionsToRead } from '~/modules/proposals/queries.server';
import { problemsOf, proposalSteps } from '~/modules/proposals/rules';
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
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'proposal.read', do: { submit: 'proposal.submit', reply: 'proposal.reply', withdraw: 'proposal.withdraw', attach: 'file.attach', removeFile: 'file.remove', delete: 'proposal.delete' } });
export const meta = titled('proposals.title');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { actor, db, now } = context;
  const proposal = await getProposal(db.read, params.id ?? '');
  // Its own people read it whole; the City has its own page.
  authorise(actor, 'proposal.read', { organisationId: proposal.organisationId, handedIn: false });
  const { id, status, content, version, receiptNumber, submittedAt, sha256, answer, decidedAt } = proposal;
  const draft = status === 'draft';
  return {
    id, status, content, version, pageTitle: proposal.title || t('proposals.untitled'), organisation: proposal.organisationName,
    problems: draft ? problemsOf(content, dayOf(now)).map(({ code, field }) => `${fieldName(t, field)}${refusalSentence(t, code)}`) : [],
    receipt: receiptNumber && submittedAt && sha256
      ? { number: receiptNumber, time: formatInstantZone(submittedAt, lang, { seconds: true }), hash: sha256, check: await findReceiptLinks(db.read, context.origin, receiptNumber, sha256) }
      : null,
    due: await findDue(db.read, proposal, now, lang),
    answer: answer && decidedAt ? { answer, day: formatDay(dayOf(decidedAt), lang) } : null,
    call: await findCallOf(db.read, proposal, lang),
    questions: await listQuestionsToRead(db.read, id, lang),
    canReply: status === 'question_asked' && may(actor, 'proposal.reply', proposal),
    files: await listFiles(db.read, 'proposal_attachment', id),
    canAttach: draft && may(actor, 'file.attach', proposal),
    canDelete: status === 'draft' && may(actor, 'proposal.delete', proposal),
    canEdit: draft && may(actor, 'proposal.edit', proposal),
    canSubmit: draft && may(actor, 'proposal.submit', proposal),
    canWithdraw: proposalSteps[status].includes('withdrawn') && may(actor, 'proposal.withdraw', proposal),
  };
});

// The sentence "required" says nothing without the name of the field it belongs to.
function fieldName(t: Parameters<typeof refusalSentence>[0], field: string): string {
  const names: Record<string, string> = {
    'contact.name': t('applications.field.name'), 'contact.phone': t('applications.field.phone'), 'contact.email': t('applications.field.email'), title: t('proposals.name'), field: t('proposals.field'),
    need: t('proposals.need'), benefit: t('proposals.benefit'), description: t('proposals.description'), startDate: t('applications.field.start'), endDate: t('applications.field.end'),
    beneficiaries: t('proposals.beneficiaries'), experience: t('proposals.part.experience'),
  };
  return names[field] ? `${names[field]}: ` : '';
}

export const action = act(handle, {
  submit: doing(HandInForm, async (context, input, { params, lang }) => {
    await submitProposal(context, params.id ?? '', input);
    return `/${lang}/proposals/mine/${params.id}`;
  }),
  reply: doing(ReplyForm, async (context, input, { params, lang }) => {
    await replyToQuestion(context, params.id ?? '', input);
    return `/${lang}/proposals/mine/${params.id}`;
  }),
  attach: doing(AttachForm, async (context, _input, { params, lang, file, dataDir }) => {
    await attachTo(context, 'proposal_attachment', params.id ?? '', file, dataDir);
    return `/${lang}/proposals/mine/${params.id}#attachments`;
  }),
  removeFile: doing(RemoveFileForm, async (context, { removeFile: fileId }, { params, lang }) => {
    await takeOff(context, 'proposal_attachment', params.id ?? '', fileId);
    return `/${lang}/proposals/mine/${params.id}#attachments`;
  }),
  delete: doing(DeleteForm, async (context, { version }, { params, lang }) => {
    await deleteProposal(context, params.id ?? '', { version });
    return `/${lang}/desk?deleted=yes`;
  }),
  withdraw: doing(nothing, async (context, _input, { params, lang }) => {
    await withdrawProposal(context, params.id ?? '');
    return `/${lang}/proposals/mine/${params.id}`;
  }),
});

/** One proposal as its organisation sees it: what stops it, the receipt and the clock, the questions, the answer. */
export default function MyProposal() {
  const one = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/proposals`, label: t('proposals.title') }]} />
      <h1><OwnText lang="pl" as="span">{one.pageTitle}</OwnText></h1>
      <p className="row"><ProposalTag status={one.status} /> <OwnText lang="pl" as="span">{one.organisation}</OwnText></p>
      <Obstacles problems={one.problems} version={one.version} />
      {one.due ? <DueNotice {...one.due} /> : null}
      {one.answer ? <AnswerCard {...one.answer} /> : null}
      {one.call ? <p>{t('proposals.callOfIt')}: <a href={`/${lang}/calls/${one.call.slug}`} lang={one.call.title.lang}>{one.call.title.text}</a></p> : null}
      <Questions questions={one.questions} />
      {one.canReply ? (
        <PostForm intent="reply" formId="reply" className="card stack">
          <Field name="reply" label={t('proposals.reply')} multiline rows={5} lang="pl" />
          <Button>{t('proposals.sendReply')}</Button>
        </PostForm>
      ) : null}
      {one.receipt ? (
        <section className="stack">
          <h2>{t('proposals.receipt')}</h2>
          <SummaryList items={[
            { label: t('proposals.number'), value: one.receipt.number },
            { label: t('proposals.time'), value: one.receipt.time },
            { label: t('proposals.hash'), value: <code>{one.receipt.hash}</code> },
          ]} />
          <p className="row">
            {one.receipt.check ? <ReceiptLink {...one.receipt.check} /> : null}
            <a href={`/${lang}/proposals/${one.receipt.number}`}>{t('proposals.publicPage')}</a>
          </p>
        </section>
      ) : null}
      {one.canEdit ? <p><LinkButton href={`/${lang}/proposals/mine/${one.id}/edit`} tone={one.version > 1 ? 'plain' : 'main'}>{t('proposals.edit')}</LinkButton></p> : null}
      {one.version > 1 ? (
        <section className="stack">
          <h2>{t('proposals.part.task')}</h2>
          <ProposalCopy copy={one.content} />
        </section>
      ) : null}
      <Attachments purpose="proposal_attachment" id={one.id} files={one.files} writable={one.canAttach} />
      {one.canSubmit && one.problems.length === 0 ? (
        <PostForm intent="submit" className="stack">
          <input type="hidden" name="version" value={one.version} />
          <p>{t('proposals.submitDeclare')}</p>
          <Button>{t('proposals.submit')}</Button>
        </PostForm>
      ) : null}
      {one.canEdit && !one.canSubmit ? <Notice>{t('proposals.onlySignatory')}</Notice> : null}
      {one.canWithdraw ? <Details summary={t('proposals.withdraw')}><PostForm intent="withdraw"><Button tone="bad">{t('proposals.withdraw')}</Button></PostForm></Details> : null}
      {one.canDelete ? <DeleteDraft version={one.version} /> : null}
    </div>
  );
}
