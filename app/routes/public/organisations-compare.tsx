import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { groupLabels, languageLabels, roleLabels } from '~/modules/organisations/labels';
import { getPublicOrganisation, listPublicServices } from '~/modules/organisations/queries.server';
import { inLanguageOf } from '~/modules/organisations/rules';
import { districtName } from '~/modules/programme/lists';
import { NotFound } from '~/shared/errors';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('directory.compare');

const most = 4;

export const loader = load(handle, async ({ context, url, lang, t }) => {
  const { read } = context.db;
  const asked = [...new Set(url.searchParams.getAll('o'))].slice(0, most);
  const found = await Promise.all(
    asked.map((slug) =>
      getPublicOrganisation(read, slug).catch((error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      }),
    ),
  );
  return {
    entries: await Promise.all(
      found.filter((entry) => entry !== null).map(async ({ id, slug, name, district, languages, targetGroups, communityRoles, email, phone }) => ({
        slug, name, district, email, phone, languages: languageLabels(t, languages).join(', '), groups: groupLabels(t, targetGroups).join(', '), roles: roleLabels(t, communityRoles).join(', '),
        services: (await listPublicServices(read, id)).map((service) => ({ id: service.id, name: inLanguageOf(service.names, lang) ?? null, cost: t(`openData.cost.${service.cost}` as const) })),
      })),
    ),
  };
});

/** What a few organisations offer, side by side. */
export default function Compare() {
  const { entries } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/organisations`, label: t('organisations.title') }]} />
      <h1>{t('directory.compare')}</h1>
      {entries.length < 2 ? (
        <EmptyState title={t('directory.compareNone')}><p><a href={`/${lang}/organisations`}>{t('directory.list')}</a></p></EmptyState>
      ) : (
        <DataTable
          caption={t('directory.compare')} hideCaption
          columns={[
            { key: 'name', label: t('organisations.name'), rowHeader: true },
            { key: 'services', label: t('directory.services') },
            { key: 'groups', label: t('organisations.facet.group') },
            { key: 'languages', label: t('organisations.facet.language') },
            { key: 'district', label: t('organisations.facet.district') },
            { key: 'contact', label: t('organisations.section.contact') },
          ]}
          rows={entries.map(({ slug, name, services, groups, languages, district, email, phone }) => ({
            id: slug,
            cells: {
              name: <a href={`/${lang}/organisations/${slug}`}><span lang="pl">{name}</span></a>,
              services: services.length === 0 ? '–' : <ul>{services.map(({ id, name: own, cost }) => <li key={id}>{own ? <OwnText lang={own.lang} as="span">{own.text}</OwnText> : null} <span className="hint">{cost}</span></li>)}</ul>,
              groups: groups || '–', languages: languages || '–', district: district ? <span lang="pl">{districtName(district)}</span> : '–',
              contact: email || phone ? <>{phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : null} {email ? <a href={`mailto:${email}`}>{email}</a> : null}</> : '–',
            },
          }))}
        />
      )}
    </div>
  );
}
