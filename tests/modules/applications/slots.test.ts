import { eq } from 'drizzle-orm';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { ActionFunction } from '@remix-run/node';
import type { Person } from '~/access/actor';
import { beginSession } from '~/access/session.server';
import { startApplication, submitApplication } from '~/modules/applications/commands.server';
import { askQuestion, requestCorrection } from '~/modules/applications/correction.server';
import { invitePartner } from '~/modules/applications/partners.server';
import { printOffer } from '~/modules/applications/print/official-form.server';
import { printable } from '~/modules/applications/print/printable.server';
import { getApplication } from '~/modules/applications/queries.server';
import { problemsOfOffer } from '~/modules/applications/rules';
import { mayNeedNone, slotsFor, stateOfSlot } from '~/modules/applications/rules-of-slots';
import { saveSection } from '~/modules/applications/saving.server';
import { answerChecklist, submitCorrection } from '~/modules/applications/screening.server';
import { formalDesk } from '~/modules/applications/screening-desk.server';
import { slotsOf } from '~/modules/applications/slots.server';
import { problemsIn } from '~/modules/applications/typed-saving.server';
import { attachmentConditions, type RequiredAttachment } from '~/modules/calls/content';
import { getCall } from '~/modules/calls/queries.server';
import { attachmentsInWords } from '~/modules/calls/rules-attachments';
import { listFiles } from '~/modules/files/queries.server';
import { translator } from '~/i18n/translate';
import * as applicationPage from '~/routes/applicant/application';
import * as checkPage from '~/routes/applicant/application-check';
import * as sectionPage from '~/routes/applicant/application-section';
import * as officePage from '~/routes/office/application';
import { announced } from '../../support/call';
import { completeContent, writeOffer } from '../../support/offer';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { pdf } from '../../support/sample-files';
import { put, wanted, wants } from '../../support/slots';
import { uploadsOf } from '../../support/uploads';
import { visitorOf } from '../../support/visit';
import { verified } from '../organisations/entries';
import { contest, goodOffer, later } from '../screening/contest';

const visit = visitorOf({ 'applications/:id': applicationPage, 'applications/:id/check': checkPage, 'applications/:id/section/:section': sectionPage, 'office/applications/:id': officePage });
const nobody = { outsideKrs: false, joint: false };
const slots = (list: RequiredAttachment[], facts = nobody, there: string[] = []) => slotsFor(attachmentsInWords(list, 'pl'), facts, there.map((slot) => ({ id: slot, name: `${slot}.pdf`, slot })));

test('each condition asks exactly those offers it names', () => {
  const list = attachmentConditions.map((when) => wanted(when, when));
  const needs = (facts: typeof nobody) => slots(list, facts).map(({ need }) => need);
  expect(needs(nobody)).toEqual(['wanted', 'notWanted', 'notWanted', 'ifApplies', 'free']);
  expect(needs({ outsideKrs: true, joint: false })).toEqual(['wanted', 'wanted', 'notWanted', 'ifApplies', 'free']);
  expect(needs({ outsideKrs: false, joint: true })).toEqual(['wanted', 'notWanted', 'wanted', 'ifApplies', 'free']);
  expect(mayNeedNone(slots([wanted('a'), wanted('b', 'optional')]))).toBe(false);
  expect(mayNeedNone(slots([wanted('a', 'representative'), wanted('b', 'optional'), wanted('c', 'joint')]))).toBe(true);
});

test('an attachment is there with a file, or against its condition with a reason; a reason never replaces what everybody attaches', () => {
  const said = { attachments: { none: false, reasons: ['always', 'representative'].map((id) => ({ id, name: id, reason: 'Podpisuje zarząd.' })) } };
  const list = slots([wanted('always'), wanted('representative', 'representative'), wanted('optional', 'optional'), wanted('joint', 'joint'), wanted('b')], nobody, ['b']);
  expect(list.map((slot) => stateOfSlot(slot, said))).toEqual(['missing', 'notApplies', 'free', 'notWanted', 'there']);
  expect(list.map((slot) => stateOfSlot(slot, {}))).toEqual(['missing', 'missing', 'free', 'notWanted', 'there']);
});

test('who asks for the problems of an offer without looking for its files hears that they are missing', () => {
  const call = { form: 'support' as const, minGrant: 500_000, maxGrant: 5_000_000, maxShare: 9000, adminCap: 1500, taskFrom: '2026-05-01', taskTo: '2026-12-15' };
  const content = completeContent(call);
  expect(problemsOfOffer(content, call)).toEqual([]);
  expect(problemsOfOffer(content, { ...call, requiredAttachments: [] })).toEqual([]);
  expect(problemsOfOffer(content, { ...call, requiredAttachments: [wanted('a')] })).toEqual([{ section: 'attachments', code: 'offer.slotMissing', params: { name: 'Dokument a' }, slot: 'a' }]);
  expect(problemsOfOffer({ ...content, attachments: { none: false } }, call, {}, ['attachments'], slots([wanted('a')], nobody, ['a']))).toEqual([]);
  expect(problemsOfOffer({ ...content, attachments: { none: false } }, call, {}, ['attachments'], slots([wanted('a', 'optional')]))).toMatchObject([{ code: 'offer.attachments' }]);
});

