import type { Browser } from 'playwright-core';
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

test('after five wrong passwords the page says to wait, and the answer says how long', async () => {
  const { page } = await visitor(browser, demo.origin, { javaScriptEnabled: false });
  const attempt = async () => {
    await page.goto('/en/sign-in');
    await page.fill('[name=email]', 'nikt@example.org');
    await page.fill('[name=password]', 'not the password');
    const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), page.click('main button[type=submit]')]);
    return answer;
  };
  for (let n = 0; n < 5; n += 1) expect((await attempt()).status()).toBe(422);
  const closed = await attempt();
  expect(closed.status()).toBe(429);
  expect(Number(closed.headers()['retry-after'])).toBeGreaterThan(800);
  expect(await page.locator('h1').count()).toBe(1);
});
