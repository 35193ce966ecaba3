import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { authorise, refuse } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { Version } from '~/modules/applications/components/rows';
import { SaveBar } from '~/modules/applications/components/save-bar';
import { saveProposal } from '~/modules/proposals/commands.server';
import { ProposalCopy } from '~/modules/proposals/components/proposal-copy';
import { ProposalFields } from '~/modules/proposals/components/proposal-fields';
import { contentOf, ProposalForm } from '~/modules/proposals/forms';
import { getProposal } from '~/modules/proposals/queries.server';
import { clockOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PostForm, useFormState } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'proposal.read', do: { save: 'proposal.edit' } });
export const meta = titled('proposals.edit');

export const loader = load(handle, async ({ context, params, t }) => {
  const proposal = await getProposal(context.db.read, params.id ?? '');
  authorise(context.actor, 'proposal.edit', proposal);
  const { id, title, content, version, status } = proposal;
  refuse(status === 'draft' ? null : 'wrongState');
  return { id, title: title || t('proposals.untitled'), content, version };
});

export const action = act(handle, {
  save: doing(ProposalForm, async (context, typed, { params, lang }) => {
    const { version } = await saveProposal(context, params.id ?? '', contentOf(typed), typed.version);
    if (typed.then === 'stay') return json({ version, savedAt: clockOf(context.now) });
    const base = `/${lang}/proposals/mine/${params.id}`;
    return typed.then === 'add' ? `${base}/edit` : base;
  }),
});

/** The proposal on one page that saves itself. */
export default function ProposalEdit() {
  const { id, title, content, version } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const stale = useFormState()?.message !== undefined;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/proposals/mine/${id}`, label: title }]} />
      <h1>{t('proposals.edit')}</h1>
      {lang === 'pl' ? null : <Notice>{t('proposals.polish')}</Notice>}
      {stale ? <Notice tone="bad" title={t('applications.stored')}><ProposalCopy copy={content} /></Notice> : null}
      <PostForm intent="save" className="stack">
        <Version version={version} />
        <ProposalFields content={content} version={version} />
        <SaveBar label={t('proposals.save')} />
      </PostForm>
    </div>
  );
}
