import { expect, test } from 'vitest';
import { askQuestion, requestCorrection } from '~/modules/applications/correction.server';
import {
  answerChecklist, confirmFormalResult, proposeFormalResult, rejectOverdue, startScreening, submitCorrection,
} from '~/modules/applications/screening.server';
import { correctionDeadline, factsOf, whyNoCorrection, type CheckedItem } from '~/modules/applications/screening-rules';
import { eachEngine, portal, type Portal } from '../../support/portal';
import { contest, later, mailsOf, offerRow } from './contest';

const yes = (checklistId: string) => ({ checklistId, answer: 'yes' as const, note: undefined });
const no = (checklistId: string) => ({ checklistId, answer: 'no' as const, note: 'Brak podpisu' });

async function inCheck(p: Portal) {
  const people = await contest(p, { status: 'screening', offers: ['formal_check'] });
  const answer = (...answers: (ReturnType<typeof yes> | ReturnType<typeof no>)[]) => answerChecklist(p.as(people.officer, { now: later(1) }), 'offer0', { answers });
  await askQuestion(p.as(people.officer, { now: later(1) }), 'offer0', { field: 'budget/sources/ownCash', code: 'arithmetic', words: undefined });
  return { ...people, answer };
}

eachEngine((engine) => {
  test('after closing, an officer opens the formal check of every offer handed in', async () => {
    const p = await portal(engine);
    const { officer } = await contest(p, { status: 'closed', offers: ['submitted', 'withdrawn', 'submitted'] });
    await startScreening(p.as(officer), 'call');
    expect((await offerRow(p, 'offer0')).status).toBe('formal_check');
    expect((await offerRow(p, 'offer1')).status).toBe('withdrawn');
    const [call] = await p.db.read.select().from(p.db.t.calls);
    expect(call!.status).toBe('screening');
    await expect(startScreening(p.as(officer), 'call')).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('an organisation is called to correct only once, and only in the sections of the questioned fields', async () => {
    const p = await portal(engine);
    const { officer, signatories, answer } = await inCheck(p);
    await answer(yes('f1'), no('f6'));
    const { dueAt } = await requestCorrection(p.as(officer, { now: later(1) }), 'offer0');
    expect(await offerRow(p)).toMatchObject({ status: 'correction_requested', correctionUsed: true, correctionSections: ['budget'], correctionDueAt: dueAt });
    expect((await mailsOf(p, 'application.correctionRequested')).map((mail) => mail.toEmail)).toEqual([signatories[0]!.email]);
    const receipt = await submitCorrection(p.as(signatories[0]!, { now: later(2) }), 'offer0');
    expect(receipt.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await offerRow(p)).status).toBe('formal_check');
    const [submission] = await p.db.read.select().from(p.db.t.submissions);
    expect(submission).toMatchObject({ kind: 'correction', receiptNumber: receipt.receiptNumber });
    await expect(requestCorrection(p.as(officer, { now: later(3) }), 'offer0')).rejects.toMatchObject({ code: 'screening.correctionUsed' });
  });

  test('a failure that cannot be corrected leaves no room for a call for correction', async () => {
    const p = await portal(engine);
    const { officer, answer } = await inCheck(p);
    await expect(requestCorrection(p.as(officer), 'offer0')).rejects.toMatchObject({ code: 'screening.unanswered' });
    await answer(no('f1'), no('f6'));
    await expect(requestCorrection(p.as(officer), 'offer0')).rejects.toMatchObject({ code: 'screening.notCorrectable' });
    await answer(yes('f1'), yes('f6'));
    await expect(requestCorrection(p.as(officer), 'offer0')).rejects.toMatchObject({ code: 'screening.nothingToCorrect' });
    expect(await offerRow(p)).toMatchObject({ status: 'formal_check', correctionUsed: false });
  });

  test('a correction is refused at the exact millisecond of its deadline, and then the offer may be rejected', async () => {
    const p = await portal(engine);
    const { officer, signatories, answer } = await inCheck(p);
    await answer(yes('f1'), no('f6'));
    const { dueAt } = await requestCorrection(p.as(officer, { now: later(1) }), 'offer0');
    await expect(submitCorrection(p.as(signatories[0]!, { now: dueAt }), 'offer0')).rejects.toMatchObject({ code: 'screening.correctionLate' });
    const before = new Date(dueAt.getTime() - 1);
    await expect(rejectOverdue(p.as(officer, { now: before }), 'offer0')).rejects.toMatchObject({ code: 'screening.correctionRuns' });
    await rejectOverdue(p.as(officer, { now: dueAt }), 'offer0');
    expect((await offerRow(p)).status).toBe('formally_rejected');
    expect(await mailsOf(p, 'application.correctionMissed')).toHaveLength(1);
  });

  test('a correction is accepted one millisecond before its deadline, and only from a signatory', async () => {
    const p = await portal(engine);
    const { officer, signatories, answer } = await inCheck(p);
    const editor = await p.person({ memberships: [{ organisationId: 'org0', role: 'editor', signatory: false }] });
    await answer(yes('f1'), no('f6'));
    const { dueAt } = await requestCorrection(p.as(officer, { now: later(1) }), 'offer0');
    const before = new Date(dueAt.getTime() - 1);
    await expect(submitCorrection(p.as(editor, { now: before }), 'offer0')).rejects.toThrow('application.correct');
    await submitCorrection(p.as(signatories[0]!, { now: before }), 'offer0');
    expect((await offerRow(p)).status).toBe('formal_check');
  });

  test('the result counts only when another person confirms it', async () => {
    const p = await portal(engine);
    const { officer, second, answer } = await inCheck(p);
    await expect(proposeFormalResult(p.as(officer), 'offer0', { proposal: 'valid', reason: undefined })).rejects.toMatchObject({ code: 'screening.unanswered' });
    await answer(yes('f1'), yes('f6'));
    await expect(confirmFormalResult(p.as(second), 'offer0')).rejects.toMatchObject({ code: 'screening.notProposed' });
    await proposeFormalResult(p.as(officer), 'offer0', { proposal: 'valid', reason: undefined });
    await expect(confirmFormalResult(p.as(officer), 'offer0')).rejects.toMatchObject({ code: 'fourEyes' });
    expect((await offerRow(p)).status).toBe('formal_check');
    await confirmFormalResult(p.as(second), 'offer0');
    expect((await offerRow(p)).status).toBe('formally_valid');
    expect(await mailsOf(p, 'application.formallyValid')).toHaveLength(1);
  });

  test('a rejection needs a failed item and a reason, and the organisation reads the reason', async () => {
    const p = await portal(engine);
    const { officer, head, answer } = await inCheck(p);
    await answer(yes('f1'), yes('f6'));
    await expect(proposeFormalResult(p.as(officer), 'offer0', { proposal: 'rejected', reason: 'Po terminie' })).rejects.toMatchObject({ code: 'screening.noFailure' });
    await answer(no('f1'));
    await expect(proposeFormalResult(p.as(officer), 'offer0', { proposal: 'valid', reason: undefined })).rejects.toMatchObject({ code: 'screening.hasFailures' });
    await expect(proposeFormalResult(p.as(officer), 'offer0', { proposal: 'rejected', reason: undefined })).rejects.toMatchObject({ code: 'required', field: 'reason' });
    await proposeFormalResult(p.as(officer), 'offer0', { proposal: 'rejected', reason: 'Po terminie' });
    await confirmFormalResult(p.as(head), 'offer0');
    expect((await offerRow(p)).status).toBe('formally_rejected');
    const [mail] = await mailsOf(p, 'application.formallyRejected');
    expect(mail!.params).toMatchObject({ reason: 'Po terminie' });
  });

  test('answering the checklist again withdraws a proposal that waits for confirmation', async () => {
    const p = await portal(engine);
    const { officer, second, answer } = await inCheck(p);
    await answer(yes('f1'), yes('f6'));
    await proposeFormalResult(p.as(officer), 'offer0', { proposal: 'valid', reason: undefined });
    await answer(no('f6'));
    await expect(confirmFormalResult(p.as(second), 'offer0')).rejects.toMatchObject({ code: 'screening.notProposed' });
  });

  test('a person of the organisation cannot answer the checklist', async () => {
    const p = await portal(engine);
    const { signatories } = await inCheck(p);
    await expect(answerChecklist(p.as(signatories[0]!), 'offer0', { answers: [yes('f1')] })).rejects.toThrow('application.checkFormally');
  });
});

test('the time for a correction ends with the day in Kraków, moved on from days off', () => {
  expect(correctionDeadline(new Date('2026-03-03T11:00:00Z'), 7).toISOString()).toBe('2026-03-10T23:00:00.000Z');
  expect(correctionDeadline(new Date('2026-03-07T11:00:00Z'), 7).toISOString()).toBe('2026-03-16T23:00:00.000Z');
  expect(correctionDeadline(new Date('2026-03-30T11:00:00Z'), 7).toISOString()).toBe('2026-04-07T22:00:00.000Z');
});

test('facts beside the checklist only say what the data show', () => {
  const call = { closesAt: later(0), minGrant: 1, maxGrant: 100, maxShare: 9000, taskFrom: '2026-04-01', taskTo: '2026-12-31', eligibleForms: ['association'], offersPerOrganisation: 1 };
  const offer = { submittedAt: later(0), requested: 95, totalCost: 100, legalForm: 'foundation', offersInCall: 2, startDate: null, endDate: null, arrears: null, problems: 0 };
  const met = Object.fromEntries(factsOf({ call, offer }).map((fact) => [fact.code, fact.met]));
  expect(met).toEqual({ F1: false, F2: false, F8: false, F9: true, F11: false });
});

test('the reasons against a call for correction come in a stated order', () => {
  const item = (answer: CheckedItem['answer'], correctable = true): CheckedItem => ({ id: 'i', code: 'F6', correctable, answer, note: null });
  expect(whyNoCorrection([item('no')], true)).toBe('screening.correctionUsed');
  expect(whyNoCorrection([item('no'), item(null)], false)).toBe('screening.unanswered');
  expect(whyNoCorrection([item('no'), item('no', false)], false)).toBe('screening.notCorrectable');
  expect(whyNoCorrection([item('no')], false)).toBeNull();
});
