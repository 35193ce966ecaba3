import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { RemoveQuestion } from '~/modules/organisations/components/ordered-list';
import { ServiceForm } from '~/modules/organisations/components/service-form';
import { ServiceForm as ServiceInputForm } from '~/modules/organisations/forms-of-services';
import { listPlaces } from '~/modules/organisations/locations.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { inLanguageOf } from '~/modules/organisations/rules';
import { addService, getService, removeService, saveService } from '~/modules/organisations/services.server';
import { nothing } from '~/shared/fields';
import { Breadcrumbs } from '~/ui/breadcrumbs';

export const handle = declare({ see: 'organisation.editServices', do: { save: 'organisation.editServices', remove: 'organisation.editServices' } });
export const meta = titled('entries.service.title');

export const loader = load(handle, async ({ context, params, url, lang, t }) => {
  const { db, actor } = context;
  const { id, name } = await getOrganisation(db.read, params.organisationId ?? '');
  authorise(actor, 'organisation.editServices', { organisationId: id });
  const service = params.id === 'new' ? null : await getService(db.read, id, params.id ?? '');
  return {
    organisation: { id, name }, service, removing: service !== null && url.searchParams.get('remove') === 'yes',
    title: service ? (inLanguageOf(service.names, lang)?.text ?? t('entries.service.title')) : t('entries.service.add'),
    places: (await listPlaces(db.read, id)).map((place) => ({ id: place.id, name: place.name })),
  };
});

const list = (lang: string, params: Record<string, string>) => `/${lang}/my/${params.organisationId}/services`;

export const action = act(handle, {
  save: doing(ServiceInputForm, async (context, input, { lang, params }) => {
    const organisationId = params.organisationId ?? '';
    await (params.id === 'new' ? addService(context, organisationId, input) : saveService(context, organisationId, params.id ?? '', input));
    return list(lang, params);
  }),
  remove: doing(nothing, async (context, _input, { lang, params }) => {
    await removeService(context, params.organisationId ?? '', params.id ?? '');
    return list(lang, params);
  }),
});

export default function OwnService() {
  const { organisation, service, removing, title, places } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const back = `/${lang}/my/${organisation.id}/services`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/my/${organisation.id}`, label: organisation.name }, { href: back, label: t('entries.services') }]} />
      <h1>{title}</h1>
      {removing ? <RemoveQuestion what={title} back={back} /> : <ServiceForm service={service} places={places} back={back} />}
    </div>
  );
}
