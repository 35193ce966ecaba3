import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { MergeColumns } from '~/modules/organisations/components/merge-columns';
import { StatusTag } from '~/modules/organisations/components/entry-summary';
import { mergeFields } from '~/modules/organisations/content-of-life';
import { MergeForm } from '~/modules/organisations/forms-of-life';
import { fieldLabel, mergeValue } from '~/modules/organisations/labels-of-life';
import { getPair, mergeEntries } from '~/modules/organisations/merges.server';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'organisation.merge', do: { merge: 'organisation.merge' } });
export const meta = titled('registry.merge.title');

export const loader = load(handle, async ({ context, params, t }) => {
  authorise(context.actor, 'organisation.merge', {});
  const { kept, merged, refused, following } = await getPair(context.db.read, params.keptId ?? '', params.mergedId ?? '');
  const rows = mergeFields.map((field) => ({ field, label: fieldLabel(t, field), kept: mergeValue(t, field, kept), merged: mergeValue(t, field, merged) }));
  return {
    kept: { id: kept.id, name: kept.name, status: kept.status }, merged: { id: merged.id, name: merged.name, status: merged.status }, refused,
    rows: rows.filter((row) => row.kept !== row.merged),
    same: rows.filter((row) => row.kept === row.merged && row.kept !== '').map(({ label }) => label),
    follow: (['memberships', 'services', 'locations', 'applications', 'smallGrants', 'localInitiatives', 'proposals', 'agreements'] as const)
      .filter((name) => (following[name] ?? 0) > 0)
      .map((name) => ({ name, n: following[name] ?? 0 })),
  };
});

export const action = act(handle, {
  merge: doing(MergeForm, async (context, input, { params, lang }) => {
    await mergeEntries(context, params.keptId ?? '', params.mergedId ?? '', input);
    return `/${lang}/office/organisations/${params.keptId}`;
  }),
});

/** Two entries side by side: the officer chooses what stays, field by field. */
export default function Merge() {
  const { kept, merged, refused, rows, same, follow } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const office = `/${lang}/office`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: office, label: t('ui.nav.office') }, { href: `${office}/duplicates`, label: t('registry.duplicates.title') }]} />
      <h1>{t('registry.merge.title')}</h1>
      <p>{t('registry.merge.stays')} <strong lang="pl">{kept.name}</strong> <StatusTag status={kept.status} /></p>
      <p>{t('registry.merge.ends')} <strong lang="pl">{merged.name}</strong> <StatusTag status={merged.status} /></p>
      <p><a href={`${office}/duplicates/${merged.id}/${kept.id}`}>{t('registry.merge.swap')}</a></p>
      {refused ? <Notice tone="bad">{`${t(`refusal.${refused}` as const)}.`}</Notice> : (
        <PostForm intent="merge" className="stack">
          <MergeColumns rows={rows} />
          {same.length > 0 ? <p className="hint">{t('registry.merge.same')} {same.join(', ')}</p> : null}
          <h2>{t('registry.merge.follow')}</h2>
          <p>{t('registry.merge.followLead')}</p>
          {follow.length > 0 ? <ul>{follow.map(({ name, n }) => <li key={name}>{t(`registry.merge.follow.${name}` as const, { n })}</li>)}</ul> : null}
          <Field name="reason" label={t('registry.reason')} hint={t('registry.merge.reasonHint')} multiline rows={3} maxLength={2000} />
          <Notice tone="bad" title={t('registry.merge.cannotUndo')}>{t('registry.merge.cannotUndoText')}</Notice>
          <Button>{t('registry.merge.do')}</Button>
        </PostForm>
      )}
    </div>
  );
}
