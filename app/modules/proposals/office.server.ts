import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { Action } from '~/access/policy';
import { record } from '~/modules/audit/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { refuseOwnMatter } from '~/modules/organisations/officers.server';
import { Forbidden, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { dayOf, formatDay } from '~/shared/time';
import { change, moveProposal, tellOrganisation } from './commands.server';
import type { Answer, CopyWords, ProposalContent } from './content';
import { answerDay, getProposal, type Proposal } from './queries.server';
import { notRedacted, problemsOfAnswer, publicCopyOf, waitsForAnswer, whyNotStep, type Problem } from './rules';

/** One step of the office, in its transaction; nobody acts for the City in a matter of their own organisation. */
function step<Done>(context: Context, id: string, action: Action, run: (tx: Tx, proposal: Proposal, by: string) => Promise<Done>): Promise<Done> {
  return context.db.tx(async (tx) => {
    const proposal = await getProposal(tx, id);
    authorise(context.actor, action, {});
    const by = actorId(context.actor);
    if (!by) throw new Forbidden(action);
    await refuseOwnMatter(tx, context, proposal.organisationId, [proposal.createdBy]);
    return run(tx, proposal, by);
  });
}

function refuseAll(problems: Problem[]): void {
  if (problems.length > 0) throw new RuleViolations(problems);
}

/** An officer settles the words that everybody reads; nothing of it may look like somebody's number or address. */
export function publishCopy(context: Context, id: string, words: CopyWords) {
  return step(context, id, 'proposal.examine', async (tx, proposal) => {
    refuse(waitsForAnswer(proposal.status) ? null : 'wrongState');
    refuseAll(notRedacted(words));
    await change(tx, context, proposal, { publicCopy: { ...publicCopyOf(proposal.content as ProposalContent), ...words } });
    await record(tx, context, { event: 'proposal.published', subject: { kind: 'proposal', id } });
  });
}

/** An officer asks the organisation; the month runs on. */
export function askQuestion(context: Context, id: string, { question }: { question: string }) {
  return step(context, id, 'proposal.examine', async (tx, proposal, askedBy) => {
    refuse(whyNotStep(proposal.status, 'question_asked'));
    await tx.insert(tx.t.proposalQuestions).values({ id: newId(), proposalId: id, question, askedBy, askedAt: context.now });
    await moveProposal(tx, context, proposal, 'question_asked', 'proposal.asked');
    const due = await answerDay(tx, proposal.submittedAt ?? context.now);
    await tellOrganisation(tx, context, proposal, 'proposal.question', (lang) => ({ question, due: formatDay(due, lang) }));
  });
}

/** An officer considers whether the task is purposeful and drafts the answer; until it is decided it can be drafted again. */
export function examineProposal(context: Context, id: string, draftAnswer: Answer) {
  return step(context, id, 'proposal.examine', async (tx, proposal, examinedBy) => {
    refuse(whyNotStep(proposal.status, 'examined'));
    refuse(proposal.publicCopy ? null : 'proposal.notPublished');
    refuseAll(problemsOfAnswer(draftAnswer, dayOf(context.now)));
    await moveProposal(tx, context, proposal, 'examined', 'proposal.examined', { draftAnswer, examinedBy });
    const due = await answerDay(tx, proposal.submittedAt ?? context.now);
    for (const to of await listPeopleWithRole(tx, 'head'))
      await tellLater(tx, context, { template: 'proposal.toDecide', to, params: { title: proposal.title, due: formatDay(due, to.lang) }, link: `/office/proposals/${id}` });
  });
}

/** Somebody other than the officer who examined it gives the City's answer with its reasons. */
export function decideProposal(context: Context, id: string, answer: Answer) {
  return step(context, id, 'proposal.decide', async (tx, proposal, decidedBy) => {
    refuse(proposal.status === 'examined' ? null : 'wrongState');
    refuse(proposal.examinedBy === decidedBy ? 'fourEyes' : null);
    refuseAll(problemsOfAnswer(answer, dayOf(context.now)));
    const values = { answer, decidedBy, decidedAt: context.now };
    if (!answer.purposeful) {
      await moveProposal(tx, context, proposal, 'not_purposeful', 'proposal.notPurposeful', values);
      await tellOrganisation(tx, context, proposal, 'proposal.notPurposeful', () => ({ reason: answer.reason }));
      return;
    }
    const day = answer.announceOn ?? '';
    await moveProposal(tx, context, proposal, 'purposeful', 'proposal.purposeful', values, { announceOn: day });
    await tellOrganisation(tx, context, proposal, 'proposal.purposeful', (lang) => ({ day: formatDay(day, lang), reason: answer.reason }));
  });
}

/** An officer names the call that came of a purposeful proposal, or takes the name away. */
export function linkCall(context: Context, id: string, { callId }: { callId?: string | undefined }) {
  return step(context, id, 'proposal.link', async (tx, proposal) => {
    refuse(proposal.status === 'purposeful' ? null : 'wrongState');
    const call = callId ? await getCall(tx, callId) : null;
    refuse(!call || call.kind === 'open_call' ? null : 'proposal.noCall', 'callId');
    await change(tx, context, proposal, { callId: call?.id ?? null });
    await record(tx, context, { event: call ? 'proposal.linked' : 'proposal.unlinked', subject: { kind: 'proposal', id }, ...(call ? { detail: { call: call.number } } : {}) });
  });
}
