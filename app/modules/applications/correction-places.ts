import type { OfferContent, OfferSection } from './content';
import { polishPlace } from './rules-of-words';
import { atPlace, changesBetween, type Change, type Place } from './merge';

/** One questioned place of an offer: a field of a section, a whole table of it, or one row. */
export type Asked = { section: OfferSection; place: Place };

const plainFields: Partial<Record<OfferSection, readonly string[]>> = {
  contact: ['name', 'phone', 'email'],
  task: ['title', 'startDate', 'endDate', 'synthesis', 'targetGroups', 'districts'],
  results: ['text'],
  profile: ['experience', 'resources'],
  budget: ['grant', 'ownCash', 'otherSources', 'personal', 'inKind', 'fees'].map((name) => `sources/${name}`),
  other: ['paid', 'information'],
  declarations: ['withinStatute', 'feesOnlyPaid', 'taxArrears', 'insuranceArrears', 'dataAgrees', 'allTrue', 'dataProtection'],
  attachments: ['files'],
};

/** The table of a section. */
export const tablesOf: Partial<Record<OfferSection, string>> = { schedule: 'actions', results: 'results', budget: 'lines', extra: 'answers' };

type Fields = Record<string, unknown>;
const rowsOf = (section: unknown, table: string) => ((section as Fields | undefined)?.[table] ?? []) as Fields[];

/** Every place of this offer that can be questioned, in the order of the form; the call's own questions by their keys. */
export function placesOf(content: OfferContent, sections: readonly OfferSection[], extraKeys: readonly string[]): Asked[] {
  return sections.flatMap((section) => {
    const table = tablesOf[section];
    const ids = section === 'extra' ? extraKeys : rowIdsOf(section, content);
    const rows = table ? ids.map((id) => `${table}/#${id}`) : [];
    const places = [...(plainFields[section] ?? []), ...(table && section !== 'extra' ? [table] : []), ...rows];
    return places.map((place) => ({ section, place }));
  });
}

/** Whether a place lies in one of the opened places; an original is open with its Polish text. */
export function isOpenPlace(open: readonly Place[], place: Place): boolean {
  const polish = polishPlace(place);
  return open.some((one) => polish === one || polish.startsWith(`${one}/`));
}

/** What changed in a section outside the opened places. */
export function changedElsewhere(section: OfferSection, before: unknown, after: unknown, open: readonly Place[]): Change[] {
  if (section === 'attachments') return [];
  return changesBetween(before, after).filter(({ place }) => !isOpenPlace(open, place));
}

/** What a row keeps beside what people write in it. */
const notWritten = ['label', 'year'];

/** What stands at a questioned place, and what became of it, cell by cell. */
export function changesAt({ section, place }: Asked, before: OfferContent, after: OfferContent): Change[] {
  const [old, now] = [before, after].map((content) => atPlace(content[section], place));
  return changesBetween(old, now, place).flatMap((change) => {
    const whole = change.before === undefined ? change.after : change.before;
    const isRow = typeof whole === 'object' && whole !== null && !Array.isArray(whole);
    if (!isRow || (change.before !== undefined && change.after !== undefined)) return [change];
    return changesBetween(change.before ?? {}, change.after ?? {}, change.place);
  }).filter((change) => !notWritten.includes(change.place.split('/').at(-1) ?? ''));
}

/** Whether anything changed at a questioned place. */
export const isChangedAt = (asked: Asked, before: OfferContent, after: OfferContent): boolean => changesAt(asked, before, after).length > 0;

/** What stands at a questioned place now. */
export function standsAt({ section, place }: Asked, content: OfferContent): unknown {
  return atPlace(content[section], place);
}

/** Where a name in the form of a section lies: rows by what identifies them, a row not stored yet as `#`. */
export function placeOfField(section: OfferSection, name: string, rowIds: readonly string[]): Place {
  return name
    .split('.')
    .flatMap((part) => {
      const [, field, row] = /^(\w+)\[(\d+)\]$/.exec(part) ?? [];
      return field ? [field, `#${rowIds[Number(row)] ?? ''}`] : [part];
    })
    .join('/');
}

/** The ids of the stored rows of a section, in their order. */
export function rowIdsOf(section: OfferSection, content: OfferContent): string[] {
  const table = tablesOf[section];
  return table ? rowsOf(content[section], table).map(({ id }) => String(id)) : [];
}
