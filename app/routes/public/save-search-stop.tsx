import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { stopSearch, searchBehind } from '~/modules/organisations/saved-searches.server';
import { searchInWords } from '~/modules/organisations/search-words';
import { nothing } from '~/shared/fields';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read', do: { stop: 'search.save' } });
export const meta = titled('savedSearches.title');

/** What the letters that would stop are about. */
export const loader = load(handle, async ({ context, params, t }) => ({ search: searchInWords(t, await searchBehind(context.db.read, { stop: params.token ?? '' })) }));

export const action = act(handle, {
  stop: doing(nothing, async (context, _input, { params, lang }) => {
    await stopSearch(context, params.token ?? '');
    return `/${lang}/organisations/save-search?stopped`;
  }),
});

export default function SaveSearchStop() {
  const { search } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('savedSearches.title')}</h1>
      <p>{t('savedSearches.stopText')}</p>
      {search.length > 0 ? <SummaryList items={search} /> : null}
      <PostForm intent="stop"><Button>{t('savedSearches.stop')}</Button></PostForm>
    </div>
  );
}
