import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { knowsAlert, stopAlerts } from '~/modules/calls/alerts.server';
import { NotFound } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'public.read', do: { stop: 'alert.ask' } });
export const meta = titled('finding.alerts');

export const loader = load(handle, async ({ context, params }) => {
  if (!(await knowsAlert(context.db.read, { stop: params.token ?? '' }))) throw new NotFound('alert');
  return {};
});

export const action = act(handle, {
  stop: doing(nothing, async (context, _input, { params, lang }) => {
    await stopAlerts(context, params.token ?? '');
    return `/${lang}/calls/alerts?stopped`;
  }),
});

/** The end of the letters, in one click. */
export default function AlertStop() {
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('finding.alerts')}</h1>
      <p>{t('finding.alertStopText')}</p>
      <PostForm intent="stop"><Button>{t('finding.alertStop')}</Button></PostForm>
    </div>
  );
}
