import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser, startDemo } from './browser';

/** The portal with its demo year, and a browser, from before the first test of a file until after its last. */
export function stage(now?: () => Date) {
  const on = {} as { demo: Awaited<ReturnType<typeof startDemo>>; browser: Browser };
  beforeAll(async () => {
    [on.demo, on.browser] = await Promise.all([startDemo(...(now ? [now] : [])), openBrowser()]);
  });
  afterAll(async () => {
    await on.browser.close();
    await on.demo.stop();
  });
  return on;
}
