import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { draftCall } from '~/modules/calls/commands.server';
import { CallFields } from '~/modules/calls/components/call-fields';
import { CallForm } from '~/modules/calls/forms';
import { legalRule } from '~/modules/programme/queries.server';
import { dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'call.draft', do: { draft: 'call.draft' } });
export const meta = titled('calls.new');

export const loader = load(handle, async ({ context }) => ({ days: await legalRule(context.db.read, 'CALL_21_DAYS', dayOf(context.now)) }));

export const action = act(handle, {
  draft: doing(CallForm, async (context, input, { lang }) => {
    const { id } = await draftCall(context, input);
    return `/${lang}/office/calls/${id}`;
  }),
});

/** The announcement of a new call, on one page. */
export default function CallNew() {
  const { days } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }]} />
      <h1>{t('calls.new')}</h1>
      <p>{t('calls.newLead')}</p>
      <PostForm intent="draft" className="stack section">
        <CallFields days={days} />
        <Button>{t('calls.save')}</Button>
      </PostForm>
    </div>
  );
}
