import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { translator } from '~/i18n/translate';
import { startApplication } from '~/modules/applications/commands.server';
import { saveRequiredAttachments } from '~/modules/calls/attachments.server';
import { draftCall, sendCallToReview } from '~/modules/calls/commands.server';
import { changesInWords } from '~/modules/calls/facts-life';
import { AttachmentsForm } from '~/modules/calls/forms-attachments';
import { CorrigendumForm } from '~/modules/calls/forms-life';
import { listVersions } from '~/modules/calls/life-queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { copyCall } from '~/modules/calls/reuse.server';
import { publicationPlaces } from '~/modules/calls/rules';
import { attachmentLine, attachmentOfLine } from '~/modules/calls/rules-attachments';
import { approveCorrigendum, proposeCorrigendum, recordRepublication } from '~/modules/calls/versions.server';
import { putCorrigendumInForce } from '~/modules/decisions/endings.server';
import * as checkPage from '~/routes/applicant/application-check';
import * as applicationPage from '~/routes/applicant/application';
import * as callAttachments from '~/routes/office/call-attachments';
import * as callCorrigendum from '~/routes/office/call-corrigendum';
import * as officeCall from '~/routes/office/call';
import * as callLife from '~/routes/office/call-life';
import * as callPreview from '~/routes/office/call-preview';
import * as publicCall from '~/routes/public/call';
import { announced, callInput } from '../../support/call';
import { completeContent, completeOffer, writeOffer } from '../../support/offer';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { wanted, wants } from '../../support/slots';
import { visitorOf } from '../../support/visit';
import { verified } from '../organisations/entries';

const visit = visitorOf({
  'office/calls/:id': officeCall, 'office/calls/:id/attachments': callAttachments, 'office/calls/:id/preview': callPreview, 'office/calls/:id/corrigendum': callCorrigendum,
  'office/calls/:id/life': callLife, 'calls/:slug': publicCall, 'applications/:id': applicationPage, 'applications/:id/check': checkPage,
});
const form = (requiredAttachments: unknown[]) => AttachmentsForm.parse({ requiredAttachments });
const row = (pl: string, more: Record<string, unknown> = {}) => ({ name: { pl }, when: 'always', ...more });
const statute = wanted('a1', 'outsideKrs', { name: { pl: 'Odpis z ewidencji', en: 'Extract from the register' }, help: { pl: 'Nie starszy niż 3 miesiące.' } });

test('a line of the record of changes gives back the attachment it was made of, whatever the order of its fields', () => {
  expect(attachmentOfLine(attachmentLine(statute))).toEqual(statute);
  const { when, help, name, key } = statute;
  expect(attachmentLine({ when, help, name, key })).toBe(attachmentLine(statute));
});

test('rows left empty or ticked to be taken out are not in the list, and a condition nobody offered is refused', () => {
  expect(form([row('Statut', { key: 'a1', help: { en: 'Signed' } }), row(''), row('Stary', { key: 'a2', remove: 'yes' })])).toEqual({ requiredAttachments: [{ key: 'a1', name: { pl: 'Statut' }, help: { en: 'Signed' }, when: 'always' }] });
  expect(AttachmentsForm.safeParse({ requiredAttachments: [row('Statut', { when: 'never' })] }).success).toBe(false);
  expect(AttachmentsForm.safeParse({ requiredAttachments: Array.from({ length: 16 }, () => row('Statut')) }).success).toBe(false);
});

/** The announcement of this call as the form of a corrigendum sends it. */
async function corrected(p: Portal, callId: string, requiredAttachments?: unknown[]) {
  const call = await getCall(p.db.read, callId);
  const { title, rules, conditions, taskFrom, taskTo, procedure, previousTasks, committeeRecruitment } = call;
  return CorrigendumForm.parse({
    reason: 'Zapomnieliśmy o dokumencie.', title, rules, conditions, taskFrom, taskTo, procedure, previousTasks, committeeRecruitment, budget: '200000', minGrant: '5000', maxGrant: '50000',
    closesOn: '2026-04-10', closesTime: '15:00', decisionBy: '2026-05-15', maxShare: '90', adminCap: '15', ...(requiredAttachments ? { requiredAttachments } : {}),
  });
}

