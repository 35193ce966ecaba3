import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { endAllSessions } from '~/access/session.server';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { languageNames, languages } from '~/i18n/messages';
import { useT } from '~/i18n/react';
import { changePassword, saveProfile } from '~/modules/identity/commands.server';
import { ChangePasswordForm, ProfileForm } from '~/modules/identity/forms';
import { countSessions } from '~/modules/identity/queries.server';
import { Forbidden } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { Button } from '~/ui/button';
import { Select } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'account.own', do: { profile: 'account.own', password: 'account.own', signOutEverywhere: 'account.own' } });
export const meta = titled('identity.account');

export const loader = load(handle, async ({ context: { actor, db } }) => {
  if (actor.kind !== 'person') throw new Forbidden('account.own');
  return { name: actor.name, email: actor.email, language: actor.lang, sessions: await countSessions(db.read, actor.id) };
});

export const action = act(handle, {
  profile: doing(ProfileForm, async (context, input) => {
    await saveProfile(context, input);
    return `/${input.lang}/account`;
  }),
  password: doing(ChangePasswordForm, async (context, input, { lang }) => {
    await changePassword(context, input);
    return `/${lang}/sign-in`;
  }),
  signOutEverywhere: doing(nothing, async ({ actor, db, origin }, _input, { lang }) => {
    if (actor.kind !== 'person') throw new Forbidden('account.own');
    return redirect(`/${lang}/sign-in`, { status: 303, headers: { 'Set-Cookie': await endAllSessions(db, origin, actor.id) } });
  }),
});

export default function Account() {
  const { name, email, language, sessions } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('identity.account')}</h1>
      <p>{email}</p>
      <PostForm intent="profile" formId="profile" className="stack">
        <Field name="name" label={t('identity.name')} defaultValue={name} autoComplete="name" width="medium" />
        <Select name="lang" label={t('identity.lang')} defaultValue={language} options={languages.map((code) => ({ value: code, label: languageNames[code] }))} />
        <Button>{t('identity.save')}</Button>
      </PostForm>
      <h2>{t('identity.changePassword')}</h2>
      <PostForm intent="password" formId="password" className="stack">
        <Field name="oldPassword" type="password" label={t('identity.oldPassword')} autoComplete="current-password" width="medium" />
        <Field name="password" type="password" label={t('identity.newPassword')} hint={`${t('identity.passwordHint')} ${t('identity.changePasswordHint')}`} autoComplete="new-password" width="medium" />
        <Button>{t('identity.savePassword')}</Button>
      </PostForm>
      <p>{t('identity.sessions', { n: sessions })}</p>
      <PostForm intent="signOutEverywhere"><Button tone="plain">{t('identity.signOutEverywhere')}</Button></PostForm>
    </div>
  );
}
