import { asc, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { listPublicInitiatives } from '~/modules/agreements/queries.server';
import { listPublicLocations, listPublicServices } from '~/modules/organisations/queries.server';
import { inLanguageOf, publicStatuses, shownAddress } from '~/modules/organisations/rules';

type Service = Awaited<ReturnType<typeof listPublicServices>>[number];
export type OpenPlace = Awaited<ReturnType<typeof listPublicLocations>>[number];

/** What people wrote in their own words can name a place, so it goes out only where the place does. */
function withoutWords<S extends Pick<Service, 'howToCome' | 'hoursNote' | 'costNote'>>(service: S): S {
  return { ...service, howToCome: null, hoursNote: null, costNote: null };
}

/** A place shown by its district only has no name of its own: the name can be its address. */
function withoutName(place: OpenPlace): OpenPlace {
  return place.visibility === 'full' ? place : { ...place, name: '' };
}

/** Public entries that say what they do, as any program may read them: no person, no picture, no address they hide. */
async function listOpenOrganisations(read: Read) {
  const { organisations: o } = read.t;
  const rows = await read
    .select({
      id: o.id, slug: o.slug, name: o.name, names: o.names, shortName: o.shortName, legalForm: o.legalForm, krs: o.krs, nip: o.nip, regon: o.regon,
      street: o.street, postcode: o.postcode, city: o.city, district: o.district, addressVisibility: o.addressVisibility, safeMode: o.safeMode,
      email: o.email, phone: o.phone, website: o.website, socialLinks: o.socialLinks, foundedYear: o.foundedYear, descriptions: o.descriptions,
      targetGroups: o.targetGroups, communityRoles: o.communityRoles, languages: o.languages, fields: o.fields, verifiedAt: o.verifiedAt,
      confirmedAt: o.confirmedAt, createdAt: o.createdAt, searchText: o.searchText,
    })
    .from(o)
    .where(inArray(o.status, publicStatuses))
    .orderBy(asc(o.nameKey), asc(o.id));
  // The standard knows no organisation without a description.
  return rows.filter(({ descriptions }) => inLanguageOf(descriptions, 'pl')).map((row) => ({ ...row, ...shownAddress(row) }));
}

/** The directory as open data: organisations by name, their services, and the places that may be seen. */
export async function readDirectory(read: Read) {
  const [rows, places, services, fundedIn] = await Promise.all([listOpenOrganisations(read), listPublicLocations(read), listPublicServices(read), yearsFunded(read)]);
  const atRisk = new Set(rows.filter(({ safeMode }) => safeMode).map(({ id }) => id));
  const known = new Map(rows.map(({ safeMode: _hides, ...row }) => [row.id, { ...row, fundedIn: fundedIn.get(row.id) ?? [] }]));
  const placeById = new Map(places.filter(({ organisationId }) => known.has(organisationId)).map((place) => [place.id, withoutName(place)]));
  const open = await hiddenPlaces(read, services);
  return {
    organisations: [...known.values()],
    places: [...placeById.values()],
    services: services.flatMap((service) => {
      const organisation = known.get(service.organisationId);
      if (!organisation) return [];
      const place = placeById.get(service.locationId ?? '') ?? null;
      const hidden = atRisk.has(organisation.id) || open.has(service.id) || (place !== null && place.visibility !== 'full');
      return [{ ...(hidden ? withoutWords(service) : service), organisation, place }];
    }),
  };
}

export type Directory = Awaited<ReturnType<typeof readDirectory>>;
export type OpenOrganisation = Directory['organisations'][number];
export type OpenService = Directory['services'][number];

/** Services that have a place which nobody may see. */
async function hiddenPlaces(read: Read, shown: readonly Service[]): Promise<Set<string>> {
  const { services } = read.t;
  const without = new Set(shown.filter(({ locationId }) => locationId === null).map(({ id }) => id));
  const rows = await read.select({ id: services.id, locationId: services.locationId }).from(services);
  return new Set(rows.filter(({ id, locationId }) => locationId !== null && without.has(id)).map(({ id }) => id));
}

async function yearsFunded(read: Read): Promise<Map<string, string[]>> {
  const years = new Map<string, string[]>();
  for (const { organisationId, orderDate } of await listPublicInitiatives(read)) {
    const year = orderDate.slice(0, 4);
    const known = years.get(organisationId) ?? [];
    if (!known.includes(year)) years.set(organisationId, [...known, year].toSorted());
  }
  return years;
}
