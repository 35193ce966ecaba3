import { Feed } from 'feed';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Read } from '#db/open.server';
import type { Lang } from '~/i18n/messages';
import { translator } from '~/i18n/translate';
import { formatMoney } from '~/shared/money';
import { formatInstantZone } from '~/shared/time';
import { changesOf } from './life-queries.server';
import { listPublicCalls } from './queries.server';
import { inWordsOf } from './rules';

const zone = 'Europe/Warsaw';
const summerAndWinter = [
  'BEGIN:VTIMEZONE', `TZID:${zone}`,
  'BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'DTSTART:19700329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'DTSTART:19701025T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** One moment of a calendar; `uid` stays for ever, `sequence` rises when the moment moves. */
export type Deadline = { uid: string; sequence: number; stamp: Date; at: Date; summary: string; description: string; url: string; cancelled: boolean };

const inKrakow = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

/** Deadlines as an iCalendar file, in Kraków time. */
export function calendarOf(name: string, lang: Lang, deadlines: readonly Deadline[]): string {
  const calendar = ical({ name, prodId: { company: 'krakow', product: 'open-krakow', language: lang.toUpperCase() }, method: ICalCalendarMethod.PUBLISH, timezone: { name: null, generator: () => summerAndWinter } });
  // The zone stands at each event: named for the whole calendar, the package would write DTSTAMP in it and not in UTC.
  for (const { uid, sequence, stamp, at, summary, description, url, cancelled } of deadlines)
    calendar.createEvent({
      id: uid, timezone: zone, sequence, stamp, start: inKrakow(at), end: inKrakow(at), summary, description, url, transparency: ICalEventTransparency.TRANSPARENT,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}

type Listed = Awaited<ReturnType<typeof listPublicCalls>>[number];
const nameIn = (call: Pick<Listed, 'number'>) => call.number.replaceAll('/', '-');
const over = (call: Listed) => call.status === 'cancelled' || call.status === 'annulled';

/** The identity of a call's deadline in every calendar. */
export function deadlineUid(number: string, origin: string): string {
  return `call-${number.replaceAll('/', '-')}-deadline@${new URL(origin).hostname}`;
}

async function dated(read: Read, calls: Listed[]) {
  const changes = await changesOf(read, calls.map(({ id }) => id));
  return calls.flatMap((call) => {
    const change = changes.get(call.id);
    const updated = change?.at ?? call.openedAt;
    return updated && call.openedAt ? [{ ...call, openedAt: call.openedAt, updated, sequence: change?.times ?? 0 }] : [];
  });
}

/** The deadlines of public calls, or of one; a cancelled call stays as cancelled. */
export async function deadlinesOfCalls(read: Read, { now, origin, lang, slug }: { now: Date; origin: string; lang: Lang; slug?: string }): Promise<Deadline[]> {
  const t = translator(lang);
  const calls = await dated(read, (await listPublicCalls(read, now)).filter((call) => !slug || call.slug === slug));
  return calls.map((call) => ({
    uid: deadlineUid(call.number, origin), sequence: call.sequence, stamp: call.updated, at: call.closesAt, cancelled: over(call),
    summary: `${t('calls.deadline')}: ${inWordsOf(lang, call.title, call.titles).text}`,
    description: inWordsOf(lang, call.summaries.pl ?? '', call.summaries).text,
    url: `${origin}/${lang}/calls/${call.slug}`,
  }));
}

const newest = 50;

/** The public calls as an Atom feed, the last changed first. */
export async function atomOf(read: Read, { now, origin, lang }: { now: Date; origin: string; lang: Lang }): Promise<string> {
  const t = translator(lang);
  const calls = (await dated(read, await listPublicCalls(read, now))).toSorted((a, b) => b.updated.getTime() - a.updated.getTime()).slice(0, newest);
  const feed = new Feed({
    id: `${origin}/id/calls`, title: `${t('ui.portalName')}: ${t('calls.title')}`, link: `${origin}/${lang}/calls`, language: lang, generator: false,
    updated: calls[0]?.updated ?? now, feedLinks: { atom: `${origin}/${lang}/calls.atom` }, author: { name: t('ui.portalName') },
  });
  for (const call of calls)
    feed.addItem({
      id: `${origin}/id/call/${nameIn(call)}`, title: inWordsOf(lang, call.title, call.titles).text, link: `${origin}/${lang}/calls/${call.slug}`, date: call.updated, published: call.openedAt,
      description: [t(`calls.status.${call.status}` as const), `${t('calls.deadline')}: ${formatInstantZone(call.closesAt, lang)}`, `${t('calls.pool')}: ${formatMoney(call.budget, lang)}`].join('. '),
    });
  return feed.atom1().replace('<feed xmlns="http://www.w3.org/2005/Atom">', `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`);
}
