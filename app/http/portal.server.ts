import { randomBytes } from 'node:crypto';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import type { Database } from '#db/open.server';
import type { Config } from './config.server';
import { errorDocument, readerLang } from './error-document.server';
import { addHeadersAtLast, securityHeaders } from './headers';
import type { ExportThread } from './export.server';
import { answerOptions } from './options';
import { keepOf } from './page-cache.server';
import { comesFromUs, ingestPath, isOwnHost, ownOrigins } from './origin-check';
import { remixHandler } from './remix.server';
import { faultForLog, pathForLog, writeLine, type Line } from './request-log';
import { splitByPage } from './route-groups';
import { serveStatic } from './static-files.server';

declare module '@remix-run/node' {
  interface AppLoadContext {
    config: Config;
  }
}

const megabyte = 1024 * 1024;
/** The largest body of a form, and of one request that brings a file, with a script or with a form. */
const bodyLimit = 1 * megabyte;
const uploadLimit = 12 * megabyte;

/** Pages whose form carries a file where scripts are off. */
const fileForm = /^\/[a-z]{2}\/(applications\/\w+\/section\/attachments|my\/\w+|office\/organisations\/import)$/;

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const forwarded = ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-forwarded-for', 'x-real-ip'];

type Portal = {
  config: Config;
  db: Database;
  build: ServerBuild;
  clientFolder: string;
  /** Whether the portal can answer now: the database answers and the process is not stopping. */
  isReady: () => Promise<boolean>;
  now: () => Date;
  /** The thread that writes long lists. */
  exportThread?: ExportThread;
  log?: (line: Line) => void;
};

function requestIdOf(response: Response): string {
  return response.locals.requestId as string;
}

/** Everything between a socket and the pages: who asks, whether it may pass, and what each answer carries. */
export function createPortal({ config, db, build, clientFolder, isReady, now, exportThread, log = writeLine }: Portal) {
  const portal = express();
  portal.disable('x-powered-by');
  portal.disable('etag');
  portal.disable('query parser');
  portal.set('trust proxy', config.proxies);

  const stylesheets = build.assets.routes.root?.css ?? [];
  const refuse = (request: Request, response: Response, status: number) => {
    const lang = readerLang(request.path, request.headers);
    const body = errorDocument({ status, lang, requestId: requestIdOf(response), stylesheets });
    response.status(status).type('html').vary('Accept-Language').send(body);
  };

  portal.use(begin(config, log));
  // Whoever watches the process asks it by its own address, so these come before the check of the host.
  portal.get('/healthz', (_request, response) => void response.type('text').send('ok\n'));
  portal.get('/readyz', (_request, response, next) => {
    isReady()
      .then((ready) => response.status(ready ? 200 : 503).type('text').send(ready ? 'ready\n' : 'not ready\n'))
      .catch(next);
  });
  portal.use(refuseForeign(config, refuse));
  portal.use(serveStatic(clientFolder));
  portal.use(answerOptions);
  portal.use(refuseForged(config, refuse));
  portal.use(refuseTooLarge(refuse));
  portal.use(compression());
  portal.use((_request, response, next) => {
    response.vary('Cookie, Accept-Language');
    next();
  });
  const answerBy = handlers(build, (request, response) => ({
    db,
    config,
    origin: config.origin,
    requestId: requestIdOf(response),
    ip: response.locals.ip as string,
    now,
    mailShown: config.demo && config.smtpUrl === undefined,
    demo: config.demo,
    keep: keepOf(request),
    exporting: { thread: exportThread, drained: () => drained(response) },
  }));
  portal.all('*', (request, response, next) => answerBy(request.path)(request, response, next));

  const onFault: ErrorRequestHandler = (error: { status?: number }, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) log({ level: 'error', id: requestIdOf(response), path: pathForLog(request.url), ...faultForLog(error) });
    for (const name of ['Content-Encoding', 'Cache-Control', 'Content-Type']) response.removeHeader(name);
    refuse(request, response, status);
  };
  portal.use(onFault);
  return portal;
}

/** When the socket has taken what was written, or is gone. */
function drained(response: Response): Promise<void> {
  if (!response.writableNeedDrain) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

/** The pages that can answer a path, opened when first asked for. */
function handlers(build: ServerBuild, contextFor: (request: Request, response: Response) => AppLoadContext): (path: string) => RequestHandler {
  const partOf = splitByPage(build);
  const opened = new Map<ServerBuild, RequestHandler>();
  return (path) => {
    const part = partOf(path);
    let handler = opened.get(part);
    if (!handler) opened.set(part, (handler = remixHandler(part, contextFor)));
    return handler;
  };
}

/** Numbers the request, gives its answer the security headers and writes its line in the log. */
function begin(config: Config, log: (line: Line) => void): RequestHandler {
  const headers = securityHeaders(config);
  const protocol = new URL(config.origin).protocol.slice(0, -1);
  return (request, response, next) => {
    const started = performance.now();
    const id = randomBytes(8).toString('hex');
    response.locals.requestId = id;
    response.locals.ip = request.ip ?? '';
    addHeadersAtLast(response, { ...headers, 'X-Request-Id': id });

    // Remix would build addresses from these; only the configured origin counts.
    for (const name of forwarded) delete request.headers[name];
    Object.defineProperty(request, 'protocol', { value: protocol });

    response.once('close', () => {
      log({
        time: new Date().toISOString(),
        id,
        method: request.method,
        path: pathForLog(request.originalUrl),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        ...(response.writableFinished ? {} : { cut: 1 }),
      });
    });
    next();
  };
}

type Refuse = (request: Request, response: Response, status: number) => void;

/** Turns away requests for another host, and methods that no page has. */
function refuseForeign(config: Config, refuse: Refuse): RequestHandler {
  const origins = ownOrigins(config.origin);
  return (request, response, next) => {
    if (!methods.has(request.method)) {
      response.setHeader('Allow', [...methods].join(', '));
      return refuse(request, response, 405);
    }
    if (isOwnHost(request.headers.host, origins)) return next();
    refuse(request, response, 400);
  };
}

/** Turns away requests that another site made a browser send. */
function refuseForged(config: Config, refuse: Refuse): RequestHandler {
  const origins = ownOrigins(config.origin);
  return (request, response, next) => {
    const { method, path } = request;
    if (!comesFromUs({ method, path, header: (name) => request.get(name) }, origins)) return refuse(request, response, 403);
    // Remix takes the word "null" for another site; where it came from has been checked above.
    if (request.headers.origin === 'null') delete request.headers.origin;
    next();
  };
}

/** Turns away bodies that are too large, or that do not say how large they are. */
function refuseTooLarge(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    const limit = request.path.startsWith(ingestPath) || fileForm.test(request.path) ? uploadLimit : bodyLimit;
    if (request.headers['transfer-encoding'] !== undefined) return refuse(request, response, 411);
    // The parser of HTTP holds a body to the length it announced.
    if (Number(request.headers['content-length'] ?? 0) > limit) return refuse(request, response, 413);
    next();
  };
}