/** A corrigendum proposed, approved, published and put into force. */
async function correct(p: Portal, { callId, officer, head }: Awaited<ReturnType<typeof announced>>, requiredAttachments: unknown[]) {
  const id = await proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, requiredAttachments));
  await approveCorrigendum(p.as(head), id);
  for (const place of publicationPlaces) await recordRepublication(p.as(officer), { version: id, place, publishedOn: '2026-03-02', reference: 'sprostowanie' });
  await putCorrigendumInForce(p.as(officer), id);
}

eachEngine((engine) => {
  test('an officer lists attachments in a draft; each keeps its key whatever becomes of it, and a new one gets its own', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id } = await draftCall(p.as(officer), callInput());
    await saveRequiredAttachments(p.as(officer), id, form([row('Statut'), row('Regulamin', { when: 'optional' })]));
    const [first, second] = (await getCall(p.db.read, id)).requiredAttachments;
    await saveRequiredAttachments(p.as(officer), id, form([row('Regulamin klubu', { key: second?.key, when: 'optional' }), row('Nowy', { key: 'obcy' }), row('Drugi raz', { key: second?.key })]));
    const after = (await getCall(p.db.read, id)).requiredAttachments;
    expect(after.map(({ name }) => name.pl)).toEqual(['Regulamin klubu', 'Nowy', 'Drugi raz']);
    expect(after[0]?.key).toBe(second?.key);
    expect(new Set([first?.key, 'obcy', ...after.map(({ key }) => key)]).size).toBe(5);
    const { callId } = await announced(p);
    await expect(saveRequiredAttachments(p.as(officer), callId, form([row('Statut')]))).rejects.toMatchObject({ code: 'wrongState' });
    await expect(saveRequiredAttachments(p.as(await p.person()), id, form([]))).rejects.toThrow('call.edit');
  });

  test('an attachment without a Polish name stops the call from going to approval, and the way leads to it', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id } = await draftCall(p.as(officer), callInput());
    const sent = { intent: 'save', 'requiredAttachments[0].name.pl': '', 'requiredAttachments[0].name.en': 'Statute', 'requiredAttachments[0].when': 'always', 'requiredAttachments[1].name.pl': '', 'requiredAttachments[1].when': 'always' };
    expect((await visit(p, `/pl/office/calls/${id}/attachments`, { person: officer, form: sent })).status).toBe(303);
    await expect(sendCallToReview(p.as(officer), id)).rejects.toMatchObject({ violations: [{ code: 'call.attachmentName', field: 'requiredAttachments' }] });
    const desk = (await visit(p, `/pl/office/calls/${id}`, { person: officer })).html;
    expect(desk).toContain(`/pl/office/calls/${id}/attachments#f-requiredAttachments`);
    expect((await visit(p, `/pl/office/calls/${id}/attachments`, { person: officer })).html).toContain('value="Statute"');
    await saveRequiredAttachments(p.as(officer), id, form([row('Statut')]));
    await sendCallToReview(p.as(officer), id);
  });

  test('a call begun from an earlier one asks for the same attachments', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    await wants(p, callId, [statute]);
    const { id } = await copyCall(p.as(officer), callId);
    expect((await getCall(p.db.read, id)).requiredAttachments).toEqual([statute]);
  });

  test('everybody reads what to attach, in their language or in Polish, and the paper announcement lists it in Polish', async () => {
    const p = await portal(engine);
    const { callId, slug, officer } = await announced(p);
    expect((await visit(p, `/pl/calls/${slug}`)).html).not.toContain('Załączniki do oferty');
    await wants(p, callId, [statute, wanted('a2', 'representative')]);
    const english = (await visit(p, `/en/calls/${slug}`)).html;
    for (const words of ['Attachments to the offer', '<span lang="en">Extract from the register</span>', 'Only where the offeror is not in the National Court Register (KRS).', '<span lang="pl">Nie starszy niż 3 miesiące.</span>', '<span lang="pl">Dokument a2</span>', '<span lang="pl">Odpis z ewidencji</span> – an offeror outside the KRS']) expect(english).toContain(words);
    const preview = (await visit(p, `/de/office/calls/${callId}/preview`, { person: officer })).html;
    for (const words of ['Odpis z ewidencji', 'Nur wenn der Antragsteller nicht', 'Trifft nicht zu? Schreiben Sie, warum.']) expect(preview).toContain(words);
  });

  test('a corrigendum that adds an obligatory attachment makes a complete draft incomplete and tells its holders', async () => {
    const p = await portal(engine);
    const call = await announced(p);
    const { callId, slug, officer } = call;
    const { id: organisationId, owner } = await verified(p, officer);
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    await writeOffer(p, owner, id, completeContent(await getCall(p.db.read, callId)));
    expect((await visit(p, `/pl/applications/${id}/check`, { person: owner })).html).toContain('Oferta jest kompletna');
    await correct(p, call, [row('Regulamin klubu', { help: { pl: 'Może być projekt.' } })]);
    const html = (await visit(p, `/pl/applications/${id}/check`, { person: owner })).html;
    const key = (await getCall(p.db.read, callId)).requiredAttachments[0]?.key ?? '';
    expect(html).toContain(`<a href="/pl/applications/${id}/section/attachments#slot-${key}">Dołącz: Regulamin klubu</a>`);
    expect(html).not.toContain('Oferta jest kompletna');
    const told = await p.db.read.select().from(p.db.t.outbox).where(eq(p.db.t.outbox.template, 'call.corrected'));
    expect(told.map(({ toEmail }) => toEmail)).toEqual([owner.email]);
    expect((await visit(p, `/en/applications/${id}`, { person: owner })).html).toContain('<li>Attachments to the offer</li>');
    expect((await visit(p, `/pl/calls/${slug}`)).html).toContain('Regulamin klubu (każdy oferent): Może być projekt.');
    const [version] = changesInWords(await listVersions(p.db.read, callId, ['in_force']), translator('pl'));
    expect(version?.changes.find(({ field }) => field === 'requiredAttachments')).toMatchObject({ label: 'Załączniki do oferty', before: '', after: 'Regulamin klubu (każdy oferent): Może być projekt.' });
  });

  test('a corrigendum says nothing of attachments it leaves as they are, keeps their keys, and needs their names', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    await wants(p, callId, [statute]);
    const same = { ...row('Odpis z ewidencji', { key: 'a1', when: 'outsideKrs', help: { pl: 'Nie starszy niż 3 miesiące.' } }), name: { en: 'Extract from the register', pl: 'Odpis z ewidencji' } };
    const fieldsOf = async (list?: unknown[]) => {
      const id = await proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, list));
      const [version] = await listVersions(p.db.read, callId, ['proposed']);
      await p.db.tx(async (tx) => void (await tx.delete(tx.t.callVersions).where(eq(tx.t.callVersions.id, id))));
      return version?.changes.filter(({ field }) => field === 'requiredAttachments') ?? [];
    };
    expect(await fieldsOf()).toEqual([]);
    expect(await fieldsOf([same])).toEqual([]);
    expect(await fieldsOf([])).toMatchObject([{ before: [attachmentLine(statute)], after: [] }]);
    expect((await fieldsOf([{ ...same, when: 'always' }]))[0]?.after).toEqual([attachmentLine({ ...statute, when: 'always' })]);
    await expect(proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, [{ ...same, name: { en: 'Extract' } }]))).rejects.toMatchObject({ violations: [{ code: 'call.attachmentName' }] });
    expect((await visit(p, `/pl/office/calls/${callId}/corrigendum`, { person: officer })).html).toContain('value="Odpis z ewidencji"');
  });

  test('an empty list changes nothing: the offer is written, checked and handed in as before', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer);
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner, submit: true, now: monday });
    const [submission] = await p.db.read.select().from(p.db.t.submissions).where(eq(p.db.t.submissions.applicationId, id));
    expect(JSON.parse(submission?.snapshot ?? '{}')).toMatchObject({ files: [], content: { attachments: { none: true } } });
    expect((JSON.parse(submission?.snapshot ?? '{}') as { content: { attachments: object } }).content.attachments).toEqual({ none: true });
  });
});
