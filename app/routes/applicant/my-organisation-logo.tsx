import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { keepLogo } from '~/http/uploads/logo.server';
import { useLang, useT } from '~/i18n/react';
import { AttachForm } from '~/modules/files/forms';
import { LogoForm } from '~/modules/organisations/components/logo-form';
import { removeLogo } from '~/modules/organisations/logo.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { nothing } from '~/shared/fields';
import { Breadcrumbs } from '~/ui/breadcrumbs';

export const handle = declare({ see: 'organisation.setLogo', do: { setLogo: 'organisation.setLogo', removeLogo: 'organisation.setLogo' } });
export const meta = titled('entries.logo');

export const loader = load(handle, async ({ context, params }) => {
  const { id, name, logoFileId } = await getOrganisation(context.db.read, params.organisationId ?? '');
  authorise(context.actor, 'organisation.setLogo', { organisationId: id });
  return { organisation: { id, name }, logoFileId };
});

const here = (lang: string, params: Record<string, string>) => `/${lang}/my/${params.organisationId}/logo`;

export const action = act(handle, {
  setLogo: doing(AttachForm, async (context, _input, { lang, params, file, dataDir }) => {
    await keepLogo(context, params.organisationId ?? '', file, dataDir);
    return here(lang, params);
  }),
  removeLogo: doing(nothing, async (context, _input, { lang, params }) => {
    await removeLogo(context, params.organisationId ?? '');
    return here(lang, params);
  }),
});

export default function OwnLogo() {
  const { organisation, logoFileId } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }, { href: `/${lang}/my/${organisation.id}`, label: organisation.name }]} />
      <h1>{t('entries.logo')}</h1>
      <LogoForm logoFileId={logoFileId} />
    </div>
  );
}
