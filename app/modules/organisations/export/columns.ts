import type { Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import { districtName } from '~/modules/programme/lists';
import { dayOf, type Day } from '~/shared/time';
import { groupLabels, languageLabels, roleLabels } from '../labels';
import { inLanguageOf } from '../rules';
import type { ExportRow } from './rows.server';

type Saying = { lang: Lang; origin: string; t: Translate; remembered: Map<string, string> };

const mostRemembered = 5_000;

/** What is the same for many rows is made once. */
function once({ remembered }: Saying, key: string, make: () => string): string {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (remembered.size < mostRemembered) remembered.set(key, made);
  return made;
}

/** Everything that the columns need to know about the reader. */
export function sayingFor(t: Translate, lang: Lang, origin: string): Saying {
  return { t, lang, origin, remembered: new Map() };
}

const hour = 3_600_000;
// A day begins with an hour, so every moment of an hour has the same day.
const dayWithin = (moment: Date, saying: Saying) => once(saying, `day ${Math.floor(moment.getTime() / hour)}`, () => dayOf(moment)) as Day;
type Column = { name: string; heading: (t: Translate) => string; value: (row: ExportRow, saying: Saying) => string | null };

const listed = (values: readonly string[]) => values.join('; ');

/** What a list of organisations holds for each; the names never change, so that programs can rely on them. */
export const columns: readonly Column[] = [
  { name: 'name', heading: (t) => t('organisations.name'), value: ({ name }) => name },
  { name: 'legal_form', heading: (t) => t('organisations.legalForm'), value: ({ legalForm }, saying) => once(saying, `f ${legalForm}`, () => saying.t(`organisations.legalForm.${legalForm}` as const)) },
  { name: 'krs', heading: (t) => t('organisations.krs'), value: ({ krs }) => krs },
  { name: 'nip', heading: (t) => t('organisations.nip'), value: ({ nip }) => nip },
  { name: 'regon', heading: (t) => t('organisations.regon'), value: ({ regon }) => regon },
  { name: 'district', heading: (t) => t('organisations.facet.district'), value: ({ district }) => district && districtName(district) },
  { name: 'street', heading: (t) => t('organisations.street'), value: ({ street }) => street },
  { name: 'postcode', heading: (t) => t('organisations.postcode'), value: ({ postcode }) => postcode },
  { name: 'city', heading: (t) => t('organisations.city'), value: ({ city }) => city },
  { name: 'email', heading: (t) => t('organisations.email'), value: ({ email }) => email },
  { name: 'phone', heading: (t) => t('organisations.phone'), value: ({ phone }) => phone },
  { name: 'website', heading: (t) => t('organisations.website'), value: ({ website }) => website },
  { name: 'languages', heading: (t) => t('organisations.facet.language'), value: ({ languages }, saying) => once(saying, `l ${languages.join()}`, () => listed(languageLabels(saying.t, languages))) },
  { name: 'target_groups', heading: (t) => t('organisations.facet.group'), value: ({ targetGroups }, saying) => once(saying, `g ${targetGroups.join()}`, () => listed(groupLabels(saying.t, targetGroups))) },
  { name: 'community_roles', heading: (t) => t('organisations.facet.role'), value: ({ communityRoles }, saying) => once(saying, `r ${communityRoles.join()}`, () => listed(roleLabels(saying.t, communityRoles))) },
  { name: 'description', heading: (t) => t('organisations.about'), value: ({ descriptions }, { lang }) => inLanguageOf(descriptions, lang)?.text ?? null },
  { name: 'confirmed', heading: (t) => t('exports.confirmed'), value: ({ confirmedAt }, saying) => confirmedAt && dayWithin(confirmedAt, saying) },
  { name: 'address', heading: (t) => t('exports.address'), value: ({ slug }, { lang, origin }) => `${origin}/${lang}/organisations/${slug}` },
];
