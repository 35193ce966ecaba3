import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig, WrongConfig } from '~/http/config.server';
import { comesFromUs, ownOrigins } from '~/http/origin-check';
import { createPortal } from '~/http/portal.server';
import { faultForLog, pathForLog, type Line } from '~/http/request-log';
import type { Database } from '#db/open.server';

const whyNot = (env: Record<string, string>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof WrongConfig ? error.sentences : [String(error)];
  }
};

describe('settings', () => {
  test('nothing given is a demo on this machine', () => {
    expect(readConfig({})).toMatchObject({ port: 4200, origin: 'http://localhost:4200', demo: true, dataDir: './data' });
  });

  test.each([
    ['PORT', '0'],
    ['PORT', '42oo'],
    ['ORIGIN', 'otwarty.krakow.pl'],
    ['ORIGIN', 'https://otwarty.krakow.pl/'],
    ['DATABASE_URL', 'mysql://localhost/portal'],
    ['SMTP_URL', 'http://mail'],
    ['MAIL_FROM', 'nobody'],
    ['UPLOADTHING_TOKEN', 'short'],
    ['NODE_ENV', 'prod'],
    ['DEMO', 'yes'],
  ])('a wrong %s is refused by a sentence that names it', (name, value) => {
    const sentences = whyNot({ [name]: value });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(name);
  });

  test('a production portal has a public address and no demo', () => {
    expect(whyNot({ NODE_ENV: 'production' })[0]).toContain('ORIGIN');
    expect(whyNot({ NODE_ENV: 'production', ORIGIN: 'http://otwarty.krakow.pl' })[0]).toContain('https');
    expect(whyNot({ NODE_ENV: 'production', ORIGIN: 'https://otwarty.krakow.pl', DEMO: 'on' })[0]).toContain('DEMO');
    expect(readConfig({ NODE_ENV: 'production', ORIGIN: 'https://otwarty.krakow.pl' }).demo).toBe(false);
  });
});

