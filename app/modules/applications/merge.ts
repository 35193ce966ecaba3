/** A place in a section: names of fields, and `#id` for a row, so that rows keep their place when others come and go. */
export type Place = string;
export type Change = { place: Place; before: unknown; after: unknown };
export type Collision = { place: Place; mine: unknown; theirs: unknown };
export type Choices = Readonly<Record<Place, 'mine' | 'theirs'>>;

type Fields = Record<string, unknown>;
type Row = Fields & { id: string };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Row[] => Array.isArray(value) && value.every((one) => isFields(one) && typeof one.id === 'string');
const isWords = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
/** A field never filled in and a field emptied are the same. */
const plain = (value: unknown) => (value === undefined || value === null ? '' : value);
const deeper = (place: Place, key: string): Place => (place ? `${place}/${key}` : key);

/** Whether two texts, rows or sections say the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (isFields(a) && isFields(b)) return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  return Object.is(plain(a), plain(b));
}

const rowOf = (rows: readonly Row[], id: string) => rows.find((row) => row.id === id);
const idsOf = (...lists: Row[][]) => [...new Set(lists.flat().map(({ id }) => id))];

/** What changed between two states of a section, field by field and row by row. */
export function changesBetween(before: unknown, after: unknown, place: Place = ''): Change[] {
  if (isSame(before, after)) return [];
  const rows = [before ?? [], after ?? []];
  if ((isRows(before) || isRows(after)) && rows.every(isRows) && rows.some((list) => (list as Row[]).length > 0)) {
    const [old, now] = rows as [Row[], Row[]];
    return idsOf(old, now).flatMap((id) => {
      const pair = [rowOf(old, id), rowOf(now, id)] as const;
      if (pair[0] && pair[1]) return changesBetween(...pair, deeper(place, `#${id}`));
      return [{ place: deeper(place, `#${id}`), before: pair[0], after: pair[1] }];
    });
  }
  if (isFields(before ?? {}) && isFields(after ?? {})) {
    const [old, now] = [before ?? {}, after ?? {}] as [Fields, Fields];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => key !== 'id').flatMap((key) => changesBetween(old[key], now[key], deeper(place, key)));
  }
  return [{ place, before, after }];
}

/**
 * Two people wrote from the same base: what each changed is kept, where both changed the same field it is
 * a collision, settled by a choice or told to the person. Until then theirs stands.
 */
export function mergeSections<T>(base: unknown, mine: T, theirs: T, choices: Choices = {}): { merged: T; collisions: Collision[] } {
  const collisions: Collision[] = [];
  const collide = (place: Place, ours: unknown, other: unknown) => {
    if (choices[place] === 'mine') return ours;
    if (choices[place] !== 'theirs') collisions.push({ place, mine: ours, theirs: other });
    return other;
  };

  const merge = (from: unknown, ours: unknown, other: unknown, place: Place): unknown => {
    if (isSame(ours, other) || isSame(from, other)) return ours;
    if (isSame(from, ours)) return other;
    if (isRows(ours) && isRows(other) && (isRows(from) || from === undefined)) return mergeRows(from ?? [], ours, other, place);
    if (isWords(ours) && isWords(other)) return mergeWords(isWords(from) ? from : [], ours, other);
    if (isFields(ours) && isFields(other)) {
      const keys = [...new Set([...Object.keys(other), ...Object.keys(ours)])];
      return Object.fromEntries(keys.map((key) => [key, merge(isFields(from) ? from[key] : undefined, ours[key], other[key], deeper(place, key))]));
    }
    return collide(place, ours, other);
  };

  const mergeRows = (from: Row[], ours: Row[], other: Row[], place: Place): Row[] =>
    idsOf(other, ours).flatMap((id) => {
      const merged = merge(rowOf(from, id), rowOf(ours, id), rowOf(other, id), deeper(place, `#${id}`));
      return merged ? [merged as Row] : [];
    });

  return { merged: merge(base, mine, theirs, '') as T, collisions };
}

/** Of a set of choices, what either added is in and what either took out is out. */
function mergeWords(from: string[], ours: string[], other: string[]): string[] {
  const out = from.filter((one) => !ours.includes(one) || !other.includes(one));
  return [...new Set([...other, ...ours])].filter((one) => !out.includes(one));
}

/** What stands at a place of a section. */
export function atPlace(section: unknown, place: Place): unknown {
  return place.split('/').filter(Boolean).reduce<unknown>((at, key) => {
    if (key.startsWith('#')) return isRows(at) ? rowOf(at, key.slice(1)) : undefined;
    return isFields(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, section);
}

/** A place as a name in a form, where dots and brackets mean something else. */
export const placeName = (place: Place): string => `p${[...new TextEncoder().encode(place)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** The place of a name in a form. */
export function placeOfName(name: string): Place {
  const bytes = name.slice(1).match(/../g) ?? [];
  return new TextDecoder().decode(new Uint8Array(bytes.map((byte) => Number.parseInt(byte, 16))));
}
