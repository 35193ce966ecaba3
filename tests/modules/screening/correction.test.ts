import { expect, test } from 'vitest';
import { answerQuestions, askQuestion, dropQuestion, remindOfCorrections, requestCorrection } from '~/modules/applications/correction.server';
import { cityClock } from '~/modules/applications/correction-clock';
import { comparison } from '~/modules/applications/correction-desk.server';
import { changedElsewhere, placeOfField, placesOf } from '~/modules/applications/correction-places';
import { listQuestions } from '~/modules/applications/correction-queries.server';
import { offerSections, type OfferContent } from '~/modules/applications/content';
import { getApplication } from '~/modules/applications/queries.server';
import { restoreRevision, saveSection } from '~/modules/applications/saving.server';
import { answerChecklist, submitCorrection } from '~/modules/applications/screening.server';
import { translator } from '~/i18n/translate';
import { addDays } from '~/shared/time';
import { eachEngine, portal, type Portal } from '../../support/portal';
import { contest, goodOffer, later, mailsOf, offerRow } from './contest';

const asking = (field: string, words?: string, code: 'unclear' | 'other' = 'unclear') => ({ field, code, words });

/** An offer in its formal check with one failed item, ready to be called for correction. */
async function questionable(p: Portal) {
  const people = await contest(p, { status: 'screening', offers: ['formal_check'] });
  const officer = (days = 1) => p.as(people.officer, { now: later(days) });
  await answerChecklist(officer(), 'offer0', { answers: [{ checklistId: 'f1', answer: 'yes', note: undefined }, { checklistId: 'f6', answer: 'no', note: undefined }] });
  const signatory = (days = 2, lang: 'pl' | 'uk' = 'pl') => p.as(people.signatories[0]!, { now: later(days), lang });
  return { ...people, officer, signatory };
}

async function asked(p: Portal, ...fields: string[]) {
  const scene = await questionable(p);
  for (const field of fields) await askQuestion(scene.officer(), 'offer0', asking(field, 'Doprecyzuj'));
  const { dueAt } = await requestCorrection(scene.officer(), 'offer0');
  return { ...scene, dueAt };
}

