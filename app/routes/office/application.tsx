import { useLoaderData } from '@remix-run/react';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listIndicators } from '~/modules/programme/queries.server';
import { ApplicationTag } from '~/modules/applications/components/formal-status';
import { FormalAnswers, FormalChecklist } from '~/modules/applications/components/formal-checklist';
import { AskedNotice, Clocks, Comparison, CorrectionStep } from '~/modules/applications/components/correction-desk';
import { OverdueStep, ProposalState, ProposalStep } from '~/modules/applications/components/formal-steps';
import { OfferView } from '~/modules/applications/components/offer-view';
import { getApplication } from '~/modules/applications/queries.server';
import { askQuestion, dropQuestion, requestCorrection } from '~/modules/applications/correction.server';
import { DropQuestionForm, QuestionForm } from '~/modules/applications/correction-forms';
import { ChecklistForm, FormalProposalForm } from '~/modules/applications/screening-forms';
import { formalDesk } from '~/modules/applications/screening-desk.server';
import {
  answerChecklist, confirmFormalResult, proposeFormalResult, rejectOverdue,
} from '~/modules/applications/screening.server';
import { keptFromOffers } from '~/modules/panels/queries.server';
import { Forbidden } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Money } from '~/ui/money';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({
  see: 'application.list',
  do: {
    answer: 'application.checkFormally', ask: 'application.requestCorrection', unask: 'application.requestCorrection',
    correct: 'application.requestCorrection', rejectOverdue: 'application.checkFormally',
    propose: 'application.checkFormally', confirm: 'application.confirmFormally',
  },
});

/** The City's people read an offer once it was handed in, unless they sit in the committee and are not cleared. */
async function readable({ db, actor }: Context, id: string) {
  const application = await getApplication(db.read, id);
  authorise(actor, 'application.read', { organisationId: application.organisationId, handedIn: application.status !== 'draft' });
  if (await keptFromOffers(db.read, application.callId, actorId(actor))) throw new Forbidden('application.read');
  return application;
}

export const loader = load(handle, async ({ context, params, lang, t }) => {
  const { actor } = context;
  const application = await readable(context, params.id ?? '');
  const desk = await formalDesk(context, application, t, lang);
  const checking = application.status === 'formal_check';
  return {
    indicators: await listIndicators(context.db.read, context.lang, dayOf(context.now)),
    ...desk,
    pageTitle: application.title,
    id: application.id,
    callId: application.callId,
    status: application.status,
    mayCheck: checking && may(actor, 'application.checkFormally', {}),
    mayReject: may(actor, 'application.checkFormally', {}),
    mayConfirm: checking && may(actor, 'application.confirmFormally', {}) && desk.proposal !== null && desk.proposal.by !== actorId(actor),
  };
});

const done = (id: string | undefined, lang: string) => `/${lang}/office/applications/${id}`;

export const action = act(handle, {
  answer: doing(ChecklistForm, async (context, input, { params, lang }) => {
    await readable(context, params.id ?? '');
    await answerChecklist(context, params.id ?? '', input);
    return done(params.id, lang);
  }),
  ask: doing(QuestionForm, async (context, input, { params, lang }) => {
    await readable(context, params.id ?? '');
    await askQuestion(context, params.id ?? '', input);
    return `${done(params.id, lang)}#correction`;
  }),
  unask: doing(DropQuestionForm, async (context, { question }, { params, lang }) => {
    await readable(context, params.id ?? '');
    await dropQuestion(context, params.id ?? '', question);
    return `${done(params.id, lang)}#correction`;
  }),
  correct: doing(nothing, async (context, _input, { params, lang }) => {
    await readable(context, params.id ?? '');
    await requestCorrection(context, params.id ?? '');
    return done(params.id, lang);
  }),
  rejectOverdue: doing(nothing, async (context, _input, { params, lang }) => {
    await readable(context, params.id ?? '');
    await rejectOverdue(context, params.id ?? '');
    return done(params.id, lang);
  }),
  propose: doing(FormalProposalForm, async (context, input, { params, lang }) => {
    await readable(context, params.id ?? '');
    await proposeFormalResult(context, params.id ?? '', input);
    return done(params.id, lang);
  }),
  confirm: doing(nothing, async (context, _input, { params, lang }) => {
    await readable(context, params.id ?? '');
    await confirmFormalResult(context, params.id ?? '');
    return done(params.id, lang);
  }),
});

export const meta = titled('screening.formal');

/** One offer beside its formal checklist. */
export default function OfficeApplication() {
  const data = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const { offer, items, correction, proposal, mayCheck } = data;
  return (
    <div className="stack">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls/${data.callId}`, label: offer.call.title }, { href: `/${lang}/office/calls/${data.callId}/applications`, label: t('screening.listTitle') }]} />
      <h1 lang="pl">{offer.title}</h1>
      <p className="tags"><ApplicationTag status={data.status} /></p>
      <SummaryList items={[
        { label: t('screening.organisation'), value: <span lang="pl">{[offer.offeror, ...offer.partners.map(({ offeror }) => offeror)].map(({ name }) => name).join(', ')}</span> },
        { label: t('screening.number'), value: offer.receiptNumber },
        { label: t('screening.submittedAt'), value: offer.submittedAt },
        { label: t('screening.requested'), value: <Money grosze={offer.requested} /> },
        { label: t('screening.totalCost'), value: <Money grosze={offer.totalCost} /> },
      ]} />
      {correction.compared ? <Comparison {...correction.compared} /> : null}
      <div className="aside end">
        <div><OfferView content={offer.content} call={offer.call} offeror={offer.offeror} partners={offer.partners} sums={offer.sums} slots={offer.slots} files={offer.files} /></div>
        <aside className="stack" aria-labelledby="formal">
          <h2 id="formal">{t('screening.checklist')}</h2>
          {mayCheck ? <FormalChecklist items={items} /> : <FormalAnswers items={items} />}
          {proposal ? <ProposalState {...proposal} mayConfirm={data.mayConfirm} /> : null}
          {mayCheck && !proposal ? <ProposalStep /> : null}
          <div id="correction" className="stack">
            {mayCheck && !correction.used ? <CorrectionStep due={correction.dueIfAsked} questions={correction.questions} {...correction.choices} /> : null}
            {data.status === 'correction_requested' ? <AskedNotice questions={correction.questions} /> : null}
            {data.status === 'correction_requested' && correction.overdue && data.mayReject ? <OverdueStep /> : null}
            <Clocks {...data.clocks} />
          </div>
        </aside>
      </div>
    </div>
  );
}
