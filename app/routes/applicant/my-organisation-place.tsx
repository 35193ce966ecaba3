import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { RemoveQuestion } from '~/modules/organisations/components/ordered-list';
import { PlaceForm } from '~/modules/organisations/components/place-form';
import { PlaceForm as PlaceInputForm } from '~/modules/organisations/forms-of-services';
import { addPlace, countServicesAt, getPlace, removePlace, savePlace } from '~/modules/organisations/locations.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { nothing } from '~/shared/fields';
import { Breadcrumbs } from '~/ui/breadcrumbs';

export const handle = declare({ see: 'organisation.editPlaces', do: { save: 'organisation.editPlaces', remove: 'organisation.editPlaces' } });
export const meta = titled('entries.place.title');

export const loader = load(handle, async ({ context, params, url, t }) => {
  const { db, actor } = context;
  const { id, name } = await getOrganisation(db.read, params.organisationId ?? '');
  authorise(actor, 'organisation.editPlaces', { organisationId: id });
  const place = params.id === 'new' ? null : await getPlace(db.read, id, params.id ?? '');
  return {
    organisation: { id, name }, place, title: place?.name ?? t('entries.place.add'),
    removing: place && url.searchParams.get('remove') === 'yes' ? { services: await countServicesAt(db.read, place.id) } : null,
  };
});

const list = (lang: string, params: Record<string, string>) => `/${lang}/my/${params.organisationId}/places`;

export const action = act(handle, {
  save: doing(PlaceInputForm, async (context, input, { lang, params }) => {
    const organisationId = params.organisationId ?? '';
    await (params.id === 'new' ? addPlace(context, organisationId, input) : savePlace(context, organisationId, params.id ?? '', input));
    return list(lang, params);
  }),
  remove: doing(nothing, async (context, _input, { lang, params }) => {
    await removePlace(context, params.organisationId ?? '', params.id ?? '');
    return list(lang, params);
  }),
});

export default function OwnPlace() {
  const { organisation, place, removing, title } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const back = `/${lang}/my/${organisation.id}/places`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/my/${organisation.id}`, label: organisation.name }, { href: back, label: t('entries.places') }]} />
      <h1>{title}</h1>
      {removing ? (
        <RemoveQuestion what={title} back={back}>{removing.services > 0 ? <p>{t('entries.place.servicesHere', { n: removing.services })}</p> : null}</RemoveQuestion>
      ) : (
        <PlaceForm place={place} back={back} />
      )}
    </div>
  );
}
