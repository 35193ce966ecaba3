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
import { Attachments } from '~/modules/files/components/attachments';
import { listFiles } from '~/modules/files/queries.server';
import { AgreementFields, proposedAgreement } from '~/modules/local-initiatives/components/agreement-fields';
import { CompleteFields, CompletionFields, CopyFields, DecisionFields, EndFields, ScoreFields, Unfolded } from '~/modules/local-initiatives/components/office-forms';
import { AgreementCopy, DecisionCard, Scores } from '~/modules/local-initiatives/components/outcome';
import { ReportCopy } from '~/modules/local-initiatives/components/report';
import { RequestCopy } from '~/modules/local-initiatives/components/request-copy';
import { LocalInitiativeTag } from '~/modules/local-initiatives/components/status-tag';
import type { LocalInitiativeContent } from '~/modules/local-initiatives/content';
import { AgreeForm, AgreementForm, CompleteForm, CompletionForm, CopyForm, EndForm, RefuseForm, ReturnForm, ScoresForm } from '~/modules/local-initiatives/forms';
import { agreeToLocalInitiative, askCompletion, assessLocalInitiative, completeLocalInitiative, endLocalInitiative, publishCopy, recordAgreement, refuseLocalInitiative, returnReport } from '~/modules/local-initiatives/office.server';
import { answerDay, criteriaOn, getLocalInitiative } from '~/modules/local-initiatives/queries.server';
import { localInitiativeSteps, pointsOf, publicCopyOf, subjectOf, waitsForAnswer } from '~/modules/local-initiatives/rules';
import { redacted } from '~/shared/text';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({
  see: 'localInitiative.list',
  do: {
    publish: 'localInitiative.review', complete: 'localInitiative.review', assess: 'localInitiative.review', agree: 'localInitiative.decide', refuse: 'localInitiative.decide',
    agreement: 'localInitiative.recordAgreement', done: 'localInitiative.close', return: 'localInitiative.close', end: 'localInitiative.close',
  },
});
export const meta = titled('localInitiatives.office.title');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { actor, db, now } = context;
  const initiative = await getLocalInitiative(db.read, params.id ?? '');
  authorise(actor, 'localInitiative.read', subjectOf(initiative));
  const { status, content, submittedAt, decidedAt, scores, publicCopy, agreement, report, completionDue } = initiative;
  const filedOn = submittedAt ?? now;
  const most = await criteriaOn(db.read, dayOf(filedOn));
  const open = waitsForAnswer(status);
  const reviews = open && may(actor, 'localInitiative.review', {});
  const waiting = status === 'completion_requested' && completionDue !== null && dayOf(now) <= completionDue;
  const decides = status === 'assessed' && may(actor, 'localInitiative.decide', {});
  const same = initiative.assessedBy === actorId(actor);
  const copy = publicCopy ?? publicCopyOf(content as LocalInitiativeContent);
  const records = ['agreed', 'in_progress'].includes(status) && may(actor, 'localInitiative.recordAgreement', {});
  const closes = may(actor, 'localInitiative.close', {});
  return {
    pageTitle: initiative.title, status, number: initiative.receiptNumber, organisation: initiative.organisationName, content, contact: content.contact, version: initiative.version,
    id: initiative.id, files: await listFiles(db.read, 'local_initiative_attachment', initiative.id),
    filed: formatInstantZone(filedOn, lang, { seconds: true }), due: open ? formatDay(await answerDay(db.read, filedOn), lang) : null,
    most, scores, points: scores ? pointsOf(scores) : 0, agreement, report, summary: initiative.summary,
    decision: decidedAt ? { day: formatDay(dayOf(decidedAt), lang), agreed: status !== 'refused', reason: initiative.decisionReason ?? '' } : null,
    completionUntil: waiting ? formatDay(completionDue, lang) : null,
    copy: reviews ? { title: copy.title, place: copy.place, what: copy.what, needs: copy.needs } : null, published: publicCopy !== null,
    canAskCompletion: reviews && localInitiativeSteps[status].includes('completion_requested'),
    canAssess: reviews && publicCopy !== null && !waiting,
    mustPublish: reviews && publicCopy === null,
    canDecide: decides && !same, sameAssessor: decides && same,
    proposal: records ? (agreement ?? proposedAgreement(copy)) : null,
    canClose: status === 'reported' && closes, reportWords: redacted(report?.text ?? ''),
    canEnd: localInitiativeSteps[status].includes('ended') && closes,
  };
});

