import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startApplication, submitApplication } from '~/modules/applications/commands.server';
import { saveSection } from '~/modules/applications/saving.server';
import { getApplication } from '~/modules/applications/queries.server';
import { problemsOfOffer } from '~/modules/applications/rules';
import { draftCall } from '~/modules/calls/commands.server';
import type { ExtraQuestion } from '~/modules/calls/content';
import { saveExtraQuestions } from '~/modules/calls/extra.server';
import { ExtraForm } from '~/modules/calls/forms-extra';
import { getCall } from '~/modules/calls/queries.server';
import { questionsAsked, questionsToAnswer, tableRows, tableText } from '~/modules/calls/rules-extra';
import { chooseLanguage } from '~/modules/applications/words.server';
import * as section from '~/routes/applicant/application-section';
import * as applicationPage from '~/routes/applicant/application';
import * as checkPage from '~/routes/applicant/application-check';
import * as versionsPage from '~/routes/applicant/application-versions';
import * as callExtra from '~/routes/office/call-extra';
import * as callPreview from '~/routes/office/call-preview';
import { announced, callInput } from '../../support/call';
import { completeContent, writeOffer } from '../../support/offer';
import { eachEngine, monday, portal } from '../../support/portal';
import { visitorOf } from '../../support/visit';
import { verified } from '../organisations/entries';

const question = (key: string, more: Partial<ExtraQuestion> = {}): ExtraQuestion => ({ key, kind: 'text', label: { pl: `Pytanie ${key}` }, help: {}, required: true, options: [], ...more });
const children = question('q1', { kind: 'choice', label: { pl: 'Czy będą dzieci?', en: 'Will there be children?' }, options: [{ pl: 'tak', en: 'yes' }, { pl: 'nie', en: 'no' }] });
const age = question('q2', { kind: 'number', label: { pl: 'Ile dzieci?' }, onlyIf: { key: 'q1', answer: 'tak' } });

test('a conditional question is asked only after its answer', () => {
  expect(questionsAsked([children, age], [{ id: 'q1', answer: 'nie' }]).map(({ key }) => key)).toEqual(['q1']);
  expect(questionsToAnswer([children, age], []).map(({ key }) => key)).toEqual(['q1']);
  expect(questionsToAnswer([children, age], [{ id: 'q1', answer: 'tak' }]).map(({ key }) => key)).toEqual(['q2']);
});

test('what hangs on a question that is not asked any more is not asked either', () => {
  const school = question('q3', { onlyIf: { key: 'q2', answer: '5' } });
  const said = (first: string) => [{ id: 'q1', answer: first }, { id: 'q2', answer: '5' }];
  expect(questionsAsked([children, age, school], said('tak')).map(({ key }) => key)).toEqual(['q1', 'q2', 'q3']);
  expect(questionsAsked([children, age, school], said('nie')).map(({ key }) => key)).toEqual(['q1']);
});

test('a table keeps its cells in order, without what is empty at the end', () => {
  const kept = tableText([['Klub', '12', ''], ['', '', ''], ['Sala\tduża\n', '', 'x']]);
  expect(kept).toBe('Klub\t12\nSala duża\t\tx');
  expect(tableRows(kept)).toEqual([['Klub', '12'], ['Sala duża', '', 'x']]);
  const table = question('q1', { kind: 'table', options: [{ pl: 'A' }, { pl: 'B' }], rows: 1 });
  const left = (answer: string) => questionsToAnswer([table], [{ id: 'q1', answer }]).length;
  expect([left('Klub\t12'), left(''), left('a\tb\tc'), left('a\nb')]).toEqual([0, 1, 1, 1]);
});

test.each<[ExtraQuestion['kind'], string, string]>([
  ['text', 'Klub', 'x'.repeat(251)], ['choice', 'tak', 'może'], ['number', '12,5', 'dwanaście'], ['money', '1 250,50', 'dużo'], ['date', '2026-05-01', '1 maja'],
])('a %s takes %s and not something else', (kind, good, bad) => {
  const one = question('q1', { kind, options: children.options });
  const left = (answer: string) => questionsToAnswer([one], [{ id: 'q1', answer }]).length;
  expect([left(good), left(bad), left('')]).toEqual([0, 1, 1]);
  expect(questionsToAnswer([{ ...one, required: false }], [])).toEqual([]);
});

const row = (pl: string, more: Record<string, unknown> = {}) => ({ label: { pl }, kind: 'text', required: 'yes', ...more });

