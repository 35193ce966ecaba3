import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Context } from '~/access/context';
import type { RouteAccess } from '~/access/declare';
import { may } from '~/access/policy';
import { isLang, type Lang } from '~/i18n/messages';
import { translator, type Translate } from '~/i18n/translate';
import { BadQuery } from '~/modules/open-data/bad-query';
import { cityOf, type City } from '~/modules/open-data/city';
import { sha256Hex } from '~/shared/sha256';
import { Forbidden, NotFound } from '~/shared/errors';
import { readerLanguage } from './reader-language';
import { contextOf } from './request.server';
import { asResponse } from './respond.server';

export type OpenlyAsked = { context: Context; params: Record<string, string>; query: URLSearchParams; lang: Lang; t: Translate; city: City };
/** A document; one that is the same in every language names none. What describes it stands in its link. */
export type OpenAnswer = { body: string; type: string; lang?: Lang; link?: string };

const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Content-Language, Link',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Kept by whoever asks, and asked about each time: what an organisation hides today is gone today.
  'Cache-Control': 'public, no-cache',
};

/** The answer of a document in JSON. */
export function inJson(value: unknown, lang?: Lang): OpenAnswer {
  return { body: JSON.stringify(value), type: 'application/json; charset=utf-8', ...(lang ? { lang } : {}) };
}

/** Turns "what this document holds" into a loader that any program may read: no session, ETag, problems in JSON. */
export function openly(access: RouteAccess, make: (asked: OpenlyAsked) => Promise<OpenAnswer>) {
  return async ({ request, params, context: loadContext }: LoaderFunctionArgs): Promise<Response> => {
    const { context } = await contextOf(request, loadContext);
    const query = new URL(request.url).searchParams;
    const lang = langAsked(request.headers, query);
    const t = translator(lang);
    try {
      if (!may(context.actor, access.see)) throw new Forbidden(access.see);
      if (query.has('lang') && query.get('lang') !== lang) throw new BadQuery('lang', 'openData.problem.lang');
      const made = await make({ context: { ...context, lang }, params: params as Record<string, string>, query, lang, t, city: cityOf(loadContext.config.cityOrgId) });
      return answer(request, made.body, { ...open, 'Content-Type': made.type, ...(made.lang ? { 'Content-Language': made.lang } : {}), ...(made.link ? { Link: made.link } : {}) });
    } catch (error) {
      if (error instanceof BadQuery) return problem(400, lang, t('openData.problem.badQuery'), { detail: t(error.sentence, error.params), parameter: error.parameter });
      if (error instanceof NotFound) return problem(404, lang, t('openData.problem.notFound'));
      throw asResponse(error, context.actor, lang, request);
    }
  };
}

function langAsked(headers: Headers, query: URLSearchParams): Lang {
  const asked = query.get('lang');
  if (isLang(asked)) return asked;
  // The cookie is a choice for pages; a program says what it wants with each request.
  return readerLanguage({ get: (name) => (name === 'cookie' ? null : headers.get(name)) });
}

function answer(request: Request, body: string, headers: Record<string, string>): Response {
  const etag = `W/"${sha256Hex(body).slice(0, 32)}"`;
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers: { ...headers, ETag: etag } });
  return new Response(body, { headers: { ...headers, ETag: etag } });
}

function problem(status: number, lang: Lang, title: string, more: Record<string, string> = {}): Response {
  const body = JSON.stringify({ type: 'about:blank', title, status, ...more });
  return new Response(body, { status, headers: { ...open, 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': lang } });
}
