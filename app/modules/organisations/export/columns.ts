import type { Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import { districtName } from '~/modules/programme/lists';
import { dayOf } from '~/shared/time';
import { groupLabels, languageLabels, roleLabels } from '../labels';
import { inLanguageOf } from '../rules';
import type { ExportRow } from './rows.server';

type Saying = { t: Translate; lang: Lang; origin: string };
type Column = { name: string; heading: (t: Translate) => string; value: (row: ExportRow, saying: Saying) => string | null };

const listed = (values: readonly string[]) => values.join('; ');

/** What a list of organisations holds for each; the names never change, so that programs can rely on them. */
export const columns: readonly Column[] = [
  { name: 'name', heading: (t) => t('organisations.name'), value: ({ name }) => name },
  { name: 'legal_form', heading: (t) => t('organisations.legalForm'), value: ({ legalForm }, { t }) => t(`organisations.legalForm.${legalForm}` as const) },
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
  { name: 'languages', heading: (t) => t('organisations.facet.language'), value: ({ languages }, { t }) => listed(languageLabels(t, languages)) },
  { name: 'target_groups', heading: (t) => t('organisations.facet.group'), value: ({ targetGroups }, { t }) => listed(groupLabels(t, targetGroups)) },
  { name: 'community_roles', heading: (t) => t('organisations.facet.role'), value: ({ communityRoles }, { t }) => listed(roleLabels(t, communityRoles)) },
  { name: 'description', heading: (t) => t('organisations.about'), value: ({ descriptions }, { lang }) => inLanguageOf(descriptions, lang)?.text ?? null },
  { name: 'confirmed', heading: (t) => t('exports.confirmed'), value: ({ confirmedAt }) => confirmedAt && dayOf(confirmedAt) },
  { name: 'address', heading: (t) => t('exports.address'), value: ({ slug }, { lang, origin }) => `${origin}/${lang}/organisations/${slug}` },
];
