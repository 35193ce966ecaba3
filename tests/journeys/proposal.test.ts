import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '~/shared/time';
import { movableClock } from '../support/browser';
import { stage } from '../support/stage';
import { somebody } from './person';

const clock = movableClock();
const on = stage(clock.now);

const inDays = (days: number) => ({ day: addDays(dayOf(clock.now()), days) });

async function known(email: string, options: BrowserContextOptions = {}) {
  const person = await somebody(on.browser, on.demo.origin, options);
  await person.signIn(email);
  return person;
}

async function filed(javaScriptEnabled: boolean) {
  const signatory = await known('prezeska@example.org', { javaScriptEnabled, viewport: { width: 360, height: 800 } });
  await signatory.open('/uk/proposals');
  await signatory.open('/uk/proposals/new');
  await signatory.send('start');
  const own = signatory.at().replace('/edit', '');
  await signatory.send('save', {
    title: `Klub rodziców ${javaScriptEnabled}`, field: 'foreigners_integration', need: 'Rodzice nie znają szkół.', benefit: 'Dzieci szybciej pójdą do klasy.', description: 'Spotkania raz w tygodniu. Zapisy pod 600 700 800.',
    districts: ['podgorze'], place: 'Biblioteka', startDate: inDays(120), endDate: inDays(200), beneficiaries: 'Rodzice dzieci szkolnych.', people: '40',
    'results[0].name': 'Spotkania', 'results[0].target': '12', 'costs[0].kind': 'Prowadzenie', 'costs[0].asked': '8 000,00', 'costs[0].own': '2 000,00', experience: 'Działamy od roku.',
    'contact.name': 'Oksana', 'contact.phone': '12 000 10 10', 'contact.email': 'kontakt@example.org', withinStatute: 'yes', noPromise: 'yes', allTrue: 'yes', dataProtection: 'yes',
  });
  expect(signatory.at()).toBe(own);
  await signatory.send('submit');
  const number = /WI-\d{4}-\d{4}/.exec(await signatory.text())?.[0] ?? '';
  expect(number).not.toBe('');
  return { signatory, own, number };
}

test('an organisation files a proposal without scripts', async () => {
  const { signatory, number } = await filed(false);
  await signatory.open(`/uk/proposals/${number}`);
  expect(await signatory.page.content()).not.toContain('Klub rodziców');
});

test('a proposal goes from filing over a question to the answer that everybody reads', async () => {
  const { signatory, own, number } = await filed(true);
  const officer = await known('urzedniczka@example.org');
  const desk = `/pl/office/proposals/${own.split('/').pop()}`;
  await officer.open(desk);
  await officer.send('ask', { question: 'W jakich językach będą spotkania?' });
  await signatory.open(own);
  expect(await signatory.text()).toContain('W jakich językach');
  await signatory.send('reply', { reply: 'Po polsku i ukraińsku.' });

  await officer.open(desk);
  expect(await officer.text()).toContain('Po polsku i ukraińsku.');
  expect(await officer.page.inputValue('[name=description]')).toBe('Spotkania raz w tygodniu. Zapisy pod [usunięto].');
  await officer.send('publish', {});
  await officer.send('examine', { verdict: 'purposeful', callForm: 'support', announceOn: inDays(60), reason: 'Tego zadania Miasto jeszcze nie zleca.' });

  const head = await known('dyrektorka@example.org');
  await head.open(desk);
  await head.send('decide', {});

  const resident = await somebody(on.browser, on.demo.origin, { viewport: { width: 360, height: 800 } });
  await resident.open(`/uk/proposals/${number}`);
  const words = await resident.text();
  expect(words).toContain('Tego zadania Miasto jeszcze nie zleca.');
  expect(words).toContain('Klub rodziców');
  expect(words).not.toContain('600 700 800');
  await signatory.open(own);
  expect(await signatory.text()).toContain('Tego zadania Miasto jeszcze nie zleca.');
});