test.each([
  ['GET', {}, true],
  ['POST', { origin: 'https://otwarty.krakow.pl' }, true],
  ['POST', { origin: 'https://otwarty.krakow.pl.evil.example' }, false],
  ['POST', { origin: 'http://otwarty.krakow.pl' }, false],
  ['POST', {}, false],
  ['POST', { 'sec-fetch-site': 'same-origin' }, true],
  ['POST', { 'sec-fetch-site': 'same-site' }, false],
  ['POST', { origin: 'null' }, false],
  ['POST', { origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
  ['POST', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
  ['DELETE', {}, false],
])('%s with %o comes from our pages: %s', (method, headers: Record<string, string>, expected) => {
  const asked = { method, path: '/pl/calls', header: (name: string) => headers[name] };
  expect(comesFromUs(asked, ownOrigins('https://otwarty.krakow.pl'))).toBe(expected);
});

test.each([
  ['/pl/letters/alerts/abc_-D', true],
  ['/uk/letters/searches/abc', true],
  ['/pl/calls/alerts/stop/abc', false],
  ['/pl/letters/alerts/a/b', false],
])('a mail program, which names no page it comes from, may send to %s: %s', (path, expected) => {
  expect(comesFromUs({ method: 'POST', path, header: () => undefined }, ownOrigins('https://otwarty.krakow.pl'))).toBe(expected);
});

describe('the log', () => {
  test.each([
    ['/pl/calls/klub-rozmow-2027?q=Kowalska', '/pl/calls/klub-rozmow-2027'],
    ['/pl/confirm/Zk3h0aQ_x9-LmNopQr', '/pl/confirm/:id'],
    ['/uk/applications/0192f0c1-7a3b-7c4d-8e5f-0123456789ab/check', '/uk/applications/:id/check'],
    ['/pl/invitations/anna%40example.org', '/pl/invitations/:id'],
  ])('keeps of %s only %s', (url, path) => expect(pathForLog(url)).toBe(path));

  test('never repeats the values of a failed query', () => {
    const cause = Object.assign(new Error('UNIQUE constraint failed: people.email'), { code: 'SQLITE_CONSTRAINT_UNIQUE' });
    const line = faultForLog(new Error('Failed query: insert into people\nparams: anna@example.org', { cause }));
    expect(JSON.stringify(line)).not.toContain('anna@example.org');
    expect(line.code).toBe('SQLITE_CONSTRAINT_UNIQUE');
  });
});

describe('every answer', () => {
  let server: Server;
  let base: string;
  let folder: string;
  const lines: Line[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'client-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets/app-1.css'), 'p{}');
    writeFileSync(join(folder, 'assets/app-1.css.br'), 'compressed');
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // No page answers here: the gate in front of them is what is tested.
    const build = { routes: {}, assets: { routes: {}, entry: {} }, entry: { module: {} }, future: {}, mode: 'production' };
    server.on(
      'request',
      createPortal({
        config: readConfig({ ORIGIN: base }),
        db: {} as Database,
        build: build as unknown as ServerBuild,
        clientFolder: folder,
        now: () => new Date(),
        isReady: async () => false,
        log: (line) => lines.push(line),
      }),
    );
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const form = { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } };

  test.each<[number, string, RequestInit]>([
    [200, '/healthz', {}],
    [503, '/readyz', {}],
    [200, '/assets/app-1.css', {}],
    [403, '/pl/sign-in', form],
    [413, '/pl/sign-in', { ...form, body: 'a'.repeat(1024 * 1024 + 1), headers: { 'sec-fetch-site': 'same-origin' } }],
    [413, '/pl/office/organisations/import', { ...form, body: Buffer.alloc(50 * 1024 * 1024, 'a'), headers: { 'sec-fetch-site': 'same-origin' } }],
    [400, '/%E0%A4%A', {}],
    [405, '/pl', { method: 'PROPFIND' }],
  ])('%i of %s carries the security headers', async (status, path, init) => {
    const response = await fetch(base + path, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(response.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('cache-control')).toBe(path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store');
  });

  test('pages of others may read the open data with a condition, and are allowed nothing else', async () => {
    const ask = async (path: string) => {
      const { status, headers } = await fetch(base + path, { method: 'OPTIONS', headers: { origin: 'https://gdzie-indziej.example', 'access-control-request-method': 'GET', 'access-control-request-headers': 'if-none-match' } });
      return [status, headers.get('allow'), headers.get('access-control-allow-origin'), headers.get('access-control-allow-headers')];
    };
    const open = [204, 'GET, HEAD, OPTIONS', '*', 'If-None-Match, Accept-Language'];
    expect([await ask('/api/hsds/organizations'), await ask('/open-data/catalog.ttl')]).toEqual([open, open]);
    const others = [204, 'GET, HEAD, POST, OPTIONS', null, null];
    expect([await ask('/pl/sign-in'), await ask('/api/uploadthing'), await ask('/files/abc')]).toEqual([others, others, others]);
  });

  test('a list of organisations may be larger than other forms, so that its own page can say when it is too large', async () => {
    const send = (path: string) => fetch(base + path, { ...form, body: Buffer.alloc(6 * 1024 * 1024, 'a'), headers: { 'sec-fetch-site': 'same-origin' } });
    expect([(await send('/pl/office/organisations/import')).status === 413, (await send('/pl/office/organisations')).status]).toEqual([false, 413]);
  });

  test('a refusal is a page in the language of the address', async () => {
    const page = await (await fetch(`${base}/uk/sign-in`, form)).text();
    expect(page).toContain('<html lang="uk">');
    expect(page).toContain('У вас немає доступу');
  });

  test('assets come compressed to those who can read it', async () => {
    const response = await fetch(`${base}/assets/app-1.css`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    const compressed = await fetch(`${base}/assets/app-1.css`, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(compressed.headers.get('vary')).toContain('Accept-Encoding');
  });

  test('leaves one line in the log, without its query', async () => {
    lines.length = 0;
    await fetch(`${base}/healthz?email=anna@example.org`);
    await expect.poll(() => lines.length).toBe(1);
    expect(Object.keys(lines[0]!)).toEqual(['time', 'id', 'method', 'path', 'status', 'ms']);
    expect(lines[0]!.path).toBe('/healthz');
  });
});
