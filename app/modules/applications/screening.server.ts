import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { advanceCall } from '~/modules/calls/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { NotFound, RuleViolation } from '~/shared/errors';
import { moveApplication } from './commands.server';
import { tellOrganisation } from './letters.server';
import { getApplication, listApplicationsOfCall } from './queries.server';
import type { ChecklistForm, FormalProposalForm } from './screening-forms';
import { findFormalCheck, listFormalAnswers } from './screening-queries.server';
import { correctionOpen, whyNoProposal } from './screening-rules';
import { freezeCorrection } from './screening-offer.server';

function whoActs({ actor }: Context): string {
  const id = actorId(actor);
  if (!id) throw new NotFound('person');
  return id;
}

/** Opens the formal check of a closed call: every offer handed in is taken up. */
export function startScreening(context: Context, callId: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'application.checkFormally', {});
    refuse(call.status === 'closed' ? null : 'wrongState');
    const offers = await listApplicationsOfCall(tx, callId, ['submitted']);
    refuse(offers.length > 0 ? null : 'screening.noOffers');
    for (const { id } of offers) await moveApplication(tx, context, await getApplication(tx, id), 'formal_check', 'application.checkStarted');
    await advanceCall(tx, context, callId, 'screening', 'call.screeningStarted');
  });
}

/** Writes down answers to the checklist; a proposal that waited for confirmation is withdrawn by it. */
export function answerChecklist(context: Context, id: string, { answers }: z.output<typeof ChecklistForm>) {
  const { db, actor, now } = context;
  const answeredBy = whoActs(context);
  return db.tx(async (tx) => {
    const { formalAnswers, formalChecks } = tx.t;
    const application = await getApplication(tx, id);
    authorise(actor, 'application.checkFormally', {});
    refuse(application.status === 'formal_check' ? null : 'wrongState');
    const items = await listFormalAnswers(tx, application);
    if (answers.some(({ checklistId }) => !items.some((item) => item.id === checklistId))) throw new NotFound('checklist item');
    for (const { checklistId, answer, note } of answers) {
      const given = { answer, note: note ?? null, answeredBy, answeredAt: now };
      await tx
        .insert(formalAnswers)
        .values({ applicationId: id, checklistId, ...given })
        .onConflictDoUpdate({ target: [formalAnswers.applicationId, formalAnswers.checklistId], set: given });
    }
    await tx.delete(formalChecks).where(eq(formalChecks.applicationId, id));
    await record(tx, context, { event: 'application.checklistAnswered', subject: { kind: 'application', id }, detail: { answers: answers.length } });
  });
}

/** Hands in the corrected offer before its deadline; it is frozen anew, with its own receipt. */
export function submitCorrection(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.correct', application);
    refuse(application.status === 'correction_requested' ? null : 'wrongState');
    refuse(correctionOpen(now, application.correctionDueAt) ? null : 'screening.correctionLate');
    const receipt = await freezeCorrection(tx, context, application);
    await moveApplication(tx, context, application, 'formal_check', 'application.corrected', { receipt: receipt.receiptNumber, sha256: receipt.sha256 });
    await tellOrganisation(tx, context, application, 'application.corrected', { params: { receipt: receipt.receiptNumber, sha256: receipt.sha256, check: `${context.origin}${receipt.short}` } });
    return receipt;
  });
}

/** Rejects an offer whose correction did not come in time. */
export function rejectOverdue(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.checkFormally', {});
    refuse(application.status === 'correction_requested' ? null : 'wrongState');
    refuse(correctionOpen(now, application.correctionDueAt) ? 'screening.correctionRuns' : null);
    await moveApplication(tx, context, application, 'formally_rejected', 'application.correctionMissed');
    await tellOrganisation(tx, context, application, 'application.correctionMissed');
  });
}

/** Proposes the result of the formal check; it counts only after another person confirms it. */
export function proposeFormalResult(context: Context, id: string, { proposal, reason }: z.output<typeof FormalProposalForm>) {
  const { db, actor, now } = context;
  const proposedBy = whoActs(context);
  return db.tx(async (tx) => {
    const { formalChecks } = tx.t;
    const application = await getApplication(tx, id);
    authorise(actor, 'application.checkFormally', {});
    refuse(application.status === 'formal_check' ? null : 'wrongState');
    refuse(whyNoProposal(await listFormalAnswers(tx, application), proposal), 'proposal');
    if (proposal === 'rejected' && !reason) throw new RuleViolation('required', 'reason');
    const proposed = { proposal, reason: reason ?? null, proposedBy, proposedAt: now, confirmedBy: null, confirmedAt: null };
    await tx.insert(formalChecks).values({ applicationId: id, ...proposed }).onConflictDoUpdate({ target: formalChecks.applicationId, set: proposed });
    await record(tx, context, { event: 'application.formalProposed', subject: { kind: 'application', id }, detail: { proposal } });
  });
}

/** Confirms the proposed result by a second person, and tells the organisation in words. */
export function confirmFormalResult(context: Context, id: string) {
  const { db, actor, now } = context;
  const confirmedBy = whoActs(context);
  return db.tx(async (tx) => {
    const { formalChecks } = tx.t;
    const application = await getApplication(tx, id);
    authorise(actor, 'application.confirmFormally', {});
    refuse(application.status === 'formal_check' ? null : 'wrongState');
    const check = await findFormalCheck(tx, id);
    if (!check) throw new RuleViolation('screening.notProposed');
    refuse(check.proposedBy === confirmedBy ? 'fourEyes' : null);
    await tx.update(formalChecks).set({ confirmedBy, confirmedAt: now }).where(eq(formalChecks.applicationId, id));
    const valid = check.proposal === 'valid';
    const outcome = valid ? 'application.formallyValid' : 'application.formallyRejected';
    await moveApplication(tx, context, application, valid ? 'formally_valid' : 'formally_rejected', outcome);
    await tellOrganisation(tx, context, application, outcome, { params: { reason: check.reason ?? '' } });
  });
}
