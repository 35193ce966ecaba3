import { benchFile } from '../data';
import { median, serve, shown, start, type Goal } from '../compare';

type Written = { p99: number; writes: number };
const many = 100_000;

/** Takes one list as a reader does; gives how long it took and how many lines came. */
async function take(port: number, format: 'csv' | 'xlsx') {
  const started = performance.now();
  const answer = await fetch(`http://localhost:${port}/pl/organisations/export/${format}`);
  let bytes = 0;
  let lines = 0;
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    for (const byte of part) if (byte === 10) lines += 1;
  }
  return { status: answer.status, seconds: (performance.now() - started) / 1000, bytes, lines };
}

/** The peak of memory of a fresh portal that wrote one list. */
async function peak(file: string, format: 'csv' | 'xlsx') {
  const server = await serve('portal', { BENCH_FILE: file });
  const taken = await take(server.port, format);
  const megabytes = await server.ask<number>({ ask: 'memory' });
  await server.stop();
  return { ...taken, megabytes };
}

export const goal: Goal = {
  title: 'a list of 100,000 as CSV and XLSX: memory at most 1.3 and 2.5 times that of 1,000, CSV at half the speed of a bare one, writes meanwhile at most 3 times as slow',
  async run() {
    const [small, large] = [await benchFile(1_000), await benchFile(many)];
    const memory = { csv: [await peak(small, 'csv'), await peak(large, 'csv')] as const, xlsx: [await peak(small, 'xlsx'), await peak(large, 'xlsx')] as const };
    const growth = { csv: memory.csv[1].megabytes / memory.csv[0].megabytes, xlsx: memory.xlsx[1].megabytes / memory.xlsx[0].megabytes };

    const server = await serve('portal', { BENCH_FILE: large });
    const speeds: number[] = [];
    const slower: number[] = [];
    const bare: number[] = [];
    const p99: Written[][] = [];
    for (let round = 0; round < 5; round += 1) {
      const writer = await start<{ seconds: number }>('bench/bare-csv.ts', [large]);
      const { seconds } = await writer.first();
      await writer.stop();
      const taken = await take(server.port, 'csv');
      bare.push(many / seconds);
      speeds.push(seconds / taken.seconds);
      const idle = await server.ask<Written>({ ask: 'write', seconds: taken.seconds });
      const [busy] = await Promise.all([server.ask<Written>({ ask: 'write', seconds: taken.seconds }), take(server.port, 'csv')]);
      p99.push([idle, busy]);
      slower.push(busy.p99 / idle.p99);
    }
    await server.stop();
    const isWhole = memory.csv[1].status === 200 && memory.csv[1].lines > many;
    const steady = Math.max(...bare) / Math.min(...bare) <= 1.5;
    return {
      lines: [
        `  CSV   peak ${shown(memory.csv[0].megabytes)} and ${shown(memory.csv[1].megabytes)} MB: ${shown(growth.csv)} (goal 1.3)`,
        `  XLSX  peak ${shown(memory.xlsx[0].megabytes)} and ${shown(memory.xlsx[1].megabytes)} MB: ${shown(growth.xlsx)} (goal 2.5); ${shown(memory.xlsx[1].seconds)} s, ${shown(memory.xlsx[1].bytes / 1e6)} MB`,
        `  bare CSV ${shown(median(bare))} rows/s, the portal at ${shown(median(speeds))} of it (goal 0.5)`,
        `  durable writes p99 ${shown(median(p99.map(([idle]) => idle!.p99)))} ms alone, ${shown(median(p99.map(([, busy]) => busy!.p99)))} ms meanwhile: ${shown(median(slower))} (goal 3)`,
        ...(steady ? [] : ['  VOID: the machine was busy with something else']),
      ],
      reached: steady && isWhole && growth.csv <= 1.3 && growth.xlsx <= 2.5 && median(speeds) >= 0.5 && median(slower) <= 3,
    };
  },
};
