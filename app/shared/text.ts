/** A language of the portal. */
export type Lang = 'pl' | 'en' | 'uk' | 'de' | 'ru';

const plainLetters: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd', ґ: 'г' };

/** Text without case and accents, the same on both databases: what search compares. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/и\u0306/g, 'й')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ`]/g, "'")
    .replace(/(?<=\p{L})'+(?=\p{L})/gu, '')
    .replace(/[łđøßæœıþðґ]/g, (letter) => plainLetters[letter] ?? letter);
}

type Scheme = Record<string, string>;
const polishScheme: Scheme = {
  а: 'a', б: 'b', в: 'w', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'je', ё: 'jo', ж: 'ż', з: 'z', и: 'y', і: 'i', ї: 'ji', й: 'j', к: 'k', л: 'l',
  м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'ch', ц: 'c', ч: 'cz', ш: 'sz', щ: 'szcz', ъ: '', ы: 'y',
  ь: '', э: 'e', ю: 'ju', я: 'ja',
};
const russianPolishScheme: Scheme = { ...polishScheme, г: 'g', и: 'i', щ: 'szcz' };
const englishScheme: Scheme = {
  ...polishScheme,
  в: 'v', є: 'ie', ё: 'yo', ж: 'zh', ї: 'i', й: 'i', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'iu', я: 'ia',
};
const russianEnglishScheme: Scheme = { ...englishScheme, г: 'g', и: 'i', й: 'y', ю: 'yu', я: 'ya' };

function transliterate(text: string, scheme: Scheme): string {
  return text
    .normalize('NFC')
    .replace(/(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})/gu, '')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => {
      const small = letter.toLowerCase();
      const latinLetters = scheme[small];
      if (latinLetters === undefined) return letter;
      return small === letter ? latinLetters : latinLetters.charAt(0).toUpperCase() + latinLetters.slice(1);
    });
}

const isRussian = (text: string) => /[ыэёъ]/i.test(text) && !/[іїєґ]/i.test(text);

/** Ukrainian and Russian words in Latin letters, spelled as a Pole would: "Зустріч" is "Zustricz". */
export function latin(text: string): string {
  return transliterate(text, isRussian(text) ? russianPolishScheme : polishScheme);
}

/** The words of a text, folded. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a search looks through: every word once, and each Cyrillic word also in the Latin spellings people try. */
export function searchText(parts: readonly (string | null | undefined)[]): string {
  const all = parts.filter(Boolean).join(' ');
  const found = new Set(words(all));
  if (/\p{Script=Cyrillic}/u.test(all)) {
    for (const scheme of [polishScheme, russianPolishScheme, englishScheme, russianEnglishScheme]) {
      for (const word of words(transliterate(all, scheme))) found.add(word);
    }
  }
  return [...found].join(' ');
}

const polishAlphabet = 'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż';
const cyrillicAlphabet = 'абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюя';

function letterKey(letter: string): string {
  const polish = polishAlphabet.indexOf(letter);
  if (polish >= 0) return String.fromCharCode(0x41 + polish);
  if (/[0-9]/.test(letter)) return letter;
  const cyrillic = cyrillicAlphabet.indexOf(letter);
  if (cyrillic >= 0) return `~${String.fromCharCode(0x41 + cyrillic)}`;
  if (/[\s\p{Pd}/]/u.test(letter)) return ' ';
  const plain = fold(letter);
  if (plain !== letter) return [...plain].map(letterKey).join('');
  if (!/[\p{L}\p{N}]/u.test(letter)) return '';
  // Any other script comes last, in the order of its code points.
  return `~~${(letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;
}

/** A key whose plain byte order is the Polish alphabet: digits, Latin letters, then Cyrillic; marks and quotes do not count. */
export function polishSortKey(text: string): string {
  const letters = [...text.normalize('NFC').toLowerCase().normalize('NFC')];
  return letters.map(letterKey).join('').replace(/ +/g, ' ').trim();
}

/** Letters and signs that are already as they should be, and that nothing joins into others. */
const cleanLetters = /^[\n -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u201f\u2026]*$/;

/** Typed text made safe to keep and show: one form of letters, one kind of line end, nothing invisible. */
export function cleanText(text: string): string {
  if (cleanLetters.test(text)) return text.trim();
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    // eslint-disable-next-line no-control-regex -- control signs are what is removed
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    // Invisible signs can hide a second meaning; only the joiner inside an emoji stays.
    .replace(/[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .replace(/(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d/gu, '')
    .normalize('NFC')
    .trim();
}

const peselWeights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** Polish identity cards have three letters and six digits, passports two and seven; one of them checks the others. */
const documentWeights = [
  { shape: /(?<![\p{L}\d])\p{Lu}{3} ?\d{6}(?![\p{L}\d])/gu, weights: [7, 3, 1, 9, 7, 3, 1, 7, 3] },
  { shape: /(?<![\p{L}\d])\p{Lu}{2} ?\d{7}(?![\p{L}\d])/gu, weights: [7, 3, 9, 1, 7, 3, 1, 7, 3] },
];

/** Numbers in the text that could be a personal number (PESEL) or the number of an identity card or passport, which the portal must not keep. */
export function findPersonalNumbers(text: string): string[] {
  // Every one of them has six digits in a row; most texts have not.
  if (!/\d{6}/.test(text)) return [];
  const runs = text.match(/(?<!\d)\d{6}[ -]?\d{5}(?!\d)/g) ?? [];
  const pesels = runs.filter((run) => {
    const digits = [...run.replace(/\D/g, '')].map(Number);
    const total = peselWeights.reduce((all, weight, index) => all + weight * (digits[index] ?? 0), 0);
    return (10 - (total % 10)) % 10 === digits[10];
  });
  const documents = documentWeights.flatMap(({ shape, weights }) =>
    (text.match(shape) ?? []).filter((found) => {
      // Letters count from A = 10, as digits of a larger system.
      const values = [...found.replace(' ', '')].map((sign) => Number.parseInt(sign, 36));
      return values.every((value) => !Number.isNaN(value)) && weights.reduce((all, weight, index) => all + weight * (values[index] ?? 0), 0) % 10 === 0;
    }),
  );
  return [...pesels, ...documents];
}

const removed = '[usunięto]';

/** A text without e-mail addresses, telephones and numbers of accounts and persons: the proposal that an officer reads before posting. */
export function redacted(words: string): string {
  return words
    .replace(/[^\s<>()]+@[^\s<>()]+\.[^\s<>()]+/g, removed)
    .replace(/(?:\+48[ -]?)?(?:\d[ -]?){8,25}\d/g, (number) => (number.replace(/\D/g, '').length >= 9 ? removed : number));
}
