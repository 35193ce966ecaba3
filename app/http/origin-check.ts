import { isLoopback } from './config.server';

/** Where bytes are uploaded: the signature in the address proves each request, also without an Origin. */
export const ingestPath = '/ingest/';

/** Where mail programs end letters: the token in the address proves each request (RFC 8058). */
const stopsLetters = /^\/[a-z]{2}\/letters\/[a-z]+\/[\w-]+$/;

/** Where the browser asks for an upload, and where UploadThing's server calls back when it is done. */
const callbackPath = '/api/uploadthing';

type Asked = {
  method: string;
  path: string;
  header: (name: string) => string | undefined;
};

/** Every origin under which this portal may be reached: the configured one, and on one machine its other names. */
export function ownOrigins(origin: string): Set<string> {
  if (!isLoopback(origin)) return new Set([origin]);
  const { protocol, port } = new URL(origin);
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return new Set(names.map((name) => `${protocol}//${name}${port ? `:${port}` : ''}`));
}

/** Whether the Host of a request is one of ours; a forged one would end up in links and caches. */
export function isOwnHost(host: string | undefined, origins: Set<string>): boolean {
  return [...origins].some((origin) => new URL(origin).host === host?.toLowerCase());
}

/**
 * Whether a request that may change something was sent from our own pages. A form on a page with
 * `no-referrer` sends `Origin: null`; then, and where it is missing, the browser's own word counts.
 */
export function comesFromUs({ method, path, header }: Asked, origins: Set<string>): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (path.startsWith(ingestPath) || stopsLetters.test(path)) return true;
  // Another site cannot make a browser send this header: that takes a preflight, which we never answer.
  if (path === callbackPath && header('uploadthing-hook')) return true;
  const origin = header('origin');
  if (origin && origin !== 'null') return origins.has(origin);
  return header('sec-fetch-site') === 'same-origin';
}
