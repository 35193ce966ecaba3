import { expect, test } from 'vitest';
import { addDays, dayOf } from '~/shared/time';
import { visitor } from '../support/browser';
import { stage } from '../support/stage';
import { offerAt } from '../support/offer';
import { somebody } from './person';
import { register, signUp, writeOffer } from './steps';

const on = stage();

const scriptsOff = { javaScriptEnabled: false };

const known = async (email: string) => {
  const person = await somebody(on.browser, on.demo.origin, scriptsOff);
  await person.signIn(email);
  return person;
};
const inDays = (days: number) => addDays(dayOf(new Date()), days);

test('with scripts off a newcomer browses, registers an organisation, applies for a grant and is heard', async () => {
  const newcomer = await somebody(on.browser, on.demo.origin, scriptsOff);
  await newcomer.open('/uk');
  await newcomer.open('/uk/organisations?q=zustricz');
  expect(await newcomer.text()).toContain('Zustricz');

  await signUp(newcomer, 'Нова Особа', 'nowa@example.org');
  const mine = await register(newcomer, { name: 'Stowarzyszenie Bez Skryptów', seed: 78 });
  const organisationId = mine.split('/').pop() ?? '';
  const officer = await known('urzedniczka@example.org');
  await officer.open(`/pl/office/organisations/${organisationId}`);
  await officer.send('verify', { method: 'manual' });
  await newcomer.open('/uk/organisations?q=bez+skryptow');
  expect(await newcomer.text()).toContain('Bez Skryptów');

  await newcomer.open('/uk/calls');
  const call = (await newcomer.links('/uk/calls/')).find((href) => href.includes('wspolne-podworko')) ?? '';
  await newcomer.open(call);
  await newcomer.open(call.replace('/calls/', '/apply/'));
  await newcomer.send('start', { organisationId });
  const offer = offerAt(newcomer.at());
  await writeOffer(newcomer, offer, { title: 'Podwórko bez skryptów', from: inDays(90), to: inDays(200) });
  await newcomer.open(`${offer}/check`);
  await newcomer.send('submit');
  expect(newcomer.at()).toBe(`${offer}/receipt`);
  expect(await newcomer.text()).toMatch(/OK-\d{4}-\d{6}[\s\S]*[0-9a-f]{64}/);
});

test('with scripts off a wrong password is refused beside the field, and the address is kept', async () => {
  const { page } = await visitor(on.browser, on.demo.origin, scriptsOff);
  await page.goto('/pl/sign-in');
  await page.fill('[name=email]', 'prezeska@example.org');
  await page.fill('[name=password]', 'nie to hasło');
  await page.click('main button[type=submit]');
  expect(await page.locator('.error-summary').textContent()).toContain('się nie zgadza');
  expect(await page.inputValue('[name=email]')).toBe('prezeska@example.org');
  expect(await page.inputValue('[name=password]')).toBe('');
});

test('with scripts off a resident comments on a consultation, and the comment is public only after the letter', async () => {
  const { page } = await visitor(on.browser, on.demo.origin, scriptsOff);
  await page.goto('/pl/consultations');
  await page.click('main a[href*="/pl/consultations/"]');
  const address = page.url();
  await page.fill('[name=text]', 'Проведіть, будь ласка, заняття ввечері.');
  await page.selectOption('[name=lang]', 'uk').catch(async () => page.check('[name=lang][value=uk]'));
  await page.fill('[name=email]', 'mieszkanka@example.org');
  await page.click('main form button[type=submit]');
  await page.goto(address);
  expect(await page.textContent('main')).not.toContain('ввечері');

  await page.goto('/uk/mailbox');
  await page.click('a[data-mail-link="mieszkanka@example.org"]');
  await page.click('main button[type=submit]');
  await page.goto(address);
  expect(await page.textContent('main')).toContain('ввечері');
  expect(await page.content()).not.toContain('mieszkanka@example.org');
});

test('with scripts off an editor writes in an offer, and a wrong amount is refused beside the field with everything typed kept', async () => {
  const editor = await visitor(on.browser, on.demo.origin, scriptsOff);
  await editor.signIn('redaktorka@example.org');
  await editor.page.goto('/pl/calls');
  await editor.page.click('main a[href*="wspolne-podworko"]');
  await editor.page.click('a[href*="/pl/apply/"]');
  await editor.page.click('main form button[type=submit]');
  await editor.page.waitForURL('**/section/contact?*');
  const offer = offerAt(editor.page.url());

  await editor.page.goto(`${offer}/section/contact`);
  await editor.page.fill('[name=name]', 'Daryna Shevchuk');
  await editor.page.fill('[name=phone]', '12 000 30 30');
  await editor.page.fill('[name=email]', 'kontakt@example.org');
  await editor.page.click('main form button[type=submit]');
  expect(editor.page.url()).toBe(`${offer}?saved=contact`);

  await editor.page.goto(`${offer}/section/budget`);
  await editor.page.fill('[name="lines[0].kind"]', 'Prowadzenie spotkań');
  await editor.page.fill('[name="lines[0].unitCost"]', 'sto');
  await editor.page.click('main form button[type=submit] >> nth=0');
  expect(await editor.page.locator('.error-summary').textContent()).toContain('Podaj kwotę');
  expect(await editor.page.inputValue('[name="lines[0].kind"]')).toBe('Prowadzenie spotkań');
  expect(await editor.page.inputValue('[name="lines[0].unitCost"]')).toBe('sto');
});
