import { add, noBits, ones, type Bits } from './bits';
import { withinDistance } from './spelling';

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** Words in order, each with the places of the entries that hold it. */
export class Vocabulary {
  private readonly words: string[];
  private readonly places: Uint32Array[];
  /** Which letters each word has, a bit for each; made when first needed. */
  private letters: Uint32Array | undefined;
  /** What was found last: a page without results asks for the same several times. */
  private slips: { asked: string; found: string[] } | undefined;

  /** From lists of rising places. */
  constructor(lists: ReadonlyMap<string, readonly number[]> = new Map()) {
    this.words = [...lists.keys()].sort();
    this.places = this.words.map((word) => Uint32Array.from(lists.get(word) ?? []));
  }

  private firstFrom(prefix: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The entries, out of so many, where a word begins like one of these; a single letter or digit must be the whole word. */
  holding(spellings: readonly string[], entries: number): Bits {
    const bits = noBits(entries);
    for (const spelling of spellings) {
      for (let i = this.firstFrom(spelling); i < this.words.length; i += 1) {
        const word = this.words[i] ?? '';
        if (!word.startsWith(spelling) || (spelling.length < 2 && word !== spelling)) break;
        const places = this.places[i] ?? [];
        for (let k = 0; k < places.length; k += 1) add(bits, places[k] ?? 0);
      }
    }
    return bits;
  }

  /** Words a slip of the finger away. */
  alike(spellings: readonly string[]): string[] {
    const longest = Math.max(...spellings.map((word) => word.length));
    if (longest < 4) return [];
    const most = longest >= 8 ? 2 : 1;
    const all = spellings.join(' ');
    if (this.letters && this.slips?.asked === all) return this.slips.found;
    const letters = (this.letters ??= Uint32Array.from(this.words, lettersOf));
    const asked = spellings.map((spelling) => ({ spelling, own: lettersOf(spelling) }));
    // One slip changes two letters at most: few words need a closer look.
    const near = (word: string, i: number) => asked.some(({ spelling, own }) => ones(own ^ (letters[i] ?? 0)) <= 2 * most && withinDistance(spelling, word, most));
    this.slips = { asked: all, found: this.words.filter(near).slice(0, 12) };
    return this.slips.found;
  }

  /** The entry at this place holds other words than before; a word that nothing holds any more is forgotten. */
  change(place: number, before: readonly string[], after: readonly string[]): void {
    for (const word of new Set(before)) if (!after.includes(word)) this.takeOut(word, place);
    for (const word of new Set(after)) if (!before.includes(word)) this.putIn(word, place);
  }

  private putIn(word: string, place: number): void {
    const at = this.firstFrom(word);
    this.letters = undefined;
    if (this.words[at] === word) {
      this.places[at] = Uint32Array.from([...(this.places[at] ?? []), place]).sort();
    } else {
      this.words.splice(at, 0, word);
      this.places.splice(at, 0, Uint32Array.of(place));
    }
  }

  private takeOut(word: string, place: number): void {
    const at = this.firstFrom(word);
    if (this.words[at] !== word) return;
    this.letters = undefined;
    const left = (this.places[at] ?? Uint32Array.of()).filter((one) => one !== place);
    if (left.length > 0) {
      this.places[at] = left;
    } else {
      this.words.splice(at, 1);
      this.places.splice(at, 1);
    }
  }
}
