import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityProblems, visitor } from '../support/browser';

type Answer = string | string[] | { day: string };

/** Types into the field of this name whatever it is: a box, a list, radios, check boxes, or the three boxes of a day. */
async function answer(form: Locator, name: string, value: Answer): Promise<void> {
  const field = (suffix = '', more = '') => form.locator(`[name="${name}${suffix}"]${more}`);
  if (typeof value === 'object' && !Array.isArray(value)) {
    const [year = '', month = '', day = ''] = value.day.split('-');
    await field('.day').fill(day);
    await field('.month').fill(month);
    await field('.year').fill(year);
    return;
  }
  if (Array.isArray(value)) {
    for (const one of value) await field('', `[value="${one}"]`).check();
    return;
  }
  const kind = await field().first().evaluate((element) => (element.tagName === 'SELECT' ? 'select' : (element as HTMLInputElement).type));
  if (kind === 'select') await field().selectOption(value);
  else if (kind === 'radio') await field('', `[value="${value}"]`).check();
  else if (kind === 'checkbox') await field().check();
  else await field().fill(value);
}

/** Somebody at the portal, who finds every page they pass accessible. */
export async function somebody(browser: Browser, origin: string, options: BrowserContextOptions = {}) {
  const { page, signIn } = await visitor(browser, origin, options);
  const scripts = options.javaScriptEnabled !== false;
  const at = () => page.url().replace(origin, '').split('?')[0] ?? '';
  const look = async () => {
    if (scripts) expect([at(), await accessibilityProblems(page)]).toEqual([at(), []]);
  };
  return {
    page,
    at,
    signIn,
    /** Opens a page that must be there. */
    async open(path: string): Promise<void> {
      const response = await page.goto(path);
      expect([path, response?.status()]).toEqual([path, 200]);
      await look();
    },
    /** Fills the form of this intent and sends it; it must be taken. */
    async send(intent: string, values: Record<string, Answer> = {}, button = 'button[type=submit] >> nth=0'): Promise<void> {
      const closed = page.locator('main details:not([open]) > summary');
      while ((await closed.count()) > 0) await closed.first().click();
      const form = page.locator(`main form:has(input[name=intent][value="${intent}"])`).first();
      for (const [name, value] of Object.entries(values)) await answer(form, name, value);
      await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), form.locator(button).click()]);
      const refused = page.locator('.error-summary');
      expect([intent, (await refused.count()) > 0 ? await refused.innerText() : '']).toEqual([intent, '']);
      await look();
    },
    text: () => page.innerText('main'),
    /** The addresses of links in the page that begin so. */
    links: (begin: string) => page.$$eval(`main a[href*="${begin}"]`, (links) => links.map((link) => link.getAttribute('href') ?? '')),
    /** Opens the newest letter to an address and follows it. */
    async openLetter(to: string, lang: string): Promise<void> {
      await page.goto(`/${lang}/mailbox`);
      await page.locator(`a[data-mail-link="${to}"]`).first().click();
      await page.waitForLoadState('load');
      await look();
    },
  };
}

export type Somebody = Awaited<ReturnType<typeof somebody>>;
