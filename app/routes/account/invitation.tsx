import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { acceptInvitation } from '~/modules/organisations/commands.server';
import { nothing } from '~/shared/fields';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'invitation.accept', do: { accept: 'invitation.accept' } });
export const meta = titled('identity.invitation');
export const loader = load(handle, async () => ({}));

export const action = act(handle, {
  accept: doing(nothing, async (context, _input, { params, lang }) => {
    await acceptInvitation(context, params.token ?? '');
    return `/${lang}/desk`;
  }),
});

export default function Invitation() {
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('identity.invitation')}</h1>
      <p>{t('identity.invitationText')}</p>
      <PostForm intent="accept"><Button>{t('identity.accept')}</Button></PostForm>
    </div>
  );
}
