import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { OrderedList } from '~/modules/organisations/components/ordered-list';
import { MoveForm } from '~/modules/organisations/forms-of-services';
import { listPlaces } from '~/modules/organisations/locations.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { inLanguageOf } from '~/modules/organisations/rules';
import { listServices, moveService } from '~/modules/organisations/services.server';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'organisation.editServices', do: { move: 'organisation.editServices' } });
export const meta = titled('entries.services.own');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { db, actor } = context;
  const { id, name } = await getOrganisation(db.read, params.organisationId ?? '');
  authorise(actor, 'organisation.editServices', { organisationId: id });
  const [services, places] = await Promise.all([listServices(db.read, id), listPlaces(db.read, id)]);
  const placeNames = new Map(places.map((place) => [place.id, place.name]));
  return {
    organisation: { id, name },
    services: services.map(({ id: serviceId, names, kind, status, locationId }) => ({
      id: serviceId, name: inLanguageOf(names, lang) ?? null, kind, status, place: placeNames.get(locationId ?? '') ?? null,
    })),
  };
});

export const action = act(handle, {
  move: doing(MoveForm, async (context, input, { lang, params }) => {
    await moveService(context, params.organisationId ?? '', input);
    return `/${lang}/my/${params.organisationId}/services`;
  }),
});

export default function OwnServices() {
  const { organisation, services } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const here = `/${lang}/my/${organisation.id}/services`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }, { href: `/${lang}/my/${organisation.id}`, label: organisation.name }]} />
      <h1>{t('entries.services.own')}</h1>
      <p>{t('entries.services.lead')}</p>
      {services.length === 0 ? (
        <EmptyState title={t('entries.services.none')}><p>{t('entries.services.noneHint')}</p></EmptyState>
      ) : (
        <OrderedList
          base={here}
          items={services.map(({ id, name, kind, status, place }) => ({
            id, plain: name?.text ?? '', name: name ? <OwnText lang={name.lang} as="span">{name.text}</OwnText> : null,
            about: (
              <ul className="meta">
                <li>{t(`openData.kind.${kind}` as const)}</li>
                {place ? <li lang="pl">{place}</li> : null}
                {status === 'active' ? null : <li><Tag tone="wait">{t(`entries.serviceStatus.${status}` as const)}</Tag></li>}
              </ul>
            ),
          }))}
        />
      )}
      <p><LinkButton href={`${here}/new`}>{t('entries.service.add')}</LinkButton></p>
    </div>
  );
}
