import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { pageOf } from '~/http/page-of';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { entriesMarkup, facetsMarkup } from '~/modules/organisations/components/directory-pieces.server';
import { NearMe } from '~/modules/organisations/components/near-me';
import { addressOf, facets, loosened, searchDirectory, wantedFrom, type Wanted } from '~/modules/organisations/directory.server';
import { facetValues } from '~/modules/organisations/facet-values';
import { labelOf } from '~/modules/organisations/search-words';
import { Button } from '~/ui/button';
import { Select } from '~/ui/choices';
import { EmptyState } from '~/ui/empty-state';
import { Made } from '~/ui/markup';
import { Pagination } from '~/ui/pagination';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('organisations.title');

export const loader = load(handle, async ({ context, url, lang, t }) => {
  const { db } = context;
  const wanted: Wanted = wantedFrom(url.searchParams, facetValues);
  const { rows, total, page, pages, counts, spelled } = await searchDirectory(db, wanted, pageOf(url));
  const ways = total === 0 ? await loosened(db, wanted) : [];
  return {
    wanted, total, page, pages, query: addressOf(wanted), spelled: spelled.slice(0, 3).join(', '),
    ticked: facets.flatMap((facet) => wanted[facet].map((value) => ({ facet, value }))),
    isNarrowed: addressOf({ ...wanted, sort: wanted.q ? 'relevance' : 'name' }) !== '',
    facets: facetsMarkup(counts, wanted, lang),
    ways: ways.map((way) => ({
      href: addressOf(way.wanted) || '?',
      what: way.without === 'q' ? `„${way.value}”` : labelOf(t, way.without, way.value),
      total: way.total,
    })),
    entries: entriesMarkup(rows, lang, context.now),
  };
});

export default function Organisations() {
  const { wanted, facets: narrowing, entries, total, page, pages, ways, isNarrowed, ticked, spelled, query } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const here = `/${lang}/organisations`;
  const usual = wanted.q ? 'relevance' : 'name';
  const orders = (['relevance', 'name', 'near', 'confirmed'] as const).filter((sort) => (sort !== 'relevance' || wanted.q) && (sort !== 'near' || wanted.sort === 'near'));
  return (
    <div className="stack section">
      <h1>{t('organisations.title')}</h1>
      <form className="search" role="search" method="get" action={here}>
        <input type="search" name="q" aria-label={t('organisations.search')} placeholder={t('home.searchExample')} defaultValue={wanted.q} maxLength={200} />
        {ticked.map(({ facet, value }) => <input type="hidden" key={`${facet} ${value}`} name={facet} value={value} />)}
        {wanted.sort === 'near' ? <input type="hidden" name="from" value={wanted.from} /> : null}
        <Button>{t('organisations.searchButton')}</Button>
      </form>
      <ul className="row ways"><li><a href={`/${lang}/help`}>{t('directory.help')}</a></li><li><a href={`${here}/map`}>{t('directory.map')}</a></li></ul>
      <div className="aside">
        <details className="narrow" open={ticked.length > 0}>
          <summary>{t('organisations.narrow')}</summary>
          <form className="stack" method="get" action={here} aria-label={t('organisations.narrow')}>
            {wanted.q ? <input type="hidden" name="q" value={wanted.q} /> : null}
            <NearMe from={wanted.sort === 'near' ? wanted.from : ''} />
            <Select name="sort" label={t('directory.sort')} defaultValue={wanted.sort === usual ? '' : wanted.sort} options={orders.map((sort) => ({ value: sort === usual && wanted.sort !== 'near' ? '' : sort, label: t(`directory.sort.${sort}` as const) }))} />
            <Made className="stack" markup={narrowing} />
            <Button tone="plain">{t('organisations.apply')}</Button>
          </form>
        </details>
        <section className="stack" aria-labelledby="found">
          <div className="row spread">
            <h2 id="found">{t('organisations.found', { n: total })}</h2>
            {isNarrowed ? <a href={here}>{t('organisations.clear')}</a> : null}
          </div>
          {spelled && total > 0 ? <p role="status">{t('directory.spelled', { q: wanted.q, words: spelled })}</p> : null}
          {total === 0 ? (
            <EmptyState title={t('organisations.nothing')}>
              {ways.length > 0 ? (
                <>
                  <p>{t('organisations.loosen')}</p>
                  <ul className="bullets">
                    {ways.map(({ href, what, total: n }) => (
                      <li key={href}><a href={`${here}${href}`}>{t('organisations.without', { what })}</a> ({t('organisations.found', { n })})</li>
                    ))}
                  </ul>
                </>
              ) : null}
              <p><a href={here}>{t('organisations.all')}</a></p>
            </EmptyState>
          ) : (
            <form method="get" action={`${here}/compare`} className="stack">
              <Made as="ol" markup={entries} />
              {total > 1 ? <Button tone="plain">{t('directory.compareThese')}</Button> : null}
            </form>
          )}
          <Pagination page={page} pages={pages} />
          {total > 0 ? (
            <p className="hint">
              {t('exports.take')}: <a href={`${here}/export/csv${query}`}>{t('exports.csv')}</a> (<a href={`${here}/export/csv-metadata.json${query}`}>{t('openData.columns')}</a>), <a href={`${here}/export/xlsx${query}`}>{t('exports.xlsx')}</a>
            </p>
          ) : null}
          <p className="hint"><a href={`${here}/save-search${query}`}>{t('savedSearches.link')}</a></p>
          <p className="hint">{t('organisations.missing')} <a href={`/${lang}/register`}>{t('organisations.registerTitle')}</a></p>
        </section>
      </div>
    </div>
  );
}
