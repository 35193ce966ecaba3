import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { getPerson } from '~/modules/identity/queries.server';
import { acceptChange, getChange, returnChange } from '~/modules/organisations/changes.server';
import { ChangeDiff } from '~/modules/organisations/components/change-diff';
import { ReasonForm } from '~/modules/organisations/forms-of-life';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { nothing } from '~/shared/fields';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'change.decide', do: { accept: 'change.decide', return: 'change.decide' } });
export const meta = titled('registry.changes.one');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { read } = context.db;
  const { organisationId, before, after, note, askedBy, askedAt, status, reason } = await getChange(read, params.id ?? '');
  return {
    organisationId, before, after, note, status, reason,
    name: (await getOrganisation(read, organisationId)).name, asker: (await getPerson(read, askedBy)).name, asked: formatInstant(askedAt, lang),
  };
});

export const action = act(handle, {
  accept: doing(nothing, async (context, _input, { params, lang }) => {
    await acceptChange(context, params.id ?? '');
    return `/${lang}/office/changes`;
  }),
  return: doing(ReasonForm, async (context, input, { params, lang }) => {
    await returnChange(context, params.id ?? '', input);
    return `/${lang}/office/changes`;
  }),
});

/** A request to change verified data: before and after, accepted or given back with a reason. */
export default function Change() {
  const { organisationId, name, before, after, note, asker, asked, status, reason } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const office = `/${lang}/office`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: office, label: t('ui.nav.office') }, { href: `${office}/changes`, label: t('registry.changes.title') }]} />
      <h1>{t('registry.changes.one')}</h1>
      <p><a href={`${office}/organisations/${organisationId}`} lang="pl">{name}</a></p>
      <p className="hint">{t('registry.askedBy', { person: asker, when: asked })}</p>
      <ChangeDiff before={before} after={after} />
      <h2>{t('registry.change.note')}</h2>
      <OwnText lang="pl">{note}</OwnText>
      {status === 'open' ? (
        <div className="grid">
          <PostForm intent="accept" formId="accept" className="card stack">
            <h2>{t('registry.changes.accept')}</h2>
            <p>{t('registry.changes.acceptHint')}</p>
            <Button>{t('registry.changes.accept')}</Button>
          </PostForm>
          <PostForm intent="return" formId="return" className="card stack">
            <h2>{t('registry.changes.return')}</h2>
            <Field name="reason" label={t('registry.reason')} hint={t('registry.reasonHint')} multiline rows={4} maxLength={2000} />
            <Button tone="plain">{t('registry.changes.return')}</Button>
          </PostForm>
        </div>
      ) : (
        <Notice title={t(`registry.changeStatus.${status}` as const)}><p className="own-text" lang="pl">{reason ?? ''}</p></Notice>
      )}
    </div>
  );
}
