import type { RuleCode } from '~/i18n/codes';
import { languages } from '~/i18n/messages';
import { weekdays, type OpeningHours, type Weekday } from './content';

/** Most services and most places of one organisation. */
export const mostServices = 60;
export const mostPlaces = 30;

type Named = { names: Partial<Record<string, string | undefined>>; hours: readonly OpeningHours[] };

/** Why a service cannot be offered as it was typed, at its field, or null. */
export function whyNotOffer({ names, hours }: Named): { code: RuleCode; field: string } | null {
  if (!languages.some((lang) => names[lang])) return { code: 'service.nameNeeded', field: 'names.pl' };
  return weekdays.some((day) => overlap(hours, day)) ? { code: 'service.hoursOverlap', field: 'hours' } : null;
}

function overlap(hours: readonly OpeningHours[], day: Weekday): boolean {
  const ordered = hours.filter(({ days }) => days.includes(day)).toSorted((a, b) => a.from.localeCompare(b.from));
  return ordered.some(({ from }, i) => from < (ordered[i - 1]?.to ?? ''));
}

/** The schedule by days: each day of the week on which it is open, with its hours in order. */
export function weekOf(hours: readonly OpeningHours[]): { day: Weekday; spans: { from: string; to: string }[] }[] {
  return weekdays
    .map((day) => ({
      day,
      spans: hours.filter(({ days }) => days.includes(day)).map(({ from, to }) => ({ from, to })).toSorted((a, b) => a.from.localeCompare(b.from)),
    }))
    .filter(({ spans }) => spans.length > 0);
}

/** Days that follow each other with the same hours, as one line: from the first to the last. */
export function linesOf(hours: readonly OpeningHours[]): { first: Weekday; last: Weekday; spans: { from: string; to: string }[] }[] {
  const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
  const lines: { first: Weekday; last: Weekday; spans: { from: string; to: string }[] }[] = [];
  for (const { day, spans } of weekOf(hours)) {
    const line = lines.at(-1);
    if (line && weekdays.indexOf(line.last) + 1 === weekdays.indexOf(day) && same(line.spans, spans)) line.last = day;
    else lines.push({ first: day, last: day, spans });
  }
  return lines;
}

/** A point as people copy it from a map, "50.0614, 19.9366", in millionths of a degree; null when it is no point in Poland. */
export function pointOf(text: string): { latitude: number; longitude: number } | null {
  const [, north, east] = /^\s*(\d{2}[.,]\d{2,8})\s*°?\s*N?\s*[,;\s]\s*(\d{2}[.,]\d{2,8})\s*°?\s*E?\s*$/i.exec(text) ?? [];
  if (!north || !east) return null;
  const [latitude, longitude] = [north, east].map((degrees) => Math.round(Number(degrees.replace(',', '.')) * 1_000_000)) as [number, number];
  return latitude >= 49_000_000 && latitude <= 54_900_000 && longitude >= 14_100_000 && longitude <= 24_200_000 ? { latitude, longitude } : null;
}

/** A point as people read it. */
export function pointText({ latitude, longitude }: { latitude: number | null; longitude: number | null }): string {
  return latitude === null || longitude === null ? '' : `${(latitude / 1_000_000).toFixed(6)}, ${(longitude / 1_000_000).toFixed(6)}`;
}

/** The list with this one moved a step up or down; the same list where it cannot move. */
export function moved(ids: readonly string[], id: string, step: 'up' | 'down'): string[] {
  const at = ids.indexOf(id);
  const to = step === 'up' ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= ids.length) return [...ids];
  const order = ids.filter((one) => one !== id);
  order.splice(to, 0, id);
  return order;
}