eachEngine((engine) => {
  test('only the questioned field can be changed, whatever else the form sends', async () => {
    const p = await portal(engine);
    const { signatory } = await asked(p, 'profile/experience', 'budget/lines/#c1', 'budget/sources/ownCash');
    const save = (section: 'profile' | 'budget' | 'contact', value: object, version: number) => saveSection(signatory(), 'offer0', section, value as never, version);
    await expect(save('contact', { ...goodOffer.contact, name: 'Kto inny' }, 1)).rejects.toMatchObject({ code: 'correction.notAsked' });
    await expect(save('profile', { experience: 'Sześć lat', resources: 'Inna sala' }, 1)).rejects.toMatchObject({ code: 'correction.notAsked' });
    await save('profile', { ...goodOffer.profile, experience: 'Sześć lat kursów.' }, 1);
    const { lines, sources } = goodOffer.budget!;
    const [course, books] = lines as [OfferContent['budget'] & object, unknown] as never as [(typeof lines)[0], (typeof lines)[0]];
    await expect(save('budget', { lines: [course, { ...books, unitCost: 1 }], sources }, 2)).rejects.toMatchObject({ code: 'correction.notAsked' });
    await expect(save('budget', { lines: [course, books, { ...course, id: 'c3' }], sources }, 2)).rejects.toMatchObject({ code: 'correction.notAsked' });
    await expect(save('budget', { lines, sources: { ...sources, grant: 1 } }, 2)).rejects.toMatchObject({ code: 'correction.notAsked' });
    await save('budget', { lines: [{ ...course, unitCost: 10_100 }, books], sources: { ...sources, ownCash: 270_000 } }, 2);
    expect((await offerRow(p)).content.budget!.lines[0]!.unitCost).toBe(10_100);
  });

  test('an earlier version of a section is not a way around the questions', async () => {
    const p = await portal(engine);
    const { signatory } = await asked(p, 'profile/experience');
    await p.db.tx(async (tx) => {
      await tx.insert(tx.t.applicationRevisions).values({ id: 'rev', applicationId: 'offer0', section: 'profile', version: 0, content: { experience: 'Dawniej', resources: 'Dawniej' }, authorId: signatory().actor.kind === 'person' ? (signatory().actor as { id: string }).id : '', at: later(0) });
    });
    await expect(restoreRevision(signatory(), 'offer0', 'rev')).rejects.toMatchObject({ code: 'correction.notAsked' });
  });

  test('a question needs a field of this offer, an other reason needs words, and nothing is sent without a question', async () => {
    const p = await portal(engine);
    const { officer, signatory, second } = await questionable(p);
    await expect(askQuestion(officer(), 'offer0', asking('profile/nothing'))).rejects.toMatchObject({ code: 'correction.noField', field: 'field' });
    await expect(askQuestion(officer(), 'offer0', asking('task/title', undefined, 'other'))).rejects.toMatchObject({ code: 'required', field: 'words' });
    await expect(askQuestion(signatory(), 'offer0', asking('task/title'))).rejects.toThrow('application.requestCorrection');
    await expect(requestCorrection(officer(), 'offer0')).rejects.toMatchObject({ code: 'correction.noQuestion' });
    await askQuestion(officer(), 'offer0', asking('task/title'));
    await askQuestion(p.as(second, { now: later(1) }), 'offer0', asking('task/title', 'Za długi'));
    const [only, ...more] = await listQuestions(p.db.read, 'offer0');
    expect([only!.words, more.length]).toEqual(['Za długi', 0]);
    await dropQuestion(officer(), 'offer0', only!.id);
    await expect(requestCorrection(officer(), 'offer0')).rejects.toMatchObject({ code: 'correction.noQuestion' });
  });

  test('the letter names each questioned field, its reason and the words, in the language of whoever reads it', async () => {
    const p = await portal(engine);
    await asked(p, 'contact/phone', 'schedule/actions/#a1');
    const [mail] = await mailsOf(p, 'application.correctionRequested');
    const note = String((mail!.params as { note: string }).note);
    expect(note).toContain('Odpowiedź jest niejasna. Prosimy ją doprecyzować. Doprecyzuj');
    expect(note).toContain('2. Działanie „Kursy”');
  });

  test('the organisation answers each question, and the City sees exactly the questioned fields before and after', async () => {
    const p = await portal(engine);
    const { officer, signatory } = await asked(p, 'profile/experience', 'task/title');
    const reader = { t: translator('pl'), lang: 'pl' as const, now: later(3) };
    const read = async () => comparison(p.db.read, await getApplication(p.db.read, 'offer0'), reader);
    expect(await read()).toBeNull();
    await p.db.tx(async (tx) => {
      await tx.insert(tx.t.submissions).values({ id: 's0', applicationId: 'offer0', kind: 'original', receiptNumber: 'R-0', submittedAt: later(0), submittedBy: (signatory().actor as { id: string }).id, snapshot: JSON.stringify({ content: goodOffer }), sha256: 'x' });
    });
    const experience = (await listQuestions(p.db.read, 'offer0')).find(({ place }) => place === 'experience');
    await saveSection(signatory(), 'offer0', 'profile', { ...goodOffer.profile!, experience: 'Sześć lat kursów.' }, 1);
    await answerQuestions(signatory(), 'offer0', { [experience!.id]: 'Dopisaliśmy rok.', other: 'nic' });
    await submitCorrection(signatory(), 'offer0');
    const seen = await read();
    expect(seen!.fields.map(({ label, answer, changes }) => [label, answer, changes])).toEqual([
      ['Tytuł zadania publicznego', null, [{ label: '', before: 'Razem w dzielnicy', after: null }]],
      ['Wcześniejsza działalność w tym zakresie', 'Dopisaliśmy rok.', [{ label: '', before: 'Pięć lat kursów.', after: 'Sześć lat kursów.' }]],
    ]);
    await expect(answerQuestions(signatory(4), 'offer0', { [experience!.id]: 'Za późno' })).rejects.toMatchObject({ code: 'wrongState' });
    await expect(askQuestion(officer(4), 'offer0', asking('task/title'))).rejects.toMatchObject({ code: 'screening.correctionUsed' });
  });

  test('a reminder goes once, to those who sign, in the last two days, and never after the end', async () => {
    const p = await portal(engine);
    const { dueAt, signatories } = await asked(p, 'task/title');
    const at = (hours: number) => p.as(signatories[0]!, { now: new Date(dueAt.getTime() - hours * 3_600_000) });
    expect(await remindOfCorrections(at(49))).toBe(0);
    expect(await remindOfCorrections(at(0))).toBe(0);
    expect(await remindOfCorrections(at(47))).toBe(1);
    expect(await remindOfCorrections(at(46))).toBe(0);
    expect((await mailsOf(p, 'application.correctionReminder')).map(({ toEmail }) => toEmail)).toEqual([signatories[0]!.email]);
  });
});

