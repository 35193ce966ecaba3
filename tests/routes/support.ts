import { createElement, type ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import type { ActionFunction, LoaderFunction } from 'react-router-dom';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import type { RouteConfigEntry } from '@remix-run/route-config';
import type { Person } from '~/access/actor';
import type { RouteAccess } from '~/access/declare';
import { beginSession } from '~/access/session.server';
import { readConfig } from '~/http/config.server';
import { isLang } from '~/i18n/messages';
import { LangProvider } from '~/i18n/react';
import routes from '~/routes';
import { FormStateProvider, type RefusedForm } from '~/ui/form';
import { monday, type Portal } from '../support/portal';

type RouteModule = { handle: RouteAccess; loader?: LoaderFunction; action?: ActionFunction; default?: ComponentType };
export type Place = { path: string; file: string; module: RouteModule };

/** Every route of the site map with its whole path, as Remix would serve it. */
export const site: Place[] = await (async () => {
  return Promise.all(((await routes) as RouteConfigEntry[]).map(async ({ path = '', file }) => ({ path: `/${path}`, file, module: (await import(/* @vite-ignore */ `../../app/${file}`)) as RouteModule })));
})();

const handler = createStaticHandler(
  site.map(({ path, file, module: { loader, action, default: Component } }) => ({
    id: file, path, ...(Component ? { Component } : {}), ...(loader ? { loader } : {}), ...(action ? { action } : {}),
  })),
);
const withoutPage = new Set(site.filter(({ module }) => !module.default).map(({ file }) => file));
const origin = 'http://portal.test';

/** What a browser sends of one form: names with their values. */
export type Sent = Record<string, string | string[]>;
export type Visit = { person?: Pick<Person, 'id'> | undefined; cookie?: string | undefined; form?: Sent | undefined; now?: Date; method?: string; multipart?: boolean; /** A file that comes with the form. */ file?: File };
export type Page = { status: number; location: string; html: string; state: RefusedForm | null; cookie: string };

function bodyOf(form: Sent, multipart: boolean, file?: File): URLSearchParams | FormData {
  const body = multipart || file ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  if (file && body instanceof FormData) body.append('file', file);
  return body;
}

/** The cookie of somebody signed in. */
export async function sessionOf(p: Portal, { id }: Pick<Person, 'id'>): Promise<string> {
  return (await beginSession(p.db, origin, id)).split(';')[0] ?? '';
}

const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

/** Opens a page as somebody at a moment, or sends a form there; gives the status, where it leads, and the page in text. */
export async function visit(p: Portal, path: string, { person, form, now = monday, method = form ? 'POST' : 'GET', multipart = false, cookie = '', file }: Visit = {}): Promise<Page> {
  const known = person ? await sessionOf(p, person) : cookie;
  const request = new Request(`${origin}${path}`, { method, headers: new Headers(known ? { cookie: known } : {}), ...(form ? { body: bodyOf(form, multipart, file) } : {}) });
  const requestContext = { db: p.db, origin, requestId: 'r', ip: '192.0.2.1', now: () => now, mailShown: true, demo: true, config: readConfig({}) };
  const route = site.find(({ path: pattern }) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`).test(path.split('?')[0] ?? ''));
  if (route && withoutPage.has(route.file)) {
    const answer = (await handler.queryRoute(request, { routeId: route.file, requestContext }).catch((error: unknown) => asAnswer(error))) as Response;
    return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text(), state: null, cookie: cookieOf(answer) };
  }
  const answer = await handler.query(request, { requestContext });
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('location') ?? '', html: '', state: null, cookie: cookieOf(answer) };
  const failed = Object.values(answer.errors ?? {})[0] as { status?: number } | undefined;
  if (failed && !failed.status) throw failed as unknown as Error;
  if (failed) return { status: failed.status ?? 500, location: '', html: '', state: null, cookie: '' };
  const lang = path.split('/')[1];
  const state = (Object.values(answer.actionData ?? {})[0] ?? null) as RefusedForm | null;
  const page = createElement(StaticRouterProvider, { router: createStaticRouter(handler.dataRoutes, answer), context: answer, hydrate: false });
  const html = renderToString(createElement(LangProvider, { lang: isLang(lang) ? lang : 'pl', children: createElement(FormStateProvider, { state, requestKey: '', children: page }) }));
  return { status: answer.statusCode, location: '', html: html.replaceAll('<!-- -->', '').replaceAll('\u00a0', ' '), state, cookie: '' };
}

function asAnswer(error: unknown): Response {
  if (error instanceof Response) return error;
  if (error && typeof error === 'object' && 'status' in error) return new Response('', { status: Number(error.status) });
  throw error;
}
