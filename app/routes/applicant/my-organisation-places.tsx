import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { OrderedList } from '~/modules/organisations/components/ordered-list';
import { MoveForm } from '~/modules/organisations/forms-of-services';
import { listPlaces, movePlace } from '~/modules/organisations/locations.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { districtName } from '~/modules/programme/lists';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';

export const handle = declare({ see: 'organisation.editPlaces', do: { move: 'organisation.editPlaces' } });
export const meta = titled('entries.places.own');

export const loader = load(handle, async ({ context, params }) => {
  const { db, actor } = context;
  const { id, name } = await getOrganisation(db.read, params.organisationId ?? '');
  authorise(actor, 'organisation.editPlaces', { organisationId: id });
  return { organisation: { id, name }, places: await listPlaces(db.read, id) };
});

export const action = act(handle, {
  move: doing(MoveForm, async (context, input, { lang, params }) => {
    await movePlace(context, params.organisationId ?? '', input);
    return `/${lang}/my/${params.organisationId}/places`;
  }),
});

export default function OwnPlaces() {
  const { organisation, places } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const here = `/${lang}/my/${organisation.id}/places`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }, { href: `/${lang}/my/${organisation.id}`, label: organisation.name }]} />
      <h1>{t('entries.places.own')}</h1>
      <p>{t('entries.places.lead')}</p>
      {places.length === 0 ? (
        <EmptyState title={t('entries.places.none')}><p>{t('entries.places.noneHint')}</p></EmptyState>
      ) : (
        <OrderedList
          base={here}
          items={places.map(({ id, name, street, city, district, visibility }) => ({
            id, plain: name, name: <span lang="pl">{name}</span>,
            about: (
              <ul className="meta">
                <li lang="pl">{[street, city, district ? districtName(district) : ''].filter(Boolean).join(', ')}</li>
                <li>{t('organisations.addressVisibility')}: {t(`entries.place.visibility.${visibility}` as const)}</li>
              </ul>
            ),
          }))}
        />
      )}
      <p><LinkButton href={`${here}/new`}>{t('entries.place.add')}</LinkButton></p>
    </div>
  );
}
