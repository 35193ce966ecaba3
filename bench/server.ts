// One server of the bench in a process of its own: `tsx bench/server.ts KIND`. It says its port to its parent.
import { createServer, type RequestListener } from 'node:http';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as listen, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { createElement } from 'react';
import { openDatabase } from '#db/open.server';
import { readConfig } from '~/http/config.server';
import { createPortal } from '~/http/portal.server';
import { newId } from '~/shared/ids';
import { bareReact } from './bare-react';

const [kind = ''] = process.argv.slice(2);
const port = await freePort();
let dataFolder = '';

/** A port nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = listen().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}

/** The pages of the portal as they are built, or only one that says hello, in the same server and the same entry. */
async function pages(minimal: boolean): Promise<ServerBuild> {
  const build = (await import(pathToFileURL(join(process.cwd(), 'build/server/index.js')).href)) as ServerBuild;
  if (!minimal) return build;
  const Hello = () => createElement('html', { lang: 'pl' }, createElement('head', null, createElement('title', null, 'Hello')), createElement('body', null, createElement('h1', null, 'Hello')));
  const root = { id: 'root', path: '', module: { default: Hello } };
  const hello = { id: 'hello', parentId: 'root', path: 'hello', module: { default: () => null, loader: async () => ({ hello: true }) } };
  return { ...build, routes: { root, hello } as unknown as ServerBuild['routes'], assets: { ...build.assets, routes: { root: { id: 'root', path: '', module: '', hasLoader: false }, hello: { id: 'hello', parentId: 'root', path: 'hello', module: '', hasLoader: true } } as unknown as ServerBuild['assets']['routes'] } };
}

async function portal(minimal = false): Promise<RequestListener> {
  const db = await openDatabase(process.env.BENCH_FILE ?? '');
  const config = readConfig({ PORT: String(port), NODE_ENV: 'development', DEMO: 'off' });
  const now = () => new Date();
  return createPortal({ config, db, build: await pages(minimal), clientFolder: join(process.cwd(), 'build/client'), isReady: async () => true, now });
}

/** The very same bytes from a bare server: what no portal can be faster than. */
async function bareBytes(): Promise<RequestListener> {
  const answer = await fetch(process.env.BENCH_SAME ?? '', { headers: { 'accept-encoding': 'gzip' } });
  const { gzipSync } = await import('node:zlib');
  const bytes = gzipSync(Buffer.from(await answer.text()), { level: 6 });
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'content-length': bytes.length, vary: 'accept-encoding' });
    response.end(bytes);
  };
}

const kinds: Record<string, () => Promise<RequestListener>> = {
  fresh: () => portal(),
  minimal: () => portal(true),
  bare: bareBytes,
  react: async () => bareReact(process.env.BENCH_FILE ?? '', await (await fetch(process.env.BENCH_SAME ?? '')).text()),
};

if (kind === 'portal') {
  // The portal as it is built and started, with a copy of the data.
  const folder = (dataFolder = mkdtempSync(join(tmpdir(), 'portal-bench-')));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(process.env.BENCH_FILE ?? '', join(folder, 'portal.sqlite'));
  const { startPortal } = (await import(pathToFileURL(join(process.cwd(), 'build/portal.js')).href)) as typeof import('../server');
  await startPortal(readConfig({ PORT: String(port), NODE_ENV: 'development', DEMO: 'off', DATA_DIR: folder }), process.cwd());
} else {
  const server = createServer(await kinds[kind]!());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
}
/** Durable writes in the process that serves, one every ten milliseconds; the wait of each counts from when it was due. */
async function write(seconds: number) {
  const db = await openDatabase(join(dataFolder, 'portal.sqlite'));
  const waits: number[] = [];
  const begun = performance.now();
  for (let n = 0; n < seconds * 100; n += 1) {
    const due = begun + n * 10;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    await db.tx(async (tx) => void (await tx.insert(tx.t.requestKeys).values({ key: newId(), actorId: null, location: 'x'.repeat(4000), at: new Date() })));
    waits.push(performance.now() - due);
  }
  await db.close();
  waits.sort((a, b) => a - b);
  return { p99: waits[Math.floor(waits.length * 0.99)], writes: waits.length };
}

/** The most memory this process ever held, in megabytes; `maxRSS` would count that of the process it was forked from. */
const peakMemory = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;

process.on('message', (order: { ask?: string; seconds?: number }) => {
  if (order.ask === 'file') process.send?.(join(dataFolder, 'portal.sqlite'));
  else if (order.ask === 'write') void write(order.seconds ?? 1).then((written) => process.send?.(written));
  else process.send?.(order.ask === 'memory' ? peakMemory() : process.cpuUsage());
});
process.send?.({ port });
process.on('SIGTERM', () => process.exit(0));
