import type { Translate } from '~/i18n/translate';
import { groupLabels } from '~/modules/organisations/labels';
import { inLanguageOf } from '~/modules/organisations/rules';
import { languagesServed } from '~/modules/programme/lists';
import { isoInstant } from '~/shared/time';
import type { Directory, OpenOrganisation, OpenService } from '../directory.server';
import { publicId } from '../public-id';
import { areasOf, locationOf, locationsOf } from './places';
import { attributesOf, type Vocabulary } from './terms';

/** What every record needs to be told: the language, the address of the portal, who the City is. */
export type Telling = { t: Translate; origin: string; cityName: string };
type Values = Partial<Record<Vocabulary, readonly string[]>>;

/** The values of an organisation in our vocabularies. */
export function valuesOfOrganisation({ targetGroups, fields, communityRoles, languages }: OpenOrganisation): Values {
  return { 'target-groups': targetGroups, 'task-fields': fields, 'community-roles': communityRoles, languages };
}

/** The values of a service in our vocabularies. */
export function valuesOfService({ kind, targetGroups, languages }: OpenService): Values {
  return { 'service-kinds': [kind], 'target-groups': targetGroups, languages };
}

/** Keeps what has a value: the standard has no null. */
function given<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== '')) as never;
}

const uriOf = (text: string | null) => (text && URL.canParse(text) && /^https?:/.test(text) ? new URL(text).href : null);

/** An organisation named where another record belongs to it. */
function namedOrganisation(one: OpenOrganisation, { t }: Telling) {
  return { id: publicId('organization', one.id), name: one.name, description: inLanguageOf(one.descriptions, t.lang)?.text ?? one.name };
}

/** An organisation with the fields it has once each: an item of a list. */
export function organizationItem(one: OpenOrganisation, telling: Telling) {
  const { t, origin } = telling;
  const translated = one.names[t.lang];
  return {
    ...namedOrganisation(one, telling),
    ...given({
      alternate_name: translated && translated !== one.name ? translated : one.shortName, email: one.email, website: uriOf(one.website), year_incorporated: one.foundedYear,
      legal_status: t(`organisations.legalForm.${one.legalForm}` as const), uri: `${origin}/api/hsds/organizations/${publicId('organization', one.id)}`,
    }),
  };
}

const registers = [
  { field: 'krs', scheme: 'PL-KRS', name: 'Krajowy Rejestr Sądowy' },
  { field: 'regon', scheme: 'PL-REGON', name: 'REGON' },
  { field: 'nip', scheme: 'PL-NIP', name: 'NIP' },
] as const;

/** An organisation with everything that belongs to it. */
export function organization(one: OpenOrganisation, directory: Directory, telling: Telling, { fullService = false } = {}) {
  const { t, origin, cityName } = telling;
  const id = publicId('organization', one.id);
  const links = [{ label: t('openData.profile'), url: `${origin}/${t.lang}/organisations/${one.slug}` }, ...one.socialLinks.flatMap((link) => (uriOf(link) ? [{ label: new URL(link).hostname, url: new URL(link).href }] : []))];
  const own = directory.services.filter((service) => service.organisationId === one.id);
  return {
    ...organizationItem(one, telling),
    additional_websites: links.map((link) => ({ id: publicId('url', one.id, link.url.replace(`${origin}/${t.lang}/`, '')), organization_id: id, ...link })),
    phones: one.phone ? [{ id: publicId('phone', one.id), organization_id: id, number: one.phone }] : [],
    locations: locationsOf(one, directory.places.filter((place) => place.organisationId === one.id), t),
    organization_identifiers: registers.flatMap(({ field, scheme, name }) => {
      const number = one[field];
      return number ? [{ id: publicId('identifier', one.id, scheme), organization_id: id, identifier_scheme: scheme, identifier_type: name, identifier: number }] : [];
    }),
    funding: one.fundedIn.map((year) => ({ id: publicId('funding', one.id, year), organization_id: id, source: `${cityName}, ${year}` })),
    attributes: attributesOf('organization', id, valuesOfOrganisation(one), t, origin),
    services: own.map((service) => (fullService ? serviceAlone(service, telling) : { id: publicId('service', service.id), name: nameOf(service, t), status: statusOf[service.status] })),
  };
}

