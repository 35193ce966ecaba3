/** Keys an object may have: its own, and those of the objects within. */
export type Shape = { own: string; within?: Record<string, Shape> };

const only = (own: string, within?: Record<string, Shape>): Shape => ({ own, ...(within ? { within } : {}) });

const taxonomy = only('id name description uri version');
const term = only('id code name description taxonomy language taxonomy_id term_uri', { taxonomy_detail: taxonomy });
const attribute = only('id link_id link_entity label', { taxonomy_term: term });
const namedOrganisation = only('id name description');
const organisationItem = only('id name alternate_name description email website year_incorporated legal_status uri');
const address = only('id location_id address_1 city region state_province postal_code country address_type');
const accessibility = only('id location_id description details');
const location = only('id location_type organization_id name description latitude longitude', { addresses: address, accessibility });
const locationItem = only('id location_type organization_id name description latitude longitude');
const schedule = only('id service_id freq wkst byday opens_at closes_at notes');
const area = only('id service_id name');
const serviceFields = 'id name alternate_name description url status application_process fees_description eligibility_description last_modified';
const serviceItem = only(serviceFields, { organization: namedOrganisation });
const serviceParts = {
  languages: only('id service_id name code'), schedules: schedule, service_areas: area, service_at_locations: only('id service_id', { location }),
  cost_options: only('id service_id option amount currency'), attributes: attribute,
};
const service = only(serviceFields, { ...serviceParts, organization: organisationItem });
const organisationParts = {
  additional_websites: only('id organization_id label url'), phones: only('id organization_id number'), locations: location,
  organization_identifiers: only('id organization_id identifier_scheme identifier_type identifier'), funding: only('id organization_id source'), attributes: attribute,
};
const organisation = (services: Shape) => only(organisationItem.own, { ...organisationParts, services });
const serviceAtLocation = only('id', { location, service, schedules: schedule, service_areas: area });
const page = (contents: Shape) => only('total_items total_pages page_number size first_page last_page empty', { contents });
const features = (properties: string) => only('type', { features: only('type id', { geometry: only('type coordinates'), properties: only(properties) }) });

/** Every kind of JSON document that programs may read, with all the keys it may ever have. */
export const allowed: Record<string, Shape> = {
  '/api/hsds': only('version profile openapi_url description', { publisher: only('name identifier website') }),
  '/api/hsds/services': page(serviceItem),
  '/api/hsds/services?full=true': page(service),
  '/api/hsds/services?minimal=true': page(only('id name status last_modified')),
  '/api/hsds/services/{id}': service,
  '/api/hsds/organizations': page(organisationItem),
  '/api/hsds/organizations?full=true': page(organisation(only('id name status'))),
  '/api/hsds/organizations?full_service=true': page(organisation(only(serviceFields, serviceParts))),
  '/api/hsds/organizations/{id}': organisation(only('id name status')),
  '/api/hsds/service_at_locations': page(only('id', { location: locationItem, service: serviceItem })),
  '/api/hsds/service_at_locations?full=true': page(serviceAtLocation),
  '/api/hsds/service_at_locations/{id}': serviceAtLocation,
  '/api/hsds/taxonomies': page(taxonomy),
  '/api/hsds/taxonomies/{id}': taxonomy,
  '/api/hsds/taxonomy_terms': page(term),
  '/api/hsds/taxonomy_terms/{id}': term,
  '/api/geo/locations.geojson': features('organization name place district url'),
  '/api/geo/districts.geojson': features('slug roman name'),
  '/open-data/360giving.json': only('version title description issued modified identifier license downloadURL', {
    publisher: only('name identifier website'),
    grants: only('id title description currency amountAppliedFor amountAwarded amountDisbursed awardDate url fromOpenCall locationScope dateModified dataSource', {
      plannedDates: only('startDate endDate duration'), recipientOrganization: only('id name addressLocality addressCountry url'), fundingOrganization: only('id name'),
      grantProgramme: only('code title url'), beneficiaryLocation: only('name countryCode'), classifications: only('vocabulary code title'),
    }),
  }),
};

/** Every path of keys in a document; items of a list share one path. */
export function pathsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => pathsIn(one, at)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${at}/${key}`, ...pathsIn(inner, `${at}/${key}`)]);
}

/** The paths a shape allows. */
export function pathsOf({ own, within = {} }: Shape, at = ''): string[] {
  return [...own.split(' ').map((key) => `${at}/${key}`), ...Object.entries(within).flatMap(([key, inner]) => [`${at}/${key}`, ...pathsOf(inner, `${at}/${key}`)])];
}
