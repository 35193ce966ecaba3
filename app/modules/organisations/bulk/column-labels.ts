import type { Translate } from '~/i18n/translate';
import type { ImportColumn } from '../content-of-imports';

const labels = {
  short_name: 'shortName', legal_form: 'legalForm', krs: 'krs', nip: 'nip', regon: 'regon', register_number: 'registerNumber', register_authority: 'registerAuthority',
  street: 'street', postcode: 'postcode', city: 'city', email: 'email', phone: 'phone', website: 'website', founded_year: 'foundedYear', languages: 'languages',
  target_groups: 'targetGroups', communities: 'communities', fields: 'fields',
} as const;

/** What a column of a file is called in the reader's language. */
export function columnLabel(t: Translate, column: ImportColumn): string {
  const [what, lang] = [column.slice(0, column.lastIndexOf('_')), column.slice(column.lastIndexOf('_') + 1)];
  if (what === 'name' || what === 'description') return `${t(what === 'name' ? 'organisations.name' : 'imports.description')} (${lang})`;
  if (column === 'name') return t('organisations.name');
  if (column === 'description') return t('imports.description');
  if (column === 'district') return t('organisations.facet.district');
  if (column === 'community_roles') return t('organisations.facet.role');
  if (column === 'address') return t('exports.address');
  if (column === 'confirmed') return t('exports.confirmed');
  const key = labels[column as keyof typeof labels];
  return t(`organisations.${key}` as const);
}
