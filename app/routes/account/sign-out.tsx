import { redirect } from '@remix-run/node';
import { declare } from '~/access/declare';
import { endSession } from '~/access/session.server';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { nothing } from '~/shared/fields';

export const handle = declare({ see: 'public.read', do: { signOut: 'account.signOut' } });

/** Signing out is a button in the head of the page; whoever opens this address goes home. */
export const loader = load(handle, async ({ lang }) => redirect(`/${lang}`));

export const action = act(handle, {
  signOut: doing(nothing, async ({ db, origin }, _input, { lang, request }) => {
    const cookie = await endSession(db, origin, request);
    return redirect(`/${lang}`, { status: 303, headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache", "storage"' } });
  }),
});

export default function SignOut() {
  return null;
}
