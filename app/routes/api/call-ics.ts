import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { calendarOf, deadlinesOfCalls } from '~/modules/calls/feeds.server';
import { NotFound } from '~/shared/errors';

export const handle = declare({ see: 'public.read' });

/** The deadline of one call. */
export const loader = load(handle, async ({ context: { db, now, origin }, params, lang, t }): Promise<Response> => {
  const deadlines = await deadlinesOfCalls(db.read, { now, origin, lang, slug: params.slug ?? '' });
  if (!params.slug || deadlines.length === 0) throw new NotFound('call');
  return new Response(calendarOf(t('calls.title'), lang, deadlines), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
});
