import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { confirmAlerts, knowsAlert } from '~/modules/calls/alerts.server';
import { NotFound } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'public.read', do: { confirm: 'alert.ask' } });
export const meta = titled('finding.alerts');

/** Opening the link changes nothing: programmes that look through letters open links too. */
export const loader = load(handle, async ({ context, params }) => {
  if (!(await knowsAlert(context.db.read, { confirm: params.token ?? '' }))) throw new NotFound('alert');
  return {};
});

export const action = act(handle, {
  confirm: doing(nothing, async (context, _input, { params, lang }) => {
    await confirmAlerts(context, params.token ?? '');
    return `/${lang}/calls/alerts?confirmed`;
  }),
});

export default function AlertConfirm() {
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('finding.alerts')}</h1>
      <p>{t('finding.alertConfirmText')}</p>
      <PostForm intent="confirm"><Button>{t('finding.alertConfirm')}</Button></PostForm>
    </div>
  );
}
