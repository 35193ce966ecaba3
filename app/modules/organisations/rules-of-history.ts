import { canonicalJson } from '~/shared/canonical-json';
import { publicFields, type PublicField } from './content-of-life';
import type { Organisation } from './queries.server';
import { shownAddress, shownPerson } from './rules';
import { registerPart } from './rules-of-life';

/** What everybody sees in each part of an entry; what it hides is not there. */
function shownParts(entry: Organisation): Record<Exclude<PublicField, 'services' | 'places'>, unknown> {
  const { email, phone, names, shortName, website, foundedYear, descriptions, targetGroups, communityRoles, ledByCommunity, communities, languages, fields, oppStatus, socialLinks, city } = entry;
  const { contactName, logoFileId } = shownPerson(entry);
  return {
    ...registerPart(entry), names, shortName, address: { ...shownAddress(entry), city }, contact: { email, phone }, website, foundedYear, descriptions, targetGroups,
    communityRoles, ledByCommunity, communities, languages, fields, oppStatus, socialLinks, contactName, logo: logoFileId,
  };
}

/** The parts of an entry that look different to everybody. */
export function publicChanges(before: Organisation, after: Organisation): PublicField[] {
  const [one, other]: Partial<Record<PublicField, unknown>>[] = [shownParts(before), shownParts(after)];
  return publicFields.filter((field) => canonicalJson(one?.[field] ?? null) !== canonicalJson(other?.[field] ?? null));
}
