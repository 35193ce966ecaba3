import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { RequestHandler, Response } from 'express';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
};

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

type StaticFile = { path: string; encoded: Set<string> };

/** The built files by their address, each with the encodings that were prepared for it. */
export function listStaticFiles(folder: string): Map<string, StaticFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.') && part !== '.well-known'));
  const all = new Set(names);
  const files = new Map<string, StaticFile>();
  for (const name of names) {
    if (encodings.some(([, ending]) => name.endsWith(ending))) continue;
    const encoded = new Set(encodings.filter(([, ending]) => all.has(name + ending)).map(([encoding]) => encoding));
    files.set(`/${name}`, { path: join(folder, name), encoded });
  }
  return files;
}

function sendStatic(response: Response, path: string, immutable: boolean, next: (error?: unknown) => void) {
  response.sendFile(path, { cacheControl: false, dotfiles: 'allow', acceptRanges: false }, (error) => {
    if (error && !response.headersSent) next(error);
  });
  response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
}

/** Serves the built files from a list made at start, so that no path of a request ever reaches the disk. */
export function serveStatic(folder: string): RequestHandler {
  const files = listStaticFiles(folder);
  return (request, response, next) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(request.path) : undefined;
    if (!file) return next();
    const type = types[extname(file.path)];
    if (type) response.setHeader('Content-Type', type);
    const immutable = request.path.startsWith('/assets/');
    if (file.encoded.size === 0) return sendStatic(response, file.path, immutable, next);

    response.vary('Accept-Encoding');
    const chosen = encodings.find(([encoding]) => file.encoded.has(encoding) && request.acceptsEncodings(encoding));
    if (!chosen) return sendStatic(response, file.path, immutable, next);
    response.setHeader('Content-Encoding', chosen[0]);
    sendStatic(response, file.path + chosen[1], immutable, next);
  };
}
