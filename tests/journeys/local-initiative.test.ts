import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '~/shared/time';
import { stage } from '../support/stage';
import { somebody } from './person';

const on = stage();

const inDays = (days: number) => ({ day: addDays(dayOf(new Date()), days) });
const word = 'Wynika to z opisu we wniosku.';

async function known(email: string, options: BrowserContextOptions = {}) {
  const person = await somebody(on.browser, on.demo.origin, options);
  await person.signIn(email);
  return person;
}

test('a resident asks on a telephone without scripts, an officer scores with scripts, a head agrees, and everybody reads it', async () => {
  const resident = await known('mieszkanka@example.org', { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  await resident.open('/uk/local-initiatives');
  await resident.open('/uk/local-initiatives/new');
  await resident.send('start');
  await resident.send('save', {
    title: 'Ławka dla sąsiadek', area: 'communities', what: 'Stawiamy ławkę. Pyta Oksana, 600 700 800.', needs: 'Starsze osoby nie mają gdzie odpocząć.', place: 'Przed szkołą', districts: ['podgorze'],
    startDate: inDays(40), endDate: inDays(60), people: '8',
    'steps[0].name': 'Montaż', 'steps[0].from': inDays(41), 'steps[0].to': inDays(42), 'steps[0].doer': 'both',
    'contributions[0].name': 'Skręcanie i malowanie', 'contributions[0].kind': 'work', 'contributions[0].hours': '24', 'contributions[0].value': '960',
    'requests[0].name': 'Deski i farba', 'requests[0].kind': 'materials', 'requests[0].value': '799,99',
    'contact.name': 'Oksana Kowal', 'contact.phone': '12 000 10 10', 'contact.email': 'oksana@example.org', resident: 'yes', noMoney: 'yes', allTrue: 'yes', dataProtection: 'yes',
  });
  const mine = resident.at();
  await resident.send('submit');
  const number = /IL-\d{4}-\d{4}/.exec(await resident.text())?.[0] ?? '';
  expect(number).not.toBe('');

  const officer = await known('urzedniczka@example.org');
  const desk = `/pl/office/local-initiatives/${mine.split('/').pop()}`;
  await officer.open(desk);
  expect(await officer.page.inputValue('[name=what]')).toBe('Stawiamy ławkę. Pyta Oksana, [usunięto].');
  await officer.send('publish', { what: 'Stawiamy ławkę.' });
  await officer.send('assess', { 'need.points': '40', 'need.reason': word, 'work.points': '35', 'work.reason': word, 'district.points': '10', 'district.reason': word });
  expect(await officer.page.locator('form:has(input[value=agree])').count()).toBe(0);

  const head = await known('dyrektorka@example.org');
  await head.open(desk);
  await head.send('agree', { reason: 'Ławka służy wszystkim.' });

  const anyone = await somebody(on.browser, on.demo.origin, { viewport: { width: 360, height: 800 }, colorScheme: 'dark' });
  await anyone.open('/uk/local-initiatives');
  await anyone.open((await anyone.links(number))[0] ?? '');
  const text = await anyone.text();
  for (const said of ['Ławka dla sąsiadek', '85 з 100', 'Ławka służy wszystkim.', '54%']) expect(text).toContain(said);
  expect(await anyone.page.content()).not.toMatch(/Oksana|600 700 800|oksana@|Melnyk/);
  await resident.open(mine);
  expect(await resident.text()).toContain('Ławka służy wszystkim.');
});