/** A complete draft in a call that asks for these attachments. */
async function draft(p: Portal, list: RequiredAttachment[]) {
  const { callId, officer } = await announced(p);
  await wants(p, callId, list);
  const { id: organisationId, owner } = await verified(p, officer);
  const { id } = await startApplication(p.as(owner), { callId, organisationId });
  await writeOffer(p, owner, id, completeContent(await getCall(p.db.read, callId)));
  return { id, callId, organisationId, owner, officer, at: `/pl/applications/${id}/section/attachments` };
}

/** A file sent with the form of the page, as a browser without scripts sends it. */
async function sent(p: Portal, person: Person, path: string, id: string, slot: string, bytes = pdf()) {
  const origin = 'http://portal.test';
  const body = new FormData();
  for (const [name, value] of Object.entries({ intent: 'attach', _form: `attach-${slot}`, slot })) body.append(name, value);
  body.append('file', new File([new Uint8Array(bytes)], 'statut.pdf', { type: 'application/pdf' }));
  const headers = { cookie: (await beginSession(p.db, origin, person.id)).split(';')[0] ?? '' };
  const request = new Request(`${origin}${path}`, { method: 'POST', headers, body });
  const run = sectionPage.action as unknown as ActionFunction;
  return (await Promise.resolve(run({ request, params: { lang: 'pl', id, section: 'attachments' }, context: uploadsOf(p).load() })).catch((error: unknown) => error)) as Response;
}