eachEngine((engine) => {
  test('an officer adds questions to a draft, with choices in order and conditions on earlier ones', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id } = await draftCall(p.as(officer), callInput());
    const form = (questions: unknown[]) => ExtraForm.parse({ questions });
    const choice = row('Czy będą dzieci?', { kind: 'choice', options: { pl: 'tak\nnie', en: 'yes\nno' } });
    await expect(saveExtraQuestions(p.as(officer), id, form([row('Czy?', { kind: 'choice', options: { pl: 'tak' } })]))).rejects.toMatchObject({ code: 'call.options' });
    await expect(saveExtraQuestions(p.as(officer), id, form([row('Ile?', { onlyIfQuestion: '1', onlyIfAnswer: 'tak' })]))).rejects.toMatchObject({ code: 'call.condition' });
    await expect(saveExtraQuestions(p.as(officer), id, form([row('Kto?', { kind: 'table' })]))).rejects.toMatchObject({ code: 'call.columns' });
    await expect(saveExtraQuestions(p.as(officer), id, form([row('Kto?', { kind: 'table', options: { pl: 'a\nb\nc\nd\ne\nf\ng' } })]))).rejects.toMatchObject({ code: 'call.columns' });
    await saveExtraQuestions(p.as(officer), id, form([row('Kto?', { kind: 'table', options: { pl: 'Imię\nRola' }, rows: '3' })]));
    expect((await getCall(p.db.read, id)).extraQuestions).toMatchObject([{ kind: 'table', rows: 3, options: [{ pl: 'Imię' }, { pl: 'Rola' }] }]);
    await saveExtraQuestions(p.as(officer), id, form([choice, row('Ile?', { kind: 'number', onlyIfQuestion: '1', onlyIfAnswer: 'tak' }), { label: { pl: '' }, kind: 'text' }]));
    expect((await getCall(p.db.read, id)).extraQuestions).toMatchObject([
      { key: 'q1', options: [{ pl: 'tak', en: 'yes' }, { pl: 'nie', en: 'no' }] }, { key: 'q2', onlyIf: { key: 'q1', answer: 'tak' } },
    ]);
    const { callId } = await announced(p);
    await expect(saveExtraQuestions(p.as(officer), callId, form([choice]))).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('an applicant answers them in the offer, each kept with the words in which it was asked', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    await p.db.tx(async (tx) => { await tx.update(tx.t.calls).set({ extraQuestions: [children, age, question('q3', { kind: 'date', required: false })] }).where(eq(tx.t.calls.id, callId)); });
    const { id: organisationId, owner } = await verified(p, officer);
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    const visit = visitorOf({ 'applications/:id': applicationPage, 'applications/:id/section/:section': section, 'office/calls/:id/preview': callPreview, 'office/calls/:id/extra': callExtra });
    expect((await visit(p, `/pl/applications/${id}`, { person: owner })).html).toContain('Odpowiedz na pytania tego naboru');
    const page = (await visit(p, `/en/applications/${id}/section/extra`, { person: owner })).html;
    for (const words of ['Will there be children?', '<option value="tak">yes</option>', 'Answer only if your answer to “Will there be children?” is “yes”.']) expect(page).toContain(words);
    const form = { intent: 'extra', version: '1', 'answers[0].id': 'q1', 'answers[0].answer': 'tak', 'answers[1].id': 'q2', 'answers[1].answer': '12', 'answers[2].id': 'q3', 'answers[2].date.day': '1', 'answers[2].date.month': '5', 'answers[2].date.year': '2026', 'answers[3].id': 'q9', 'answers[3].answer': 'obce' };
    expect((await visit(p, `/pl/applications/${id}/section/extra`, { person: owner, form })).status).toBe(303);
    expect((await getApplication(p.db.read, id)).content.extra?.answers).toEqual([
      { id: 'q1', label: 'Czy będą dzieci?', answer: 'tak' }, { id: 'q2', label: 'Ile dzieci?', answer: '12' }, { id: 'q3', label: 'Pytanie q3', answer: '2026-05-01' },
    ]);
    const preview = (await visit(p, `/pl/office/calls/${callId}/preview`, { person: officer })).html;
    // What shows only after an answer can be tried, so this part alone is not locked.
    expect(preview.split('<fieldset').find((part) => part.includes('Czy będą dzieci?'))).not.toMatch(/^ disabled/);
    expect((await visit(p, `/pl/office/calls/${callId}/extra`, { person: officer })).status).toBe(409);
  });

  test('a table and a file answer too: a file only of this offer, which must still be there at the handing in', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const table = question('q1', { kind: 'table', label: { pl: 'Zespół' }, options: [{ pl: 'Imię' }, { pl: 'Rola' }], rows: 4 });
    const file = question('q2', { kind: 'file', label: { pl: 'Regulamin' } });
    await p.db.tx(async (tx) => { await tx.update(tx.t.calls).set({ extraQuestions: [table, file] }).where(eq(tx.t.calls.id, callId)); });
    const { id: organisationId, owner } = await verified(p, officer);
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    await writeOffer(p, owner, id, completeContent(await getCall(p.db.read, callId)));
    const arrived = { name: 'regulamin.pdf', type: 'application/pdf', size: 9, sha256: 'a'.repeat(64), storageKey: 'x' };
    const fileId = 'f1';
    await p.db.tx(async (tx) => { await tx.insert(tx.t.files).values({ ...arrived, id: fileId, purpose: 'application_attachment', subjectId: id, uploadedBy: owner.id, uploadedAt: monday } as never); });
    const visit = visitorOf({ 'applications/:id': applicationPage, 'applications/:id/section/:section': section });
    const at = `/pl/applications/${id}/section/extra`;
    const page = (await visit(p, at, { person: owner })).html;
    for (const words of ['Imię, wiersz 1', 'name="answers[0].rows[3].c1"', '<option value="f1">regulamin.pdf</option>', 'data-island="conditions"']) expect(page).toContain(words);
    const sent = async (answer: string) => ({ intent: 'extra', version: String((await getApplication(p.db.read, id)).version), 'answers[0].id': 'q1', 'answers[0].rows[0].c0': 'Ola', 'answers[0].rows[0].c1': 'trenerka', 'answers[0].rows[1].c0': '', 'answers[0].rows[2].c0': 'Jan', 'answers[1].id': 'q2', 'answers[1].answer': answer });
    expect((await visit(p, at, { person: owner, form: await sent('obcy') })).status).toBe(303);
    expect((await getApplication(p.db.read, id)).content.extra?.answers).toEqual([{ id: 'q1', label: 'Zespół', answer: 'Ola\ttrenerka\nJan', columns: ['Imię', 'Rola'] }]);
    await visit(p, at, { person: owner, form: await sent('f1') });
    expect((await getApplication(p.db.read, id)).content.extra?.answers[1]).toEqual({ id: 'q2', label: 'Regulamin', answer: 'regulamin.pdf', fileId });
    expect((await visit(p, at, { person: owner })).html).toContain('value="trenerka"');
    await p.db.tx(async (tx) => { await tx.delete(tx.t.files).where(eq(tx.t.files.id, fileId)); });
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ code: 'offer.fileGone' });
  });

  test('answers in words stand in two languages, and two editors of different answers do not collide', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    await p.db.tx(async (tx) => { await tx.update(tx.t.calls).set({ extraQuestions: [question('q1', { kind: 'long' }), question('q2', { kind: 'number' })] }).where(eq(tx.t.calls.id, callId)); });
    const { id: organisationId, owner } = await verified(p, officer);
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    await chooseLanguage(p.as(owner), id, { lang: 'uk' });
    const visit = visitorOf({ 'applications/:id/section/:section': section, 'applications/:id/check': checkPage, 'applications/:id/versions': versionsPage });
    const at = `/pl/applications/${id}/section/extra`;
    const { html } = await visit(p, at, { person: owner });
    expect([html.includes('name="answers[0].words.answer.text"'), html.includes('answers[1].words')]).toEqual([true, false]);
    const beside = { 'answers[0].words.answer.lang': 'uk', 'answers[0].words.answer.text': 'Разом із сусідами', 'answers[0].words.answer.mark': 'machine' };
    const form = (more: Record<string, string>) => ({ intent: 'extra', version: '2', 'answers[0].id': 'q1', 'answers[1].id': 'q2', ...more });
    expect((await visit(p, at, { person: owner, form: form({ ...beside, 'answers[0].answer': '', 'answers[1].answer': '' }) })).status).toBe(303);
    const unanswered = await getApplication(p.db.read, id);
    const call = await getCall(p.db.read, callId);
    expect(problemsOfOffer(unanswered.content, call, undefined, ['extra']).map(({ code }) => code)).toContain('offer.noPolish');
    // Another editor answers the second question from the page both opened.
    expect((await visit(p, at, { person: owner, form: form({ 'answers[0].answer': '', 'answers[1].answer': '12' }) })).status).toBe(303);
    expect((await visit(p, at, { person: owner, form: { ...form({ ...beside, 'answers[0].answer': 'Razem z sąsiadami', 'answers[1].answer': '12' }), version: '4' } })).status).toBe(303);
    const words = { answer: { lang: 'uk', text: 'Разом із сусідами', mark: 'machine' } };
    expect((await getApplication(p.db.read, id)).content.extra?.answers).toEqual([{ id: 'q1', label: 'Pytanie q1', answer: 'Razem z sąsiadami', words }, { id: 'q2', label: 'Pytanie q2', answer: '12' }]);
    expect((await visit(p, `/pl/applications/${id}/check`, { person: owner })).html).toContain('Разом із сусідами');
    expect((await visit(p, `/pl/applications/${id}/versions`, { person: owner })).html).toContain('Razem z sąsiadami');
  });

  test('an offer without a required answer cannot be handed in, and an unknown section stays away from other calls', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const call = await getCall(p.db.read, callId);
    const offer = completeContent(call);
    expect(problemsOfOffer(offer, call)).toEqual([]);
    expect(problemsOfOffer(offer, { ...call, extraQuestions: [children] })).toEqual([{ section: 'extra', code: 'offer.extra', params: { question: 'Czy będą dzieci?' } }]);
    const { id: organisationId, owner } = await verified(p, officer);
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    await saveSection(p.as(owner), id, 'extra', { answers: [{ id: 'q1', label: 'Podrobione', answer: 'tak' }] }, 1);
    expect((await getApplication(p.db.read, id)).content.extra).toEqual({ answers: [] });
  });
});
