import { declare } from '~/access/declare';
import { openly } from '~/http/open-answer.server';
import { listSiteParts } from '~/modules/open-data/site.server';
import { sitemapIndexOf } from '~/modules/open-data/sitemap';

export const handle = declare({ see: 'public.read' });

export const loader = openly(handle, async ({ context }) => ({
  body: sitemapIndexOf(await listSiteParts(context.db.read), context.origin), type: 'application/xml; charset=utf-8',
}));
