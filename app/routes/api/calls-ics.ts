import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { calendarOf, deadlinesOfCalls } from '~/modules/calls/feeds.server';
import { NotFound } from '~/shared/errors';

export const handle = declare({ see: 'public.read' });

/** The deadlines of all calls, or of the one in the address. */
export const loader = load(handle, async ({ context: { db, now, origin }, params: { slug }, lang, t }): Promise<Response> => {
  const deadlines = await deadlinesOfCalls(db.read, { now, origin, lang, ...(slug ? { slug } : {}) });
  if (slug && deadlines.length === 0) throw new NotFound('call');
  return new Response(calendarOf(t('calls.title'), lang, deadlines), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
});
