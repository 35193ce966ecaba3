import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, openBrowser, startDemo, visitor } from '../support/browser';
import { html, pdf } from '../support/sample-files';
import { offerAt } from '../support/offer';

let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
let offer: string;
let signedIn: Exclude<BrowserContextOptions['storageState'], string | undefined>;
const patience = { timeout: 20_000 };
const megabyte = 1024 * 1024;
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  const { page, signIn } = await visitor(browser, demo.origin);
  await signIn('redaktorka@example.org');
  await page.goto('/pl/calls');
  await page.click('main a[href*="wspolne-podworko"]');
  await page.click('a[href*="/pl/apply/"]');
  await page.click('main form button[type=submit], main form button:not([type])');
  await page.waitForURL('**/section/contact?*');
  offer = offerAt(new URL(page.url()).pathname);
  signedIn = await page.context().storageState();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The attachments of the offer, opened by its editor; the policy of the page holds in the browser too. */
async function attachments(options: BrowserContextOptions = {}) {
  const editor = await visitor(browser, demo.origin, { bypassCSP: false, storageState: signedIn, ...options });
  editor.page.setDefaultTimeout(15_000);
  await editor.page.goto(`${offer}/section/attachments`);
  return editor.page;
}
const list = (page: Page) => page.locator('ul.files a');
const status = (page: Page) => page.locator('.file-input [role=status]');
const error = (page: Page) => page.locator('.file-input .error');

test('a chosen PDF is sent at once with its progress told, and stands in the list', async () => {
  const page = await attachments();
  const violations: string[] = [];
  page.on('console', (line) => line.type() === 'error' && violations.push(line.text()));
  const told = page.evaluate<string[]>(`new Promise((resolve) => {
    const lines = [], at = document.querySelector('.file-input [role=status]'), bar = document.querySelector('progress.upload');
    new MutationObserver(() => {
      lines.push(at.textContent + '|' + (bar.hidden ? 'bez paska' : 'pasek'));
      if (at.textContent.includes('statut')) resolve(lines);
    }).observe(at, { childList: true });
  })`);
  await page.locator('.file-input ~ button').waitFor({ state: 'hidden' });
  await page.setInputFiles('input[type=file]', file('statut.pdf', pdf(3 * megabyte)));
  const lines = await told;
  expect(lines[0]).toBe('Wysyłanie 0 %|pasek');
  expect(lines.some((line) => line.startsWith('Wysyłanie 100 %'))).toBe(true);
  await expect.poll(() => list(page).allTextContents(), patience).toEqual(['statut.pdf']);
  expect(await page.locator('progress.upload').isVisible()).toBe(false);
  expect(await page.evaluate('document.activeElement.type')).toBe('file');
  expect(violations).toEqual([]);
});

test('the attachment is handed only to those who may read it', async () => {
  const page = await attachments();
  const address = await list(page).first().getAttribute('href');
  const taken = await page.request.get(address ?? '');
  expect(taken.status()).toBe(200);
  expect((await taken.body()).length).toBe(3 * megabyte);
  expect(taken.headers()['content-disposition']).toMatch(/^attachment; filename="file\.pdf"/);

  const nobody = await visitor(browser, demo.origin);
  const sent = await nobody.page.request.get(address ?? '', { maxRedirects: 0 });
  expect(sent.status()).toBe(302);
  // A draft is not handed in, so the City does not see its files either.
  const officer = await visitor(browser, demo.origin);
  await officer.signIn('urzednik@example.org');
  expect((await officer.page.request.get(address ?? '')).status()).toBe(403);
});

describe.each([
  ['with scripts on', {}],
  ['with scripts off', { javaScriptEnabled: false }],
])('%s', (_how, options) => {
  const choose = async (page: Page, chosen: ReturnType<typeof file>) => {
    await page.setInputFiles('input[type=file]', chosen);
    if ('javaScriptEnabled' in options) await page.click('form[enctype] button:not([type=button])');
  };

  test('a page that calls itself a PDF is refused with a sentence', async () => {
    const page = await attachments(options);
    await choose(page, file('oferta.pdf', html));
    await error(page).waitFor();
    expect(await error(page).textContent()).toBe('Przyjmujemy pliki PDF, DOCX, ODT, JPG i PNG');
    expect(await list(page).allTextContents()).not.toContain('oferta.pdf');
  });

  test('a file that is too large is refused with a sentence', async () => {
    const page = await attachments(options);
    await choose(page, file('film.pdf', pdf(10 * megabyte + 1)));
    await error(page).waitFor();
    expect(await error(page).textContent()).toContain('Plik jest za duży: najwyżej 10 MB');
    expect(await list(page).allTextContents()).not.toContain('film.pdf');
  });
});

