import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { startLocalInitiative } from '~/modules/local-initiatives/commands.server';
import { StartForm } from '~/modules/local-initiatives/forms';
import { applicantOf } from '~/modules/local-initiatives/rules';
import { getOrganisation, listOrganisationsOf } from '~/modules/organisations/queries.server';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'desk.read', do: { start: 'localInitiative.start' } });
export const meta = titled('localInitiatives.write');

export const loader = load(handle, async ({ context }) => {
  const { actor, db } = context;
  const mine = actor.kind === 'person' ? await listOrganisationsOf(db.read, actor.id) : [];
  const able = [];
  for (const { id, name } of mine.filter((one) => may(actor, 'localInitiative.start', { organisationId: one.id }))) {
    const { legalForm, status } = await getOrganisation(db.read, id);
    const applicant = applicantOf(legalForm);
    if (applicant && ['verified', 'submitted'].includes(status)) able.push({ id, name, applicant });
  }
  return { able };
});

export const action = act(handle, {
  start: doing(StartForm, async (context, input, { lang }) => {
    const { id } = await startLocalInitiative(context, input);
    return `/${lang}/local-initiatives/mine/${id}/edit`;
  }),
});

/** Before anybody writes: for themselves and their neighbours, or through a group or an organisation. */
export default function LocalInitiativeNew() {
  const { able } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/local-initiatives`, label: t('localInitiatives.title') }]} />
      <h1>{t('localInitiatives.write')}</h1>
      <Notice>{t('localInitiatives.noMoney')}</Notice>
      <p>{t('localInitiatives.forWhom')}</p>
      <PostForm intent="start" formId="resident" className="card stack">
        <h2>{t('localInitiatives.asResident')}</h2>
        <input type="hidden" name="applicant" value="residents" />
        <p>{t('localInitiatives.asResidentHint')}</p>
        <Button>{t('localInitiatives.begin')}<span className="visually-hidden"> {t('localInitiatives.asResident')}</span></Button>
      </PostForm>
      {able.map(({ id, name, applicant }) => (
        <PostForm key={id} intent="start" formId={id} className="card stack">
          <h2 lang="pl">{name}</h2>
          <input type="hidden" name="applicant" value={id} />
          <p>{t(`localInitiatives.applicant.${applicant}` as const)}</p>
          <Button>{t('localInitiatives.begin')}<span className="visually-hidden"> {name}</span></Button>
        </PostForm>
      ))}
    </div>
  );
}
