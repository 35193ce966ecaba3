import { catalogue } from './catalogue';
import type { MessageKey } from './codes';
import type { Lang, Sentence } from './messages';

export type Params = Record<string, string | number>;
export type Translate = ((key: MessageKey, params?: Params) => string) & { lang: Lang };

const plurals = new Map<Lang, Intl.PluralRules>();

function pluralRules(lang: Lang): Intl.PluralRules {
  let rules = plurals.get(lang);
  if (!rules) plurals.set(lang, (rules = new Intl.PluralRules(lang)));
  return rules;
}

/** The sentence in one language, its count form chosen by `n` and its `{names}` filled in. */
export function say(sentence: Sentence, lang: Lang, params: Params = {}): string {
  const form = sentence[lang] as string | Record<string, string>;
  const text =
    typeof form === 'string' ? form : (form[pluralRules(lang).select(Number(params.n ?? 0))] ?? form.other ?? '');
  if (!text.includes('{')) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

const translators = new Map<Lang, Translate>();

/** The catalogue in one language. */
export function translator(lang: Lang): Translate {
  let t = translators.get(lang);
  if (!t) translators.set(lang, (t = Object.assign((key: MessageKey, params?: Params) => say(catalogue[key] as Sentence, lang, params), { lang })));
  return t;
}

/** The sentence that tells a person why the programme refused; unknown codes give the general sentence. */
export function refusalSentence(t: Translate, code: string, params?: Params): string {
  const key = `refusal.${code}`;
  return t((key in catalogue ? key : 'refusal.invalid') as MessageKey, params);
}
