import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { translator } from '~/i18n/translate';
import { listHelped } from '~/modules/applications/helper-queries.server';
import { listApplicationsOf } from '~/modules/applications/queries.server';
import { findCalendarOwner } from '~/modules/calls/calendar.server';
import { calendarOf, deadlineUid, type Deadline } from '~/modules/calls/feeds.server';
import { changesOf } from '~/modules/calls/life-queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { findActor } from '~/modules/identity/actor.server';
import { NotFound } from '~/shared/errors';

export const handle = declare({ see: 'public.read' });

/** A person's own deadlines, for whoever knows the secret address: calls they write offers in or help with, and corrections they owe. */
export const loader = load(handle, async ({ context: { db: { read }, origin, now }, params }): Promise<Response> => {
  const personId = await findCalendarOwner(read, params.token ?? '');
  const person = personId ? await findActor(read, personId) : undefined;
  if (!person) throw new NotFound('calendar');
  const { lang } = person;
  const t = translator(lang);
  const own = await listApplicationsOf(read, person.memberships.map(({ organisationId }) => organisationId));
  const helped = (await listHelped(read, person.id, now)).map(({ applicationId: id, ...offer }) => ({ ...offer, id }));
  const offers = [...own, ...helped.filter(({ id }) => !own.some((offer) => offer.id === id))];
  const calls = await Promise.all([...new Set(offers.map(({ callId }) => callId))].map((id) => getCall(read, id)));
  const changes = await changesOf(read, calls.map(({ id }) => id));
  const ofCalls = calls.map((call): Deadline => ({
    uid: deadlineUid(call.number, origin), sequence: changes.get(call.id)?.times ?? 0, stamp: changes.get(call.id)?.at ?? call.openedAt ?? call.createdAt, at: call.closesAt,
    summary: `${t('calls.deadline')}: ${call.title}`, description: '', url: `${origin}/${lang}/calls/${call.slug}`, cancelled: call.status === 'cancelled' || call.status === 'annulled',
  }));
  const corrections = offers.flatMap((offer): Deadline[] =>
    offer.status === 'correction_requested' && offer.correctionDueAt
      ? [{ uid: `offer-${offer.id}-correction@${new URL(origin).hostname}`, sequence: 0, stamp: offer.submittedAt ?? offer.correctionDueAt, at: offer.correctionDueAt, summary: `${t('finding.correction')}: ${offer.title}`, description: '', url: `${origin}/${lang}/applications/${offer.id}`, cancelled: false }]
      : [],
  );
  return new Response(calendarOf(t('finding.ownCalendar'), lang, [...ofCalls, ...corrections]), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
});
