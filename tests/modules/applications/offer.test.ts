import { expect, test } from 'vitest';
import { reopenApplication, signOff, startApplication, submitApplication } from '~/modules/applications/commands.server';
import { withdrawApplication } from '~/modules/decisions/commands.server';
import { saveSection } from '~/modules/applications/saving.server';
import { getApplication, getLatestSubmission, listSignOffs } from '~/modules/applications/queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { attachFile, removeFile } from '~/modules/files/commands.server';
import { canonicalJson } from '~/shared/canonical-json';
import { sha256Hex } from '~/shared/sha256';
import { Forbidden } from '~/shared/errors';
import { instantAt } from '~/shared/time';
import { announced } from '../../support/call';
import { completeContent, completeOffer, writeOffer } from '../../support/offer';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { afresh, verified } from '../organisations/entries';

const deadline = instantAt('2026-03-31', '15:00');

async function joined(p: Portal, organisationId: string, role: 'editor' | 'viewer', signatory = false) {
  const person = await p.person();
  await p.db.tx(async (tx) => {
    await tx.insert(tx.t.memberships).values({ personId: person.id, organisationId, role, signatory, since: monday });
  });
  return afresh(p, person);
}

eachEngine((engine) => {
  async function scene({ signatures = 1 } = {}) {
    const p = await portal(engine);
    const { callId, officer } = await announced(p, { closesAt: deadline, input: { offersPerOrganisation: 1 } });
    const { id: organisationId, owner } = await verified(p, officer, 1, { minSignatures: String(signatures) });
    return { p, callId, officer, organisationId, owner };
  }

  test('an offer is begun, written, handed in, and its receipt proves exactly what was handed in', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id, receipt } = await completeOffer(p, { callId, organisationId, editor: owner, submit: true });
    expect(receipt?.receiptNumber).toMatch(/^OK-2026-\d{6}$/);
    const offer = await getApplication(p.db.read, id);
    expect(offer).toMatchObject({ status: 'submitted', receiptNumber: receipt?.receiptNumber, title: 'Klub rozmów po polsku', requested: 1_000_000, totalCost: 1_250_000, submittedAt: monday });
    const submission = await getLatestSubmission(p.db.read, id);
    expect(sha256Hex(submission?.snapshot ?? '')).toBe(receipt?.sha256);
    const frozen = JSON.parse(submission?.snapshot ?? '{}');
    expect(canonicalJson(frozen)).toBe(submission?.snapshot);
    const call = await getCall(p.db.read, callId);
    expect(frozen).toMatchObject({ receiptNumber: receipt?.receiptNumber, callNumber: call.number, submittedAt: monday.toISOString(), content: completeContent(call), sums: { total: 1_250_000, grant: 1_000_000 }, files: [] });
    expect(frozen.offeror.name).toBe('Fundacja Spotkanie 1');
    const events = (await p.db.read.select().from(p.db.t.events)).filter(({ subjectId }) => subjectId === id).map(({ event }) => event);
    expect(events.filter((event) => event === 'application.saved')).toHaveLength(9);
    expect(events.at(-1)).toBe('application.submitted');
  });

  test('the receipt goes by mail to those who write and sign, in their language, not to viewers', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const editor = await joined(p, organisationId, 'editor');
    await joined(p, organisationId, 'viewer');
    await completeOffer(p, { callId, organisationId, editor: owner, submit: true });
    const mails = (await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template === 'application.received');
    expect(mails.map(({ toEmail }) => toEmail).toSorted()).toEqual([editor.email, owner.email].toSorted());
  });

  test.each([[-1, true], [0, false], [1, false]])('handing in %i ms from the deadline is taken: %s', async (distance, taken) => {
    const { p, callId, organisationId, owner } = await scene();
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner });
    const at = { now: new Date(deadline.getTime() + distance) };
    if (taken) await expect(submitApplication(p.as(owner, at), id)).resolves.toBeDefined();
    else {
      await expect(submitApplication(p.as(owner, at), id)).rejects.toMatchObject({ code: 'application.late' });
      expect(await getApplication(p.db.read, id)).toMatchObject({ status: 'draft', receiptNumber: null });
      expect(await getLatestSubmission(p.db.read, id)).toBeUndefined();
    }
  });

  test('a second handing in is refused and leaves the first receipt, also when both come at once', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner });
    const answers = await Promise.allSettled([1, 2, 3].map(() => submitApplication(p.as(owner), id)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'application.alreadySubmitted' });
    expect(await p.db.read.select().from(p.db.t.submissions)).toHaveLength(1);
  });

  test('an unfinished offer is refused with every obstacle at its section', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    const refusal = await submitApplication(p.as(owner), id).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ violations: expect.arrayContaining([expect.objectContaining({ code: 'offer.contact', field: 'contact' })]) });
  });

  test('an editor writes but only a signatory hands in; another organisation and the City can do neither', async () => {
    const { p, callId, officer, organisationId, owner } = await scene();
    const editor = await joined(p, organisationId, 'editor');
    const { id, version } = await completeOffer(p, { callId, organisationId, editor });
    const other = await verified(p, officer, 2);
    for (const person of [editor, other.owner, officer]) await expect(submitApplication(p.as(person), id)).rejects.toBeInstanceOf(Forbidden);
    for (const person of [other.owner, officer, await joined(p, organisationId, 'viewer')])
      await expect(saveSection(p.as(person), id, 'other', { paid: true, information: '' }, version)).rejects.toBeInstanceOf(Forbidden);
    await expect(startApplication(p.as(other.owner), { callId, organisationId })).rejects.toBeInstanceOf(Forbidden);
    await expect(submitApplication(p.as(owner), id)).resolves.toBeDefined();
  });

  test('what the signatory did not see is not handed in', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    await saveSection(p.as(owner), id, 'other', { paid: true, information: 'Dopisane później' }, version);
    await expect(submitApplication(p.as(owner), id, { version })).rejects.toMatchObject({ code: 'changed' });
    await expect(submitApplication(p.as(owner), id, { version: version + 1 })).resolves.toBeDefined();
  });

  test('where two must sign, one signature is not enough, and a change undoes it', async () => {
    const { p, callId, organisationId, owner } = await scene({ signatures: 2 });
    const second = await joined(p, organisationId, 'editor', true);
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ code: 'application.signatures' });
    await signOff(p.as(owner), id);
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ code: 'application.signatures' });
    await signOff(p.as(second), id);
    await saveSection(p.as(owner), id, 'other', { paid: false, information: 'Poprawka' }, version);
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ code: 'application.signatures' });
    await signOff(p.as(second), id);
    await expect(submitApplication(p.as(owner), id)).resolves.toBeDefined();
  });

  test('a file that comes or goes after a signature undoes it', async () => {
    const { p, callId, organisationId, owner } = await scene({ signatures: 2 });
    const second = await joined(p, organisationId, 'editor', true);
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    const subject = { purpose: 'application_attachment' as const, subjectId: id, organisationId };
    const at = (seconds: number) => ({ now: new Date(monday.getTime() + seconds * 1000) });
    await signOff(p.as(second, at(1)), id);
    const file = await attachFile(p.as(owner, at(2)), subject, { storageKey: 'k', name: 'statut.pdf', type: 'application/pdf', size: 100, sha256: 'a'.repeat(64) });
    expect(await listSignOffs(p.db.read, id, version)).toEqual([]);
    await signOff(p.as(second, at(3)), id);
    expect(await listSignOffs(p.db.read, id, version)).toHaveLength(1);
    await removeFile(p.as(owner, at(4)), subject, file.id);
    await expect(submitApplication(p.as(owner, at(5)), id)).rejects.toMatchObject({ code: 'application.signatures' });
  });

  test('files are named in the receipt by their checksums', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner });
    await attachFile(p.as(owner), { purpose: 'application_attachment', subjectId: id, organisationId }, { storageKey: 'k', name: 'statut.pdf', type: 'application/pdf', size: 100, sha256: 'b'.repeat(64) });
    await submitApplication(p.as(owner), id);
    const { snapshot } = (await getLatestSubmission(p.db.read, id)) ?? { snapshot: '{}' };
    expect(JSON.parse(snapshot).files).toEqual([{ name: 'statut.pdf', sha256: 'b'.repeat(64) }]);
  });

  test('before the deadline an offer is taken back, corrected and handed in again; both receipts stay', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id, version, receipt } = await completeOffer(p, { callId, organisationId, editor: owner, submit: true });
    await expect(saveSection(p.as(owner), id, 'other', { paid: false, information: '' }, version)).rejects.toMatchObject({ code: 'wrongState' });
    await reopenApplication(p.as(owner), id);
    await saveSection(p.as(owner), id, 'other', { paid: false, information: 'Uzupełnione' }, version);
    const again = await submitApplication(p.as(owner, { now: new Date(deadline.getTime() - 1) }), id);
    expect(again.receiptNumber).not.toBe(receipt?.receiptNumber);
    expect(await getLatestSubmission(p.db.read, id)).toMatchObject({ receiptNumber: again.receiptNumber });
    expect(await p.db.read.select().from(p.db.t.submissions)).toHaveLength(2);
    await expect(reopenApplication(p.as(owner, { now: deadline }), id)).rejects.toMatchObject({ code: 'application.late' });
  });

  test('an offer withdrawn for good stays withdrawn and frees its place', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner, submit: true });
    await expect(startApplication(p.as(owner), { callId, organisationId })).rejects.toMatchObject({ code: 'application.limit', field: 'organisationId' });
    await withdrawApplication(p.as(owner), id);
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ code: 'application.alreadySubmitted' });
    await expect(reopenApplication(p.as(owner), id)).rejects.toMatchObject({ code: 'wrongState' });
    expect(await startApplication(p.as(owner), { callId, organisationId })).toBeDefined();
  });

  test('a draft that is there is gone on with, also when begun twice at once', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const begun = await Promise.all([1, 2, 3].map(() => startApplication(p.as(owner), { callId, organisationId })));
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
    await expect(startApplication(p.as(owner, { now: deadline }), { callId, organisationId })).resolves.toEqual(begun[0]);
  });

  test('no offer begins after the deadline, or for an organisation the call does not take', async () => {
    const { p, callId, officer, organisationId, owner } = await scene();
    await expect(startApplication(p.as(owner, { now: deadline }), { callId, organisationId })).rejects.toMatchObject({ code: 'application.callClosed' });
    const only = await announced(p, { officer, closesAt: deadline, input: { eligibleForms: ['association'] } });
    await expect(startApplication(p.as(owner), { callId: only.callId, organisationId })).rejects.toMatchObject({ code: 'application.legalForm' });
  });

  test('an organisation that lost its verification keeps its draft but cannot hand it in', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner });
    await p.db.tx(async (tx) => {
      await tx.update(tx.t.organisations).set({ status: 'suspended' });
    });
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ code: 'application.notVerified' });
    await expect(writeOffer(p, owner, id, completeContent(await getCall(p.db.read, callId)))).resolves.toBeGreaterThan(1);
  });
});
