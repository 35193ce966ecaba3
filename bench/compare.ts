import { fork, type ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { ourFolders } from '../scripts/our-folders.mjs';
import type { Burst, Order } from './load';

/** What a goal found: each line to print, and whether the goal is reached. */
export type Verdict = { lines: string[]; reached: boolean };
export type Goal = { title: string; run: () => Promise<Verdict> };

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const bundles = new Map<string, Promise<string>>();

/** A part of the bench, bundled in the way in which the portal itself is. */
function bundled(file: string): Promise<string> {
  let made = bundles.get(file);
  if (!made) {
    const outfile = `build/bench/${basename(file, '.ts')}.js`;
    made = build({ entryPoints: [file], outfile, bundle: true, plugins: [ourFolders], platform: 'node', format: 'esm', target: 'node20', jsx: 'automatic', tsconfig: 'tsconfig.json', logLevel: 'warning' }).then(() => outfile);
    bundles.set(file, made);
  }
  return made;
}

/** Starts a part of the bench in a process of its own; gives the first thing it says. */
export async function start<Said>(file: string, args: string[] = [], env: Record<string, string> = {}, node: string[] = []) {
  const child = fork(await bundled(file), args, {
    execArgv: [...(process.env.BENCH_NODE ?? '').split(' ').filter(Boolean), ...node],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.add(child);
  const said = () =>
    new Promise<Said>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message as Said);
      });
    });
  return {
    first: said,
    async ask<Answer>(order: object): Promise<Answer> {
      const answer = said();
      child.send(order);
      return (await answer) as unknown as Answer;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        running.delete(child);
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** A server of the bench; gives its port. */
export async function serve(kind: string, env: Record<string, string> = {}, node: string[] = []) {
  const child = await start<{ port: number }>('bench/server.ts', [kind], env, node);
  const { port } = await child.first();
  return { port, stop: child.stop, ask: child.ask };
}

export const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
export const shown = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(3));

const rounds = 5;
const attempts = Number(process.env.BENCH_ATTEMPTS ?? 5);
/** A yardstick that differs more than this between rounds says that the machine was busy with something else. */
export const steady = 1.5;

/** Yardstick and subject in turns; the medians of both and of their ratio. Repeated while the machine is not steady. */
export async function compare(order: Omit<Order, 'port'>, yardstick: Side, subject: Side) {
  for (let attempt = 1; ; attempt += 1) {
    const pairs: { yardstick: Measured; subject: Measured }[] = [];
    for (let round = -1; round < rounds; round += 1) {
      const pair = { yardstick: await burstOf({ ...order, ...yardstick }), subject: await burstOf({ ...order, ...subject }) };
      if (pair.yardstick.failed + pair.subject.failed > 0) throw new Error(`answers other than 200: ${pair.yardstick.failed} and ${pair.subject.failed}`);
      // The first round only warms both up.
      if (round >= 0) pairs.push(pair);
    }
    const speeds = pairs.map((pair) => pair.yardstick.perSecond);
    const spread = Math.max(...speeds) / Math.min(...speeds);
    const result = {
      yardstick: { perSecond: median(speeds), p99: median(pairs.map((pair) => pair.yardstick.p99)) },
      subject: { perSecond: median(pairs.map((pair) => pair.subject.perSecond)), p99: median(pairs.map((pair) => pair.subject.p99)) },
      throughput: median(pairs.map((pair) => pair.subject.perSecond / pair.yardstick.perSecond)),
      p99: median(pairs.map((pair) => pair.subject.p99 / pair.yardstick.p99)),
      cpu: { yardstick: median(pairs.map((pair) => pair.yardstick.cpu)), subject: median(pairs.map((pair) => pair.subject.cpu)) },
      spread,
    };
    if (spread <= steady || attempt >= attempts) return { ...result, isVoid: spread > steady };
    console.log(`void: the yardstick varied ${shown(spread)}-fold; once more`);
  }
}

type Server = Awaited<ReturnType<typeof serve>>;
type Side = { server: Server; paths?: string[] };
/** With the microseconds of processor time that the server took for a request: these hardly change while others use the machine. */
type Measured = Burst & { cpu: number };

async function burstOf({ server, ...order }: Omit<Order, 'port'> & Side): Promise<Measured> {
  const child = await start<Burst>('bench/load.ts');
  const time = async () => {
    const { user, system } = await server.ask<NodeJS.CpuUsage>({});
    return user + system;
  };
  const before = await time();
  const result = await child.ask<Burst>({ ...order, port: server.port });
  const cpu = ((await time()) - before) / result.requests;
  await child.stop();
  return { ...result, cpu };
}

/** The lines that say what was compared. */
export function told(names: [yardstick: string, subject: string], { yardstick, subject, spread, cpu, isVoid }: Awaited<ReturnType<typeof compare>>): string[] {
  const line = (name: string, one: { perSecond: number; p99: number }) => `  ${name.padEnd(48)} ${shown(one.perSecond).padStart(8)} /s   p99 ${shown(one.p99)} ms`;
  return [line(names[0], yardstick), line(names[1], subject), `  spread of the yardstick ${shown(spread)}; processor time ${shown(cpu.yardstick)} and ${shown(cpu.subject)} µs a request, ${shown(cpu.yardstick / cpu.subject)}`, ...(isVoid ? ['  VOID: the machine was busy with something else'] : [])];
}
