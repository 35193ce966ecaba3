import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/open.server';
import { anonymous, system } from '~/access/actor';
import { may } from '~/access/policy';
import type { Kept, RouteAccess } from '~/access/declare';
import { readConfig } from '~/http/config.server';
import { unseenEvents } from '~/modules/audit/revision.server';
import type { EventName } from '~/i18n/codes';
import { dataRevision, gathered } from '~/http/data-revision.server';
import { securityHeaders } from '~/http/headers';
import { normalQuery, preferredEncoding } from '~/http/kept-request';
import { keepOf, keepPages, rightUntil } from '~/http/page-cache.server';
import type { Line } from '~/http/request-log';
import { record } from '~/modules/audit/commands.server';
import { eachEngine, monday, portal } from '../support/portal';

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

describe('pages kept before Express', () => {
  let server: Server;
  let now: Date;
  let revision: unknown;
  let made: string[];
  let kept: Kept | undefined;
  let lines: Line[];
  const config = readConfig({ PORT: '4200' });

  function open(limit?: number) {
    server = createServer(
      keepPages({ config, now: () => now, revision: () => revision, log: (line) => lines.push(line), ...(limit ? { limit } : {}) }, (request, response) => {
        made.push(`${request.method} ${request.url}`);
        const html = `<!doctype html><p>Dzień dobry ${made.length}${'.'.repeat(500)}</p>`;
        const keep = keepOf(request);
        const headers = keep && kept ? keep(html, kept) : {};
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html);
      }),
    );
    return new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }

  function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      ask({ port, host: '127.0.0.1', path, method, headers: { host: 'localhost:4200', ...headers } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          const encoding = response.headers['content-encoding'];
          const body = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: body.toString() });
        });
      }).on('error', reject).end();
    });
  }

  beforeEach(async () => {
    [now, revision, made, kept, lines] = [monday, 1, [], 'hour', []];
    await open();
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  test('a page is made once for everybody who is not signed in', async () => {
    const first = await get('/pl/organisations');
    const second = await get('/pl/organisations');
    expect(made).toHaveLength(1);
    expect(second.body).toBe(first.body);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(second.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'Cookie, Accept-Language, Accept-Encoding' });
    expect(second.headers['set-cookie']).toBeUndefined();
    for (const [name, value] of Object.entries(securityHeaders(config)))
      if (name !== 'Cache-Control') expect(second.headers[name.toLowerCase()]).toBe(value);
    expect(lines).toMatchObject([{ method: 'GET', path: '/pl/organisations', status: 200, id: second.headers['x-request-id'] }]);
  });

  test('languages, themes and searches are kept apart', async () => {
    const paths = ['/pl/calls', '/uk/calls', '/pl/calls?q=b', '/pl/calls?q=a&page=2'];
    for (const path of [...paths, ...paths]) await get(path);
    for (const theme of ['dark', 'contrast', 'dark']) await get('/pl/calls', { cookie: `lang=pl; theme=${theme}` });
    expect(made).toHaveLength(6);
  });

  test('the order of a query and marks of campaigns do not matter, and the page is made for the plain address', async () => {
    await get('/pl/organisations?q=ludzie&page=2&utm_source=x');
    await get('/pl/organisations?page=2&fbclid=1&q=ludzie');
    expect(made).toEqual(['GET /pl/organisations?page=2&q=ludzie']);
  });

  test.each<[string, string, Record<string, string>, string]>([
    ['somebody signed in', '/pl/calls', { cookie: 'theme=dark; session=abc' }, 'GET'],
    ['somebody signed in over https', '/pl/calls', { cookie: '__Host-session=abc' }, 'GET'],
    ['a form', '/pl/calls', {}, 'POST'],
    ['another host', '/pl/calls', { host: 'evil.example' }, 'GET'],
    ['the data of a page', '/pl/calls?_data=root', {}, 'GET'],
    ['the data of a page, in other letters', '/pl/calls?%5fdata=root', {}, 'GET'],
    ['a file', '/assets/app.css', {}, 'GET'],
    ['an address that only begins like a language', '/plakaty', {}, 'GET'],
    ['a request with a body', '/pl/calls', { 'content-length': '0' }, 'GET'],
  ])('the portal itself answers %s', async (_what, path, headers, method) => {
    await get('/pl/calls');
    await get(path, headers, method);
    await get(path, headers, method);
    expect(made).toHaveLength(3);
  });

  test('a page that does not say that it may be kept is made each time', async () => {
    kept = undefined;
    await get('/pl/calls');
    await get('/pl/calls');
    expect(made).toHaveLength(2);
  });

  test('the very next request after a change sees it', async () => {
    const before = await get('/pl/calls');
    revision = 2;
    const after = await get('/pl/calls');
    expect(after.body).not.toBe(before.body);
    expect(made).toHaveLength(2);
  });

  test('a page made while the data changed is not kept', async () => {
    // Two wait for the state of the data; the one that saw the older state makes its page last.
    let first = (_state: unknown) => {};
    revision = new Promise((resolve) => (first = resolve));
    const older = get('/pl/calls');
    await new Promise((resolve) => setTimeout(resolve, 50));
    revision = 2;
    await get('/pl/organisations');
    first(1);
    await older;
    await get('/pl/calls');
    expect(made.filter((one) => one === 'GET /pl/calls')).toHaveLength(2);
  });

  test('whoever has the page already is told so', async () => {
    const { headers } = await get('/pl/calls');
    const again = await get('/pl/calls', { 'if-none-match': String(headers.etag) });
    expect(again).toMatchObject({ status: 304, body: '' });
    expect(again.headers.etag).toBe(headers.etag);
    expect(again.headers['content-security-policy']).toBeDefined();
  });

  test('a browser gets the bytes in the encoding it takes', async () => {
    const plain = await get('/pl/calls');
    for (const [accept, encoding] of [['gzip, deflate, br', 'br'], ['gzip', 'gzip'], ['identity', undefined], ['br;q=0, gzip', 'gzip']] as const) {
      const answer = await get('/pl/calls', { 'accept-encoding': accept });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.body).toBe(plain.body);
    }
  });

  test('HEAD has the headers of the page and no body', async () => {
    const { body } = await get('/pl/calls');
    const head = await get('/pl/calls', {}, 'HEAD');
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(body)));
  });

  test('the memory is bounded: what was asked for longest ago goes first', async () => {
    server.close();
    await open(8_000);
    for (const page of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await get(`/pl/calls?page=${page}`);
    await get('/pl/calls?page=1');
    expect(made.length).toBeGreaterThanOrEqual(10);
    const before = made.length;
    await get('/pl/calls?page=9');
    expect(made).toHaveLength(before);
  });

  test('a page that tells the time of something is right until the minute ends, and never longer than five seconds', async () => {
    kept = 'minute';
    now = new Date('2026-03-02T15:59:57Z');
    await get('/pl/calls');
    now = new Date('2026-03-02T15:59:59.999Z');
    await get('/pl/calls');
    expect(made).toHaveLength(1);
    now = new Date('2026-03-02T16:00:00Z');
    await get('/pl/calls');
    expect(made).toHaveLength(2);
    expect(rightUntil('minute', Date.parse('2026-03-02T12:00:30Z'))).toBe(Date.parse('2026-03-02T12:00:35Z'));
    expect(rightUntil('hour', Date.parse('2026-03-02T22:59:59Z'))).toBe(Date.parse('2026-03-02T23:00:00Z'));
  });
});

