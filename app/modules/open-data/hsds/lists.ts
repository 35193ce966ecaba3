import { NotFound } from '~/shared/errors';
import { searchText, words } from '~/shared/text';
import type { Directory, OpenOrganisation, OpenPlace, OpenService } from '../directory.server';
import { publicId } from '../public-id';
import { metresBetween } from './places';
import { pageOf, type Query } from './query';
import { organization, organizationItem, service, serviceAtLocation, serviceItem, serviceMinimal, valuesOfOrganisation, valuesOfService, type Telling } from './records';
import { isMarked, taxonomies, terms } from './terms';

function holds(text: string, search: string): boolean {
  return words(search).every((word) => searchText([word]).split(' ').some((form) => text.includes(form)));
}

function textOf({ names, descriptions, organisation }: OpenService): string {
  return searchText([...Object.values(names), ...Object.values(descriptions), organisation.name]);
}

const placed = (one: OpenService) => (one.place ? [{ service: one, place: one.place }] : []);
type Placed = ReturnType<typeof placed>[number];

function servicesFor(directory: Directory, query: Query): OpenService[] {
  const { search, organisationId, modifiedAfter } = query;
  return directory.services.filter(
    (one) =>
      (search === '' || holds(textOf(one), search)) &&
      (organisationId === null || publicId('organization', one.organisationId) === organisationId) &&
      (modifiedAfter === null || one.changedAt >= modifiedAfter) &&
      isMarked(valuesOfService(one), query),
  );
}

function organisationsFor(directory: Directory, query: Query): OpenOrganisation[] {
  return directory.organisations.filter((one) => (query.search === '' || holds(one.searchText, query.search)) && isMarked(valuesOfOrganisation(one), query));
}

type Point = { latitude: number; longitude: number };
const pointOf = ({ latitude, longitude }: OpenPlace): Point | null => (latitude === null || longitude === null ? null : { latitude: latitude / 1_000_000, longitude: longitude / 1_000_000 });

/** Around the middle of the places that have this postcode; where none has a point, exactly this postcode. */
function nearby(directory: Directory, { postcode, proximity }: Query): (one: Placed) => boolean {
  if (postcode === null) return () => true;
  const points = directory.places.filter((place) => place.postcode === postcode).flatMap((place) => pointOf(place) ?? []);
  if (proximity === null || points.length === 0) return ({ place }) => place.postcode === postcode;
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const middle = { latitude: mean((point) => point.latitude), longitude: mean((point) => point.longitude) };
  return ({ place }) => {
    const point = pointOf(place);
    return point !== null && metresBetween(point, middle) <= proximity;
  };
}

type Named = { id: string; name: string; description: string };
const named = <T extends Named>(items: T[], { search }: Query) => items.filter(({ name, description }) => search === '' || holds(searchText([name, description]), search));

/** The lists of the read API, each with how it is asked for a page and for one record. */
export const lists = {
  services: {
    page: (directory: Directory, query: Query, telling: Telling) =>
      pageOf(servicesFor(directory, query), query, (one) => (query.minimal ? serviceMinimal(one, telling) : query.full ? service(one, telling) : serviceItem(one, telling))),
    item: (directory: Directory, id: string, telling: Telling) => {
      const found = directory.services.find((one) => publicId('service', one.id) === id);
      return found && service(found, telling);
    },
  },
  organizations: {
    page: (directory: Directory, query: Query, telling: Telling) =>
      pageOf(organisationsFor(directory, query), query, (one) =>
        query.full || query.fullService ? organization(one, directory, telling, query) : organizationItem(one, telling),
      ),
    item: (directory: Directory, id: string, telling: Telling, query: Query) => {
      const found = directory.organisations.find((one) => publicId('organization', one.id) === id);
      return found && organization(found, directory, telling, query);
    },
  },
  service_at_locations: {
    page: (directory: Directory, query: Query, telling: Telling) =>
      pageOf(servicesFor(directory, query).flatMap(placed).filter(nearby(directory, query)), query, (one) => serviceAtLocation(one.service, one.place, telling, query)),
    item: (directory: Directory, id: string, telling: Telling) => {
      const found = directory.services.flatMap(placed).find((one) => publicId('service_at_location', one.service.id) === id);
      return found && serviceAtLocation(found.service, found.place, telling, { full: true });
    },
  },
  taxonomies: {
    page: (_directory: Directory, query: Query, { t, origin }: Telling) => pageOf(named(taxonomies(t, origin), query), query, (one) => one),
    item: (_directory: Directory, id: string, { t, origin }: Telling) => taxonomies(t, origin).find((one) => one.id === id),
  },
  taxonomy_terms: {
    // No term is under another one.
    page: (_directory: Directory, query: Query, { t, origin }: Telling) =>
      pageOf(named(terms(t, origin), query).filter(({ taxonomy_id }) => query.parentId === null && (query.taxonomyId === null || query.taxonomyId === taxonomy_id)), query, (one) => one),
    item: (_directory: Directory, id: string, { t, origin }: Telling) => terms(t, origin).find((one) => one.id === id),
  },
} as const;
export type ListName = keyof typeof lists;

/** The list of this name, or NotFound. */
export function listNamed(name: string | undefined) {
  if (!name || !Object.hasOwn(lists, name)) throw new NotFound('list');
  return lists[name as ListName];
}
