import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { packageOf } from '~/modules/open-data/giving';
import { listPublishedAwards } from '~/modules/open-data/queries.server';
import { districtName } from '~/modules/programme/lists';
import { NotFound } from '~/shared/errors';

export const handle = declare({ see: 'public.read' });

export const loader = load(handle, async ({ context }): Promise<Response> => {
  const awards = await listPublishedAwards(context.db.read);
  // The standard knows no empty package, so before the first results there is no file.
  if (awards.length === 0) throw new NotFound('awards');
  return new Response(JSON.stringify(packageOf(awards, context.origin, districtName)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
  });
});
