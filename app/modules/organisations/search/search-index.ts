import { add, addAll, allBits, has, keepOnly, noBits, size, sizeOfBoth, some, takeOut, type Bits } from './bits';
import { Vocabulary } from './vocabulary';

/** What the index knows of one public entry: folded words, the values it can be narrowed by, and what it is sorted by. */
export type Indexed = {
  id: string;
  /** Byte order is the Polish alphabet. */
  nameKey: string;
  nameWords: readonly string[];
  words: readonly string[];
  /** As `facet=value`. */
  values: readonly string[];
  district: string | null;
  /** Milliseconds, 0 where nobody confirmed the entry. */
  confirmedAt: number;
};

/** An entry as it is kept: lists as one text each, because millions of small strings would be walked through at every collection of garbage. */
type Kept = Omit<Indexed, 'words' | 'nameWords' | 'values'> & { words: string; nameWords: string; values: string };

const kept = ({ words, nameWords, values, ...rest }: Indexed): Kept => ({ ...rest, words: words.join(' '), nameWords: nameWords.join(' '), values: values.join(' ') });
const listOf = (text: string) => (text === '' ? [] : text.split(' '));

/** The orders a reader can choose. */
export const sorts = ['relevance', 'name', 'near', 'confirmed'] as const;
export type Sort = (typeof sorts)[number];

export type Question = {
  /** Each word that was asked, in all the spellings it may have. */
  words: readonly (readonly string[])[];
  /** The ticked values of each facet; one of each must fit. */
  ticked: Readonly<Record<string, readonly string[]>>;
  sort: Sort;
  /** Districts from the nearest to the farthest, for `near`. */
  nearest: readonly string[];
};

export type Answer = { total: number; page: number; pages: number; ids: string[]; counts: Map<string, number>; spelled: string[] };

// Taken now: a test that stops the clock must not stop the index.
const { setImmediate: soon } = globalThis;
const atOnce = 5000;

/** An index in memory, the same for both databases: words in order with the places that hold them, and a bit set for each value. */
export class SearchIndex {
  private entries: Kept[] = [];
  private words = new Vocabulary();
  private names = new Vocabulary();
  private values = new Map<string, Bits>();
  private districts = new Map<string, Bits>();
  private byConfirmed = new Uint32Array();
  private everything: Bits = noBits(0);
  /** The counts of the whole directory: the question most readers begin with. */
  private whole: Map<string, number> = new Map();

  constructor(entries: readonly Indexed[] = []) {
    this.entries = entries.map(kept);
    this.build();
  }

  /** An index of all that comes, made in small steps, so that others are answered meanwhile. */
  static async gather(batches: AsyncIterable<readonly Indexed[]>): Promise<SearchIndex> {
    const index = new SearchIndex();
    for await (const batch of batches) {
      for (const entry of batch) index.entries.push(kept(entry));
      await new Promise<void>((next) => soon(next));
    }
    for (const step = index.building(); !step.next().done; ) await new Promise<void>((next) => soon(next));
    return index;
  }

  get size(): number {
    return this.entries.length;
  }

  /** Takes the place of these entries, adds those that are new, and forgets those that are gone. */
  replace(ids: readonly string[], fresh: readonly Indexed[]): void {
    const gone = new Set(ids);
    const news = new Map(fresh.map((entry) => [entry.id, kept(entry)]));
    const places = [...this.entries.keys()].filter((place) => gone.has(this.entries[place]?.id ?? ''));
    // Most changes leave every entry where it stands in the alphabet.
    if (places.length === news.size && places.every((place) => news.get(this.entries[place]?.id ?? '')?.nameKey === this.entries[place]?.nameKey)) {
      for (const place of places) this.renew(place, news.get(this.entries[place]?.id ?? ''));
      return;
    }
    this.entries = [...this.entries.filter(({ id }) => !gone.has(id)), ...news.values()];
    this.build();
  }

  /** The entry at this place says other things than before. */
  private renew(place: number, after: Kept | undefined): void {
    const before = this.entries[place];
    if (!before || !after) return;
    this.entries[place] = after;
    this.words.change(place, listOf(before.words), listOf(after.words));
    this.names.change(place, listOf(before.nameWords), listOf(after.nameWords));
    this.move(this.values, place, listOf(before.values), listOf(after.values));
    this.move(this.districts, place, [before.district ?? ''], [after.district ?? '']);
    this.whole = new Map([...this.values].map(([value, bits]) => [value, size(bits)]));
    if (before.confirmedAt !== after.confirmedAt) this.moveByConfirmed(place);
  }

  private move(sets: Map<string, Bits>, place: number, before: readonly string[], after: readonly string[]): void {
    for (const key of before) {
      const bits = sets.get(key);
      if (bits) takeOut(bits, place);
    }
    for (const key of after) this.put(sets, key, place);
    for (const key of before) if (size(sets.get(key) ?? noBits(0)) === 0) sets.delete(key);
  }

  private build(): void {
    for (const step = this.building(); !step.next().done; );
  }

  /** Makes everything anew from the entries, a step at a time. */
  private *building(): Generator<void> {
    this.entries.sort(inAlphabet);
    const { entries } = this;
    const [all, inNames] = [new Map<string, number[]>(), new Map<string, number[]>()];
    this.values = new Map();
    this.districts = new Map();
    const note = (into: Map<string, number[]>, words: string, place: number) => {
      for (const word of listOf(words)) {
        const list = into.get(word);
        if (!list) into.set(word, [place]);
        else if (list[list.length - 1] !== place) list.push(place);
      }
    };
    for (const [place, { words, nameWords, values, district }] of entries.entries()) {
      note(all, words, place);
      note(inNames, nameWords, place);
      for (const value of listOf(values)) this.put(this.values, value, place);
      this.put(this.districts, district ?? '', place);
      if (place % atOnce === atOnce - 1) yield;
    }
    this.words = new Vocabulary(all);
    yield;
    this.names = new Vocabulary(inNames);
    this.everything = allBits(entries.length);
    this.whole = new Map([...this.values].map(([value, bits]) => [value, size(bits)]));
    this.byConfirmed = Uint32Array.from(entries.keys()).sort(this.laterFirst);
  }

