import { benchFile } from '../data';
import { median, serve, shown, start, type Goal } from '../compare';
import type { Burst } from '../load';

const sizes = (process.env.BENCH_SIZES ?? '1000 100000 1000000').split(' ').map(Number);
const words = ['fundacja', 'warsztaty', 'pomoc prawna', 'młodzież', 'lodz', 'допомога', 'krak', 'spol', 'zrod', 'koncerty seniorow'];
const places = ['podgorze', 'nowa-huta', 'stare-miasto'];

/** Nine kinds of questions as addresses: nothing, narrowed, words alone and narrowed, four letters, deep pages. */
function paths(size: number): string[] {
  const deepest = Math.floor(size / 40);
  return [
    ...places.map((place) => `?district=${place}`),
    ...places.map((place) => `?district=${place}&form=foundation&group=forced_migrant`),
    ...words.map((word) => `?q=${encodeURIComponent(word)}`),
    ...words.map((word, i) => `?q=${encodeURIComponent(word)}&district=${places[i % places.length]}`),
    ...[1, 2, 3].map((n) => `?page=${Math.max(1, Math.floor((deepest * n) / 3))}`),
    '',
  ].map((query) => `/pl/organisations${query}`);
}

export const goal: Goal = {
  title: 'the whole page of a search over HTTP, not kept: p99 at a million organisations at most 3 times that at 1,000',
  async run() {
    const servers = [];
    for (const size of sizes) {
      const server = await serve('fresh', { BENCH_FILE: await benchFile(size) }, ['--max-old-space-size=6000']);
      const started = performance.now();
      await (await fetch(`http://localhost:${server.port}/pl/organisations?q=pomoc`)).text();
      servers.push({ size, server, first: performance.now() - started, rounds: [] as Burst[] });
    }
    try {
      for (let round = -1; round < 5; round += 1) {
        for (const { size, server, rounds } of servers) {
          const child = await start<Burst>('bench/load.ts');
          const found = await child.ask<Burst>({ port: server.port, paths: paths(size), connections: 1, seconds: 3 });
          await child.stop();
          if (found.failed > 0) throw new Error(`${found.failed} answers other than 200 at ${size}`);
          if (round >= 0) rounds.push(found);
        }
      }
      const least = servers[0]?.rounds ?? [];
      const grown = servers.map(({ rounds }) => median(rounds.map(({ p99 }, i) => p99 / (least[i]?.p99 ?? Number.NaN))));
      return {
        lines: servers.map(({ size, first, rounds }, i) => `  ${String(size).padStart(9)} organisations: p50 ${shown(median(rounds.map(({ p50 }) => p50)))}, p99 ${shown(median(rounds.map(({ p99 }) => p99)))} ms, ${shown(grown[i] ?? 0)} times; the first question after the start ${shown(first)} ms`),
        reached: (grown.at(-1) ?? Infinity) <= 3,
      };
    } finally {
      await Promise.all(servers.map(({ server }) => server.stop()));
    }
  },
};
