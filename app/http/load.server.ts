import { defer, json, type LoaderFunctionArgs } from '@remix-run/node';
import type { Context } from '~/access/context';
import type { RouteAccess } from '~/access/declare';
import { may } from '~/access/policy';
import { isLang, type Lang } from '~/i18n/messages';
import { translator, type Translate } from '~/i18n/translate';
import { Forbidden, NotFound } from '~/shared/errors';
import { exportingHere, type Exporting } from './export.server';
import { plain } from './plain';
import { contextOf } from './request.server';
import { asResponse } from './respond.server';

export type Asked = {
  context: Context;
  request: Request;
  params: Record<string, string>;
  url: URL;
  lang: Lang;
  t: Translate;
  /** Whether mails are shown on a page because this is a demo without a mail server. */
  mailShown: boolean;
  /** How a long list is written for this request. */
  exporting: Exporting;
};

/** Turns "what this page shows" into a Remix loader: who asks, whether they ever may, refusals as pages. */
export function load<Data>(access: RouteAccess, show: (asked: Asked) => Promise<Data>) {
  return async ({ request, params, context: loadContext }: LoaderFunctionArgs) => {
    const { context, setCookie } = await contextOf(request, loadContext);
    const { actor, lang } = context;
    try {
      if (params.lang !== undefined && !isLang(params.lang)) throw new NotFound('language');
      refuseOddParams(params);
      if (!may(actor, access.see)) throw new Forbidden(access.see);
      const data = await show({ context, request, params: params as Record<string, string>, url: new URL(request.url), lang, t: translator(lang), mailShown: loadContext.mailShown, exporting: loadContext.exporting ?? exportingHere });
      if (data instanceof Response) return data as never;
      const init = setCookie ? { headers: { 'Set-Cookie': setCookie } } : {};
      if (loadContext.direct && typeof data === 'object' && data !== null && !Array.isArray(data)) return straight(data, init) as never;
      return json(data as Exclude<Data, Response>, init);
    } catch (error) {
      if (error instanceof Response) throw error;
      throw asResponse(error, actor, lang, request);
    }
  };
}

/** As deferred data, of which nothing waits, it reaches the page without becoming text on the way. */
function straight(data: object, init: { headers?: Record<string, string> }) {
  const deferred = defer(plain(data) as Record<string, unknown>, init);
  // Remix writes down all data for a script that would bring the page to life; no page here has one.
  Object.defineProperty(deferred.data, 'toJSON', { value: () => null });
  return deferred;
}

/** An address with control signs in it names nothing; PostgreSQL would refuse even to look for it. */
export function refuseOddParams(params: Record<string, string | undefined>): void {
  // eslint-disable-next-line no-control-regex
  if (Object.values(params).some((value) => value !== undefined && (value.length > 300 || /[\u0000-\u001f\ufffd]/.test(value)))) throw new NotFound('address');
}
