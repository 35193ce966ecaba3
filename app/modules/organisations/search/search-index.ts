import { add, addAll, allBits, has, keepOnly, noBits, size, sizeOfBoth, some, type Bits } from './bits';
import { withinDistance } from './spelling';

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

/** An index in memory, the same for both databases: words in order with the places that hold them, and a bit set for each value. */
export class SearchIndex {
  private entries: Kept[];
  private vocabulary: string[] = [];
  private postings: Uint32Array[] = [];
  private names: Uint32Array[] = [];
  private values = new Map<string, Bits>();
  private districts = new Map<string, Bits>();
  private byConfirmed = new Uint32Array();
  private everything: Bits = noBits(0);
  /** The counts of the whole directory: the question most readers begin with. */
  private whole: Map<string, number> = new Map();

  constructor(entries: readonly Indexed[]) {
    this.entries = entries.map(kept).sort(inAlphabet);
    this.build();
  }

  get size(): number {
    return this.entries.length;
  }

  /** Takes the place of these entries, adds those that are new, and forgets those that are gone. */
  replace(ids: readonly string[], fresh: readonly Indexed[]): void {
    const gone = new Set(ids);
    const stay = this.entries.filter(({ id }) => !gone.has(id));
    this.entries = [...stay, ...fresh.map(kept)].sort(inAlphabet);
    this.build();
  }

  private build(): void {
    const { entries } = this;
    const all = new Map<string, number[]>();
    const inNames = new Map<string, number[]>();
    this.values = new Map();
    this.districts = new Map();
    const put = (into: Map<string, number[]>, word: string, place: number) => {
      const list = into.get(word);
      if (!list) into.set(word, [place]);
      else if (list[list.length - 1] !== place) list.push(place);
    };
    entries.forEach(({ words, nameWords, values, district }, place) => {
      for (const word of listOf(words)) put(all, word, place);
      for (const word of listOf(nameWords)) put(inNames, word, place);
      for (const value of listOf(values)) this.put(this.values, value, place);
      this.put(this.districts, district ?? '', place);
    });
    this.vocabulary = [...all.keys()].sort();
    this.postings = this.vocabulary.map((word) => Uint32Array.from(all.get(word) ?? []));
    this.names = this.vocabulary.map((word) => Uint32Array.from(inNames.get(word) ?? []));
    this.everything = allBits(entries.length);
    this.whole = new Map([...this.values].map(([value, bits]) => [value, size(bits)]));
    this.byConfirmed = Uint32Array.from(entries.keys()).sort((a, b) => (entries[b]?.confirmedAt ?? 0) - (entries[a]?.confirmedAt ?? 0) || a - b);
  }

  private put(sets: Map<string, Bits>, key: string, place: number): void {
    let bits = sets.get(key);
    if (!bits) sets.set(key, (bits = noBits(this.entries.length)));
    add(bits, place);
  }

  private firstFrom(prefix: string): number {
    let low = 0;
    let high = this.vocabulary.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.vocabulary[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where a word begins like one of these; a single letter or digit must be the whole word. */
  private holding(spellings: readonly string[], lists: Uint32Array[]): Bits {
    const bits = noBits(this.entries.length);
    for (const spelling of spellings) {
      for (let i = this.firstFrom(spelling); i < this.vocabulary.length; i += 1) {
        const word = this.vocabulary[i] ?? '';
        if (!word.startsWith(spelling) || (spelling.length < 2 && word !== spelling)) break;
        const places = lists[i] ?? [];
        for (let k = 0; k < places.length; k += 1) add(bits, places[k] ?? 0);
      }
    }
    return bits;
  }

  /** Words of the index a slip of the finger away; none where the word is known. */
  private alike(spellings: readonly string[]): string[] {
    const longest = Math.max(...spellings.map((word) => word.length));
    if (longest < 4) return [];
    const most = longest >= 8 ? 2 : 1;
    return this.vocabulary.filter((word) => spellings.some((spelling) => withinDistance(spelling, word, most))).slice(0, 12);
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
      let holding = this.holding(asked, this.postings);
      if (size(holding) === 0) {
        asked = this.alike(spellings);
        spelled.push(...asked);
        holding = this.holding(asked, this.postings);
      }
      keepOnly(found, holding);
      keepOnly(inName, this.holding(asked, this.names));
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
