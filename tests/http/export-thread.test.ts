import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#db/open.server';
import { exportStream } from '~/http/export.server';
import { listFound, wantedFrom } from '~/modules/organisations/directory.server';
import { writeExport, type ExportOrder } from '~/modules/organisations/export/write.server';
import { facetValues } from '~/modules/organisations/facet-values';
import { fill } from '../../bench/data';
import { ourFolders } from '../../scripts/our-folders.mjs';

// Inside the repository, so that the thread finds the packages.
const folder = fileURLToPath(new URL('../../node_modules/.cache/export-thread-test', import.meta.url));
const program = path.join(folder, 'export-worker.js');
const database = path.join(folder, 'portal.sqlite');
const many = 1500;
let db: Database;
let ids: string[];

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({ entryPoints: ['app/jobs/export-worker.ts'], outfile: program, bundle: true, plugins: [ourFolders], platform: 'node', format: 'esm', target: 'node20', jsx: 'automatic', tsconfig: 'tsconfig.json', logLevel: 'warning' });
  db = await openDatabase(database);
  await db.migrate();
  await fill(db, many);
  ids = await listFound(db, wantedFrom(new URLSearchParams(), facetValues));
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const thread = () => ({ program, database });
const orderOf = (format: 'csv' | 'xlsx', chosen: ExportOrder['chosen'] = ids): ExportOrder => ({ format, chosen, lang: 'pl', origin: 'http://portal.test' });
const streamOf = (order: ExportOrder, signal = new AbortController().signal, of = thread()) => exportStream({ db, order, thread: of, drained: async () => {}, signal });

test.each(['csv', 'xlsx'] as const)('a long list as %s comes whole from the thread, piece after piece, the same as written here', async (format) => {
  const here: Uint8Array[] = [];
  for await (const piece of writeExport(db.read, orderOf(format))) here.push(new Uint8Array(piece));
  const there: Uint8Array[] = [];
  for await (const piece of streamOf(orderOf(format, 'all')) as unknown as AsyncIterable<Uint8Array>) there.push(piece);
  expect(there.length).toBeGreaterThan(1);
  expect(Buffer.concat(there).equals(Buffer.concat(here))).toBe(true);
  if (format === 'csv') expect(Buffer.concat(there).toString().match(/\r\n/g)).toHaveLength(many + 1);
});

test('a reader who leaves after the first piece ends the thread and makes room for others', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    const reader = streamOf(orderOf('csv')).getReader();
    expect((await reader.read()).value?.length).toBeGreaterThan(0);
    await reader.cancel();
  }
  expect(await new Response(streamOf(orderOf('csv'))).text()).toContain('organizacja-1');
});

test('a thread that fails is heard of, never silent', async () => {
  const broken = { program, database: path.join(folder, 'nowhere', 'portal.sqlite') };
  await expect(new Response(streamOf(orderOf('csv'), undefined, broken)).text()).rejects.toThrow();
});
