import { redirect } from '@remix-run/node';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { stopAlerts } from '~/modules/calls/alerts.server';
import { stopSearch } from '~/modules/organisations/saved-searches.server';
import { NotFound } from '~/shared/errors';
import { nothing } from '~/shared/fields';

export const handle = declare({ see: 'public.read', do: { stop: 'alert.ask' } });

/** The letters that can be ended: the page with the button, and what ends them. */
const kinds = {
  alerts: { page: 'calls/alerts/stop', stop: stopAlerts },
  searches: { page: 'organisations/save-search/stop', stop: stopSearch },
};

function kindOf(name: string | undefined) {
  if (name !== 'alerts' && name !== 'searches') throw new NotFound('letters');
  return kinds[name];
}

/** A person who opens the address of the mail programs comes to the page with the button. */
export const loader = load(handle, async ({ params, lang }): Promise<Response> => redirect(`/${lang}/${kindOf(params.kind).page}/${params.token}`));

/** The end of letters by one click in a mail program (RFC 8058): no session, no page and no redirect. */
export const action = act(handle, {
  stop: doing(nothing, async (context, _input, { params }) => {
    await kindOf(params.kind).stop(context, params.token ?? '');
    return new Response(null, { status: 204 });
  }),
});
