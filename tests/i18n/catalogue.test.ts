import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '~/i18n/catalogue';
import { languages, type Lang, type Sentence } from '~/i18n/messages';
import { say } from '~/i18n/translate';

const sentences = Object.entries(catalogue) as [string, Sentence][];

const formsOf = (sentence: Sentence, lang: Lang): string[] => {
  const form = sentence[lang] as string | Record<string, string>;
  return typeof form === 'string' ? [form] : Object.values(form);
};
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

function sourceOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return path.includes('i18n/catalogue') ? '' : sourceOf(path);
      return /\.tsx?$/.test(entry.name) && !path.includes('i18n/catalogue') ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

describe('the five catalogues', () => {
  test('every sentence is there in every language', () => {
    const empty = sentences.flatMap(([key, sentence]) =>
      languages.filter((lang) => formsOf(sentence, lang).some((form) => !form?.trim())).map((lang) => `${key} ${lang}`),
    );
    expect(empty).toEqual([]);
  });

  test('a sentence speaks of the same things in every language', () => {
    const different = sentences.filter(([, sentence]) => {
      const said = languages.map((lang) => [...new Set(formsOf(sentence, lang).flatMap(placeholders))].toSorted().join());
      return new Set(said).size > 1;
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test('a counted sentence has the plural forms its language needs', () => {
    const needed = Object.fromEntries(languages.map((lang) => [lang, new Intl.PluralRules(lang).resolvedOptions().pluralCategories]));
    const lacking = sentences.flatMap(([key, sentence]) =>
      languages.flatMap((lang) => {
        const form = sentence[lang] as string | Record<string, string>;
        return typeof form === 'string' ? [] : (needed[lang] ?? []).filter((category) => !form[category]).map((category) => `${key} ${lang} ${category}`);
      }),
    );
    expect(lacking).toEqual([]);
  });

  test('no sentence is left that nothing says', () => {
    const source = sourceOf('app') + sourceOf('db') + sourceOf('scripts');
    const dynamic = [...source.matchAll(/`([\w.]+\.)?\$\{/g)].map(([, prefix]) => prefix).filter((prefix) => prefix !== undefined);
    const templates = [...source.matchAll(/`([\w.]*)\$\{[^}`]+\}([\w.]*)(?:\$\{[^}`]+\}([\w.]*))?`/g)].map(
      ([, before = '', middle = '', after]) => new RegExp(`^${before}[\\w.-]+${middle}${after === undefined ? '' : `[\\w.-]+${after}`}$`),
    );
    const said = (key: string) => source.includes(`'${key}'`) || source.includes(`"${key}"`);
    const unused = sentences
      .map(([key]) => key)
      .filter((key) => {
        const code = key.replace(/^(refusal|event|mail)\./, '').replace(/\.(subject|body)$/, '');
        if (said(key) || said(code)) return false;
        return !dynamic.some((prefix) => key.startsWith(prefix)) && !templates.some((template) => template.source !== '^[\\w.-]+$' && (template.test(key) || template.test(code)));
      });
    expect(unused).toEqual([]);
  });
});

describe('Polish numbers', () => {
  const calls = { pl: { one: '{n} nabór', few: '{n} nabory', many: '{n} naborów', other: '{n} naboru' }, en: { one: '', other: '' }, uk: { one: '{n} конкурс', few: '{n} конкурси', many: '{n} конкурсів', other: '' }, de: { one: '', other: '' }, ru: { one: '', few: '', many: '', other: '' } };
  test.each([
    [1, '1 nabór'], [2, '2 nabory'], [5, '5 naborów'], [12, '12 naborów'], [21, '21 naborów'], [22, '22 nabory'], [25, '25 naborów'],
  ])('%i calls are counted right', (n, text) => expect(say(calls, 'pl', { n })).toBe(text));
  test.each([
    [1, '1 конкурс'], [2, '2 конкурси'], [5, '5 конкурсів'], [12, '12 конкурсів'], [21, '21 конкурс'], [22, '22 конкурси'], [25, '25 конкурсів'],
  ])('%i calls are counted right in Ukrainian', (n, text) => expect(say(calls, 'uk', { n })).toBe(text));
});