test('the clock of the City stands still while it waits, and goes on when the correction comes or its time runs out', () => {
  const from = new Date('2026-03-02T11:00:00Z');
  const at = (day: string) => new Date(`2026-03-${day}T12:00:00Z`);
  const waiting = { askedAt: at('05'), dueAt: at('12'), handedInAt: null };
  expect(cityClock({ from, days: 30, waiting: null, now: at('05') })).toEqual({ due: '2026-04-01', left: 27, standing: false });
  expect(cityClock({ from, days: 30, waiting, now: at('09') })).toEqual({ due: '2026-04-05', left: 27, standing: true });
  expect(cityClock({ from, days: 30, waiting: { ...waiting, handedInAt: at('10') }, now: at('11') })).toEqual({ due: '2026-04-06', left: 26, standing: false });
  expect(cityClock({ from, days: 30, waiting, now: at('20') })).toEqual({ due: '2026-04-08', left: 19, standing: false });
  for (let day = 5; day < 12; day += 1) expect(cityClock({ from, days: 30, waiting, now: new Date(`${addDays('2026-03-01', day - 1)}T20:00:00Z`) }).left).toBe(27);
});

test('a questioned table opens its rows, a questioned row only itself', () => {
  const before = goodOffer.budget!;
  const row = { ...before.lines[0]!, kind: 'Lektorka' };
  const after = { ...before, lines: [row, before.lines[1]!] };
  expect(changedElsewhere('budget', before, after, ['lines/#c1'])).toEqual([]);
  expect(changedElsewhere('budget', before, after, ['lines'])).toEqual([]);
  expect(changedElsewhere('budget', before, after, ['lines/#c2']).map(({ place }) => place)).toEqual(['lines/#c1/kind']);
  expect(changedElsewhere('budget', before, { ...before, lines: [] }, ['lines/#c1']).map(({ place }) => place)).toEqual(['lines/#c2']);
});

test('every field of the form has its place, and a row of the page that is not stored yet has none of its own', () => {
  const places = placesOf(goodOffer, offerSections, ['q1']).map(({ section, place }) => `${section}/${place}`);
  for (const field of ['contact/phone', 'task/districts', 'schedule/actions/#a1', 'results/results', 'budget/lines/#c2', 'budget/sources/grant', 'declarations/allTrue', 'extra/answers/#q1', 'attachments/files']) expect(places).toContain(field);
  expect(new Set(places).size).toBe(places.length);
  expect(placeOfField('budget', 'lines[1].unitCost', ['c1', 'c2'])).toBe('lines/#c2/unitCost');
  expect(placeOfField('budget', 'lines[2].unitCost', ['c1', 'c2'])).toBe('lines/#/unitCost');
  expect(placeOfField('budget', 'sources.grant', [])).toBe('sources/grant');
});
