import { Temporal } from 'temporal-polyfill';

import { remembered } from './remembered';
import type { Lang } from './text';

/** A day of the programme in Kraków, 'YYYY-MM-DD'. */
export type Day = string;

const zone = 'Europe/Warsaw';
const locales: Record<Lang, string> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA', de: 'de-DE', ru: 'ru-RU' };

const plain = (day: Day) => Temporal.PlainDate.from(day);
const zoned = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
const utcNoon = (day: Day) => new Date(`${day}T12:00:00Z`);

/** The Kraków day on which the instant falls. */
export function dayOf(instant: Date): Day {
  return dayOfMinute(Math.floor(instant.getTime() / 60_000));
}

// A day begins on a whole minute, so all instants of a minute fall on the same one.
const dayOfMinute = remembered((minute: number): Day => zoned(new Date(minute * 60_000)).toPlainDate().toString());

/** The Kraków clock at the instant, 'HH:MM'. */
export function clockOf(instant: Date): string {
  const minute = Math.floor(instant.getTime() / 60_000);
  if (minute !== clock.minute) clock = { minute, text: zoned(instant).toPlainTime().toString({ smallestUnit: 'minute' }) };
  return clock.text;
}

/** The minute asked for last: hundreds ask for the same one while a call closes. */
let clock = { minute: Number.NaN, text: '' };

/** The instant at which the day begins in Kraków. */
export function startOfDay(day: Day): Date {
  return new Date(plain(day).toZonedDateTime(zone).epochMilliseconds);
}

/** The instant of a Kraków clock time; of an hour that happens twice, the first; of one that is skipped, as long after the change. */
export function instantAt(day: Day, clock: string): Date {
  const moment = plain(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) });
  return new Date(moment.epochMilliseconds);
}

/** The instant as RFC 3339 with the Kraków offset. */
export function isoInstant(instant: Date): string {
  return zoned(instant).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** Whether the moment is before the deadline; the deadline itself is too late. */
export function isBefore(moment: Date, deadline: Date): boolean {
  return moment.getTime() < deadline.getTime();
}

/** The day a number of days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return plain(day).add({ days }).toString();
}

/** The same day of the month a number of months later, or the last one there is. */
export function addMonths(day: Day, months: number): Day {
  return plain(day).add({ months }).toString();
}

/** How many days later the second day is. */
export function daysBetween(from: Day, to: Day): number {
  return plain(from).until(plain(to), { largestUnit: 'day' }).days;
}

/** How long a period is when its first and last day both count. */
export function inclusiveDays(from: Day, to: Day): number {
  return daysBetween(from, to) + 1;
}

/** Easter Sunday of the Gregorian calendar (Meeus). */
function easter(year: number): Day {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const count = moon + sunday - 7 * shift + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(count / 31), day: (count % 31) + 1 }).toString();
}

const fixedHolidays = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'];
// Easter Sunday and Monday, Pentecost, Corpus Christi.
const holidaysAfterEaster = [0, 1, 49, 60];

/** The public holidays of a year in Poland, in order. */
export function holidaysOf(year: number): Day[] {
  const sunday = easter(year);
  const christmasEve = year >= 2025 ? ['12-24'] : [];
  return [...fixedHolidays, ...christmasEve]
    .map((monthDay) => `${sunday.slice(0, 4)}-${monthDay}`)
    .concat(holidaysAfterEaster.map((days) => addDays(sunday, days)))
    .sort();
}

const holidays = new Map<number, ReadonlySet<Day>>();

/** Whether offices work on the day: Monday to Friday, no public holiday. */
export function isWorkingDay(day: Day): boolean {
  const { year, dayOfWeek } = plain(day);
  if (dayOfWeek > 5) return false;
  let ofYear = holidays.get(year);
  if (!ofYear) holidays.set(year, (ofYear = new Set(holidaysOf(year))));
  return !ofYear.has(day);
}

/** The working day a number of working days later; the day itself is not counted. */
export function addWorkingDays(day: Day, count: number): Day {
  let found = day;
  for (let left = Math.abs(count); left > 0; ) {
    found = addDays(found, count < 0 ? -1 : 1);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** The day itself if offices work on it, or the next one on which they do: where a period for a party really ends. */
export function nextWorkingDay(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/** A day typed in three fields; null when there is no such day. */
export function parseDay(typed: { day: string | number; month: string | number; year: string | number }): Day | null {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => String(part).trim());
  if (!day || !month || !year || !/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^(?:19|20|21)\d{2}$/.test(year)) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** Whether the text is a real day written 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(moment) && new Date(moment).toISOString().startsWith(text);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(lang: Lang, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[lang], { timeZone: 'UTC', ...options });
  formats.set(key, made);
  return made;
}

/** The day in words: "10 grudnia 2026". */
export function formatDay(day: Day, lang: Lang): string {
  return longDay(`${lang}${day}`);
}

const longDay = remembered((asked: string) => {
  const lang = asked.slice(0, 2) as Lang;
  return dateFormat(lang, 'long', { dateStyle: 'long' }).format(utcNoon(asked.slice(2) as Day));
});

/** The day in figures, for tables: "10.12.2026". */
export function formatDayShort(day: Day, lang: Lang): string {
  return dateFormat(lang, 'short', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(utcNoon(day));
}

/** The day and the Kraków clock: "10 grudnia 2026, 15:00". */
export function formatInstant(instant: Date, lang: Lang, { seconds = false }: { seconds?: boolean } = {}): string {
  const clock = zoned(instant).toPlainTime().toString({ smallestUnit: seconds ? 'second' : 'minute' });
  return `${formatDay(dayOf(instant), lang)}, ${clock}`;
}

const zoneNames: Record<Lang, string> = {
  pl: 'czasu krakowskiego',
  en: 'Kraków time',
  uk: 'за краківським часом',
  de: 'Uhr Krakauer Zeit',
  ru: 'по краковскому времени',
};

/** A deadline as people read it: one that ends with a day is said as that day, 24:00. */
export function formatDeadline(instant: Date, lang: Lang): string {
  if (clockOf(instant) !== '00:00') return formatInstantZone(instant, lang);
  return `${formatDay(addDays(dayOf(instant), -1), lang)}, 24:00 ${zoneNames[lang]}`;
}

/** The day and the clock with the words that say whose clock it is: for deadlines and receipts. */
export function formatInstantZone(instant: Date, lang: Lang, options: { seconds?: boolean } = {}): string {
  return `${formatInstant(instant, lang, options)} ${zoneNames[lang]}`;
}

/** How far the day of the second instant is from the day of the first: "jutro", "za 17 dni". */
export function relativeDays(from: Date, to: Date, lang: Lang): string {
  const days = daysBetween(dayOf(from), dayOf(to));
  return new Intl.RelativeTimeFormat(locales[lang], { numeric: 'auto' }).format(days, 'day');
}
