import type { ActionFunction, LoaderFunction } from 'react-router-dom';
import type { AppLoadContext } from '@remix-run/node';
import { readConfig } from '~/http/config.server';
import { monday, type Portal } from './portal';

type RouteModule = { loader?: unknown; action?: unknown };
const origin = 'http://portal.test';

export type Sent = { form?: Record<string, string>; body?: ReadableStream; cookie?: string; now?: Date | (() => Date); ip?: string; params?: Record<string, string> };

/** Sends a form to a route, or opens it, and gives the answer itself with its status, headers and data. */
export async function ask(p: Portal, route: RouteModule, path: string, { form, body, cookie, now = monday, ip = '203.0.113.7', params = {} }: Sent = {}) {
  const url = new URL(path, origin);
  const request = new Request(url, {
    headers: { ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    ...(body ? { method: 'POST', body, duplex: 'half' } : {}),
  } as RequestInit);
  const context: AppLoadContext = { db: p.db, origin, requestId: 'r', ip, now: typeof now === 'function' ? now : () => now, mailShown: false, demo: false, config: readConfig({}) };
  const run = (form || body ? route.action : route.loader) as ActionFunction & LoaderFunction;
  const answer = (await Promise.resolve(run({ request, params: { lang: url.pathname.split('/')[1] ?? 'pl', ...params }, context })).catch((error: unknown) => {
    if (error instanceof Response) return error;
    throw error;
  })) as Response;
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    setCookie: answer.headers.get('set-cookie') ?? '',
    retryAfter: answer.headers.get('retry-after'),
    body: await answer.text(),
  };
}

/** The cookie a browser would send back. */
export const cookieOf = ({ setCookie }: { setCookie: string }): string => setCookie.split(';')[0] ?? '';
