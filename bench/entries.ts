import { districtSlugs } from '~/modules/programme/lists';
import type { Indexed, Question } from '~/modules/organisations/search/search-index';
import { draws } from './data-draws';

export const random = draws(20261123);
export const whole = (n: number) => Math.floor(random() * n);
const syllables = ['ma', 'ko', 'zu', 'stri', 'wa', 'ne', 'pol', 'ska', 'do', 'mo', 'kra', 'kow', 'li', 're', 'ta', 'po', 'moc', 'pra', 'wna', 'hel', 'ping', 'ser', 'ce', 'no', 'wy'];
const vocabulary = Array.from({ length: 60_000 }, () => Array.from({ length: 2 + whole(3) }, () => syllables[whole(syllables.length)]).join(''));
const usual = () => vocabulary[Math.floor(random() ** 3 * vocabulary.length)] ?? '';
const district = () => districtSlugs[whole(18)] ?? 'podgorze';

/** An entry of the directory with three words in its name and some twenty-five more. */
export function entry(i: number): Indexed {
  const nameWords = [usual(), usual(), usual()];
  const place = district();
  return {
    id: `i${i}`, nameKey: nameWords.join(' '), nameWords, words: [...new Set([...nameWords, ...Array.from({ length: 25 }, usual)])], district: place, confirmedAt: whole(1e9),
    values: [`district=${place}`, `form=${whole(3)}`, ...Array.from({ length: 4 }, () => `tag=${whole(24)}`)],
  };
}

export type Asked = { words: string[]; ticked: Question['ticked']; page: number };
/** The nine kinds of questions: empty, narrowed once and thrice, a common word alone and narrowed, two words, a rare one, four letters, a deep page. */
export const kinds: ((size: number) => Asked)[] = [
  () => ({ words: [], ticked: {}, page: 1 }),
  () => ({ words: [], ticked: { district: [district()] }, page: 1 }),
  () => ({ words: [], ticked: { district: [district()], tag: [String(whole(24))], form: ['1'] }, page: 1 }),
  () => ({ words: [vocabulary[whole(20)] ?? ''], ticked: {}, page: 1 }),
  () => ({ words: [vocabulary[whole(20)] ?? ''], ticked: { district: [district()], tag: [String(whole(24))] }, page: 1 }),
  () => ({ words: [vocabulary[whole(200)] ?? '', vocabulary[whole(200)] ?? ''], ticked: {}, page: 1 }),
  () => ({ words: [vocabulary[50_000 + whole(9000)] ?? ''], ticked: {}, page: 1 }),
  () => ({ words: [(vocabulary[whole(60_000)] ?? '').slice(0, 4)], ticked: {}, page: 1 }),
  (size) => ({ words: [], ticked: {}, page: Math.floor(size / 40) }),
];

export const p99 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
