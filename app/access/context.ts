import type { Database } from '#db/open.server';
import type { Lang } from '~/i18n/messages';
import type { Actor } from './actor';

/** What every command and query knows about the request; made once per request. */
export type Context = {
  db: Database;
  actor: Actor;
  now: Date;
  lang: Lang;
  /** Public address of the portal, without a slash at the end. */
  origin: string;
  /** Address the request came from, for throttles only; never stored as it is. */
  ip?: string;
  /** Key of the form: the same key again gives the first answer. */
  requestKey?: string;
};
