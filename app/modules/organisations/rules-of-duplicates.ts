import type { RuleCode } from '~/i18n/codes';
import { fold, latin } from '~/shared/text';
import type { OrganisationStatus } from './content';
import { isPublic } from './rules';

export type Candidate = {
  id: string; name: string; shortName: string | null; krs: string | null; nip: string | null; regon: string | null;
  website: string | null; email: string | null; status: OrganisationStatus;
};

/** Why two entries may be one organisation. */
export const suspicions = ['krs', 'nip', 'regon', 'website', 'email', 'name'] as const;
export type Suspicion = (typeof suspicions)[number];
export type Suspect = { first: Candidate; second: Candidate; because: Suspicion[]; likeness: number };

// Words that many names share say nothing of whose name it is.
const common = new Set([
  'fundacja', 'stowarzyszenie', 'zwiazek', 'towarzystwo', 'spoldzielnia', 'socjalna', 'oddzial', 'krakow', 'krakowie', 'krakowska', 'krakowski',
  'krakowskie', 'w', 'im', 'imienia', 'na', 'rzecz', 'dla', 'i', 'z', 'the', 'foundation', 'association', 'non', 'profit', 'sp', 'zoo', 'o', 'grupa',
  'fundacija', 'fond', 'orhanizacija', 'towarystwo', 'spilka', 'hromadska', 'krakowi', 'krakiw',
]);

/** The words of a name that tell it from others, folded and in one alphabet. */
export function coreOf(name: string): string {
  const all = fold(latin(name)).match(/[a-z0-9]+/g) ?? [];
  const own = all.filter((word) => !common.has(word));
  return (own.length > 0 ? own : all).join(' ');
}

/** The groups of three letters of a text. */
export function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)));
}

/** How many letters must be changed, added or taken away to make one text the other. */
export function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1)
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    before = row;
  }
  return before[b.length] ?? 0;
}

/** How alike two names are, in hundredths: shared groups of three letters, or few changed letters, whichever says more. */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [coreOf(one), coreOf(other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 100;
  const [left, right] = [trigrams(a), trigrams(b)];
  const shared = [...left].filter((part) => right.has(part)).length;
  const grams = shared / (left.size + right.size - shared);
  // Comparing letter by letter is worth its time only where the lengths allow a good result.
  const longer = Math.max(a.length, b.length);
  const letters = Math.abs(a.length - b.length) / longer > 0.2 ? 0 : 1 - editDistance(a, b) / longer;
  return Math.round(Math.max(grams, letters) * 100);
}

/** From this likeness on two names are shown to an officer. */
export const suspiciousLikeness = 70;

// The whole address: many projects have a page of their own on the site of whoever runs them.
/** An address of a page as it is compared. */
export const pageOf = (website: string | null) => (website ? website.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/+$/, '').toLowerCase() : null);
const same = (a: string | null, b: string | null) => Boolean(a) && a === b;
const cut = (regon: string | null) => regon?.slice(0, 9) ?? null;

/** Why these two may be one, and how alike their names are. */
export function compare(first: Candidate, second: Candidate): Suspect {
  const pairs = [[first.name, second.name], [first.shortName, second.name], [first.name, second.shortName]] as const;
  const likeness = Math.max(...pairs.map(([a, b]) => (a && b ? likenessOf(a, b) : 0)));
  const because = suspicions.filter((why) => ({
    krs: same(first.krs, second.krs), nip: same(first.nip, second.nip), regon: same(cut(first.regon), cut(second.regon)),
    website: same(pageOf(first.website), pageOf(second.website)), email: same(first.email?.toLowerCase() ?? null, second.email?.toLowerCase() ?? null),
    name: likeness >= suspiciousLikeness,
  })[why]);
  return { first, second, because, likeness };
}

/** Pairs of entries that may be one organisation, the surest first. */
export function suspectsAmong(entries: readonly Candidate[]): Suspect[] {
  const places = new Map<string, number[]>();
  entries.forEach((entry, i) => {
    const keys = [...[entry.name, entry.shortName].flatMap((name) => (name ? [...trigrams(coreOf(name))].map((part) => `t ${part}`) : [])),
      entry.krs && `k ${entry.krs}`, entry.nip && `n ${entry.nip}`, entry.regon && `r ${cut(entry.regon)}`, pageOf(entry.website) && `w ${pageOf(entry.website)}`,
      entry.email && `e ${entry.email.toLowerCase()}`];
    for (const key of new Set(keys)) if (key) places.set(key, [...(places.get(key) ?? []), i]);
  });
  // Only entries that share a number or enough parts of a name are compared at all.
  const met = new Map<string, number>();
  for (const [key, list] of places)
    for (const [at, i] of list.entries()) for (const j of list.slice(at + 1)) met.set(`${i} ${j}`, (met.get(`${i} ${j}`) ?? 0) + (key.startsWith('t ') ? 1 : 100));
  return [...met]
    .filter(([, weight]) => weight >= 4)
    .flatMap(([pair]) => {
      const [first, second] = pair.split(' ').map((i) => entries[Number(i)]);
      return first && second ? [compare(first, second)] : [];
    })
    .filter(({ because }) => because.length > 0)
    .toSorted((a, b) => b.because.length - a.because.length || b.likeness - a.likeness || a.first.name.localeCompare(b.first.name));
}

type Side = { id: string; status: OrganisationStatus; mergedInto: string | null };

/** Whose entry it is weighs more than where it came from, and what an officer verified weighs most. */
const strengthOf = (status: OrganisationStatus) => (status === 'verified' ? 3 : status === 'unclaimed' ? 1 : 2);

/** Why these two entries cannot become one in this direction, or null. */
export function whyNotMerge(kept: Side, merged: Side): RuleCode | null {
  if (kept.id === merged.id) return 'merge.same';
  if (kept.mergedInto || merged.mergedInto) return 'merge.already';
  if (kept.status === 'archived' || kept.status === 'draft' || merged.status === 'draft') return 'wrongState';
  if (strengthOf(merged.status) > strengthOf(kept.status)) return 'merge.keepStronger';
  return isPublic(merged.status) && !isPublic(kept.status) ? 'merge.verifyFirst' : null;
}
