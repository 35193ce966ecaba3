import { declare } from '~/access/declare';
import { openly } from '~/http/open-answer.server';
import { pagesOfPart } from '~/modules/open-data/site.server';
import { sitemapOf } from '~/modules/open-data/sitemap';
import { NotFound } from '~/shared/errors';

export const handle = declare({ see: 'public.read' });

export const loader = openly(handle, async ({ context, params }) => {
  const [, part] = /^(.+)\.xml$/.exec(params.part ?? '') ?? [];
  if (!part) throw new NotFound('part');
  return { body: sitemapOf(await pagesOfPart(context.db.read, part), context.origin), type: 'application/xml; charset=utf-8' };
});