const statusOf = { active: 'active', paused: 'temporarily closed', ended: 'defunct' } as const;

function nameOf({ names, kind }: OpenService, t: Translate): string {
  return inLanguageOf(names, t.lang)?.text ?? t(`openData.kind.${kind}` as const);
}

/** A service with the fields it has once each, without its organisation. */
function serviceFields(one: OpenService, { t, origin }: Telling) {
  const name = nameOf(one, t);
  const polish = one.names.pl;
  return {
    id: publicId('service', one.id),
    name,
    description: inLanguageOf(one.descriptions, t.lang)?.text ?? t('openData.serviceOf', { kind: t(`openData.kind.${one.kind}` as const), organisation: one.organisation.name }),
    status: statusOf[one.status],
    url: `${origin}/${t.lang}/organisations/${one.organisation.slug}`,
    last_modified: isoInstant(one.changedAt),
    fees_description: [t(`openData.cost.${one.cost}` as const), one.costNote].filter(Boolean).join('; '),
    ...given({
      alternate_name: polish && polish !== name ? polish : null, application_process: one.howToCome,
      eligibility_description: groupLabels(t, one.targetGroups).join(', '),
    }),
  };
}

/** A service as an item of a list. */
export function serviceItem(one: OpenService, telling: Telling) {
  return { ...serviceFields(one, telling), organization: namedOrganisation(one.organisation, telling) };
}

/** Only what somebody needs who keeps a copy: which service, and when it changed; the rest is what the standard demands. */
export function serviceMinimal(one: OpenService, telling: Telling) {
  const { id, name, status, last_modified } = serviceFields(one, telling);
  return { id, name, status, last_modified };
}

function schedulesOf(one: OpenService, id: string) {
  return one.hours.map(({ days, from, to }, index) => ({
    id: publicId('schedule', one.id, index), service_id: id, freq: 'WEEKLY', wkst: 'MO', byday: days.join(','), opens_at: from, closes_at: to,
    ...(one.hoursNote ? { notes: one.hoursNote } : {}),
  }));
}

function serviceAlone(one: OpenService, telling: Telling) {
  const { t, origin } = telling;
  const id = publicId('service', one.id);
  return {
    ...serviceFields(one, telling),
    languages: languagesServed
      .filter((code) => one.languages.includes(code))
      .map((code) => ({ id: publicId('language', one.id, code), service_id: id, name: t(`programme.language.${code}` as const), code })),
    schedules: schedulesOf(one, id),
    service_areas: areasOf(one, id),
    service_at_locations: one.place ? [{ id: publicId('service_at_location', one.id), service_id: id, location: locationOf(one.place, t) }] : [],
    cost_options: one.cost === 'free' ? [{ id: publicId('cost', one.id), service_id: id, option: t('openData.cost.free'), amount: 0, currency: 'PLN' }] : [],
    attributes: attributesOf('service', id, valuesOfService(one), t, origin),
  };
}

/** A service with everything that belongs to it. */
export function service(one: OpenService, telling: Telling) {
  return { ...serviceAlone(one, telling), organization: organizationItem(one.organisation, telling) };
}

/** A service at its place; in a list both are told by the fields they have once each. */
export function serviceAtLocation(one: OpenService, place: NonNullable<OpenService['place']>, telling: Telling, { full }: { full: boolean }) {
  const location = locationOf(place, telling.t);
  const { accessibility: _all, addresses: _parts, ...alone } = location as typeof location & { addresses?: unknown };
  return {
    id: publicId('service_at_location', one.id),
    ...(full ? { schedules: schedulesOf(one, publicId('service', one.id)), service_areas: areasOf(one, publicId('service', one.id)) } : {}),
    location: full ? location : alone,
    service: full ? service(one, telling) : serviceItem(one, telling),
  };
}
