import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { registerOrganisation } from '~/modules/organisations/commands.server';
import { OwnFields, RegisterFields } from '~/modules/organisations/components/entry-fields';
import { RegisterForm } from '~/modules/organisations/forms';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'organisation.register', do: { save: 'organisation.register' } });
export const meta = titled('organisations.registerTitle');

export const loader = load(handle, async () => ({}));

export const action = act(handle, {
  save: doing(RegisterForm, async (context, input, { lang }) => {
    const { id } = await registerOrganisation(context, input);
    return `/${lang}/my/${id}`;
  }),
});

export default function Register() {
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }]} />
      <h1>{t('organisations.registerTitle')}</h1>
      <p>{t('organisations.registerLead')}</p>
      <PostForm intent="save" className="stack section">
        <RegisterFields />
        <OwnFields />
        <div className="row">
          <Button name="next" value="submit">{t('organisations.saveAndSubmit')}</Button>
          <Button tone="plain">{t('organisations.saveDraft')}</Button>
        </div>
      </PostForm>
    </div>
  );
}
