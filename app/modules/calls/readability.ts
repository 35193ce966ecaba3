/** What makes a Polish text hard to read, and how hard it is: FOG for Polish, where a long word has four syllables or more. */
export type Reading = {
  /** Years of school a reader needs, in tenths. */
  fog: number;
  level: 'easy' | 'medium' | 'hard';
  warnings: { kind: 'longSentence' | 'officialese' | 'passive' | 'longWords'; words: string; better?: string }[];
};

const longSentence = 22;
const longWord = 4;
const shown = 40;

/** Phrases of the office and what a good clerk says instead. */
const officialese: readonly [RegExp, string][] = [
  [/w celu\s/giu, 'żeby, aby'],
  [/w zakresie\s/giu, 'w, o, dotyczące'],
  [/w przypadku gdy\b/giu, 'jeśli, gdy'],
  [/z uwagi na\b/giu, 'bo, ponieważ'],
  [/w związku z powyższym\b/giu, 'dlatego'],
  [/na podstawie powyższego\b/giu, 'dlatego'],
  [/niniejsz(?:y|a|e|ego|ej|ym|ych)(?!\p{L})/giu, 'ten, ta, to'],
  [/przedmiotow(?:y|a|e|ego|ej|ym|ych)(?!\p{L})/giu, 'ten, ta, to'],
  [/(?<!\p{L})ww\./giu, 'ten, ta, to'],
  [/dokonać\s|dokonywać\s|dokonanie\s/giu, 'czasownik: zapłacić, ocenić'],
  [/(?<!\p{L})celem\s+\p{L}+nia(?!\p{L})/giu, 'żeby, aby'],
  [/posiada(?:ć|ją|nie|jący|jące)?(?!\p{L})/giu, 'mieć'],
  [/winn(?:y|a|o|i|e)(?!\p{L})/giu, 'musi, powinien'],
  [/uprzednio(?!\p{L})/giu, 'wcześniej'],
  [/aplikant(?:a|em|owi|ów)?(?!\p{L})/giu, 'organizacja, Ty'],
  [/środk(?:i|ów|ami) finansow(?:e|ych|ymi)(?!\p{L})/giu, 'pieniądze'],
  [/podmiot(?:u|y|ów|em|om)?(?!\p{L})/giu, 'organizacja'],
];

const passive = /(?<!\p{L})(?:został[ayo]?|zostaną|zostanie|zostali|jest|są|był[ayo]?|będzie|będą)\s+(?:\p{L}+\s+)?\p{L}{2,}(?:any|ana|ane|ani|ony|ona|one|eni|ęty|ęta|ęte|ęci)(?!\p{L})/giu;

const sentencesOf = (text: string) =>
  text
    .replace(/(?<!\p{L})(?:art|ust|pkt|nr|np|tj|tzn|itd|itp|m\.in|r|zł|poz|zm|ul|godz|tys|mln)\./giu, (short) => short.slice(0, -1))
    .split(/[.!?]+(?=\s|$)|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

const wordsOf = (text: string) => text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];

/** How many syllables a Polish word has: `i` before a vowel only softens. */
export function syllables(word: string): number {
  return (word.toLowerCase().match(/i(?![aeouyąęó])|[aeouyąęó]/gu) ?? []).length;
}

const cut = (text: string) => (text.length > shown ? `${text.slice(0, shown).trimEnd()}…` : text);
const once = <T extends { words: string }>(found: T[]) => found.filter((one, i) => found.findIndex(({ words }) => words.toLowerCase() === one.words.toLowerCase()) === i);

/** Reads a Polish text as a reader would; nothing for an empty one. */
export function readingOf(text: string): Reading | null {
  const sentences = sentencesOf(text);
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const long = words.filter((word) => syllables(word) >= longWord);
  const fog = Math.round(4 * (words.length / Math.max(sentences.length, 1) + (100 * long.length) / words.length));
  const hard = Array.from(new Set(long.filter((word) => syllables(word) > longWord + 1)));
  return {
    fog,
    level: fog <= 90 ? 'easy' : fog <= 130 ? 'medium' : 'hard',
    warnings: once([
      ...sentences.filter((sentence) => wordsOf(sentence).length > longSentence).map((sentence) => ({ kind: 'longSentence' as const, words: cut(sentence) })),
      ...officialese.flatMap(([pattern, better]) => (text.match(pattern) ?? []).map((words) => ({ kind: 'officialese' as const, words: words.trim(), better }))),
      ...(text.match(passive) ?? []).map((words) => ({ kind: 'passive' as const, words: cut(words) })),
      ...hard.map((words) => ({ kind: 'longWords' as const, words })),
    ]).slice(0, 12),
  };
}

const read = ['rules', 'conditions', 'procedure', 'previousTasks', 'committeeRecruitment'] as const;
type Texts = Record<(typeof read)[number], string> & { easy: { pl?: string | undefined } };

/** The readings of the Polish texts of a call, by the name of the field. */
export function readingsOf(call: Texts): Record<string, Reading | null> {
  return { ...Object.fromEntries(read.map((field) => [field, readingOf(call[field])])), easy: readingOf(call.easy.pl ?? '') };
}
