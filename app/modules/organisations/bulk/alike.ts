import { compare, coreOf, pageOf, trigrams, type Candidate, type Suspect } from '../rules-of-duplicates';

const mostHolders = 300;
const mostCompared = 6;

/** Finds the entry most like another among thousands, without comparing it with all of them. */
export class Lookalikes<C extends Candidate> {
  private readonly entries: C[] = [];
  private readonly places = new Map<string, number[]>();

  /** Another entry to compare with. */
  add(entry: C): void {
    const place = this.entries.push(entry) - 1;
    for (const key of keysOf(entry)) {
      const holders = this.places.get(key);
      if (holders) holders.push(place);
      else this.places.set(key, [place]);
    }
  }

  /** The entry that may be the same organisation, and why; undefined where there is none. */
  find(wanted: Candidate): (Suspect & { second: C }) | undefined {
    const weights = new Map<number, number>();
    const keys = keysOf(wanted);
    for (const key of keys) {
      const holders = this.places.get(key) ?? [];
      // What very many entries share tells nothing of whose name it is.
      if (holders.length > mostHolders) continue;
      const weight = key.startsWith('t ') ? 1 : 100;
      for (const place of holders) weights.set(place, (weights.get(place) ?? 0) + weight);
    }
    const near = [...weights].filter(([, weight]) => weight >= Math.max(3, keys.length * 0.3)).toSorted(([, a], [, b]) => b - a).slice(0, mostCompared);
    let best: (Suspect & { second: C }) | undefined;
    for (const [place] of near) {
      const second = this.entries[place] as C;
      const suspect = compare(wanted, second);
      if (suspect.because.length > 0 && (!best || suspect.likeness > best.likeness)) best = { ...suspect, second };
    }
    return best;
  }
}

function keysOf({ name, shortName, website, email }: Candidate): string[] {
  const page = pageOf(website);
  const names = [name, shortName].flatMap((one) => (one ? [...trigrams(coreOf(one))].map((part) => `t ${part}`) : []));
  return [...new Set([...names, ...(page ? [`w ${page}`] : []), ...(email ? [`e ${email.toLowerCase()}`] : [])])];
}
