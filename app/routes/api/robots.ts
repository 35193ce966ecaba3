import { declare } from '~/access/declare';
import { openly } from '~/http/open-answer.server';
import { robotsOf } from '~/modules/open-data/sitemap';

export const handle = declare({ see: 'public.read' });

export const loader = openly(handle, async ({ context }) => ({ body: robotsOf(context.origin), type: 'text/plain; charset=utf-8' }));
