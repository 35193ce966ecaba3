import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { startApplication } from '~/modules/applications/commands.server';
import { StartForm } from '~/modules/applications/forms';
import { getPublicCall } from '~/modules/calls/queries.server';
import { listOrganisationsOf } from '~/modules/organisations/queries.server';
import { Button, LinkButton } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { EmptyState } from '~/ui/empty-state';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'desk.read', do: { start: 'application.start' } });
export const meta = titled('applications.start');

export const loader = load(handle, async ({ context, params }) => {
  const { actor, db } = context;
  const call = await getPublicCall(db.read, params.slug ?? '');
  const mine = actor.kind === 'person' ? await listOrganisationsOf(db.read, actor.id) : [];
  return {
    title: call.title,
    organisations: mine.filter(({ id }) => may(actor, 'application.start', { organisationId: id })).map(({ id, name }) => ({ id, name })),
  };
});

export const action = act(handle, {
  start: doing(StartForm, async (context, { organisationId }, { params, lang }) => {
    const call = await getPublicCall(context.db.read, params.slug ?? '');
    const { id } = await startApplication(context, { callId: call.id, organisationId });
    return `/${lang}/applications/${id}`;
  }),
});

export default function Apply() {
  const { title, organisations } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('applications.start')}</h1>
      <OwnText lang="pl">{title}</OwnText>
      {organisations.length === 0 ? (
        <EmptyState title={t('applications.startNone')}><LinkButton href={`/${lang}/register`}>{t('applications.register')}</LinkButton></EmptyState>
      ) : (
        <PostForm intent="start" className="stack">
          <Radios
            name="organisationId"
            legend={t('applications.startFor')}
            options={organisations.map(({ id, name }) => ({ value: id, label: <span lang="pl">{name}</span> }))}
            defaultValue={organisations.length === 1 ? organisations[0]?.id : undefined}
          />
          <Button>{t('applications.begin')}</Button>
        </PostForm>
      )}
    </div>
  );
}
