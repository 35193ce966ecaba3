/** The languages of the portal: Polish is the original and the one that binds. */
export const languages = ['pl', 'en', 'uk', 'de', 'ru'] as const;
export type Lang = (typeof languages)[number];

/** Each language under its own name, as the switcher shows it. */
export const languageNames: Record<Lang, string> = {
  pl: 'polski',
  en: 'English',
  uk: 'українська',
  de: 'Deutsch',
  ru: 'русский',
};

type Plural<Forms extends string> = Record<Forms, string>;
type Slavic = Plural<'one' | 'few' | 'many' | 'other'>;
type Germanic = Plural<'one' | 'other'>;

/** One sentence in all five languages; a counted sentence has the plural forms its language needs. */
export type Sentence =
  | Record<Lang, string>
  | { pl: Slavic; en: Germanic; uk: Slavic; de: Germanic; ru: Slavic };

/** Declares a namespace of the catalogue; a missing language is a type error at the sentence that lacks it. */
export function messages<const T extends Record<string, Sentence>>(sentences: T): T {
  return sentences;
}

/** Whether a text names one of the portal's languages. */
export function isLang(text: string | undefined | null): text is Lang {
  return (languages as readonly string[]).includes(text ?? '');
}
