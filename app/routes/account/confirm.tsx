import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { beginSession } from '~/access/session.server';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { localPath } from '~/http/respond.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { confirmEmail } from '~/modules/identity/commands.server';
import { ConfirmForm } from '~/modules/identity/forms';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'account.confirm', do: { confirm: 'account.confirm' } });
export const meta = titled('identity.confirmTitle');

/** Opening the link changes nothing: programmes that look through letters open links too. */
export const loader = load(handle, async ({ url }) => ({ next: localPath(url.searchParams.get('next'), '') }));

export const action = act(handle, {
  confirm: doing(ConfirmForm, async (context, input, { params, lang }) => {
    const personId = await confirmEmail(context, params.token ?? '', input);
    const cookie = await beginSession(context.db, context.origin, personId);
    return redirect(localPath(input.next, `/${lang}/desk`), { status: 303, headers: { 'Set-Cookie': cookie } });
  }),
});

export default function Confirm() {
  const { next } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('identity.confirmTitle')}</h1>
      <p>{t('identity.confirmText')}</p>
      <PostForm intent="confirm" className="stack">
        <input type="hidden" name="next" value={next} />
        <Field name="password" type="password" label={t('identity.password')} autoComplete="current-password" width="medium" />
        <Button>{t('identity.confirm')}</Button>
      </PostForm>
    </div>
  );
}
