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
import { saveLocalInitiative } from '~/modules/local-initiatives/commands.server';
import { RequestCopy } from '~/modules/local-initiatives/components/request-copy';
import { RequestFields } from '~/modules/local-initiatives/components/request-fields';
import { contentOf, LocalInitiativeForm } from '~/modules/local-initiatives/forms';
import { getLocalInitiative } from '~/modules/local-initiatives/queries.server';
import { isWritable, subjectOf } from '~/modules/local-initiatives/rules';
import { clockOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PostForm, useFormState } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'localInitiative.read', do: { save: 'localInitiative.edit' } });
export const meta = titled('localInitiatives.edit');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const initiative = await getLocalInitiative(context.db.read, params.id ?? '');
  authorise(context.actor, 'localInitiative.edit', subjectOf(initiative));
  const { id, title, content, version, status, completionNote, completionDue } = initiative;
  refuse(isWritable(status) ? null : 'wrongState');
  return {
    id, title: title || t('localInitiatives.untitled'), content, version,
    asked: status === 'completion_requested' && completionNote && completionDue ? { note: completionNote, due: formatDay(completionDue, lang) } : null,
  };
});

export const action = act(handle, {
  save: doing(LocalInitiativeForm, async (context, typed, { params, lang }) => {
    const { version } = await saveLocalInitiative(context, params.id ?? '', contentOf(typed), typed.version);
    if (typed.then === 'stay') return json({ version, savedAt: clockOf(context.now) });
    const base = `/${lang}/local-initiatives/mine/${params.id}`;
    return typed.then === 'add' ? `${base}/edit` : base;
  }),
});

/** The request on one page that saves itself. */
export default function LocalInitiativeEdit() {
  const { id, title, content, version, asked } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const stale = useFormState()?.message !== undefined;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/local-initiatives/mine/${id}`, label: title }]} />
      <h1>{t('localInitiatives.edit')}</h1>
      {lang === 'pl' ? null : <Notice><p>{t('localInitiatives.polish')} <a href={`/${lang}/organisations`}>{t('organisations.title')}</a></p></Notice>}
      {asked ? <Notice tone="bad" title={t('localInitiatives.completeBy', { day: asked.due })}><OwnText lang="pl">{asked.note}</OwnText></Notice> : null}
      {stale ? <Notice tone="bad" title={t('applications.stored')}><RequestCopy copy={content} /></Notice> : null}
      <PostForm intent="save" className="stack">
        <Version version={version} />
        <RequestFields content={content} version={version} />
        <SaveBar label={t('localInitiatives.save')} />
      </PostForm>
    </div>
  );
}
