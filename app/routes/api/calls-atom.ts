import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { atomOf } from '~/modules/calls/feeds.server';

export const handle = declare({ see: 'public.read' });

export const loader = load(handle, async ({ context: { db, now, origin }, lang }): Promise<Response> =>
  new Response(await atomOf(db.read, { now, origin, lang }), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } }),
);
