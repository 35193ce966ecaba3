import { redirect } from '@remix-run/node';
import { addressNow } from '~/modules/organisations/history.server';
import type { Asked } from './load.server';

/** Leads from a former address of an entry to where it is now, for good; an entry that is no longer listed is Gone. */
export async function followAddress({ context, params, lang }: Pick<Asked, 'context' | 'params' | 'lang'>, rest = ''): Promise<void> {
  const slug = await addressNow(context.db.read, params.slug ?? '');
  if (slug) throw redirect(`/${lang}/organisations/${slug}${rest}`, 301);
}
