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
import { saveSmallGrant } from '~/modules/small-grants/commands.server';
import { OfferCopy } from '~/modules/small-grants/components/offer-copy';
import { OfferFields } from '~/modules/small-grants/components/offer-fields';
import { contentOf, SmallGrantForm } from '~/modules/small-grants/forms';
import { getSmallGrant } from '~/modules/small-grants/queries.server';
import { isWritable } from '~/modules/small-grants/rules';
import { clockOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PostForm, useFormState } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'smallGrant.read', do: { save: 'smallGrant.edit' } });
export const meta = titled('smallGrants.edit');

export const loader = load(handle, async ({ context, params, t }) => {
  const { id, title, content, version, status, organisationId, correctionNote } = await getSmallGrant(context.db.read, params.id ?? '');
  authorise(context.actor, 'smallGrant.edit', { organisationId });
  refuse(isWritable(status) ? null : 'wrongState');
  return { id, title: title || t('smallGrants.untitled'), content, version, note: status === 'correction_requested' ? correctionNote : null };
});

export const action = act(handle, {
  save: doing(SmallGrantForm, async (context, typed, { params, lang }) => {
    const { version } = await saveSmallGrant(context, params.id ?? '', contentOf(typed), typed.version);
    if (typed.then === 'stay') return json({ version, savedAt: clockOf(context.now) });
    const base = `/${lang}/small-grants/mine/${params.id}`;
    return typed.then === 'add' ? `${base}/edit` : base;
  }),
});

/** The simplified offer on one page that saves itself. */
export default function SmallGrantEdit() {
  const { id, title, content, version, note } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const stale = useFormState()?.message !== undefined;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/small-grants/mine/${id}`, label: title }]} />
      <h1>{t('smallGrants.edit')}</h1>
      {lang === 'pl' ? null : <Notice>{t('applications.polish')}</Notice>}
      {note ? <Notice tone="bad" title={t('smallGrants.office.correctNote')}><OwnText lang="pl">{note}</OwnText></Notice> : null}
      {stale ? <Notice tone="bad" title={t('applications.stored')}><OfferCopy copy={content} /></Notice> : null}
      <PostForm intent="save" className="stack">
        <Version version={version} />
        <OfferFields content={content} version={version} />
        <SaveBar label={t('smallGrants.saveAndCheck')} />
      </PostForm>
    </div>
  );
}
