import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/open.server';
import { firstBrokenEvent } from '~/modules/audit/queries.server';
import { freePort, startPostgres } from '../tests/support/postgres';
import { shown, start, type Verdict } from './compare';
import { copyToPostgres } from './copy-tables';
import type { Ready } from './kill-scene';
import { startServer } from './kill-server';
import { offersIn } from './offers';
import { searches } from './rush-searches';
import type { RushOrder, RushTold, Wait } from './rush-clients';

export type Rush = { organisations: number; seconds: number; handIn: number; kill: boolean; engine: 'sqlite' | 'postgresql' };

const atShare = (waits: readonly Wait[], share: number) => waits.map(({ took }) => took).sort((a, b) => a - b)[Math.floor(waits.length * share)] ?? Number.NaN;
const p99 = (waits: readonly Wait[]) => atShare(waits, 0.99);
const wall = () => performance.timeOrigin + performance.now();
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)));

async function clients(order: RushOrder): Promise<RushTold> {
  const child = await start<RushTold>('bench/rush-clients.ts');
  const told = await child.ask<RushTold>(order);
  await child.stop();
  return told;
}

/** Kills the portal at a moment and starts it again; how long nobody was answered. */
async function killAt(moment: number, server: Awaited<ReturnType<typeof startServer>>, again: () => ReturnType<typeof startServer>) {
  await pause(moment - wall());
  const at = wall();
  await server.kill();
  const next = await again();
  return { server: next, at, away: wall() - at };
}

