import { createElement, type ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import type { ActionFunction, LoaderFunction } from 'react-router-dom';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import type { Person } from '~/access/actor';
import { beginSession } from '~/access/session.server';
import { readConfig } from '~/http/config.server';
import { isLang } from '~/i18n/messages';
import { LangProvider } from '~/i18n/react';
import { FormStateProvider, type RefusedForm } from '~/ui/form';
import { monday, type Portal } from './portal';

export type RouteModule = { loader: unknown; action?: unknown; default: ComponentType };
type Sent = { person?: Person; form?: Record<string, unknown>; now?: Date; /** Asks this route alone, as a script of the page does. */ routeId?: string };

/** Opens these pages as somebody, or sends a form there: the status, where it leads, and the page in text. */
export function visitorOf(pages: Record<string, RouteModule>, settings: Record<string, string> = {}) {
  const handler = createStaticHandler(
    Object.entries(pages).map(([path, { loader, action, default: Component }]) => ({
      id: path, path: `/:lang/${path}`, loader: loader as LoaderFunction, Component, ...(action ? { action: action as ActionFunction } : {}),
    })),
  );
  return async (p: Portal, path: string, { person, form, now = monday, routeId }: Sent = {}) => {
    const origin = 'http://portal.test';
    const headers = new Headers(person ? { cookie: (await beginSession(p.db, origin, person.id)).split(';')[0] ?? '' } : {});
    const body = form && new URLSearchParams(Object.entries(form).flatMap(([name, value]): [string, string][] => [value].flat().map((one) => [name, String(one)])));
    const request = new Request(`${origin}${path}`, { headers, ...(body ? { method: 'POST', body } : {}) });
    const requestContext = { db: p.db, origin, requestId: 'r', ip: '192.0.2.1', now: () => now, mailShown: false, demo: false, config: readConfig(settings) };
    if (routeId) {
      const alone = (await handler.queryRoute(request, { routeId, requestContext }).catch((error: unknown) => error)) as Response;
      return { status: alone.status, location: '', html: await alone.text() };
    }
    const answer = await handler.query(request, { requestContext });
    if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('location') ?? '', html: '' };
    const failed = Object.values(answer.errors ?? {})[0] as { status?: number } | undefined;
    if (failed && !failed.status) throw failed as unknown as Error;
    if (failed) return { status: failed.status ?? 500, location: '', html: '' };
    const lang = path.split('/')[1];
    const state = (Object.values(answer.actionData ?? {})[0] ?? null) as RefusedForm | null;
    const page = createElement(StaticRouterProvider, { router: createStaticRouter(handler.dataRoutes, answer), context: answer, hydrate: false });
    const html = renderToString(createElement(LangProvider, { lang: isLang(lang) ? lang : 'pl', children: createElement(FormStateProvider, { state, requestKey: 'x', children: page }) }));
    return { status: answer.statusCode, location: '', html: html.replaceAll('<!-- -->', '').replaceAll('\u00a0', ' ') };
  };
}
