import { gzipSync } from 'node:zlib';
import { openBrowser } from '../../tests/support/browser';
import { benchFile } from '../data';
import { serve, shown, type Goal } from '../compare';

const pages = ['', '/organisations', '/organisations/organizacja-1', '/calls', '/initiatives', '/consultations', '/programme', '/small-grants', '/how-it-works', '/accessibility', '/privacy', '/open-data'];
const kilobyte = 1000;

type Visit = { total: number; script: number; html: number; fonts: string[]; failed: string[] };

/** What a first visit brings over the wire, in bytes. */
async function visit(browser: Awaited<ReturnType<typeof openBrowser>>, address: string): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const kinds = new Map<string, { kind: string; url: string }>();
  const seen: Visit = { total: 0, script: 0, html: 0, fonts: [], failed: [] };
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, { kind: type, url: response.url });
    if (response.status >= 400) seen.failed.push(`${response.status} ${response.url}`);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = kinds.get(requestId);
    seen.total += encodedDataLength;
    if (known?.kind === 'Script') seen.script += encodedDataLength;
    if (known?.kind === 'Font') seen.fonts.push(known.url.slice(known.url.lastIndexOf('/') + 1));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(300);
  seen.html = gzipSync(await (await fetch(address)).text(), { level: 6 }).length;
  await context.close();
  return seen;
}

export const goal: Goal = {
  title: 'a first visit: at most 15 kB of scripts on any public page, 80 kB in all and 12 kB of HTML on the directory, letters of a script only where they are read',
  async run() {
    const server = await serve('portal', { BENCH_FILE: await benchFile() });
    const browser = await openBrowser();
    try {
      const visits = new Map<string, Visit>();
      for (const page of pages) visits.set(page, await visit(browser, `http://localhost:${server.port}/pl${page}`));
      const ukrainian = await visit(browser, `http://localhost:${server.port}/uk/how-it-works`);
      const directory = visits.get('/organisations')!;
      const scripts = Math.max(...[...visits.values()].map(({ script }) => script));
      const cyrillic = (fonts: string[]) => fonts.filter((name) => /cyrillic/i.test(name));
      const onlyPolish = visits.get('/how-it-works')!;
      const failed = [...visits.values()].flatMap((one) => one.failed);
      return {
        lines: [
          ...[...visits].map(([page, { total, script, html, fonts }]) => `  ${`/pl${page}`.padEnd(34)} ${shown(total / kilobyte).padStart(6)} kB, scripts ${shown(script / kilobyte)}, HTML ${shown(html / kilobyte)} gzip, ${fonts.length} fonts`),
          `  /uk/how-it-works brings ${ukrainian.fonts.join(', ')}`,
          `  /pl/how-it-works brings ${onlyPolish.fonts.join(', ')}`,
          ...failed,
          `  most scripts ${shown(scripts / kilobyte)} kB (goal 15), directory ${shown(directory.total / kilobyte)} kB (goal 80), its HTML ${shown(directory.html / kilobyte)} kB (goal 12)`,
        ],
        reached: failed.length === 0 && scripts <= 15 * kilobyte && directory.total <= 80 * kilobyte && directory.html <= 12 * kilobyte && cyrillic(ukrainian.fonts).length > 0 && cyrillic(onlyPolish.fonts).length === 0,
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};
