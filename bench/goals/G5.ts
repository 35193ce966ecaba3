import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { median, serve, shown, start, steady, type Goal } from '../compare';
import { offersIn } from '../offers';
import type { Saved } from '../saves';

const writers = Number(process.env.BENCH_WRITERS ?? 64);
const seconds = Number(process.env.BENCH_SECONDS ?? 2);
const [rounds, attempts] = [5, Number(process.env.BENCH_ATTEMPTS ?? 5)];

/** Every acknowledged version must be there as a revision and as an event. */
function missing(file: string, acknowledged: number): number {
  const db = new Sqlite(file, { readonly: true });
  const at = (table: string, where: string) => db.prepare(`select count(*) from ${table} where ${where}`).pluck().get() as number;
  const least = Math.min(at('application_revisions', "section = 'task' and length(content) > 3000"), at('events', "event = 'application.saved' and detail like '%task%'") - writers);
  db.close();
  return acknowledged - least;
}

export const goal: Goal = {
  title: 'durable autosaves over HTTP (session, form, merge, revision, audit chain): at least as many as better-sqlite3 alone commits of the same rows one by one, synchronous FULL',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'portal-saves-'));
    const file = join(folder, 'seed.sqlite');
    const offers = await offersIn(file, writers);
    const bareFile = join(folder, 'bare.sqlite');
    const bareOffers = await offersIn(bareFile, writers);
    const subject = await serve('portal', { BENCH_FILE: file });
    const bare = await start<{ perSecond: number; p99: number }>('bench/bare-saves.ts', [bareFile]);
    try {
      for (let attempt = 1; ; attempt += 1) {
        const pairs: { bare: { perSecond: number; p99: number }; portal: Saved & { cpu: number } }[] = [];
        let acknowledged = 0;
        for (let round = -1; round < rounds; round += 1) {
          const floor = await bare.ask<{ perSecond: number; p99: number }>({ offers: bareOffers, seconds });
          const before = await subject.ask<NodeJS.CpuUsage>({});
          const load = await start<Saved>('bench/saves.ts');
          const saved = await load.ask<Saved>({ port: subject.port, offers, seconds });
          await load.stop();
          const after = await subject.ask<NodeJS.CpuUsage>({});
          if (saved.failed > 0) throw new Error(`${saved.failed} savings were not acknowledged: ${saved.odd}`);
          for (const offer of offers) offer.version = saved.versions[offer.applicationId] ?? offer.version;
          acknowledged += saved.requests;
          const cpu = (after.user + after.system - before.user - before.system) / saved.requests;
          if (round >= 0) pairs.push({ bare: floor, portal: { ...saved, cpu } });
        }
        const speeds = pairs.map((pair) => pair.bare.perSecond);
        const spread = Math.max(...speeds) / Math.min(...speeds);
        if (spread > steady && attempt < attempts) {
          console.log(`  void: the yardstick varied ${shown(spread)}-fold; once more`);
          continue;
        }
        const ratio = median(pairs.map((pair) => pair.portal.perSecond / pair.bare.perSecond));
        const lost = attempt === 1 ? missing(await subject.ask<string>({ ask: 'file' }), acknowledged) : 0;
        return {
          lines: [
            `  better-sqlite3, the same rows one by one   ${shown(median(speeds))} /s   p99 ${shown(median(pairs.map((pair) => pair.bare.p99)))} ms`,
            `  the portal over HTTP, ${writers} writers         ${shown(median(pairs.map((pair) => pair.portal.perSecond)))} /s   p50 ${shown(median(pairs.map((pair) => pair.portal.p50)))}, p99 ${shown(median(pairs.map((pair) => pair.portal.p99)))} ms`,
            `  spread of the yardstick ${shown(spread)}; ${shown(median(pairs.map((pair) => pair.portal.cpu)))} µs of processor time a saving`,
            `  ${acknowledged} acknowledged, ${Math.max(0, lost)} of them not in the file`,
            ...(spread > steady ? ['  VOID: the machine was busy with something else'] : []),
            `  ratio ${shown(ratio)} (goal 1.0)`,
          ],
          reached: spread <= steady && ratio >= 1 && lost <= 0,
        };
      }
    } finally {
      await Promise.all([subject.stop(), bare.stop()]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
