import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { getOrganisation, listOrganisationsOf } from '~/modules/organisations/queries.server';
import { mayApply, mayBegin } from '~/modules/organisations/rules';
import { startSmallGrant } from '~/modules/small-grants/commands.server';
import { Meters } from '~/modules/small-grants/components/meters';
import { StartForm } from '~/modules/small-grants/forms';
import { boundsAt } from '~/modules/small-grants/queries.server';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'desk.read', do: { start: 'smallGrant.start' } });
export const meta = titled('smallGrants.write');

export const loader = load(handle, async ({ context }) => {
  const { actor, db, now } = context;
  const mine = actor.kind === 'person' ? await listOrganisationsOf(db.read, actor.id) : [];
  const able = [];
  for (const { id, name } of mine.filter((one) => may(actor, 'smallGrant.start', { organisationId: one.id }))) {
    const { legalForm, status } = await getOrganisation(db.read, id);
    if (mayApply(legalForm) && mayBegin(status)) able.push({ id, name, ...(await boundsAt(db.read, now, id)) });
  }
  return { able };
});

export const action = act(handle, {
  start: doing(StartForm, async (context, input, { lang }) => {
    const { id } = await startSmallGrant(context, input);
    return `/${lang}/small-grants/mine/${id}/edit`;
  }),
});

/** Before anybody writes: the limits of each of their organisations. */
export default function SmallGrantNew() {
  const { able } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/small-grants`, label: t('smallGrants.title') }]} />
      <h1>{t('smallGrants.write')}</h1>
      {able.length === 0 ? (
        <EmptyState title={t('smallGrants.noOrganisation')}><LinkButton href={`/${lang}/register`} tone="plain">{t('applications.register')}</LinkButton></EmptyState>
      ) : (
        <p>{t('smallGrants.forWhom')}</p>
      )}
      {able.map(({ id, name, today, limits, balance }) => (
        <PostForm key={id} intent="start" formId={id} className="card stack">
          <h2 lang="pl">{name}</h2>
          <input type="hidden" name="organisationId" value={id} />
          <Meters limits={limits} balance={balance} year={today.slice(0, 4)} organisation={name} />
          <Button>{t('smallGrants.start')}<span className="visually-hidden"> {name}</span></Button>
        </PostForm>
      ))}
    </div>
  );
}
