import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { getOrganisation, listOrganisationsOf } from '~/modules/organisations/queries.server';
import { mayApply } from '~/modules/organisations/rules';
import { startProposal } from '~/modules/proposals/commands.server';
import { StartForm } from '~/modules/proposals/forms';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'desk.read', do: { start: 'proposal.start' } });
export const meta = titled('proposals.write');

export const loader = load(handle, async ({ context }) => {
  const { actor, db } = context;
  const mine = actor.kind === 'person' ? await listOrganisationsOf(db.read, actor.id) : [];
  const able = [];
  for (const { id, name } of mine.filter((one) => may(actor, 'proposal.start', { organisationId: one.id }))) {
    const { legalForm, status } = await getOrganisation(db.read, id);
    if (mayApply(legalForm) && ['verified', 'submitted'].includes(status)) able.push({ id, name });
  }
  return { able };
});

export const action = act(handle, {
  start: doing(StartForm, async (context, input, { lang }) => {
    const { id } = await startProposal(context, input);
    return `/${lang}/proposals/mine/${id}/edit`;
  }),
});

/** Before anybody writes: for which of their organisations. */
export default function ProposalNew() {
  const { able } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/proposals`, label: t('proposals.title') }]} />
      <h1>{t('proposals.write')}</h1>
      <Notice>{t('proposals.noPromise')}</Notice>
      {able.length === 0 ? (
        <EmptyState title={t('proposals.noOrganisation')}><LinkButton href={`/${lang}/register`} tone="plain">{t('applications.register')}</LinkButton></EmptyState>
      ) : (
        <p>{t('proposals.forWhom')}</p>
      )}
      {able.map(({ id, name }) => (
        <PostForm key={id} intent="start" formId={id} className="card stack">
          <h2 lang="pl">{name}</h2>
          <input type="hidden" name="organisationId" value={id} />
          <Button>{t('proposals.start')}<span className="visually-hidden"> {name}</span></Button>
        </PostForm>
      ))}
    </div>
  );
}
