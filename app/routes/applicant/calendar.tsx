import { json } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { findCalendarFeed, makeCalendarFeed, revokeCalendarFeed } from '~/modules/calls/calendar.server';
import { Forbidden } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'calendar.own', do: { make: 'calendar.own', revoke: 'calendar.own' } });
export const meta = titled('finding.ownCalendar');

export const loader = load(handle, async ({ context: { actor, db, lang } }) => {
  if (actor.kind !== 'person') throw new Forbidden('calendar.own');
  const feed = await findCalendarFeed(db.read, actor.id);
  return { since: feed ? formatDay(dayOf(feed.createdAt), lang) : null };
});

export const action = act(handle, {
  // The address is shown on the answer itself: it is kept nowhere and may not stand in an address bar.
  make: doing(nothing, async (context) => {
    const token = await makeCalendarFeed(context);
    return json({ address: `${context.origin}/calendar/${token}.ics` }, { headers: { 'Cache-Control': 'no-store' } });
  }),
  revoke: doing(nothing, async (context, _input, { lang }) => {
    await revokeCalendarFeed(context);
    return `/${lang}/calendar`;
  }),
});

/** The secret address of a person's own calendar: made, shown once, revoked. */
export default function Calendar() {
  const { since } = useLoaderData<typeof loader>();
  const made = useActionData() as { address?: string } | undefined;
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }]} />
      <h1>{t('finding.ownCalendar')}</h1>
      <p>{t('finding.ownCalendarLead')}</p>
      {made?.address ? (
        <Notice tone="good" title={t('finding.calendarMade')}>
          <p><code>{made.address}</code></p>
          <p>{t('finding.calendarOnce')}</p>
        </Notice>
      ) : null}
      {since ? <p>{t('finding.calendarSince', { on: since })}</p> : null}
      <PostForm intent="make"><Button>{since ? t('finding.calendarRenew') : t('finding.calendarMake')}</Button></PostForm>
      {since ? <PostForm intent="revoke"><Button tone="plain">{t('finding.calendarRevoke')}</Button></PostForm> : null}
    </div>
  );
}
