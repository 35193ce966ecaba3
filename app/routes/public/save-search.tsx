import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { addressOf, wantedFrom } from '~/modules/organisations/directory.server';
import { facetValues } from '~/modules/organisations/facet-values';
import { SaveSearchForm } from '~/modules/organisations/forms-of-searches';
import { saveSearch } from '~/modules/organisations/saved-searches.server';
import { searchInWords } from '~/modules/organisations/search-words';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read', do: { save: 'search.save' } });
export const meta = titled('savedSearches.title');

const states = ['sent', 'confirmed', 'stopped'] as const;

export const loader = load(handle, ({ url, t }) => {
  const wanted = wantedFrom(url.searchParams, facetValues);
  return Promise.resolve({ query: addressOf(wanted), search: searchInWords(t, wanted), state: states.find((one) => url.searchParams.has(one)) ?? null });
});

export const action = act(handle, {
  save: doing(SaveSearchForm, async (context, { email }, { url, lang }) => {
    const wanted = wantedFrom(url.searchParams, facetValues);
    await saveSearch(context, { email, wanted });
    const query = addressOf(wanted);
    return `/${lang}/organisations/save-search${query ? `${query}&sent` : '?sent'}`;
  }),
});

/** Letters about new entries that a search finds, without an account. */
export default function SaveSearch() {
  const { query, search, state } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const directory = `/${lang}/organisations`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: directory, label: t('organisations.title') }]} />
      <h1>{t('savedSearches.title')}</h1>
      {state ? <Notice tone="good">{t(`savedSearches.${state}` as const)}</Notice> : null}
      <p>{t('savedSearches.lead')}</p>
      <h2>{t('savedSearches.search')}</h2>
      {search.length > 0 ? <SummaryList items={search} /> : <p>{t('savedSearches.everything')}</p>}
      <p><a href={`${directory}${query}`}>{t('savedSearches.change')}</a></p>
      <PostForm intent="save" className="stack">
        <Field name="email" type="email" label={t('savedSearches.email')} autoComplete="email" width="medium" />
        <Button>{t('savedSearches.save')}</Button>
      </PostForm>
    </div>
  );
}
