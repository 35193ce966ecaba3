import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { localPath } from '~/http/respond.server';
import { themes } from '~/http/theme';
import { choice } from '~/shared/fields';

export const handle = declare({ see: 'public.read', do: { set: 'public.read' } });
export const loader = load(handle, async ({ lang }) => redirect(`/${lang}`));

const ThemeForm = z.object({ theme: choice(themes), back: z.string().max(2000).optional() });

export const action = act(handle, {
  set: doing(ThemeForm, async ({ origin }, { theme, back }, { lang }) => {
    const secure = origin.startsWith('https:') ? '; Secure' : '';
    const cookie = `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
    return redirect(localPath(back, `/${lang}`), { status: 303, headers: { 'Set-Cookie': cookie } });
  }),
});

export default function Theme() {
  return null;
}
