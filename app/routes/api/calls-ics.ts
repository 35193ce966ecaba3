import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { calendarOf, deadlinesOfCalls } from '~/modules/calls/feeds.server';

export const handle = declare({ see: 'public.read' });

/** The deadlines of all calls. */
export const loader = load(handle, async ({ context: { db, now, origin }, lang, t }): Promise<Response> =>
  new Response(calendarOf(t('calls.title'), lang, await deadlinesOfCalls(db.read, { now, origin, lang })), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } }),
);
