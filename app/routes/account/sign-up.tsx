import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { localPath } from '~/http/respond.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { signUp } from '~/modules/identity/commands.server';
import { SignUpForm } from '~/modules/identity/forms';
import { onwards } from '~/shared/onwards';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Confirmation } from '~/ui/notice';

export const handle = declare({ see: 'account.signUp', do: { signUp: 'account.signUp' } });
export const meta = titled('identity.signUp');

export const loader = load(handle, async ({ url }) => ({ sent: url.searchParams.has('sent'), next: localPath(url.searchParams.get('next'), '') }));

export const action = act(handle, {
  signUp: doing(SignUpForm, async (context, input, { lang }) => {
    await signUp(context, { ...input, lang, next: localPath(input.next, '') });
    return `/${lang}/sign-up?sent=1`;
  }),
});

export default function SignUp() {
  const { sent, next } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  if (sent) return <Confirmation title={t('identity.checkMail')}><p>{t('identity.checkMailText')}</p></Confirmation>;
  return (
    <div className="stack section">
      <h1>{t('identity.signUp')}</h1>
      <PostForm intent="signUp" className="stack">
        <input type="hidden" name="next" value={next} />
        <Field name="name" label={t('identity.name')} autoComplete="name" width="medium" />
        <Field name="email" type="email" label={t('identity.email')} autoComplete="username" width="medium" />
        <Field name="password" type="password" label={t('identity.password')} hint={t('identity.passwordHint')} autoComplete="new-password" width="medium" />
        <Button>{t('identity.signUp')}</Button>
      </PostForm>
      <p><a href={onwards(`/${lang}/sign-in`, next)}>{t('identity.haveAccount')}</a></p>
    </div>
  );
}
