import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { confirmSearch, searchBehind } from '~/modules/organisations/saved-searches.server';
import { searchInWords } from '~/modules/organisations/search-words';
import { nothing } from '~/shared/fields';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read', do: { confirm: 'search.save' } });
export const meta = titled('savedSearches.title');

/** Opening the link changes nothing: programmes that look through letters open links too. */
export const loader = load(handle, async ({ context, params, t }) => ({ search: searchInWords(t, await searchBehind(context.db.read, { confirm: params.token ?? '' })) }));

export const action = act(handle, {
  confirm: doing(nothing, async (context, _input, { params, lang }) => {
    await confirmSearch(context, params.token ?? '');
    return `/${lang}/organisations/save-search?confirmed`;
  }),
});

export default function SaveSearchConfirm() {
  const { search } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('savedSearches.title')}</h1>
      <p>{t('savedSearches.confirmText')}</p>
      {search.length > 0 ? <SummaryList items={search} /> : null}
      <PostForm intent="confirm"><Button>{t('savedSearches.confirm')}</Button></PostForm>
    </div>
  );
}
