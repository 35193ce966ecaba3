import type { RuleCode } from '~/i18n/codes';
import { languages, type Lang } from '~/i18n/messages';
import type { Provenance, TextOrigin } from './content';
import { inLanguageOf } from './rules';

type Texts = Partial<Record<Lang, string | undefined>>;
type TypedOrigin = { origin?: TextOrigin['origin'] | undefined; by?: string | undefined } | undefined;
export type TypedOrigins = Partial<Record<Lang, TypedOrigin>>;

/** Where each text that is there comes from; what was not said was written by the organisation. */
export function originsOf(texts: Texts, typed: TypedOrigins = {}): Provenance {
  return Object.fromEntries(
    languages.filter((lang) => texts[lang]).map((lang): [Lang, TextOrigin] => {
      const { origin = 'own', by } = typed[lang] ?? {};
      return [lang, { origin, ...(by && origin !== 'own' ? { by } : {}) }];
    }),
  );
}

type Words = { names: Texts; descriptions: Texts; nameOrigins?: TypedOrigins | undefined; descriptionOrigins?: TypedOrigins | undefined; authoritativeLang?: Lang | undefined };

/** The language of the text that counts: the one that was named, else Polish, else the first there is. */
export function authoritativeOf({ descriptions, authoritativeLang }: Pick<Words, 'descriptions' | 'authoritativeLang'>): Lang {
  return authoritativeLang ?? inLanguageOf(descriptions as Partial<Record<Lang, string>>, 'pl')?.lang ?? 'pl';
}

/** What is wrong with the texts of an entry and where they come from, each at its field. */
export function problemsOfWords(words: Words): { field: string; code: RuleCode }[] {
  const nameless = (['nameOrigins', 'descriptionOrigins'] as const).flatMap((field) => {
    const texts = field === 'nameOrigins' ? words.names : words.descriptions;
    return languages
      .filter((lang) => texts[lang] && words[field]?.[lang]?.origin === 'human' && !words[field]?.[lang]?.by)
      .map((lang) => ({ field: `${field}.${lang}.by`, code: 'words.translatorNeeded' as const }));
  });
  const { authoritativeLang: lang } = words;
  if (!lang || !languages.some((one) => words.descriptions[one])) return nameless;
  if (!words.descriptions[lang]) return [...nameless, { field: 'authoritativeLang', code: 'words.authoritativeEmpty' }];
  return words.descriptionOrigins?.[lang]?.origin === 'machine' ? [...nameless, { field: 'authoritativeLang', code: 'words.authoritativeMachine' }] : nameless;
}

/** Provenance as everybody may see it: of an organisation at risk without the people who translated. */
export function shownOrigins(origins: Provenance, { safeMode }: { safeMode: boolean }): Provenance {
  if (!safeMode) return origins;
  return Object.fromEntries(Object.entries(origins).map(([lang, { origin }]) => [lang, { origin }]));
}

type Consent = { contactName: string | null; contactConsentAt: Date | null };

/** When the person agreed to be named: now, unless the same person agreed before. */
export function consentAt(contactName: string | undefined, before: Consent | undefined, now: Date): Date | null {
  if (!contactName) return null;
  return before?.contactName === contactName && before.contactConsentAt ? before.contactConsentAt : now;
}
