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

// Short words as they stand in lists that people keep.
const alsoCalled: Partial<Record<Listed, Record<string, readonly string[]>>> = {
  legal_form: {
    association: ['stowarzyszenie'], social_cooperative: ['spółdzielnia'], nonprofit_company: ['spółka', 'spółka non profit'], volunteer_fire_brigade: ['osp'],
    rural_housewives_circle: ['kgw'], informal_group: ['grupa'], church_entity: ['parafia'], sports_club_starosta: ['klub sportowy'],
  },
  target_groups: {
    national_ethnic_minority: ['mniejszości narodowe', 'mniejszości narodowe i etniczne', 'mniejszości', 'national minorities', 'minorities'],
    economic_migrant: ['migranci', 'migrantki i migranci', 'migrants'], forced_migrant: ['uchodźcy', 'uchodźczynie i uchodźcy', 'refugees', 'asylum seekers'],
  },
  fields: {
    foreigners_integration: ['integracja', 'integracja cudzoziemców', 'integration'], minorities: ['mniejszości'], legal_aid: ['pomoc prawna', 'porady prawne', 'legal advice', 'legal aid'],
    education: ['edukacja', 'education'], culture: ['kultura', 'culture'], human_rights: ['prawa człowieka', 'human rights'], volunteering: ['wolontariat', 'volunteering'],
  },
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
  for (const [value, spelled] of Object.entries(alsoCalled[column] ?? {})) for (const word of spelled) made.set(plain(word), value);
  if (column === 'fields') for (const value of taskFields) made.set(plain(`${value} ${taskFieldNumbers[value]}`), value);
  dictionaries.set(column, made);
  return made;
}

/** The value of a list that a cell names by its code or in words of any language. */
export function codeFor(column: Listed, word: string): string | undefined {
  return dictionaryOf(column).get(plain(word));
}
