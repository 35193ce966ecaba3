import { useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listCallsForOffice } from '~/modules/calls/queries.server';
import { Attachments } from '~/modules/files/components/attachments';
import { listFiles } from '~/modules/files/queries.server';
import { AnswerCard, DueNotice, Questions } from '~/modules/proposals/components/answer';
import { AnswerFields, CopyFields, LinkFields, QuestionFields } from '~/modules/proposals/components/office-forms';
import { ProposalCopy } from '~/modules/proposals/components/proposal-copy';
import { ProposalTag } from '~/modules/proposals/components/status-tag';
import { copyFields, type CopyWords, type ProposalContent } from '~/modules/proposals/content';
import { AnswerForm, CopyForm, LinkForm, QuestionForm } from '~/modules/proposals/forms';
import { askQuestion, decideProposal, examineProposal, linkCall, publishCopy } from '~/modules/proposals/office.server';
import { findDue, getProposal, listQuestionsToRead } from '~/modules/proposals/queries.server';
import { proposalSteps, publicCopyOf, waitsForAnswer } from '~/modules/proposals/rules';
import { formatInstantZone, dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Details } from '~/ui/details';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({
  see: 'proposal.list',
  do: { publish: 'proposal.examine', ask: 'proposal.examine', examine: 'proposal.examine', decide: 'proposal.decide', link: 'proposal.link' },
});
export const meta = titled('proposals.title');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { actor, now, db: { read } } = context;
  const proposal = await getProposal(read, params.id ?? '');
  const { id, status, content, submittedAt, publicCopy, draftAnswer, answer, decidedAt, callId } = proposal;
  authorise(actor, 'proposal.read', { organisationId: proposal.organisationId, handedIn: status !== 'draft' });
  const examines = waitsForAnswer(status) && may(actor, 'proposal.examine', {});
  const decides = status === 'examined' && may(actor, 'proposal.decide', {});
  const same = proposal.examinedBy === actorId(actor);
  const links = status === 'purposeful' && may(actor, 'proposal.link', {});
  const shown = publicCopy ?? publicCopyOf(content as ProposalContent);
  return {
    pageTitle: proposal.title, status, number: proposal.receiptNumber, organisation: proposal.organisationName, content, contact: content.contact, callId,
    id: id, files: await listFiles(read, 'proposal_attachment', id),
    filed: submittedAt ? formatInstantZone(submittedAt, lang, { seconds: true }) : '', due: await findDue(read, proposal, now, lang),
    questions: await listQuestionsToRead(read, id, lang), draftAnswer,
    answer: answer && decidedAt ? { answer, day: formatDay(dayOf(decidedAt), lang) } : null,
    copy: examines ? (Object.fromEntries(copyFields.map((field) => [field, shown[field]])) as CopyWords) : null, published: publicCopy !== null,
    canAsk: examines && proposalSteps[status].includes('question_asked'),
    canExamine: examines && publicCopy !== null,
    canDecide: decides && !same, sameExaminer: decides && same,
    calls: links ? (await listCallsForOffice(read)).map(({ id: one, title, number }) => ({ id: one, title, number })) : null,
  };
});

/** Every step of the office leads back to the proposal it was taken on. */
function step<Form extends z.ZodType>(form: Form, run: (context: Context, id: string, input: z.output<Form>) => Promise<unknown>) {
  return doing(form, async (context, input, { params, lang }) => {
    await run(context, params.id ?? '', input);
    return `/${lang}/office/proposals/${params.id}`;
  });
}

export const action = act(handle, {
  publish: step(CopyForm, publishCopy),
  ask: step(QuestionForm, askQuestion),
  examine: step(AnswerForm, examineProposal),
  decide: step(AnswerForm, decideProposal),
  link: step(LinkForm, linkCall),
});

/** One proposal on the City's desk, with the steps that can be taken now. */
export default function OfficeProposal() {
  const one = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const examine = <AnswerFields intent="examine" title={t('proposals.office.examine')} button={t('proposals.office.examineButton')} answer={one.draftAnswer} />;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/proposals`, label: t('proposals.title') }]} />
      <h1><OwnText lang="pl" as="span">{one.pageTitle}</OwnText></h1>
      <SummaryList items={[
        { label: t('proposals.office.state'), value: <ProposalTag status={one.status} /> },
        { label: t('proposals.organisation'), value: <OwnText lang="pl" as="span">{one.organisation}</OwnText> },
        { label: t('proposals.part.contact'), value: <>{one.contact?.name}<br />{one.contact?.phone}<br />{one.contact?.email}</> },
        { label: t('proposals.number'), value: <a href={`/${lang}/proposals/${one.number}`}>{one.number}</a> },
        { label: t('proposals.time'), value: one.filed },
      ]} />
      {one.due?.clock === 'near' ? <Notice tone="bad">{t('proposals.office.nearNotice', { day: one.due.due })}</Notice> : null}
      {one.due && one.due.clock !== 'near' ? <DueNotice {...one.due} /> : null}
      {one.answer ? <AnswerCard {...one.answer} /> : null}
      <Questions questions={one.questions} />
      {one.copy && !one.published ? <><CopyFields copy={one.copy} /><Notice>{t('proposals.office.publishFirst')}</Notice></> : null}
      {one.canAsk ? <QuestionFields /> : null}
      {one.canExamine && one.status === 'examined' ? <Details summary={t('proposals.office.examineAgain')}>{examine}</Details> : null}
      {one.canExamine && one.status !== 'examined' ? examine : null}
      {one.copy && one.published ? <Details summary={t('proposals.office.publish')}><CopyFields copy={one.copy} /></Details> : null}
      {one.sameExaminer ? <Notice>{t('proposals.office.otherPerson')}</Notice> : null}
      {one.canDecide ? <AnswerFields intent="decide" title={t('proposals.office.decide')} button={t('proposals.office.decideButton')} answer={one.draftAnswer} /> : null}
      {one.calls ? <LinkFields calls={one.calls} callId={one.callId} newCall={`/${lang}/office/calls/new`} /> : null}
      <section className="stack">
        <h2>{t('proposals.part.task')}</h2>
        <ProposalCopy copy={one.content} />
      </section>
      <Attachments purpose="proposal_attachment" id={one.id} files={one.files} writable={false} />
    </div>
  );
}
