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

test.each([true, false])('a small grant goes from filing over a comment to the decision, scripts %s', async (javaScriptEnabled) => {
  const signatory = await known('prezeska@example.org', { javaScriptEnabled, viewport: { width: 360, height: 800 } });
  // Nobody needs to know an address: every step is a link on the page before.
  await signatory.open('/uk');
  for (const next of ['/uk/calls', '/uk/small-grants', '/uk/small-grants/new']) {
    expect(await signatory.links(next)).toContain(next);
    await signatory.open(next);
  }
  await signatory.send('start');
  const offer = signatory.at().replace('/edit', '');
  const title = `Spacery po dzielnicy ${javaScriptEnabled}`;
  await signatory.send('save', {
    title, startDate: inDays(40), endDate: inDays(100), description: 'Spacery z sąsiadkami. Zapisy pod 600 700 800.', districts: ['podgorze'], targetGroups: ['forced_migrant'],
    'results[0].name': 'Spacery', 'results[0].target': '10', 'results[0].monitoring': 'lista', profile: 'Działamy od roku.', 'costs[0].kind': 'Przewodniczki', 'costs[0].grant': '9 999,99',
    'contact.name': 'Oksana', 'contact.phone': '12 000 10 10', 'contact.email': 'kontakt@example.org',
    withinStatute: 'yes', feesOnlyPaid: 'yes', dataAgrees: 'yes', allTrue: 'yes', dataProtection: 'yes', taxArrears: 'no', insuranceArrears: 'no',
  });
  expect(signatory.at()).toBe(offer);
  await signatory.send('submit');
  const number = /MG-\d{4}-\d{4}/.exec(await signatory.text())?.[0] ?? '';
  expect(number).not.toBe('');

  const officer = await known('urzedniczka@example.org', { javaScriptEnabled });
  const desk = `/pl/office/small-grants/${offer.split('/').pop()}`;
  await officer.open(desk);
  expect(await officer.page.inputValue('[name=description]')).toBe('Spacery z sąsiadkami. Zapisy pod [usunięto].');
  await officer.send('find', { finding: 'Spacery poznają sąsiadów ze sobą.' });
  for (const place of ['bip', 'notice_board', 'website']) await officer.send('post', { place, postedOn: inDays(0), reference: `Tablica ${place}` });

  const resident = await somebody(on.browser, on.demo.origin, { javaScriptEnabled, viewport: { width: 360, height: 800 } });
  await resident.open(`/uk/small-grants/${number}`);
  expect(await resident.page.content()).not.toContain('600 700 800');
  await resident.send('comment', { text: 'Чи буде переклад жестовою мовою?', authorName: 'Мешканка' });
  expect(await resident.text()).not.toContain('жестовою');
  await officer.open(`${desk}?comment=1`);
  await officer.send('answer', { answer: 'Tak, na każdym spacerze.' });
  await resident.open(`/uk/small-grants/${number}`);
  expect(await resident.text()).toContain('жестовою');
  await resident.open(`/uk/small-grants/${number}/notice`);

  clock.forward(9 * 86_400_000);
  const head = await known('dyrektorka@example.org', { javaScriptEnabled });
  for (let i = 0; i < 90 && (await head.page.locator('form:has(input[value=approve])').count()) === 0; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await head.page.goto(desk);
  }
  await head.send('approve', { orderNumber: '19a/7', orderDate: inDays(0), reason: 'Zadanie jest celowe, a uwagę uwzględniono.' });
  await resident.open(`/uk/small-grants/${number}`);
  expect(await resident.text()).toContain('19a/7');
  await signatory.open(offer);
  expect(await signatory.text()).toContain('uwagę uwzględniono');
});
