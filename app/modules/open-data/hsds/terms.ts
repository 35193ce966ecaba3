import type { MessageKey } from '~/i18n/codes';
import type { Translate } from '~/i18n/translate';
import { serviceKinds } from '~/modules/organisations/content';
import { communityRolesList, languagesServed, targetGroups, taskFields } from '~/modules/programme/lists';
import { publicId } from '../public-id';

/** Our vocabularies: the codes of each and where their names are. */
const vocabularies = {
  'service-kinds': { codes: serviceKinds as readonly string[], key: 'openData.kind' },
  'target-groups': { codes: targetGroups as readonly string[], key: 'programme.targetGroup' },
  'task-fields': { codes: taskFields as readonly string[], key: 'programme.field' },
  'community-roles': { codes: communityRolesList as readonly string[], key: 'programme.communityRole' },
  languages: { codes: languagesServed as readonly string[], key: 'programme.language' },
} as const;
export type Vocabulary = keyof typeof vocabularies;
const names = Object.keys(vocabularies) as Vocabulary[];

/** A vocabulary as a taxonomy, in the language of the translator. */
function taxonomyOf(vocabulary: Vocabulary, t: Translate, origin: string) {
  const id = publicId('taxonomy', vocabulary);
  return { id, name: t(`openData.taxonomy.${vocabulary}` as const), description: t(`openData.taxonomyAbout.${vocabulary}` as const), uri: `${origin}/api/hsds/taxonomies/${id}`, version: '1' };
}

/** One value of a vocabulary as a taxonomy term. */
export function termOf(vocabulary: Vocabulary, code: string, t: Translate, origin: string) {
  const taxonomy = taxonomyOf(vocabulary, t, origin);
  const id = termId(vocabulary, code);
  const name = t(`${vocabularies[vocabulary].key}.${code}` as MessageKey);
  return {
    id, code, name, description: t('openData.term', { taxonomy: taxonomy.name, term: name }), taxonomy: taxonomy.name, taxonomy_detail: taxonomy,
    language: t.lang, taxonomy_id: taxonomy.id, term_uri: `${origin}/api/hsds/taxonomy_terms/${id}`,
  };
}

/** The identifier of a term. */
export function termId(vocabulary: Vocabulary, code: string): string {
  return publicId('term', vocabulary, code);
}

/** All vocabularies. */
export function taxonomies(t: Translate, origin: string) {
  return names.map((name) => taxonomyOf(name, t, origin));
}

/** All terms of all vocabularies. */
export function terms(t: Translate, origin: string) {
  return names.flatMap((name) => vocabularies[name].codes.map((code) => termOf(name, code, t, origin)));
}

/** The values of a record: each with its vocabulary; a value that is in no list was typed, and is left out. */
export function marks(values: Partial<Record<Vocabulary, readonly string[]>>): { vocabulary: Vocabulary; code: string }[] {
  return names.flatMap((vocabulary) => vocabularies[vocabulary].codes.filter((code) => values[vocabulary]?.includes(code)).map((code) => ({ vocabulary, code })));
}

/** Whether a record with these values has this term, or any of this taxonomy. */
export function isMarked(values: Partial<Record<Vocabulary, readonly string[]>>, { termId: term, taxonomyId }: { termId: string | null; taxonomyId: string | null }): boolean {
  const has = marks(values);
  return (
    (term === null || has.some(({ vocabulary, code }) => termId(vocabulary, code) === term)) &&
    (taxonomyId === null || has.some(({ vocabulary }) => publicId('taxonomy', vocabulary) === taxonomyId))
  );
}

/** The values of a record as attributes of the standard. */
export function attributesOf(entity: 'organization' | 'service', linkId: string, values: Partial<Record<Vocabulary, readonly string[]>>, t: Translate, origin: string) {
  return marks(values).map(({ vocabulary, code }) => ({
    id: publicId('attribute', linkId, vocabulary, code), link_id: linkId, link_entity: entity, label: t(`openData.taxonomy.${vocabulary}` as const),
    taxonomy_term: termOf(vocabulary, code, t, origin),
  }));
}
