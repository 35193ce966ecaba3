import type { AppLoadContext } from '@remix-run/node';
import { anonymous } from '~/access/actor';
import type { Context } from '~/access/context';
import { readSession } from '~/access/session.server';
import type { Exporting } from '~/http/export.server';
import type { Keep } from '~/http/page-cache.server';
import { isLang, type Lang } from '~/i18n/messages';
import type { Database } from '#db/open.server';

declare module '@remix-run/node' {
  /** What the process hands to every request. */
  interface AppLoadContext {
    db: Database;
    origin: string;
    requestId: string;
    ip: string;
    now: () => Date;
    /** Whether mails are shown on a page because no SMTP server is set. */
    mailShown: boolean;
    demo: boolean;
    /** Keeps the page for others who are not signed in; only where this request may. */
    keep?: Keep | undefined;
    exporting?: Exporting | undefined;
    /** Where the finished page is put, by a server that sends it as it is. */
    direct?: { html?: string } | undefined;
  }
}

type Known = { context: Context; setCookie?: string };
// By what belongs to one request: Remix hands every loader a copy of the Request itself.
const known = new WeakMap<AppLoadContext, Promise<Known>>();

/** The language of a path; Polish where the path names none. */
export function langOf(path: string): Lang {
  const first = path.split('/')[1];
  return isLang(first) ? first : 'pl';
}

/** The context of a request: who asks, when, in which language. */
export function contextOf(request: Request, load: AppLoadContext): Promise<Known> {
  let made = known.get(load);
  if (!made) known.set(load, (made = makeContext(request, load)));
  return made;
}

async function makeContext(request: Request, { db, origin, ip, now }: AppLoadContext): Promise<Known> {
  const { person, setCookie } = await readSession(db, origin, request.headers.get('cookie') ?? '');
  const lang = langOf(new URL(request.url).pathname);
  return { context: { db, actor: person ?? anonymous, now: now(), lang, origin, ip }, ...(setCookie ? { setCookie } : {}) };
}