test.each([['q=a&page=2', '?page=2&q=a'], ['f=b&f=a', '?f=b&f=a'], ['utm_campaign=x', ''], ['', ''], ['a=1&_data=root', undefined]])('the query %s is %s', (query, normal) =>
  expect(normalQuery(query)).toBe(normal));

test('an encoding nobody asked for is not sent', () => {
  expect(preferredEncoding(undefined)).toBe('identity');
  expect(preferredEncoding('*;q=0')).toBe('identity');
});

test('only pages that everybody may see are ever kept', () => {
  const routes = import.meta.glob<{ handle?: RouteAccess }>('../../app/routes/**/*.{ts,tsx}', { eager: true });
  const pages = Object.entries(routes).filter(([, { handle }]) => handle?.kept);
  expect(pages.length).toBeGreaterThan(10);
  for (const [path, { handle }] of pages) expect([path, handle && may(anonymous, handle.see)]).toEqual([path, true]);
});

/** What a request would learn now: each comes in a turn of the loop of its own. */
async function learn(revision: () => unknown): Promise<unknown> {
  await new Promise((resolve) => setImmediate(resolve));
  return revision();
}

describe('the state of the data', () => {
  eachEngine((engine) => {
    test('changes with everything that is recorded', async () => {
      const p = await portal(engine);
      const revision = dataRevision(p.db);
      const context = p.as(system);
      const before = await learn(revision);
      expect(await learn(revision)).toBe(before);
      await p.db.tx((tx) => record(tx, context, { event: 'organisation.imported', subject: { kind: 'organisation', id: 'a' } }));
      expect(await learn(revision)).not.toBe(before);
    });

    test('does not change with the savings of an offer, and then does with what everybody sees', async () => {
      const p = await portal(engine);
      const revision = dataRevision(p.db);
      const happen = (event: EventName) => p.db.tx((tx) => record(tx, p.as(system), { event, subject: { kind: 'application', id: 'a' } }));
      const before = await learn(revision);
      for (const event of unseenEvents) await happen(event);
      expect(await learn(revision)).toBe(before);
      await Promise.all([happen('application.saved'), happen('organisation.imported'), happen('application.saved')]);
      const after = await learn(revision);
      expect(after).not.toBe(before);
      await happen('application.submitted');
      expect(await learn(revision)).toBe(after);
    });

    test('does not change with what nobody sees, such as a session', async () => {
      const p = await portal(engine);
      const revision = dataRevision(p.db);
      const before = await learn(revision);
      await p.db.tx(async (tx) => void (await tx.insert(tx.t.requestKeys).values({ key: 'k', actorId: null, at: monday })));
      expect(await learn(revision)).toBe(before);
    });
  });

  test('another process that writes to the same file is noticed at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'revision-'));
    const file = join(folder, 'portal.db');
    const db = await openDatabase(file);
    await db.migrate();
    const revision = dataRevision(db);
    for (const seq of [1, 2, 3]) {
      const before = await learn(revision);
      const insert = `insert into events (seq, at, event, actor_role, subject_kind, subject_id, detail, prev_hash, hash) values (${seq}, 0, 'call.announced', 'system', 'call', 'c', '{}', '', '')`;
      execFileSync(process.execPath, ['-e', `new (require('better-sqlite3'))(${JSON.stringify(file)}).exec(${JSON.stringify(insert)})`]);
      expect(await learn(revision)).not.toBe(before);
    }
    await db.close();
    rmSync(folder, { recursive: true });
  });

  test('many who ask at once share one reading, but never one that began before they asked', async () => {
    let readings = 0;
    const read = gathered(async () => {
      const mine = (readings += 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return mine;
    });
    const first = read();
    const later = [read(), read(), read()];
    expect([await first, ...(await Promise.all(later))]).toEqual([1, 2, 2, 2]);
    expect(await read()).toBe(3);
  });
});
