import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { beginSession } from '~/access/session.server';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { localPath } from '~/http/respond.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { signIn } from '~/modules/identity/commands.server';
import { SignInForm } from '~/modules/identity/forms';
import { onwards } from '~/shared/onwards';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'account.signIn', do: { signIn: 'account.signIn' } });
export const meta = titled('identity.signIn');

export const loader = load(handle, async ({ url }) => ({ next: localPath(url.searchParams.get('next'), '') }));

export const action = act(handle, {
  signIn: doing(SignInForm, async (context, input, { lang }) => {
    const { personId } = await signIn(context, { ...input, next: localPath(input.next, '') });
    const cookie = await beginSession(context.db, context.origin, personId);
    return redirect(localPath(input.next, `/${lang}/desk`), { status: 303, headers: { 'Set-Cookie': cookie } });
  }),
});

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('identity.signIn')}</h1>
      {next ? <p>{t('identity.signInFirst')}</p> : null}
      <PostForm intent="signIn" className="stack">
        <input type="hidden" name="next" value={next} />
        <Field name="email" type="email" label={t('identity.email')} autoComplete="username" width="medium" />
        <Field name="password" type="password" label={t('identity.password')} autoComplete="current-password" width="medium" />
        <Button>{t('identity.signIn')}</Button>
      </PostForm>
      <ul className="row">
        <li><a href={`/${lang}/reset`}>{t('identity.forgotten')}</a></li>
        <li><a href={onwards(`/${lang}/sign-up`, next)}>{t('identity.noAccount')}</a></li>
      </ul>
    </div>
  );
}
