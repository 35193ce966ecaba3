import type { Lang } from '~/i18n/messages';
import { translator, type Translate } from '~/i18n/translate';
import { districtName } from '~/modules/programme/lists';
import { remembered } from '~/shared/remembered';
import { legalForms, serviceKinds } from './content';
import { facetValues } from './facet-values';
import { facets, type FacetName, type Wanted } from './facets';
import { fieldLabels, groupLabels, languageLabels, roleLabels } from './labels';

/** What a way to narrow the directory is called. */
export function legendOf(t: Translate, facet: FacetName): string {
  if (facet === 'need' || facet === 'field') return t(`directory.facet.${facet}` as const);
  return t(`organisations.facet.${facet}` as const);
}

const inWords: Record<FacetName, (t: Translate, value: string) => string | undefined> = {
  need: (t, value) => serviceKinds.filter((kind) => kind === value).map((kind) => t(`openData.kind.${kind}` as const))[0],
  field: (t, value) => fieldLabels(t, [value])[0],
  language: (t, value) => languageLabels(t, [value])[0],
  group: (t, value) => groupLabels(t, [value])[0],
  district: (_t, value) => districtName(value),
  role: (t, value) => roleLabels(t, [value])[0],
  form: (t, value) => legalForms.filter((form) => form === value).map((form) => t(`organisations.legalForm.${form}` as const))[0],
};

const labelsIn = remembered((lang: Lang) => {
  const t = translator(lang);
  return new Map(facets.map((facet) => [facet, new Map(facetValues[facet].map((value) => [value, inWords[facet](t, value) ?? value]))]));
});

/** What a value of it is called. */
export function labelOf(t: Translate, facet: FacetName, value: string): string {
  return labelsIn(t.lang).get(facet)?.get(value) ?? value;
}

/** A whole search in words, one line for the words typed and one for each way it is narrowed; nothing where everything is wanted. */
export function searchInWords(t: Translate, wanted: Wanted): { label: string; value: string }[] {
  const narrowed = facets.filter((facet) => wanted[facet].length > 0);
  return [
    ...(wanted.q ? [{ label: t('savedSearches.words'), value: wanted.q }] : []),
    ...narrowed.map((facet) => ({ label: legendOf(t, facet), value: wanted[facet].map((value) => labelOf(t, facet, value)).join(', ') })),
  ];
}