  /** The one confirmed last comes first. */
  private readonly laterFirst = (a: number, b: number) => (this.entries[b]?.confirmedAt ?? 0) - (this.entries[a]?.confirmedAt ?? 0) || a - b;

  private moveByConfirmed(place: number): void {
    const others = this.byConfirmed.filter((one) => one !== place);
    const at = others.findIndex((other) => this.laterFirst(place, other) < 0);
    const before = at < 0 ? others.length : at;
    this.byConfirmed.set(others.subarray(0, before));
    this.byConfirmed[before] = place;
    this.byConfirmed.set(others.subarray(before), before + 1);
  }

  private put(sets: Map<string, Bits>, key: string, place: number): void {
    let bits = sets.get(key);
    if (!bits) sets.set(key, (bits = noBits(this.entries.length)));
    add(bits, place);
  }

  private narrowed(found: Bits, ticked: Question['ticked'], except?: string): Bits {
    const bits = found.slice();
    for (const [facet, chosen] of Object.entries(ticked)) {
      if (facet === except || chosen.length === 0) continue;
      const either = noBits(this.entries.length);
      for (const value of chosen) {
        const having = this.values.get(`${facet}=${value}`);
        if (having) addAll(either, having);
      }
      keepOnly(bits, either);
    }
    return bits;
  }

  /** One page of what fits, how many fit in all, and what each value of each facet would leave with all other wishes kept. */
  search({ words, ticked, sort, nearest }: Question, askedPage: number, perPage: number): Answer {
    const found = words.length === 0 ? this.everything : this.everything.slice();
    const inName = this.everything.slice();
    const spelled: string[] = [];
    for (const spellings of words) {
      let asked = spellings;
      let holding = this.words.holding(asked, this.size);
      if (size(holding) === 0) {
        asked = this.words.alike(spellings);
        spelled.push(...asked);
        holding = this.words.holding(asked, this.size);
      }
      keepOnly(found, holding);
      keepOnly(inName, this.names.holding(asked, this.size));
    }
    const fitting = this.narrowed(found, ticked);
    const total = size(fitting);
    const pages = Math.max(1, Math.ceil(total / perPage));
    const page = Math.min(askedPage, pages);
    const ids = this.ordered(fitting, { inName, sort, nearest, asked: words.length > 0 }, (page - 1) * perPage, perPage);
    return { total, page, pages, ids, counts: this.counted(found, fitting, ticked), spelled };
  }

  /** How many entries fit. */
  count({ words, ticked, nearest }: Omit<Question, 'sort'>): number {
    return this.search({ words, ticked, sort: 'name', nearest }, 1, 1).total;
  }

  private counted(found: Bits, fitting: Bits, ticked: Question['ticked']): Map<string, number> {
    if (found === this.everything && Object.values(ticked).every((chosen) => chosen.length === 0)) return this.whole;
    const bases = new Map<string, Bits>();
    const counts = new Map<string, number>();
    for (const [value, bits] of this.values) {
      const facet = value.slice(0, value.indexOf('='));
      let base = fitting;
      if ((ticked[facet] ?? []).length > 0) {
        base = bases.get(facet) ?? this.narrowed(found, ticked, facet);
        bases.set(facet, base);
      }
      counts.set(value, sizeOfBoth(base, bits));
    }
    return counts;
  }

  private ordered(fitting: Bits, { inName, sort, nearest, asked }: { inName: Bits; sort: Sort; nearest: readonly string[]; asked: boolean }, skip: number, count: number): string[] {
    const idOf = (place: number) => this.entries[place]?.id ?? '';
    if (sort === 'confirmed') {
      const ids: string[] = [];
      let left = skip;
      for (let i = 0; i < this.byConfirmed.length && ids.length < count; i += 1) {
        const place = this.byConfirmed[i] ?? 0;
        if (!has(fitting, place)) continue;
        if (left > 0) left -= 1;
        else ids.push(idOf(place));
      }
      return ids;
    }
    if (sort === 'near' && nearest.length > 0) {
      const known = nearest.map((district) => this.districts.get(district)).filter((bits) => bits !== undefined);
      return this.inParts(fitting, known, skip, count).map(idOf);
    }
    if (sort === 'relevance' && asked) return this.inParts(fitting, [inName], skip, count).map(idOf);
    return some(fitting, skip, count).map(idOf);
  }

  /** First what is in the first part, then what is in the second, then the rest. */
  private inParts(fitting: Bits, parts: readonly Bits[], skip: number, count: number): number[] {
    const rest = fitting.slice();
    const places: number[] = [];
    let left = skip;
    for (const part of [...parts, null]) {
      const here = rest.slice();
      if (part) {
        keepOnly(here, part);
        for (let i = 0; i < rest.length; i += 1) rest[i] = (rest[i] ?? 0) & ~(part[i] ?? 0);
      }
      const n = size(here);
      if (left < n) places.push(...some(here, left, count - places.length));
      left = Math.max(0, left - n);
      if (places.length >= count) break;
    }
    return places;
  }
}

function inAlphabet(a: Kept, b: Kept): number {
  if (a.nameKey !== b.nameKey) return a.nameKey < b.nameKey ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
