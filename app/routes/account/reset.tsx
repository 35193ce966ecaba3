import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { requestReset } from '~/modules/identity/commands.server';
import { ResetForm } from '~/modules/identity/forms';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Confirmation } from '~/ui/notice';

export const handle = declare({ see: 'account.reset', do: { request: 'account.reset' } });
export const meta = titled('identity.resetTitle');

export const loader = load(handle, async ({ url }) => ({ sent: url.searchParams.has('sent') }));

export const action = act(handle, {
  request: doing(ResetForm, async (context, input, { lang }) => {
    await requestReset(context, input);
    return `/${lang}/reset?sent=1`;
  }),
});

export default function Reset() {
  const { sent } = useLoaderData<typeof loader>();
  const t = useT();
  if (sent) return <Confirmation title={t('identity.checkMail')}><p>{t('identity.checkMailText')}</p></Confirmation>;
  return (
    <div className="stack section">
      <h1>{t('identity.resetTitle')}</h1>
      <p>{t('identity.resetText')}</p>
      <PostForm intent="request" className="stack">
        <Field name="email" type="email" label={t('identity.email')} autoComplete="username" width="medium" />
        <Button>{t('identity.sendLink')}</Button>
      </PostForm>
    </div>
  );
}
