import { languages } from '~/i18n/messages';
import { translator, type Translate } from '~/i18n/translate';
import { communities, communityRolesList, districts, languagesServed, targetGroups, taskFieldNumbers, taskFields } from '~/modules/programme/lists';
import { fold } from '~/shared/text';
import { legalForms } from '../content';

/** Columns whose cells hold values of a list. */
export const listed = {
  legal_form: legalForms,
  district: districts.map(({ slug }) => slug),
  languages: languagesServed,
  target_groups: targetGroups,
  community_roles: communityRolesList,
  communities,
  fields: taskFields,
} as const;
export type Listed = keyof typeof listed;

/** What a value of a list is called; the same words are understood in files. */
export function wordFor(t: Translate, column: Listed, value: string): string {
  const word = {
    legal_form: () => legalForms.filter((one) => one === value).map((one) => t(`organisations.legalForm.${one}` as const)),
    district: () => districts.filter(({ slug }) => slug === value).map(({ roman, name }) => `${roman} ${name}`),
    languages: () => languagesServed.filter((one) => one === value).map((one) => t(`programme.language.${one}` as const)),
    target_groups: () => targetGroups.filter((one) => one === value).map((one) => t(`programme.targetGroup.${one}` as const)),
    community_roles: () => communityRolesList.filter((one) => one === value).map((one) => t(`programme.communityRole.${one}` as const)),
    communities: () => communities.filter((one) => one === value).map((one) => t(`programme.community.${one}` as const)),
    fields: () => taskFields.filter((one) => one === value).map((one) => t(`programme.field.${one}` as const)),
  }[column]();
  return word[0] ?? value;
}

// Short words for legal forms, as they stand in lists that people keep.
const shortForms: Partial<Record<(typeof legalForms)[number], readonly string[]>> = {
  association: ['stowarzyszenie'], social_cooperative: ['spółdzielnia'], nonprofit_company: ['spółka', 'spółka non profit'], volunteer_fire_brigade: ['osp'],
  rural_housewives_circle: ['kgw'], informal_group: ['grupa'], church_entity: ['parafia'], sports_club_starosta: ['klub sportowy'],
};

const plain = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const dictionaries = new Map<Listed, Map<string, string>>();

function dictionaryOf(column: Listed): Map<string, string> {
  const known = dictionaries.get(column);
  if (known) return known;
  const made = new Map<string, string>();
  for (const value of listed[column]) {
    made.set(plain(value), value);
    for (const lang of languages) made.set(plain(wordFor(translator(lang), column, value)), value);
  }
  if (column === 'district')
    for (const { slug, roman, name } of districts)
      for (const spelled of [name, roman, `dzielnica ${roman}`, `dzielnica ${roman} ${name}`, `dzielnica ${name}`]) made.set(plain(spelled), slug);
  if (column === 'legal_form') for (const [form, spelled] of Object.entries(shortForms)) for (const word of spelled) made.set(plain(word), form);
  if (column === 'fields') for (const value of taskFields) made.set(plain(`${value} ${taskFieldNumbers[value]}`), value);
  dictionaries.set(column, made);
  return made;
}

/** The value of a list that a cell names by its code or in words of any language. */
export function codeFor(column: Listed, word: string): string | undefined {
  return dictionaryOf(column).get(plain(word));
}
