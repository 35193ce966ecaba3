import { json, redirect } from '@remix-run/node';
import { Busy } from '#db/open.server';
import type { Actor } from '~/access/actor';
import type { Lang } from '~/i18n/messages';
import { Conflict, Forbidden, Gone, NotFound, RuleViolation, TooMany } from '~/shared/errors';

/** A local path to go to after a form, never another site. */
export function localPath(path: string | null | undefined, otherwise: string): string {
  // eslint-disable-next-line no-control-regex
  return path && /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(path) ? path : otherwise;
}

/** Where somebody unknown signs in, and then comes back. */
export function signInFirst(lang: Lang, request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const back = request.method === 'GET' ? `${pathname}${search.replace(/[?&]_data=[^&]*/, '')}` : pathname;
  return redirect(`/${lang}/sign-in?next=${encodeURIComponent(back)}`, 302);
}

/** The page that an error of the programme becomes; anything else is a fault and rises. */
export function asResponse(error: unknown, actor: Actor, lang: Lang, request: Request): Response {
  if (error instanceof Forbidden) return actor.kind === 'anonymous' ? signInFirst(lang, request) : json({ code: 'forbidden' }, 403);
  if (error instanceof NotFound) return json({ code: 'notFound' }, 404);
  if (error instanceof Gone) return json({ code: 'gone' }, 410);
  if (error instanceof Conflict) return json({ code: 'conflict' }, 409);
  if (error instanceof RuleViolation) return json({ code: 'rule', rule: error.code, params: error.params }, 409);
  if (error instanceof TooMany) return json({ code: 'tooMany' }, { status: 429, headers: { 'Retry-After': String(error.retryAfterSeconds) } });
  if (error instanceof Busy) return json({ code: 'busy' }, { status: 503, headers: { 'Retry-After': '5' } });
  throw error;
}
