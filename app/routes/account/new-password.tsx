import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { resetPassword } from '~/modules/identity/commands.server';
import { NewPasswordForm } from '~/modules/identity/forms';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'account.reset', do: { save: 'account.reset' } });
export const meta = titled('identity.resetTitle');
export const loader = load(handle, async () => ({}));

export const action = act(handle, {
  save: doing(NewPasswordForm, async (context, input, { params, lang }) => {
    await resetPassword(context, params.token ?? '', input);
    return `/${lang}/sign-in`;
  }),
});

export default function NewPassword() {
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('identity.resetTitle')}</h1>
      <PostForm intent="save" className="stack">
        <Field name="password" type="password" label={t('identity.newPassword')} hint={t('identity.passwordHint')} autoComplete="new-password" width="medium" />
        <Button>{t('identity.savePassword')}</Button>
      </PostForm>
    </div>
  );
}
