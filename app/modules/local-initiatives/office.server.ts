import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { Action } from '~/access/policy';
import { record } from '~/modules/audit/commands.server';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { refuseOwnMatter } from '~/modules/organisations/officers.server';
import { RuleViolations } from '~/shared/errors';
import { dayOf, formatDay } from '~/shared/time';
import { change, moveLocalInitiative, tellApplicant } from './commands.server';
import type { Agreement, LocalInitiativeContent, LocalInitiativeStatus } from './content';
import type { AgreeForm, CompleteForm, CompletionForm, CopyForm, EndForm, RefuseForm, ReturnForm, ScoresForm } from './forms';
import { criteriaOn, getLocalInitiative, passes, type LocalInitiative } from './queries.server';
import { notRedacted, pointsOf, problemsOfAgreement, publicCopyOf, scoresOf, waitsForAnswer, whyNotCompletionBy, type Problem } from './rules';

/** One step of the office, in its transaction; nobody acts for the City in a matter of their own. */
function step<Done>(context: Context, id: string, action: Action, run: (tx: Tx, initiative: LocalInitiative) => Promise<Done>): Promise<Done> {
  return context.db.tx(async (tx) => {
    const initiative = await getLocalInitiative(tx, id);
    authorise(context.actor, action, {});
    if (initiative.organisationId) await refuseOwnMatter(tx, context, initiative.organisationId, [initiative.personId]);
    else refuse(initiative.personId === actorId(context.actor) ? 'fourEyes' : null);
    return run(tx, initiative);
  });
}

function refuseAll(problems: Problem[]): void {
  if (problems.length > 0) throw new RuleViolations(problems);
}

/** An officer settles the words that everybody reads; nothing of it may look like somebody's number or address. */
export function publishCopy(context: Context, id: string, words: z.output<typeof CopyForm>) {
  return step(context, id, 'localInitiative.review', async (tx, initiative) => {
    refuse(waitsForAnswer(initiative.status) ? null : 'wrongState');
    refuseAll(notRedacted(words));
    await change(tx, initiative, { publicCopy: { ...publicCopyOf(initiative.content as LocalInitiativeContent), ...words } });
    await record(tx, context, { event: 'localInitiative.published', subject: { kind: 'local_initiative', id } });
  });
}

/** An officer asks residents to complete the request by a day, at least a week ahead; the month runs on. */
export function askCompletion(context: Context, id: string, { note, dueOn }: z.output<typeof CompletionForm>) {
  return step(context, id, 'localInitiative.review', async (tx, initiative) => {
    refuse(whyNotCompletionBy(dueOn, dayOf(context.now)), 'dueOn');
    await moveLocalInitiative(tx, context, initiative, 'completion_requested', 'localInitiative.completionAsked', { completionNote: note, completionDue: dueOn }, { due: dueOn });
    await tellApplicant(tx, context, initiative, 'localInitiative.completion', (lang) => ({ note, due: formatDay(dueOn, lang) }));
  });
}

/** An officer gives points with reasons; while residents complete the request, only after their day has passed. */
export function assessLocalInitiative(context: Context, id: string, given: z.output<typeof ScoresForm>) {
  return step(context, id, 'localInitiative.review', async (tx, initiative) => {
    const { status, completionDue, publicCopy, submittedAt } = initiative;
    refuse(status === 'completion_requested' && completionDue !== null && dayOf(context.now) <= completionDue ? 'localInitiative.waitsForCompletion' : null);
    refuse(publicCopy ? null : 'localInitiative.notPublished');
    const { scores, problems } = scoresOf(given, await criteriaOn(tx, dayOf(submittedAt ?? context.now)));
    refuseAll([...problems, ...notRedacted(Object.fromEntries(scores.map(({ criterion, reason }) => [`${criterion}.reason`, reason])))]);
    const points = pointsOf(scores);
    await moveLocalInitiative(tx, context, initiative, 'assessed', 'localInitiative.assessed', { scores, assessedBy: actorId(context.actor), assessedAt: context.now }, { points });
    for (const to of await listPeopleWithRole(tx, 'head'))
      await tellLater(tx, context, { template: 'localInitiative.toDecide', to, params: { title: initiative.title, points }, link: `/office/local-initiatives/${id}` });
  });
}

/** Somebody other than the officer who gave the points agrees to do the task together; only with points enough. */
export function agreeToLocalInitiative(context: Context, id: string, { reason }: z.output<typeof AgreeForm>) {
  return decide(context, id, 'agreed', reason, 'reason');
}

