import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { saveOrganisation, saveOwnData } from '~/modules/organisations/commands.server';
import { OwnFields, RegisterFields, SectionLinks } from '~/modules/organisations/components/entry-fields';
import { RegisterSummary } from '~/modules/organisations/components/entry-summary';
import { EditForm, OwnDataForm } from '~/modules/organisations/forms';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { whyNot } from '~/modules/organisations/rules';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'organisation.edit', do: { save: 'organisation.edit', saveOwnData: 'organisation.edit' } });
export const meta = titled('organisations.editTitle');

export const loader = load(handle, async ({ context, params, t }) => {
  const organisation = await getOrganisation(context.db.read, params.organisationId ?? '');
  const subject = { organisationId: organisation.id };
  authorise(context.actor, 'organisation.edit', subject);
  return {
    entry: organisation,
    whole: whyNot('edit', organisation.status) === null,
    writable: whyNot('edit', organisation.status) === null || whyNot('editContact', organisation.status) === null,
    maySubmit: may(context.actor, 'organisation.submit', subject),
    pageTitle: t('organisations.editTitle'),
  };
});

export const action = act(handle, {
  save: doing(EditForm, async (context, input, { lang, params }) => {
    const id = params.organisationId ?? '';
    await saveOrganisation(context, id, input);
    return `/${lang}/my/${id}`;
  }),
  saveOwnData: doing(OwnDataForm, async (context, input, { lang, params }) => {
    const id = params.organisationId ?? '';
    await saveOwnData(context, id, input);
    return `/${lang}/my/${id}`;
  }),
});

export default function EditOrganisation() {
  const { entry, whole, writable, maySubmit } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }, { href: `/${lang}/my/${entry.id}`, label: entry.name }]} />
      <h1>{t('organisations.editTitle')}</h1>
      {entry.returnReason ? <Notice tone="bad" title={t('organisations.returned')}><p className="own-text" lang="pl">{entry.returnReason}</p></Notice> : null}
      {writable ? <SectionLinks /> : null}
      {writable ? null : <Notice>{t('organisations.notWritable')}</Notice>}
      {!whole && writable ? (
        <section className="stack">
          <h2>{t('organisations.section.register')}</h2>
          <p className="hint">{t('organisations.registerFixed')}</p>
          <RegisterSummary entry={entry} />
        </section>
      ) : null}
      {writable ? (
        <PostForm intent={whole ? 'save' : 'saveOwnData'} className="stack section">
          <input type="hidden" name="version" value={entry.version} />
          {whole ? <RegisterFields entry={entry} /> : null}
          <OwnFields entry={entry} />
          <div className="row">
            {whole && maySubmit ? <Button name="next" value="submit">{t('organisations.saveAndSubmit')}</Button> : null}
            <Button tone={whole && maySubmit ? 'plain' : 'main'}>{t('organisations.save')}</Button>
          </div>
        </PostForm>
      ) : null}
    </div>
  );
}