/** Every step of the office leads back to the initiative it was taken on. */
function step<Form extends z.ZodType>(form: Form, run: (context: Context, id: string, input: z.output<Form>) => Promise<unknown>) {
  return doing(form, async (context, input, { params, lang }) => {
    await run(context, params.id ?? '', input);
    return `/${lang}/office/local-initiatives/${params.id}`;
  });
}

export const action = act(handle, {
  publish: step(CopyForm, publishCopy),
  complete: step(CompletionForm, askCompletion),
  assess: step(ScoresForm, assessLocalInitiative),
  agree: step(AgreeForm, agreeToLocalInitiative),
  refuse: step(RefuseForm, refuseLocalInitiative),
  agreement: step(AgreementForm, recordAgreement),
  done: step(CompleteForm, completeLocalInitiative),
  return: step(ReturnForm, returnReport),
  end: step(EndForm, endLocalInitiative),
});

/** One local initiative on the City's desk, with the steps that can be taken now. */
export default function OfficeLocalInitiative() {
  const one = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const enough = one.points >= one.most.pass;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/local-initiatives`, label: t('localInitiatives.office.title') }]} />
      <h1><OwnText lang="pl" as="span">{one.pageTitle}</OwnText></h1>
      <SummaryList items={[
        { label: t('localInitiatives.office.state'), value: <LocalInitiativeTag status={one.status} /> },
        { label: t('localInitiatives.applicant'), value: one.organisation ? <OwnText lang="pl" as="span">{one.organisation}</OwnText> : t('localInitiatives.applicant.residents') },
        { label: t('localInitiatives.part.contact'), value: <>{one.contact?.name}<br />{one.contact?.phone}<br />{one.contact?.email}</> },
        { label: t('localInitiatives.number'), value: <a href={`/${lang}/local-initiatives/${one.number}`}>{one.number}</a> },
        { label: t('localInitiatives.time'), value: one.filed },
        ...(one.due ? [{ label: t('localInitiatives.office.due'), value: one.due }] : []),
      ]} />
      {one.completionUntil ? <Notice>{t('localInitiatives.office.completionUntil', { day: one.completionUntil })}</Notice> : null}
      {one.mustPublish && one.copy ? <><CopyFields copy={one.copy} /><Notice>{t('localInitiatives.office.publishFirst')}</Notice></> : null}
      {one.decision ? <DecisionCard decision={one.decision} /> : null}
      {one.scores ? <Scores scores={one.scores} /> : null}
      {one.canAssess ? <ScoreFields most={one.most} scores={one.scores} /> : null}
      {one.canAskCompletion ? <CompletionFields /> : null}
      {one.copy && one.published ? <Unfolded form="publish" summary={t('localInitiatives.office.publishAgain')}><CopyFields copy={one.copy} /></Unfolded> : null}
      {one.sameAssessor ? <Notice>{t('localInitiatives.office.otherPerson')}</Notice> : null}
      {one.canDecide && !enough ? <Notice>{t('localInitiatives.office.tooFew', { points: one.points, pass: one.most.pass })}</Notice> : null}
      {one.canDecide ? <DecisionFields canAgree={enough} /> : null}
      {one.agreement ? <AgreementCopy agreement={one.agreement} /> : null}
      {one.proposal ? (
        <Unfolded form="agreement" summary={t(one.agreement ? 'localInitiatives.office.agreementCorrect' : 'localInitiatives.office.agreement')} open={!one.agreement}>
          <AgreementFields agreement={one.proposal} version={one.version} button={t(one.agreement ? 'localInitiatives.office.agreementCorrect' : 'localInitiatives.office.agreement')} />
        </Unfolded>
      ) : null}
      {one.report ? <ReportCopy title={t('localInitiatives.office.report')} report={one.report} /> : null}
      {one.canClose ? <CompleteFields summary={one.reportWords} thingsOut={(one.agreement?.lent.length ?? 0) > 0} /> : null}
      {one.summary ? <section className="card stack"><h2>{t(one.status === 'ended' ? 'localInitiatives.endedBecause' : 'localInitiatives.summary')}</h2><OwnText lang="pl">{one.summary}</OwnText></section> : null}
      {one.canEnd ? <EndFields /> : null}
      <section className="stack">
        <h2>{t('localInitiatives.theRequest')}</h2>
        <RequestCopy copy={one.content} />
      </section>
      <Attachments purpose="local_initiative_attachment" id={one.id} files={one.files} writable={false} />
    </div>
  );
}
