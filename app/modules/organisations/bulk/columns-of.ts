import { canonicalJson } from '~/shared/canonical-json';
import { polishSortKey } from '~/shared/text';
import type { ImportColumn, ImportValues } from '../content-of-imports';
import type { Organisation } from '../queries.server';
import { pageOf } from '../rules-of-duplicates';

const asTheyAre = [
  'legalForm', 'shortName', 'krs', 'nip', 'regon', 'registerNumber', 'registerAuthority', 'district', 'street', 'postcode', 'city', 'email', 'phone', 'website',
  'foundedYear', 'languages', 'targetGroups', 'communityRoles', 'communities', 'fields',
] as const satisfies readonly (keyof ImportValues & keyof Organisation)[];

/** Columns of an entry that a file can change, by the column of the file that a person looks at. */
export const columnNames = {
  name: 'name', names: 'name_en', legalForm: 'legal_form', shortName: 'short_name', krs: 'krs', nip: 'nip', regon: 'regon', registerNumber: 'register_number',
  registerAuthority: 'register_authority', district: 'district', street: 'street', postcode: 'postcode', city: 'city', email: 'email', phone: 'phone', website: 'website',
  foundedYear: 'founded_year', languages: 'languages', targetGroups: 'target_groups', communityRoles: 'community_roles', communities: 'communities', fields: 'fields',
  descriptions: 'description',
} as const satisfies Partial<Record<keyof Organisation, ImportColumn>>;
export type Changeable = keyof typeof columnNames;

const comparable = (value: unknown) => canonicalJson(Array.isArray(value) ? (value as string[]).toSorted() : (value ?? null));

/** What a row would change in an entry: only columns whose value is another; empty cells change nothing. */
export function changesTo(before: Organisation, values: ImportValues): Partial<Pick<Organisation, Changeable>> {
  const known = new Set(Object.values(before.descriptions));
  // A list that came from the portal carries the description in the reader's language, which may be any of them.
  const descriptions = Object.fromEntries(Object.entries(values.descriptions).filter(([, text]) => !known.has(text)));
  const after: Partial<Pick<Organisation, Changeable>> = {
    ...Object.fromEntries(asTheyAre.filter((column) => values[column] !== undefined).map((column) => [column, values[column]])),
    name: values.name, names: { ...before.names, ...values.names }, descriptions: { ...before.descriptions, ...descriptions },
  };
  // A slash at the end makes no other page.
  if (after.website && pageOf(after.website) === pageOf(before.website)) delete after.website;
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => comparable(value) !== comparable(before[column as Changeable])));
}

/** The columns of a new entry made of a row. */
export function newColumns(values: ImportValues) {
  const own = Object.fromEntries(asTheyAre.map((column) => [column, values[column] ?? null])) as Pick<Organisation, (typeof asTheyAre)[number]>;
  return {
    ...own, name: values.name, nameKey: polishSortKey(values.name), names: values.names, descriptions: values.descriptions, city: values.city ?? 'Kraków',
    languages: values.languages ?? [], targetGroups: values.targetGroups ?? [], communityRoles: values.communityRoles ?? [], communities: values.communities ?? [],
    fields: values.fields ?? [],
    // Groups mostly meet in somebody's flat.
    addressVisibility: values.legalForm === 'informal_group' ? ('district' as const) : ('full' as const), safeMode: false,
  };
}