/** The last minute of a call: every wait, and what is in the database afterwards. */
export async function rush({ organisations, seconds, handIn, kill, engine }: Rush): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-rush-'));
  const postgres = engine === 'postgresql' ? await startPostgres({ fsync: 'on' }) : undefined;
  try {
    const file = join(folder, 'portal.sqlite');
    const port = await freePort();
    const offers = await offersIn(file, organisations);
    if (postgres) await copyToPostgres(file, postgres.url);
    const run = () => startServer({ port, dataDir: folder, ...(postgres ? { databaseUrl: postgres.url } : {}) });
    let server = await run();
    try {
      const common = { port, late: 0, handIn: 0, readersPerSecond: 0 };
      // Alone: a few who write, nobody who reads. The first seconds only warm up.
      const few = offers.slice(0, Math.min(40, organisations));
      const alone = async (length: number) => clients({ ...common, offers: few, begin: wall(), end: wall() + length, every: [500, 1500] });
      remember(few, await alone(4000));
      const idle = await alone(8000);
      remember(few, idle);
      const readers = Number(process.env.BENCH_READERS ?? (await pagesPerSecond(port)) / 2);
      const begin = Math.ceil(wall() / 1000 + 1) * 1000;
      const end = begin + seconds * 1000;
      await closeAt(postgres?.url ?? file, new Date(end));
      const last = { ...common, begin, end, handIn: handIn * 1000, every: [3000, 7000] as [number, number] };
      const going = Promise.all([clients({ ...last, offers, late: Math.ceil(organisations / 50) }), clients({ ...last, offers: [], readersPerSecond: readers })]);
      const killed = kill ? await killAt(end - handIn * 700, server, run) : undefined;
      if (killed) ({ server } = killed);
      const [written, { pages, odd, retries }] = await going;
      const told = { ...written, pages, odd: [...written.odd, ...odd], retries: written.retries + retries };
      await server.stop();
      const found = await check(postgres?.url ?? file, [...idle.saved, ...told.saved], told, end);
      return verdict({ idle, told, found, killed, readers });
    } finally {
      await server.stop();
    }
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Moves the end of the call, as an extension would. */
async function closeAt(url: string, closesAt: Date): Promise<void> {
  const db = await openDatabase(url);
  await db.tx(async (tx) => void (await tx.update(tx.t.calls).set({ closesAt })));
  await db.close();
}

/** The versions that the drafts have reached. */
function remember(offers: Ready[], { saved }: RushTold): void {
  const reached = new Map(saved.map(({ id, version }) => [id, version]));
  for (const offer of offers) offer.version = reached.get(offer.applicationId) ?? offer.version;
}

/** How many pages with a search the portal answers in a second when it has nothing else to do. */
async function pagesPerSecond(port: number): Promise<number> {
  const child = await start<{ perSecond: number }>('bench/load.ts');
  const ask = (length: number) => child.ask<{ perSecond: number }>({ port, paths: searches, headers: { 'Accept-Encoding': 'gzip' }, connections: 8, seconds: length });
  await ask(1);
  const { perSecond } = await ask(2);
  await child.stop();
  return perSecond;
}

/** Looks for everything acknowledged in the database itself. */
async function check(url: string, saved: RushTold['saved'], { receipts }: RushTold, end: number) {
  const db = await openDatabase(url);
  const { applicationRevisions: r, submissions: s } = db.t;
  const revisions = new Map((await db.read.select({ id: r.applicationId, version: r.version, content: r.content }).from(r)).map(({ id, version, content }) => [`${id} ${version}`, (content as { synthesis?: string }).synthesis]));
  const kept = await db.read.select({ id: s.applicationId, number: s.receiptNumber, at: s.submittedAt }).from(s);
  const handedIn = new Set(kept.map(({ id }) => id));
  const broken = await firstBrokenEvent(db.read);
  await db.close();
  return {
    lostSaves: saved.filter(({ id, version, turn }) => revisions.get(`${id} ${version}`)?.startsWith(`${turn} `) !== true).length,
    lostReceipts: receipts.filter(({ id }) => !handedIn.has(id)).length,
    late: kept.filter(({ at }) => at.getTime() >= end).length,
    twice: kept.length - new Set(kept.map(({ number }) => number)).size,
    chain: broken === null,
  };
}

type Found = Awaited<ReturnType<typeof check>>;
type Seen = { idle: RushTold; told: RushTold; found: Found; killed: { at: number; away: number } | undefined; readers: number };

function verdict({ idle, told, found, killed, readers }: Seen): Verdict {
  // While the portal is away nobody can be answered: that time has a goal of its own.
  const outside = (waits: Wait[]) => (killed ? waits.filter(({ planned, took }) => planned > killed.at + killed.away || planned + took < killed.at) : waits);
  const writes = [...told.saves, ...told.submits];
  const [alone, rushed] = [p99(idle.saves), p99(outside(writes))];
  const slower = rushed / alone;
  const line = (name: string, waits: Wait[]) => `  ${name.padEnd(34)} ${String(waits.length).padStart(6)}   p50 ${shown(atShare(waits, 0.5))}, p99 ${shown(p99(waits))}, longest ${shown(atShare(waits, 0.999999))} ms`;
  const sound = found.lostSaves + found.lostReceipts + found.late + found.twice + told.lateAccepted.length === 0 && found.chain && told.odd.length === 0;
  return {
    lines: [
      line('savings, nobody else there', idle.saves),
      line('savings in the rush', outside(told.saves)),
      line('offers handed in', outside(told.submits)),
      line(`pages beside (${shown(readers)} /s)`, outside(told.pages)),
      ...(killed ? [`  killed once: back after ${shown(killed.away)} ms (goal 1500), ${told.retries} tried again; p99 of writing with that time ${shown(p99(writes))} ms`] : []),
      `  acknowledged and lost: ${found.lostSaves} of ${told.saved.length + idle.saved.length} savings, ${found.lostReceipts} of ${told.receipts.length} offers; accepted late ${found.late + told.lateAccepted.length}; numbers twice ${found.twice}; audit chain ${found.chain ? 'whole' : 'BROKEN'}`,
      ...told.odd.slice(0, 5).map((odd) => `  odd: ${odd}`),
      `  p99 of writing ${shown(rushed)} ms (goal 250), ${shown(slower)} times that alone (goal 3)`,
    ],
    reached: sound && rushed <= 250 && slower <= 3 && (!killed || killed.away <= 1500),
  };
}
