import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { pageOf } from '~/http/page-of';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import type { Translate } from '~/i18n/translate';
import { DirectoryEntry } from '~/modules/organisations/components/directory-entry';
import { legalForms } from '~/modules/organisations/content';
import { addressOf, facets, loosened, searchDirectory, wantedFrom, type FacetName, type Wanted } from '~/modules/organisations/directory.server';
import { facetValues } from '~/modules/organisations/facet-values';
import { groupLabels, languageLabels, roleLabels } from '~/modules/organisations/labels';
import { inLanguageOf } from '~/modules/organisations/rules';
import { districtName } from '~/modules/programme/lists';
import { dayOf, formatDay } from '~/shared/time';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Facet } from '~/ui/facet';
import { Pagination } from '~/ui/pagination';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('organisations.title');

function labelOf(t: Translate, facet: FacetName, value: string): string {
  const label = {
    language: () => languageLabels(t, [value])[0],
    group: () => groupLabels(t, [value])[0],
    district: () => districtName(value),
    role: () => roleLabels(t, [value])[0],
    form: () => legalForms.filter((form) => form === value).map((form) => t(`organisations.legalForm.${form}` as const))[0],
  }[facet];
  return label() ?? value;
}

export const loader = load(handle, async ({ context, url, lang, t }) => {
  const { read } = context.db;
  const wanted: Wanted = wantedFrom(url.searchParams, facetValues);
  const { rows, total, page, pages, counts } = await searchDirectory(read, wanted, pageOf(url));
  const ways = total === 0 ? await loosened(read, wanted) : [];
  return {
    wanted, total, page, pages, query: addressOf(wanted),
    isNarrowed: addressOf(wanted) !== '',
    facets: facets.map((facet) => ({
      facet,
      options: facetValues[facet]
        .map((value) => ({ value, label: labelOf(t, facet, value), count: counts[facet].get(value) ?? 0 }))
        .filter(({ value, count }) => count > 0 || wanted[facet].includes(value)),
    })),
    ways: ways.map((way) => ({
      href: addressOf(way.wanted) || '?',
      what: way.without === 'q' ? `„${way.value}”` : labelOf(t, way.without, way.value),
      total: way.total,
    })),
    entries: rows.map((row) => ({
      slug: row.slug, name: row.name, names: row.names, status: row.status, source: row.source, legalForm: row.legalForm,
      description: inLanguageOf(row.descriptions, lang) ?? null,
      district: row.district,
      languages: languageLabels(t, row.languages), roles: roleLabels(t, row.communityRoles),
      confirmed: row.confirmedAt ? formatDay(dayOf(row.confirmedAt), lang) : null,
    })),
  };
});

export default function Organisations() {
  const { wanted, facets: narrowing, entries, total, page, pages, ways, isNarrowed, query } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const here = `/${lang}/organisations`;
  return (
    <div className="stack section">
      <h1>{t('organisations.title')}</h1>
      <form className="search" role="search" method="get" action={here}>
        <input type="search" name="q" aria-label={t('organisations.search')} defaultValue={wanted.q} maxLength={200} />
        {narrowing.flatMap(({ facet }) => wanted[facet].map((value) => <input type="hidden" key={`${facet} ${value}`} name={facet} value={value} />))}
        <Button>{t('organisations.searchButton')}</Button>
      </form>
      <div className="aside">
        <form className="stack" method="get" action={here} aria-label={t('organisations.narrow')}>
          <h2>{t('organisations.narrow')}</h2>
          {wanted.q ? <input type="hidden" name="q" value={wanted.q} /> : null}
          {narrowing.map(({ facet, options }) =>
            options.length > 0 ? (
              <Facet key={facet} name={facet} legend={t(`organisations.facet.${facet}` as const)} options={options} chosen={wanted[facet]} open={wanted[facet].length > 0 || options.length <= 6} />
            ) : null,
          )}
          <Button tone="plain">{t('organisations.apply')}</Button>
        </form>
        <section className="stack" aria-labelledby="found">
          <div className="row spread">
            <h2 id="found">{t('organisations.found', { n: total })}</h2>
            {isNarrowed ? <a href={here}>{t('organisations.clear')}</a> : null}
          </div>
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
            <ol>{entries.map((entry) => <DirectoryEntry key={entry.slug} entry={entry} />)}</ol>
          )}
          <Pagination page={page} pages={pages} />
          {total > 0 ? (
            <p className="hint">
              {t('exports.take')}: <a href={`${here}/export/csv${query}`}>{t('exports.csv')}</a>, <a href={`${here}/export/xlsx${query}`}>{t('exports.xlsx')}</a>
            </p>
          ) : null}
          <p className="hint">{t('organisations.missing')} <a href={`/${lang}/register`}>{t('organisations.registerTitle')}</a></p>
        </section>
      </div>
    </div>
  );
}