async function printedWords(p: Portal, id: string) {
  const doc = await getDocument({ data: new Uint8Array(await printOffer(await printable(p.db.read, await getApplication(p.db.read, id), { now: monday, origin: 'http://portal.test' }))), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: doc.numPages }, async (_, i) => (await (await doc.getPage(i + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
  return pages.join(' ').replace(/\s+/g, ' ');
}

eachEngine((engine) => {
  test('each missing attachment is named with the way to its place; a file sent there without scripts completes the offer', async () => {
    const p = await portal(engine);
    const { id, owner, officer, at } = await draft(p, [wanted('a1'), wanted('a2', 'always', { name: { pl: 'Regulamin', en: 'Rules' } })]);
    const check = (await visit(p, `/en/applications/${id}/check`, { person: owner })).html;
    for (const slot of ['a1">Attach: Dokument a1</a>', 'a2">Attach: Rules</a>']) expect(check).toContain(`/en/applications/${id}/section/attachments#slot-${slot}`);
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ violations: [{ code: 'offer.slotMissing', field: 'attachments' }, { code: 'offer.slotMissing' }] });
    const page = (await visit(p, at, { person: owner })).html;
    expect(page).toContain('id="slot-a1"');
    expect(page).toContain(`data-subject="${id}.a2"`);
    expect(page.match(/>brakuje</g)).toHaveLength(2);
    expect(page).not.toContain('name="none"');
    for (const slot of ['a1', 'a2']) {
      const answer = await sent(p, owner, at, id, slot);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${at}#slot-${slot}`]);
    }
    await put(p, owner, id, undefined, { name: 'poparcie.pdf' });
    const after = (await visit(p, at, { person: owner })).html;
    expect(after.match(/>dołączony</g)).toHaveLength(2);
    expect(after.indexOf('poparcie.pdf')).toBeGreaterThan(after.indexOf('Inne załączniki'));
    expect((await visit(p, `/pl/applications/${id}/check`, { person: owner })).html).toContain('Oferta jest kompletna');
    const { receiptNumber } = await submitApplication(p.as(owner), id);
    const [submission] = await p.db.read.select().from(p.db.t.submissions);
    expect(receiptNumber).toBe(submission?.receiptNumber);
    expect(JSON.parse(submission?.snapshot ?? '')).toMatchObject({ files: [{ name: 'statut.pdf', attachment: 'Dokument a1' }, { name: 'statut.pdf', attachment: 'Regulamin' }, { name: 'poparcie.pdf' }] });
    const words = await printedWords(p, id);
    for (const line of ['1. Dokument a1: statut.pdf (SHA-256', '2. Regulamin: statut.pdf (SHA-256', '3. poparcie.pdf (SHA-256']) expect(words).toContain(line);
    const office = (await visit(p, `/en/office/applications/${id}`, { person: officer })).html;
    expect(office).toMatch(/<h3 lang="pl">Regulamin<\/h3>.*attached.*statut\.pdf/);
    expect(office).toContain('Other attachments');
  });

  test('the mark of needing nothing cannot be set while an attachment must be there, whoever sends it', async () => {
    const p = await portal(engine);
    const { id, callId, owner } = await draft(p, [wanted('a1')]);
    expect((await getApplication(p.db.read, id)).content.attachments).toEqual({ none: false });
    await wants(p, callId, [wanted('a1', 'optional')]);
    const { version } = await getApplication(p.db.read, id);
    await saveSection(p.as(owner), id, 'attachments', { none: true }, version);
    expect((await getApplication(p.db.read, id)).content.attachments).toEqual({ none: true });
    expect((await visit(p, `/pl/applications/${id}/section/attachments`, { person: owner })).html).toContain('name="none"');
    await wants(p, callId, [wanted('a1')]);
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ violations: [{ code: 'offer.slotMissing' }] });
  });

  test('whoever has no representative says why the attachment does not apply; the reason is kept, frozen, printed and read by the City', async () => {
    const p = await portal(engine);
    const { id, owner, officer, at } = await draft(p, [wanted('a1', 'representative', { name: { pl: 'Pełnomocnictwo', uk: 'Довіреність' } }), wanted('a2', 'optional')]);
    expect(await problemsIn(p.db.read, await getApplication(p.db.read, id), 'attachments', 'uk')).toEqual(['Додайте: Довіреність, або напишіть, чому це не стосується']);
    const { version } = await getApplication(p.db.read, id);
    const form = { intent: 'attachments', version, none: 'yes', 'reasons[0].id': 'a1', 'reasons[0].reason': 'Podpisuje zarząd.', 'reasons[1].id': 'a2', 'reasons[1].reason': 'Nie chcemy.', 'reasons[2].id': 'obcy', 'reasons[2].reason': 'Nie ma go.' };
    expect((await visit(p, at, { person: owner, form })).status).toBe(303);
    expect((await getApplication(p.db.read, id)).content.attachments).toEqual({ none: true, reasons: [{ id: 'a1', name: 'Pełnomocnictwo', reason: 'Podpisuje zarząd.' }] });
    const page = (await visit(p, at, { person: owner })).html;
    for (const words of ['>nie dotyczy<', 'Podpisuje zarząd.</textarea>', 'href="#reasons"']) expect(page).toContain(words);
    await submitApplication(p.as(owner), id);
    expect(await printedWords(p, id)).toContain('1. Pełnomocnictwo: nie dotyczy – Podpisuje zarząd.');
    const office = (await visit(p, `/pl/office/applications/${id}`, { person: officer })).html;
    expect(office).toMatch(/Pełnomocnictwo<\/h3>.*nie dotyczy.*gdy działa pełnomocnik \(jeśli dotyczy\).*Podpisuje zarząd\./);
  });

  test('an extract is asked of whoever is outside the KRS, alone or beside others, and a paper of a joint offer only then', async () => {
    const p = await portal(engine);
    const { id, organisationId, owner, officer, callId } = await draft(p, [wanted('a1', 'outsideKrs'), wanted('a2', 'joint')]);
    const needs = async () => (await slotsOf(p.db.read, { id, organisationId }, (await getCall(p.db.read, callId)).requiredAttachments)).map(({ need }) => need);
    expect(await needs()).toEqual(['notWanted', 'notWanted']);
    expect((await visit(p, `/pl/applications/${id}/section/attachments`, { person: owner })).html).not.toContain(`data-subject="${id}.a1"`);
    const inKrs = await verified(p, officer, 2);
    await invitePartner(p.as(owner), id, { organisationId: inKrs.id, share: 100_000, tasks: 'Sala.' });
    expect(await needs()).toEqual(['notWanted', 'wanted']);
    const outside = await verified(p, officer, 3);
    await p.db.tx(async (tx) => void (await tx.update(tx.t.organisations).set({ krs: null, registerNumber: '17' }).where(eq(tx.t.organisations.id, outside.id))));
    await invitePartner(p.as(owner), id, { organisationId: outside.id, share: 100_000, tasks: 'Zajęcia.' });
    expect(await needs()).toEqual(['wanted', 'wanted']);
  });

  test('a file goes only to an attachment this call asks for, by people of this offer, and leaves with it', async () => {
    const p = await portal(engine);
    const { id, callId, owner, at } = await draft(p, [wanted('a1')]);
    const uploads = uploadsOf(p);
    const stranger = await p.person();
    expect((await uploads.announce(stranger, { name: 'x.pdf', size: 400, subjectId: `${id}.a1` })).status).toBe(403);
    expect((await uploads.announce(owner, { name: 'x.pdf', size: 400, subjectId: `${id}.nie-ma` })).status).toBe(403);
    expect((await sent(p, owner, at, id, 'nie-ma')).status).toBe(404);
    const { url } = await uploads.announce(owner, { name: 'statut.pdf', size: 400, subjectId: `${id}.a1` });
    expect((await uploads.put(owner, url, { bytes: pdf(400), name: 'statut.pdf' })).status).toBe(200);
    const [file] = await listFiles(p.db.read, 'application_attachment', id);
    expect(file).toMatchObject({ name: 'statut.pdf', slot: 'a1' });
    // The call asks for something else now: the file stays with the offer, among the others.
    await wants(p, callId, [wanted('a2')]);
    const page = (await visit(p, at, { person: owner })).html;
    expect(page.indexOf('statut.pdf')).toBeGreaterThan(page.indexOf('Inne załączniki'));
    expect(page).toContain('brakuje');
    expect((await visit(p, at, { person: owner, form: { intent: 'removeFile', removeFile: file?.id } })).status).toBe(303);
    expect(await listFiles(p.db.read, 'application_attachment', id)).toEqual([]);
  });

  test('a refused file is told at its own place', async () => {
    const p = await portal(engine);
    const { id, owner, at } = await draft(p, [wanted('a1'), wanted('a2')]);
    const answer = await sent(p, owner, at, id, 'a2', Buffer.from('zwykły tekst'));
    expect(answer.status).toBe(422);
    expect(JSON.parse(await answer.text())).toMatchObject({ formId: 'attach-a2', errors: [{ path: 'file' }] });
    expect(await listFiles(p.db.read, 'application_attachment', id)).toEqual([]);
  });

  test('in a correction the places for attachments open only when attachments are questioned, and the City sees what is still missing', async () => {
    const p = await portal(engine);
    const { officer, signatories } = await contest(p, { status: 'screening', offers: ['formal_check', 'formal_check'] });
    const [first, second] = signatories as [Person, Person];
    await wants(p, 'call', [wanted('a1')]);
    const city = (days = 1) => p.as(officer, { now: later(days) });
    const desk = await formalDesk(city(), await getApplication(p.db.read, 'offer0'), translator('pl'), 'pl');
    expect(desk.items.find(({ id }) => id === 'f6')?.fact).toEqual({ met: false, text: 'Brakuje: Dokument a1.' });
    for (const [offer, field] of [['offer0', 'attachments/files'], ['offer1', 'profile/experience']] as const) {
      await answerChecklist(city(), offer, { answers: [{ checklistId: 'f1', answer: 'yes', note: undefined }, { checklistId: 'f6', answer: 'no', note: undefined }] });
      await askQuestion(city(), offer, { field, code: 'attachment', words: 'Dołącz dokument' });
      await requestCorrection(city(), offer);
    }
    const now = later(2);
    const open = (await visit(p, '/pl/applications/offer0/section/attachments', { person: first, now })).html;
    for (const words of ['data-subject="offer0.a1"', 'Dołącz dokument', 'name="replies.q']) expect(open).toContain(words);
    const shut = (await visit(p, '/pl/applications/offer1/section/attachments', { person: second, now })).html;
    expect(shut).not.toContain('data-subject');
    expect(shut).toMatch(/Dokument a1<\/h3>.*brakuje/);
    expect((await sent(p, second, '/pl/applications/offer1/section/attachments', 'offer1', 'a1')).status).toBe(409);
    await expect(submitCorrection(p.as(first, { now }), 'offer0')).rejects.toThrow('offer.slotMissing');
    await put(p, first, 'offer0', 'a1', { now });
    await submitCorrection(p.as(first, { now }), 'offer0');
    const compared = (await visit(p, '/pl/office/applications/offer0', { person: officer, now })).html;
    expect(compared).toContain('Dokument a1: a1.pdf');
    const [submission] = await p.db.read.select().from(p.db.t.submissions);
    expect(JSON.parse(submission?.snapshot ?? '')).toMatchObject({ kind: 'correction', files: [{ name: 'a1.pdf', attachment: 'Dokument a1' }], content: { task: { title: goodOffer.task?.title } } });
  });

  test('two people who write why two attachments do not apply lose nothing', async () => {
    const p = await portal(engine);
    const { id, owner } = await draft(p, [wanted('a1', 'representative'), wanted('a2', 'representative')]);
    const { version } = await getApplication(p.db.read, id);
    const said = (key: string) => ({ none: true, reasons: [{ id: key, name: '', reason: `Nie dotyczy ${key}.` }] });
    await saveSection(p.as(owner), id, 'attachments', said('a1'), version);
    await saveSection(p.as(owner), id, 'attachments', said('a2'), version);
    expect((await getApplication(p.db.read, id)).content.attachments?.reasons?.map(({ id: key }) => key)).toEqual(['a1', 'a2']);
  });
});
