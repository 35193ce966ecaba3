import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../tests/support/postgres';
import { check } from './kill-check';
import { handIn, readPages, type Seen } from './kill-clients';
import { prepareOffers } from './kill-scene';
import { startServer } from './server';

// kill -9 while a call takes its last offers: nothing acknowledged may be lost, nothing may be half there.
const [wanted = 200, kills = 1] = process.argv.slice(2).map(Number);
const clients = 16;
const readers = 8;

const folder = mkdtempSync(join(tmpdir(), 'portal-kill-'));
const file = join(folder, 'portal.sqlite');
const port = await freePort();
const seen: Seen = { told: [], underWay: new Set(), cut: 0, pages: 0, odd: [] };

const offers = await prepareOffers(file, { count: wanted, origin: `http://localhost:${port}` });
console.log(`${offers.length} offers are ready`);
let server = await startServer({ port, dataDir: folder });
const began = performance.now();
let took = 0;
try {
  const { origin } = server;
  const queue = [...offers];
  const client = async () => {
    for (let offer = queue.shift(); offer; offer = queue.shift()) await handIn(origin, offer, seen);
  };
  let lasts = true;
  const work = Promise.all(Array.from({ length: clients }, client)).finally(() => {
    took = performance.now() - began;
    lasts = false;
  });
  const reading = Promise.all(Array.from({ length: readers }, (_reader, i) => readPages(origin, i, seen, () => lasts)));
  for (let i = 1; i <= kills; i += 1) {
    while (lasts && seen.told.length < Math.floor((offers.length * i) / (kills + 1))) await new Promise((resolve) => setTimeout(resolve, 1));
    await server.kill();
    console.log(`kill -9 after ${seen.told.length} acknowledged, ${seen.underWay.size} under way`);
    server = await startServer({ port, dataDir: folder });
  }
  await Promise.all([work, reading]);
} finally {
  await server.stop();
}

const { whole, savedBeforeCut, lost, halfSaved, twice, other } = await check(file, offers, seen.told);
const sentAgain = seen.told.filter(({ cutAt }) => cutAt).length;
console.log(`${seen.told.length} of ${offers.length} acknowledged in ${(took / 1000).toFixed(1)} s, ${seen.pages} pages read meanwhile`);
console.log(`${seen.cut} requests cut off, ${sentAgain} offers sent again with the same key, ${savedBeforeCut} of those were saved already`);
console.log(`${whole} whole, ${lost.length} lost, ${halfSaved.length} half-saved, ${twice.length} receipt numbers twice, audit chain ${other.length === 0 ? 'whole' : 'to look at'}`);
const wrong = [...seen.odd, ...lost, ...halfSaved, ...twice, ...other];
for (const sentence of wrong) console.log(`  ${sentence}`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = wrong.length === 0 && whole === offers.length ? 0 : 1;
