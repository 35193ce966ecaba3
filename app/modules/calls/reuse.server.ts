import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { grosze } from '~/shared/money';
import { addMonths, clockOf, dayOf, instantAt, type Day } from '~/shared/time';
import { draftCall } from './commands.server';
import { getCall, listChecklist, listCriteria } from './queries.server';

/** Begins a new draft from an earlier call, with its dates moved by whole years into the future. */
export async function copyCall(context: Context, id: string) {
  const { actor, now, db: { read } } = context;
  authorise(actor, 'call.draft', {});
  const [call, criteria, checklist] = await Promise.all([getCall(read, id), listCriteria(read, id), listChecklist(read, id)]);
  let years = 0;
  while (addMonths(dayOf(call.closesAt), years * 12) <= dayOf(now)) years += 1;
  const later = (day: Day) => addMonths(day, years * 12);
  const {
    title, titles, summaries, easy, targetGroups, districts, taskArea, form, budget, minGrant, maxGrant, maxShare, adminCap, offersPerOrganisation, eligibleForms, partialFunding,
    rules, conditions, procedure, previousTasks, committeeRecruitment, threshold, minScores, correctionDays, budgetLine,
  } = call;
  const input = {
    title, titles, summaries, easy, targetGroups, districts, taskArea, form, maxShare, offersPerOrganisation, eligibleForms, partialFunding,
    rules, conditions, procedure, previousTasks, committeeRecruitment, threshold, minScores, correctionDays, budgetLine,
    budget: grosze(budget), minGrant: grosze(minGrant), maxGrant: grosze(maxGrant), adminCap: adminCap ?? undefined, version: undefined,
    taskFrom: later(call.taskFrom), taskTo: later(call.taskTo), decisionBy: later(call.decisionBy),
    closesAt: instantAt(later(dayOf(call.closesAt)), clockOf(call.closesAt)),
    criteria: criteria.map(({ key, max }) => ({ key, max })),
    correctable: checklist.filter(({ correctable }) => correctable).map(({ code }) => code),
  };
  return draftCall(context, input as Parameters<typeof draftCall>[1], { extraQuestions: call.extraQuestions, requiredAttachments: call.requiredAttachments, event: 'call.copied' });
}