test('with scripts off a large PDF goes with the form and can be taken off again', async () => {
  const page = await attachments({ javaScriptEnabled: false });
  await page.setInputFiles('input[type=file]', file('umowa.pdf', pdf(2 * megabyte)));
  await page.click('form[enctype] button:not([type=button])');
  expect(await list(page).allTextContents()).toContain('umowa.pdf');
  await page.click('li:has-text("umowa.pdf") button');
  expect(await list(page).allTextContents()).not.toContain('umowa.pdf');
});

test('an upload goes on where it broke off when the network was cut, and a stopped one leaves nothing', async () => {
  const page = await attachments();
  const puts: string[] = [];
  let cut = true;
  await page.route('**/ingest/**', async (route) => {
    if (route.request().method() === 'PUT') {
      puts.push(route.request().headers().range ?? '');
      if (cut) {
        cut = false;
        return route.abort('connectionreset');
      }
    }
    return route.continue();
  });
  await page.setInputFiles('input[type=file]', file('mapa.pdf', pdf(megabyte)));
  await expect.poll(() => list(page).allTextContents(), patience).toContain('mapa.pdf');
  expect(puts).toHaveLength(2);

  await page.unroute('**/ingest/**');
  await page.route('**/ingest/**', (route) => (route.request().method() === 'PUT' ? new Promise(() => undefined) : route.continue()));
  await page.setInputFiles('input[type=file]', file('przerwany.pdf', pdf(megabyte)));
  const cancel = page.locator('[data-cancel]');
  await cancel.waitFor();
  expect(await page.evaluate("document.activeElement.hasAttribute('data-cancel')")).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => status(page).textContent(), patience).toBe('Wysyłanie przerwane. Pliku nie zapisano.');
  expect(await list(page).allTextContents()).not.toContain('przerwany.pdf');
});

test('an upload is paused and resumed with one button, and on a phone a paper can be photographed', async () => {
  const page = await attachments({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 760 } });
  let puts = 0;
  await page.route('**/ingest/**', (route) => (route.request().method() === 'PUT' && (puts += 1) === 1 ? new Promise(() => undefined) : route.continue()));
  const photograph = page.getByRole('button', { name: 'Zrób zdjęcie dokumentu' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), photograph.click()]);
  await chooser.setFiles(file('zdjecie.pdf', pdf(megabyte)));
  await expect.poll(() => puts, patience).toBe(1);
  await page.getByRole('button', { name: 'Wstrzymaj' }).click();
  await expect.poll(() => status(page).textContent(), patience).toContain('Wstrzymane');
  expect(await list(page).allTextContents()).not.toContain('zdjecie.pdf');
  await page.getByRole('button', { name: 'Wznów' }).click();
  await expect.poll(() => list(page).allTextContents(), patience).toContain('zdjecie.pdf');
  expect(await page.locator('ul.files li', { hasText: 'zdjecie.pdf' }).innerText()).toContain('niesprawdzony antywirusem');
});

test('the page of attachments has no accessibility faults while a file is on its way', async () => {
  const page = await attachments({ bypassCSP: true });
  await page.route('**/ingest/**', (route) => (route.request().method() === 'PUT' ? new Promise(() => undefined) : route.continue()));
  await page.setInputFiles('input[type=file]', file('wolny.pdf', pdf(megabyte)));
  await page.locator('[data-cancel]').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a file chosen at the place of a required attachment lands there at once, and the reason beside another is kept while it is typed', async () => {
  const { page, signIn } = await visitor(browser, demo.origin);
  await signIn('organizacja10@example.org');
  const own = (await page.locator('main a[href*="/pl/applications/"]').first().getAttribute('href')) ?? '';
  await page.goto(`${own}/section/attachments`);
  const places = page.locator('section[id^=slot-]');
  await places.nth(1).locator('input[type=file]').setInputFiles(file('wyciag.pdf', pdf(megabyte)));
  await expect.poll(() => places.nth(1).locator('[data-files]').innerText(), patience).toMatch(/dołączony[\s\S]*wyciag\.pdf/);
  expect(await places.nth(0).locator('[data-files]').innerText()).toBe('brakuje');
  await page.fill('#reasons textarea', 'Podpisuje zarząd.');
  await expect.poll(() => page.locator('[data-island=autosave]').textContent(), patience).toContain('Zapisano');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.goto(`${own}/check`);
  const obstacles = page.locator('.notice.bad a');
  expect(await obstacles.allTextContents()).toEqual(['Dołącz: Projekt regulaminu miejsca spotkań']);
  await obstacles.click();
  expect(await page.locator('section:target h2').textContent()).toBe('Projekt regulaminu miejsca spotkań');
});
