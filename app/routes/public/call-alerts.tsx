import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { wantAlerts } from '~/modules/calls/alerts.server';
import { AlertForm } from '~/modules/calls/forms-life';
import { targetGroups } from '~/modules/programme/lists';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Select } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'public.read', do: { want: 'alert.ask' } });
export const meta = titled('finding.alerts');

export const loader = load(handle, ({ url }) => Promise.resolve({ sent: url.searchParams.has('sent'), confirmed: url.searchParams.has('confirmed'), stopped: url.searchParams.has('stopped') }));

export const action = act(handle, {
  want: doing(AlertForm, async (context, input, { lang }) => {
    await wantAlerts(context, input);
    return `/${lang}/calls/alerts?sent`;
  }),
});

/** Letters about calls, without an account. */
export default function CallAlerts() {
  const { sent, confirmed, stopped } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/calls`, label: t('calls.title') }]} />
      <h1>{t('finding.alerts')}</h1>
      {sent ? <Notice tone="good">{t('finding.alertSent')}</Notice> : null}
      {confirmed ? <Notice tone="good">{t('finding.alertConfirmed')}</Notice> : null}
      {stopped ? <Notice tone="good">{t('finding.alertStopped')}</Notice> : null}
      <p>{t('finding.alertLead')}</p>
      <PostForm intent="want" className="stack">
        <Field name="email" type="email" label={t('finding.email')} autoComplete="email" width="medium" />
        <Select name="targetGroup" label={t('finding.targetGroups')} empty={t('finding.everybody')} options={targetGroups.map((value) => ({ value, label: t(`programme.targetGroup.${value}` as const) }))} optional />
        <Button>{t('finding.alertAsk')}</Button>
      </PostForm>
    </div>
  );
}
