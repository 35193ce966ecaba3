import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, startDemo, visitor } from '../support/browser';

let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const scriptsOff = { javaScriptEnabled: false };

/** Opens the newest letter to an address in the demo's mailbox. */
async function openLetter(page: Page, to: string, lang: string) {
  await page.goto(`/${lang}/mailbox`);
  await page.click(`a[data-mail-link="${to}"]`);
}

test('with scripts off a newcomer opens an account by the letter, and a wrong password says so beside the field', async () => {
  const { page } = await visitor(browser, demo.origin, scriptsOff);
  await page.goto('/uk/sign-up');
  await page.fill('[name=name]', 'Nowa Osoba');
  await page.fill('[name=email]', 'nowa@example.org');
  await page.fill('[name=password]', 'spokojna rzeka nocą');
  await page.click('main button[type=submit]');
  expect(page.url()).toContain('sent=1');

  await openLetter(page, 'nowa@example.org', 'uk');
  await page.click('main button[type=submit]');
  await page.waitForURL('**/uk/desk');

  const other = await visitor(browser, demo.origin, scriptsOff);
  await other.page.goto('/pl/sign-in');
  await other.page.fill('[name=email]', 'nowa@example.org');
  await other.page.fill('[name=password]', 'nie to hasło');
  await other.page.click('main button[type=submit]');
  expect(await other.page.locator('.error-summary').textContent()).toContain('się nie zgadza');
  expect(await other.page.inputValue('[name=email]')).toBe('nowa@example.org');
  expect(await other.page.inputValue('[name=password]')).toBe('');
});

test('with scripts off a resident comments on a consultation, and the comment is public only after the letter', async () => {
  const { page } = await visitor(browser, demo.origin, scriptsOff);
  await page.goto('/pl/consultations');
  await page.click('main a[href*="/pl/consultations/"]');
  const address = page.url();
  await page.fill('[name=text]', 'Проведіть, будь ласка, заняття ввечері.');
  await page.selectOption('[name=lang]', 'uk').catch(async () => page.check('[name=lang][value=uk]'));
  await page.fill('[name=email]', 'mieszkanka@example.org');
  await page.click('main form button[type=submit]');
  await page.goto(address);
  expect(await page.textContent('main')).not.toContain('ввечері');

  await openLetter(page, 'mieszkanka@example.org', 'uk');
  await page.click('main button[type=submit]');
  await page.goto(address);
  expect(await page.textContent('main')).toContain('ввечері');
  expect(await page.content()).not.toContain('mieszkanka@example.org');
});

test('with scripts off an editor writes in an offer, and a wrong amount is refused beside the field with everything typed kept', async () => {
  const editor = await visitor(browser, demo.origin, scriptsOff);
  await editor.signIn('redaktorka@example.org');
  await editor.page.goto('/pl/calls');
  await editor.page.click('main a[href*="wspolne-podworko"]');
  await editor.page.click('a[href*="/pl/apply/"]');
  await editor.page.click('main form button[type=submit]');
  await editor.page.waitForURL('**/pl/applications/*');
  const offer = editor.page.url();

  await editor.page.goto(`${offer}/section/contact`);
  await editor.page.fill('[name=name]', 'Daryna Shevchuk');
  await editor.page.fill('[name=phone]', '12 000 30 30');
  await editor.page.fill('[name=email]', 'kontakt@example.org');
  await editor.page.click('main form button[type=submit]');
  expect(editor.page.url()).toBe(offer);

  await editor.page.goto(`${offer}/section/budget`);
  await editor.page.fill('[name="lines[0].kind"]', 'Prowadzenie spotkań');
  await editor.page.fill('[name="lines[0].unitCost"]', 'sto');
  await editor.page.click('main form button[type=submit] >> nth=0');
  expect(await editor.page.locator('.error-summary').textContent()).toContain('Podaj kwotę');
  expect(await editor.page.inputValue('[name="lines[0].kind"]')).toBe('Prowadzenie spotkań');
  expect(await editor.page.inputValue('[name="lines[0].unitCost"]')).toBe('sto');
});
