import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { sql } from 'drizzle-orm';
import { openDatabase, type Database } from '#db/open.server';
import { system } from '~/access/actor';
import { readConfig, WrongConfig, type Config } from '~/http/config.server';
import { securityHeaders } from '~/http/headers';
import { takeAutosaves } from '~/http/autosave.server';
import { dataRevision } from '~/http/data-revision.server';
import { keepPages } from '~/http/page-cache.server';
import { createPortal } from '~/http/portal.server';
import { faultForLog, writeLine } from '~/http/request-log';
import { startJobs } from '~/jobs/run.server';
import { directoryIndex } from '~/modules/organisations/search/memory.server';
import { ensureReferenceData } from '~/modules/programme/commands.server';

/** How long requests under way may take to finish when the process is asked to stop. */
const patience = 10_000;

type DemoPerson = { role: string; email: string; password: string };

/** Where the database is: an address, or a file. */
const databaseOf = (config: Config) => config.databaseUrl ?? join(config.dataDir, 'portal.sqlite');

/** Opens the database that the settings name, and brings its tables up to date. */
export async function openPortalDatabase(config: Config, root: string): Promise<Database> {
  mkdirSync(config.dataDir, { recursive: true });
  const db = await openDatabase(databaseOf(config), join(root, 'db/migrations'));
  await db.migrate();
  return db;
}

/** Fills an empty database with the demo year; gives the demo people on this and every later start. */
async function prepareDemo(config: Config, db: Database, root: string, now: Date): Promise<DemoPerson[]> {
  if (!config.demo) return [];
  const list = join(config.dataDir, 'demo-people.json');
  const [row] = await db.raw(sql`select count(*) as n from people`);
  if (Number(row?.n ?? 0) > 0) {
    if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8')) as DemoPerson[];
    console.log(`This database was not filled by the demo, or only in part; empty ${config.dataDir} to fill it anew.`);
    return [];
  }
  console.log('filling the demo year (once)…');
  const { seedDemo } = await import('#db/seed/run');
  const people = await seedDemo(db, { now, root });
  writeFileSync(list, JSON.stringify(people, null, 2));
  return people;
}

function greet(config: Config, people: DemoPerson[]) {
  console.log(`\nOpen Kraków is at ${config.origin}\n`);
  if (people.length === 0) return;
  console.log('People of the demo:');
  const width = (of: keyof DemoPerson) => Math.max(...people.map((person) => person[of].length));
  const [role, email] = [width('role'), width('email')];
  for (const person of people)
    console.log(`  ${person.role.padEnd(role)}  ${person.email.padEnd(email)}  ${person.password}`);
  console.log('');
}

/** So many may wait at the door, as far as the system lets them: whoever finds it full is let in seconds later. */
const backlog = 4096;

async function listen(server: Server, port: number) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, backlog }, () => resolve());
  });
}

/** Asked before anything is written: a second start must not touch the database of the first. */
async function provePortIsFree(port: number) {
  const probe = createServer();
  await listen(probe, port);
  await new Promise((resolve) => probe.close(resolve));
}

/** A request that cannot even be parsed gets its answer here, with the same headers as any other. */
function answerUnparsable(server: Server, config: Config) {
  const headers = Object.entries(securityHeaders(config)).map(([name, value]) => `${name}: ${value}`);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
    socket.end([`HTTP/1.1 ${status}`, ...headers, 'Connection: close', 'Content-Length: 0', '', ''].join('\r\n'));
  });
}

/** Starts the portal; gives the way to stop it without losing what is under way. The clock is given only by journeys that live through weeks. */
export async function startPortal(config: Config, root: string, now: () => Date = () => new Date()) {
  await provePortIsFree(config.port);
  // The pages are read from the disk while the database is opened.
  const pages = import(pathToFileURL(join(root, 'build/server/index.js')).href) as Promise<ServerBuild>;
  pages.catch(() => undefined);
  const db = await openPortalDatabase(config, root);
  await ensureReferenceData({ db, actor: system, now: now(), lang: 'pl', origin: config.origin });
  const people = await prepareDemo(config, db, root, now());
  const build = await pages;

  let stopping: Promise<void> | undefined;
  const isReady = async () => !stopping && (await db.raw(sql`select 1 as one`).then(() => true, () => false));
  const exportThread = { program: join(root, 'build/export-worker.js'), database: databaseOf(config) };
  const portal = createPortal({ config, db, build, clientFolder: join(root, 'build/client'), isReady, now, exportThread });
  const server = createServer({ headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 });
  server.on('request', (_request, response) => {
    if (stopping) response.shouldKeepAlive = false;
  });
  server.on('request', keepPages({ config, now, revision: dataRevision(db) }, takeAutosaves({ config, db, now }, portal)));
  answerUnparsable(server, config);
  await listen(server, config.port);
  const jobs = startJobs({ db, config, now });
  // Made beside the first requests, so that nobody who searches waits for all of it; who asks hears of a fault.
  directoryIndex(db).catch(() => undefined);
  greet(config, people);

  async function finish() {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), patience);
    await closed;
    clearTimeout(cut);
    await jobs.stop();
    await db.close();
  }
  // A terminal and npm may both pass on the same signal: stopping twice is stopping once.
  return { server, stop: () => (stopping ??= finish()) };
}

/** The whole life of the process, from reading its settings to a graceful end. */
export async function run(env: Record<string, string | undefined>, root: string) {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof WrongConfig)) throw error;
    console.error(['The portal was not started.', ...error.sentences].join('\n'));
    process.exit(1);
  }
  const { stop } = await startPortal(config, root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') console.error(`PORT ${config.port} is taken by another program; choose another.`);
    else console.error('The portal was not started.', error);
    return process.exit(1);
  });

  process.on('unhandledRejection', (reason) => writeLine({ level: 'error', ...faultForLog(reason) }));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void stop().then(() => process.exit(0), () => process.exit(1)));
}
