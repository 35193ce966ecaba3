import { languageNames, type Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import { districtName } from '~/modules/programme/lists';
import { formatNip } from '~/shared/identifiers';
import type { LegalForm } from './content';
import type { MergeField, PublicField, RegisterField } from './content-of-life';
import { communityLabels, fieldLabels, groupLabels, languageLabels, roleLabels } from './labels';
import type { Organisation } from './queries.server';

const own = ['names', 'contact', 'descriptions', 'socialLinks', 'contactName', 'logo', 'services', 'places'] as const;
type Own = (typeof own)[number];

/** What a part of an entry is called. */
export function fieldLabel(t: Translate, field: PublicField): string {
  return own.some((one) => one === field) ? t(`registry.field.${field as Own}` as const) : t(`organisations.${field as Exclude<PublicField, Own>}` as const);
}

/** A verified field in words; nothing where it is empty. */
export function registerValue(t: Translate, field: RegisterField, value: string | null): string {
  if (!value) return '';
  if (field === 'legalForm') return t(`organisations.legalForm.${value as LegalForm}` as const);
  return field === 'nip' ? formatNip(value) : value;
}

const texts = (all: Partial<Record<Lang, string>>) => Object.entries(all).map(([lang, text]) => `${languageNames[lang as Lang]}: ${text}`).join('\n');

/** A part of an entry as an officer compares it with the same part of another. */
export function mergeValue(t: Translate, field: MergeField, entry: Organisation): string {
  switch (field) {
    case 'names': return texts(entry.names);
    case 'descriptions': return texts(entry.descriptions);
    case 'address': return [entry.street, [entry.postcode, entry.city].filter(Boolean).join(' '), entry.district ? districtName(entry.district) : '', t(`organisations.addressVisibility.${entry.addressVisibility}` as const)].filter(Boolean).join(', ');
    case 'contact': return [entry.email, entry.phone].filter(Boolean).join(', ');
    case 'targetGroups': return groupLabels(t, entry.targetGroups).join(', ');
    case 'communityRoles': return roleLabels(t, entry.communityRoles).join(', ');
    case 'ledByCommunity': return t(`organisations.ledByCommunity.${entry.ledByCommunity}` as const);
    case 'communities': return communityLabels(t, entry.communities).join(', ');
    case 'languages': return languageLabels(t, entry.languages).join(', ');
    case 'fields': return fieldLabels(t, entry.fields).join('; ');
    case 'socialLinks': return entry.socialLinks.join(', ');
    case 'foundedYear': return entry.foundedYear?.toString() ?? '';
    case 'shortName': case 'website': return entry[field] ?? '';
    default: return registerValue(t, field, entry[field]);
  }
}
