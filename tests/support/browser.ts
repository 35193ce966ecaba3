import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { readConfig } from '~/http/config.server';
import { freePort } from './postgres';

const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A real browser: the one that is named, one that is installed, or the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  const found = process.env.CHROMIUM_PATH ?? installed.find((file) => existsSync(file));
  if (found) return chromium.launch({ executablePath: found, args: flags });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...flags] });
}

/** A clock that a journey moves. */
export function movableClock(start = new Date()) {
  let ahead = 0;
  return {
    now: () => new Date(start.getTime() + ahead + (Date.now() - start.getTime())),
    forward: (milliseconds: number) => (ahead += milliseconds),
  };
}

/** The built portal on a free port, with its data in this folder. */
export async function startPortalOf(folder: string, now: () => Date) {
  const port = await freePort();
  const config = readConfig({ PORT: String(port), DATA_DIR: folder, NODE_ENV: 'development' });
  const built = (await import(path.resolve('build/portal.js'))) as typeof import('../../server');
  const { stop } = await built.startPortal(config, process.cwd(), now);
  return { origin: config.origin, stop };
}

/** The built portal with a demo year of its own. */
export async function startDemo(now: () => Date = () => new Date()) {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-demo-'));
  if (process.env.DEMO_YEAR) cpSync(process.env.DEMO_YEAR, folder, { recursive: true });
  const { origin, stop } = await startPortalOf(folder, now);
  return {
    origin,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page, in words; nothing is an empty list. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // The scan is put into the page past its Content-Security-Policy; with scripts off it could not run at all.
  const { violations } = (await page.evaluate(`${axe}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`)) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** A page for one person with their own cookies. */
export async function visitor(browser: Browser, origin: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 }, bypassCSP: true, ...options });
  const page = await context.newPage();
  return {
    page,
    async signIn(email: string, lang = 'pl') {
      await page.goto(`/${lang}/sign-in`);
      await page.fill('[name=email]', email);
      await page.fill('[name=password]', 'wspolne-miasto-2026');
      await page.click('main button[type=submit]');
      await page.waitForURL(`**/${lang}/desk`);
    },
  };
}
