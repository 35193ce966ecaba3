import { expect, test } from 'vitest';
import { visitor } from '../support/browser';
import { stage } from '../support/stage';

const on = stage();

test('after five wrong passwords the page says to wait, and the answer says how long', async () => {
  const { page } = await visitor(on.browser, on.demo.origin, { javaScriptEnabled: false });
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
