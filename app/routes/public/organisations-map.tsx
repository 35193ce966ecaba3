import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import type { Translate } from '~/i18n/translate';
import { useLang, useT } from '~/i18n/react';
import { titled } from '~/http/title';
import { DistrictMap, DistrictPlaces } from '~/modules/organisations/components/district-map';
import { nothingWanted, searchDirectory } from '~/modules/organisations/directory.server';
import { districtPaths, frameOf, mapSize } from '~/modules/organisations/district-shapes';
import { placesOnMap } from '~/modules/organisations/points.server';
import { districtName, districtSlugs } from '~/modules/programme/lists';
import { Breadcrumbs } from '~/ui/breadcrumbs';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('directory.map');

export const loader = load(handle, async ({ context, url, lang, t }) => {
  const here = `/${lang}/organisations/map`;
  const district = districtSlugs.find((slug) => slug === url.searchParams.get('district'));
  const { counts } = await searchDirectory(context.db, nothingWanted, 1);
  const shapes = districtPaths.map(({ slug, path, x, y, roman }) => {
    const count = counts.district.get(slug) ?? 0;
    return { slug, path, x, y, roman, count, label: t('organisations.found', { n: count }), href: `${here}?district=${slug}` };
  });
  if (!district) return { size: mapSize, shapes, near: null };
  const near = { district, frame: frameOf(district), ...(await placesOnMap(context.db, district)) };
  return { size: mapSize, shapes, near, pageTitle: titleOf(t, district) };
});

const titleOf = (t: Translate, district: string) => t('directory.mapOf', { district: districtName(district) });

/** Where organisations are: the city by its districts, or one district with its places; the list is the page, the map an extra. */
export default function OrganisationsMap() {
  const { size, shapes, near } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const here = `/${lang}/organisations`;
  if (near) return <District shapes={shapes} near={near} />;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: here, label: t('organisations.title') }]} />
      <h1>{t('directory.map')}</h1>
      <p>{t('directory.mapLead')}</p>
      <div className="aside end">
        <DistrictMap shapes={shapes} {...size} title={t('directory.map')} />
        <ul className="columns" aria-label={t('organisations.facet.district')}>
          {shapes.map(({ slug, count }) => (
            <li key={slug}>{count > 0 ? <a href={`${here}?district=${slug}`} lang="pl">{districtName(slug)}</a> : <span lang="pl">{districtName(slug)}</span>} <span className="hint">{count}</span></li>
          ))}
        </ul>
      </div>
      <p className="hint">{t('directory.mapSource')}</p>
    </div>
  );
}

type Shapes = Parameters<typeof DistrictPlaces>[0]['shapes'];
type Near = Awaited<ReturnType<typeof placesOnMap>> & { district: string; frame: ReturnType<typeof frameOf> };

function District({ shapes, near }: { shapes: Shapes; near: Near }) {
  const t = useT();
  const lang = useLang();
  const here = `/${lang}/organisations`;
  const { district, frame, dots, others, total } = near;
  const title = titleOf(t, district);
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: here, label: t('organisations.title') }, { href: `${here}/map`, label: t('directory.map') }]} />
      <h1>{title}</h1>
      <div className="aside end">
        <div className="stack">
          <DistrictPlaces shapes={shapes} frame={frame} here={district} title={title} dots={dots.map(({ n, x, y, places }) => ({ n, x, y, names: places.map(({ organisation }) => organisation).join(', ') }))} />
          <p className="hint">{t('directory.mapExact')}</p>
          <p><a href={`${here}/map`}>{t('directory.mapWhole')}</a></p>
        </div>
        <div className="stack">
          <h2>{t('directory.mapPlaces')}</h2>
          {dots.length === 0 ? <p>{t('directory.mapPlacesNone')}</p> : null}
          <ol className="places-list">
            {dots.map(({ n, places }) => (
              <li key={n} id={`place-${n}`}>
                <span className="number">{n}</span>
                <ul className="stack tight">
                  {places.map(({ id, slug, organisation, address }) => <li key={id}><a href={`${here}/${slug}`} lang="pl">{organisation}</a>{address ? <span className="hint block" lang="pl">{address}</span> : null}</li>)}
                </ul>
              </li>
            ))}
          </ol>
          {others.length > 0 ? (
            <>
              <h2>{t('directory.mapOthers')}</h2>
              <ul className="columns">{others.map(({ slug, name }) => <li key={slug}><a href={`${here}/${slug}`} lang="pl">{name}</a></li>)}</ul>
            </>
          ) : null}
          <p><a href={`${here}?district=${district}`}>{t('organisations.found', { n: total })}</a></p>
        </div>
      </div>
      <p className="hint">{t('directory.mapSource')}</p>
    </div>
  );
}
