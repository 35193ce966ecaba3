import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { findHelpOf } from '~/modules/applications/helper-queries.server';
import { acceptAnyInvitation } from '~/modules/applications/helpers.server';
import { endOfHelp } from '~/modules/applications/rules-of-helpers';
import { nothing } from '~/shared/fields';
import { formatDeadline } from '~/shared/time';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'invitation.accept', do: { accept: 'invitation.accept' } });
export const meta = titled('identity.invitation');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { actor, db } = context;
  const help = await findHelpOf(db.read, params.token ?? '');
  // Only whoever it was sent to reads what it is about.
  const told = help && actor.kind === 'person' && actor.email === help.email;
  return {
    offer: told ? {
      title: help.title || t('applications.untitled'),
      said: t('helpers.yours', { organisation: help.organisation, may: t(`helpers.may.${help.role}` as const), when: formatDeadline(endOfHelp(help, help.closesAt), lang) }),
    } : null,
  };
});

export const action = act(handle, {
  accept: doing(nothing, async (context, _input, { params, lang }) => `/${lang}${await acceptAnyInvitation(context, params.token ?? '')}`),
});

export default function Invitation() {
  const { offer } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack section">
      <h1>{offer ? t('helpers.invitation') : t('identity.invitation')}</h1>
      {offer ? <p><strong><OwnText lang="pl" as="span">{offer.title}</OwnText></strong></p> : null}
      <p>{offer ? offer.said : t('identity.invitationText')}</p>
      <PostForm intent="accept"><Button>{t('identity.accept')}</Button></PostForm>
    </div>
  );
}
