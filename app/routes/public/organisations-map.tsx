import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { DistrictMap } from '~/modules/organisations/components/district-map';
import { nothingWanted, searchDirectory } from '~/modules/organisations/directory.server';
import { districtPaths, mapSize } from '~/modules/organisations/district-shapes';
import { districtName } from '~/modules/programme/lists';
import { Breadcrumbs } from '~/ui/breadcrumbs';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('directory.map');

export const loader = load(handle, async ({ context, lang, t }) => {
  const { counts } = await searchDirectory(context.db, nothingWanted, 1);
  return {
    size: mapSize,
    shapes: districtPaths.map((shape) => {
      const count = counts.district.get(shape.slug) ?? 0;
      return { ...shape, count, label: t('organisations.found', { n: count }), href: `/${lang}/organisations?district=${shape.slug}` };
    }),
  };
});

/** Where organisations are, by district; the list is the page, the map an extra. */
export default function OrganisationsMap() {
  const { size, shapes } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/organisations`, label: t('organisations.title') }]} />
      <h1>{t('directory.map')}</h1>
      <p>{t('directory.mapLead')}</p>
      <div className="aside end">
        <DistrictMap shapes={shapes} {...size} title={t('directory.map')} />
        <ul className="columns" aria-label={t('organisations.facet.district')}>
          {shapes.map(({ slug, href, count }) => (
            <li key={slug}><a href={href}><span lang="pl">{districtName(slug)}</span></a> <span className="hint">{count}</span></li>
          ))}
        </ul>
      </div>
      <p className="hint">{t('directory.mapSource')}</p>
    </div>
  );
}
