import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Kept } from '~/access/declare';
import { isLang } from '~/i18n/messages';
import type { Config } from './config.server';
import { securityHeaders } from './headers';
import { hasSession, normalQuery, preferredEncoding, type Encoding } from './kept-request';
import { isOwnHost, ownOrigins } from './origin-check';
import { requestIds } from './request-ids';
import { pathForLog, writeLine, type Line } from './request-log';
import { themeOf } from './theme';

/** What an answer depends on, the same for a page that was kept and for one that was made now. */
export const keptVary = 'Cookie, Accept-Language, Accept-Encoding';

type Page = { etag: string; until: number; path: string; bytes: Partial<Record<Encoding, Buffer>> & { identity: Buffer }; size: number };
type Slot = { key: string; path: string; revision: unknown };

type Settings = {
  config: Config;
  now: () => Date;
  /** The state of the data; at once where the engine can tell at once. */
  revision: () => unknown;
  log?: (line: Line) => void;
  /** How many bytes of pages are kept at most. */
  limit?: number;
};

/** Remembers the answer to this request, and gives the headers that let a browser remember it too. */
export type Keep = (html: string, kept: Kept) => Record<string, string>;

const slots = new WeakMap<IncomingMessage, Keep>();

/** How this request's page is kept, if it is one that may be. */
export function keepOf(request: IncomingMessage): Keep | undefined {
  return slots.get(request);
}

const minute = 60_000;
const shortly = 5_000;

/** Until when a page made now is right; see docs/decisions/0006. */
export function rightUntil(kept: Kept, now: number): number {
  const unit = kept === 'hour' ? 60 * minute : minute;
  const turn = (Math.floor(now / unit) + 1) * unit;
  return kept === 'hour' ? turn : Math.min(turn, now + shortly);
}

const compress: Record<Exclude<Encoding, 'identity'>, (bytes: Buffer) => Buffer> = {
  gzip: (bytes) => gzipSync(bytes, { level: 6 }),
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
};

/**
 * Answers whoever is not signed in with pages made before, as long as the data is the same; everything
 * else goes on to the portal. It stands before Express, which costs more than the whole answer.
 */
export function keepPages({ config, now, revision, log = writeLine, limit = 32 * 1024 * 1024 }: Settings, portal: RequestListener): RequestListener {
  const pages = new Map<string, Page>();
  let held = 0;
  let heldRevision: unknown;
  const origins = ownOrigins(config.origin);
  const hosts = new Set<string>();
  const { 'Cache-Control': _never, ...security } = securityHeaders(config);
  const always = Object.entries({ ...security, 'Cache-Control': 'no-cache', Vary: keptVary }).flat();
  const nextId = requestIds();

  function drop(key: string, page: Page) {
    pages.delete(key);
    held -= page.size;
  }

  function grow(page: Page, bytes: number) {
    page.size += bytes;
    held += bytes;
    for (const [key, oldest] of pages) {
      if (held <= limit) break;
      drop(key, oldest);
    }
  }

  function inRevision(current: unknown) {
    if (current === heldRevision) return;
    pages.clear();
    held = 0;
    heldRevision = current;
  }

  function keeper({ key, path, revision: before }: Slot): Keep {
    return (html, kept) => {
      const identity = Buffer.from(html);
      const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
      // What was read while the data changed may be of either state, so it is kept for neither.
      if (before === heldRevision && identity.length <= limit / 8) {
        const old = pages.get(key);
        if (old) drop(key, old);
        const page: Page = { etag, until: rightUntil(kept, now().getTime()), path, bytes: { identity }, size: 0 };
        pages.set(key, page);
        grow(page, identity.length + 2 * key.length + 500);
      }
      return { ETag: etag, 'Cache-Control': 'no-cache' };
    };
  }

  function bytesOf(page: Page, encoding: Encoding): Buffer {
    let bytes = page.bytes[encoding];
    if (!bytes && encoding !== 'identity') {
      bytes = page.bytes[encoding] = compress[encoding](page.bytes.identity);
      grow(page, bytes.length);
    }
    return bytes ?? page.bytes.identity;
  }

  function send(request: IncomingMessage, response: ServerResponse, page: Page, started: number) {
    const id = nextId();
    const known = request.headers['if-none-match'];
    const isKnown = known !== undefined && known.includes(page.etag);
    const head = [...always, 'X-Request-Id', id, 'ETag', page.etag];
    if (isKnown) response.writeHead(304, head).end();
    else {
      const encoding = preferredEncoding(request.headers['accept-encoding']);
      const bytes = bytesOf(page, encoding);
      head.push('Content-Type', 'text/html; charset=utf-8', 'Content-Length', String(bytes.length));
      if (encoding !== 'identity') head.push('Content-Encoding', encoding);
      response.writeHead(200, head);
      response.end(request.method === 'HEAD' ? undefined : bytes);
    }
    log({ time: now().toISOString(), id, method: request.method, path: page.path, status: isKnown ? 304 : 200, ms: Math.round(performance.now() - started) });
  }

  function isOurs(host: string | undefined): boolean {
    if (host !== undefined && hosts.has(host)) return true;
    if (!isOwnHost(host, origins)) return false;
    if (hosts.size < 10) hosts.add(host ?? '');
    return true;
  }

  /** Under which name the answer to this request is kept; none where it never is. */
  function keyOf(request: IncomingMessage): { key: string; path: string } | undefined {
    const { method, url = '', headers } = request;
    if ((method !== 'GET' && method !== 'HEAD') || url.length > 500 || url[0] !== '/') return undefined;
    if (!isLang(url.slice(1, 3)) || (url.length > 3 && url[3] !== '/' && url[3] !== '?')) return undefined;
    if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return undefined;
    if (hasSession(headers.cookie) || !isOurs(headers.host)) return undefined;
    const query = url.indexOf('?');
    const path = query < 0 ? url : url.slice(0, query);
    const normal = query < 0 ? '' : normalQuery(url.slice(query + 1));
    if (normal === undefined) return undefined;
    // The page repeats its own address in links, so the page is made for the address it is kept under.
    const address = path + normal;
    if (address !== url) request.url = address;
    return { key: `${headers.cookie ? themeOf(headers.cookie) : 'system'} ${address}`, path };
  }

  return (request, response) => {
    const started = performance.now();
    const asked = keyOf(request);
    if (!asked) return portal(request, response);
    const answer = (current: unknown) => {
      inRevision(current);
      const page = pages.get(asked.key);
      if (page && now().getTime() < page.until) {
        pages.delete(asked.key);
        pages.set(asked.key, page);
        return send(request, response, page, started);
      }
      if (request.method === 'GET') slots.set(request, keeper({ key: asked.key, path: pathForLog(asked.path), revision: current }));
      portal(request, response);
    };
    const current = revision();
    if (current instanceof Promise) current.then(answer, () => portal(request, response));
    else answer(current);
  };
}
