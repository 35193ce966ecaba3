import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { StatusTag } from '~/modules/organisations/components/entry-summary';
import { LifeForm } from '~/modules/organisations/forms-of-life';
import { restoreOrganisation, setAside } from '~/modules/organisations/lifecycle.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { whyNotLife } from '~/modules/organisations/rules-of-life';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'organisation.setAside', do: { move: 'organisation.setAside' } });
export const meta = titled('registry.life.title');

export const loader = load(handle, async ({ context, params }) => {
  const { db, actor } = context;
  const organisation = await getOrganisation(db.read, params.id ?? '');
  const { id, name, status, statusReason, statusBefore, mergedInto } = organisation;
  authorise(actor, 'organisation.setAside', { organisationId: id });
  return {
    id, name, status, statusReason, statusBefore,
    into: mergedInto ? { id: mergedInto, name: (await getOrganisation(db.read, mergedInto)).name } : null,
    steps: (['suspend', 'archive', 'restore'] as const).filter((step) => whyNotLife(step, organisation) === null),
  };
});

export const action = act(handle, {
  move: doing(LifeForm, async (context, { step, reason }, { params, lang }) => {
    if (step === 'restore') await restoreOrganisation(context, params.id ?? '', { reason });
    else await setAside(context, params.id ?? '', { step, reason });
    return `/${lang}/office/organisations/${params.id}/life`;
  }),
});

/** Where an officer takes an entry out of the directory, or brings it back. */
export default function OrganisationLife() {
  const { id, name, status, statusReason, statusBefore, into, steps } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const office = `/${lang}/office`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: office, label: t('ui.nav.office') }, { href: `${office}/organisations`, label: t('organisations.officeTitle') }, { href: `${office}/organisations/${id}`, label: name }]} />
      <h1>{t('registry.life.title')}</h1>
      <p lang="pl"><strong>{name}</strong></p>
      <p><StatusTag status={status} /></p>
      {into ? <Notice>{<p>{t('registry.life.mergedInto')} <a href={`${office}/organisations/${into.id}`} lang="pl">{into.name}</a></p>}</Notice> : null}
      {statusReason ? <Notice tone="bad" title={t('registry.reasonGiven')}><p className="own-text" lang="pl">{statusReason}</p></Notice> : null}
      {statusBefore ? <p>{t('registry.life.before')} <StatusTag status={statusBefore} /></p> : null}
      {steps.length > 0 ? (
        <PostForm intent="move" className="card stack">
          <Radios
            name="step" legend={t('registry.life.step')}
            options={steps.map((value) => ({ value, label: t(`registry.life.${value}` as const), hint: t(`registry.lifeHint.${value}` as const) }))}
          />
          <Field name="reason" label={t('registry.reason')} hint={t('registry.reasonHint')} multiline rows={4} maxLength={2000} />
          <Button>{t('registry.life.do')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