/** Somebody other than the officer who gave the points refuses, and says why. */
export function refuseLocalInitiative(context: Context, id: string, { refusalReason }: z.output<typeof RefuseForm>) {
  return decide(context, id, 'refused', refusalReason, 'refusalReason');
}

function decide(context: Context, id: string, to: Extract<LocalInitiativeStatus, 'agreed' | 'refused'>, reason: string, field: string) {
  return step(context, id, 'localInitiative.decide', async (tx, initiative) => {
    refuse(initiative.status === 'assessed' ? null : 'wrongState');
    refuse(initiative.assessedBy === actorId(context.actor) ? 'fourEyes' : null);
    refuse(to === 'agreed' && !(await passes(tx, initiative)) ? 'localInitiative.tooFewPoints' : null);
    refuseAll(notRedacted({ [field]: reason }));
    await moveLocalInitiative(tx, context, initiative, to, `localInitiative.${to}`, { decidedBy: actorId(context.actor), decidedAt: context.now, decisionReason: reason });
    await tellApplicant(tx, context, initiative, `localInitiative.${to}`, () => ({ reason }));
  });
}

/** The agreement as both sides signed it is written down; while the work goes on its record can be corrected. */
export function recordAgreement(context: Context, id: string, agreement: Agreement) {
  return step(context, id, 'localInitiative.recordAgreement', async (tx, initiative) => {
    const again = initiative.status === 'in_progress';
    refuse(again || initiative.status === 'agreed' ? null : 'wrongState');
    const { residentsDo, cityDoes, steps, costs, lent } = agreement;
    refuseAll([
      ...problemsOfAgreement(agreement, { decidedOn: dayOf(initiative.decidedAt ?? context.now), today: dayOf(context.now) }),
      ...notRedacted({ residentsDo, cityDoes, 'steps[0].name': steps.map(({ name }) => name).join('\n'), 'costs[0].name': costs.map(({ name }) => name).join('\n'), 'lent[0].name': lent.map(({ name }) => name).join('\n') }),
    ]);
    if (again) {
      await change(tx, initiative, { agreement });
      await record(tx, context, { event: 'localInitiative.agreementCorrected', subject: { kind: 'local_initiative', id }, detail: { number: agreement.number } });
      return;
    }
    await moveLocalInitiative(tx, context, initiative, 'in_progress', 'localInitiative.agreementRecorded', { agreement }, { number: agreement.number });
    await tellApplicant(tx, context, initiative, 'localInitiative.agreementRecorded', (lang) => ({ number: agreement.number, until: formatDay(agreement.endsOn, lang) }));
  });
}

/** An officer finds that it was done, in words for everybody; what was lent must be back. */
export function completeLocalInitiative(context: Context, id: string, { summary, thingsBack }: z.output<typeof CompleteForm>) {
  return step(context, id, 'localInitiative.close', async (tx, initiative) => {
    refuse(initiative.status === 'reported' ? null : 'wrongState');
    refuse(initiative.agreement?.lent.length && !thingsBack ? 'localInitiative.thingsOut' : null, 'thingsBack');
    refuseAll(notRedacted({ summary }));
    await close(tx, context, initiative, 'completed', summary);
  });
}

/** An officer asks for more about what was done. */
export function returnReport(context: Context, id: string, { returnNote: note }: z.output<typeof ReturnForm>) {
  return step(context, id, 'localInitiative.close', async (tx, initiative) => {
    refuse(initiative.status === 'reported' ? null : 'wrongState');
    await moveLocalInitiative(tx, context, initiative, 'in_progress', 'localInitiative.reportReturned', { reportNote: note });
    await tellApplicant(tx, context, initiative, 'localInitiative.reportReturned', () => ({ note }));
  });
}

/** Nothing comes of an initiative that the City agreed to, and everybody reads why. */
export function endLocalInitiative(context: Context, id: string, { endReason }: z.output<typeof EndForm>) {
  return step(context, id, 'localInitiative.close', async (tx, initiative) => {
    refuseAll(notRedacted({ endReason }));
    await close(tx, context, initiative, 'ended', endReason);
  });
}

async function close(tx: Tx, context: Context, initiative: LocalInitiative, to: Extract<LocalInitiativeStatus, 'completed' | 'ended'>, summary: string) {
  await moveLocalInitiative(tx, context, initiative, to, `localInitiative.${to}`, { summary, closedBy: actorId(context.actor), closedAt: context.now });
  await tellApplicant(tx, context, initiative, `localInitiative.${to}`, () => ({ summary }));
}
