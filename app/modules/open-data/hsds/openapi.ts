import type { Translate } from '~/i18n/translate';
import type { City } from '../city';
import type { ListName } from './lists';

/** The version of the standard that is published. */
export const version = '3.1';
export const profile = 'https://docs.openreferral.org/en/3.1/';
const schemas = 'https://raw.githubusercontent.com/openreferral/specification/3.1/schema';

/** What each parameter may be; its sentence is in the catalogue. */
const parameters = {
  lang: { type: 'string', enum: ['pl', 'en', 'uk', 'de', 'ru'] },
  search: { type: 'string', maxLength: 200 },
  page: { type: 'integer', minimum: 1, default: 1 },
  per_page: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
  format: { type: 'string', enum: ['json'] },
  taxonomy_term_id: { type: 'string', format: 'uuid' },
  taxonomy_id: { type: 'string', format: 'uuid' },
  organization_id: { type: 'string', format: 'uuid' },
  parent_id: { type: 'string', format: 'uuid' },
  modified_after: { type: 'string', format: 'date-time' },
  minimal: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  full_service: { type: 'boolean', default: false },
  postcode: { type: 'string', pattern: '^\\d\\d-?\\d{3}$' },
  proximity: { type: 'integer', minimum: 1, maximum: 100_000 },
} as const;
type Parameter = keyof typeof parameters;

/** The names of all parameters, in the order in which they are told. */
export const parameterNames = Object.keys(parameters) as Parameter[];

const paging = ['search', 'page', 'per_page', 'format', 'lang'] as const satisfies Parameter[];
type Operation = { path: string; say: string; list?: ListName; parameters: readonly Parameter[]; schema: string };

/** Every address of the read API, in the order in which it is told to people and to programs. */
export const operations = [
  { path: '/', say: 'root', parameters: ['lang'], schema: '' },
  { path: '/services', say: 'services', list: 'services', parameters: [...paging, 'taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after', 'minimal', 'full'], schema: 'compiled/service_list.json' },
  { path: '/services/{id}', say: 'service', parameters: ['lang'], schema: 'compiled/service.json' },
  { path: '/organizations', say: 'organizations', list: 'organizations', parameters: [...paging, 'taxonomy_term_id', 'taxonomy_id', 'full', 'full_service'], schema: 'compiled/organization_list.json' },
  { path: '/organizations/{id}', say: 'organization', parameters: ['full_service', 'lang'], schema: 'compiled/organization.json' },
  { path: '/service_at_locations', say: 'serviceAtLocations', list: 'service_at_locations', parameters: [...paging, 'taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after', 'full', 'postcode', 'proximity'], schema: 'compiled/service_at_location_list.json' },
  { path: '/service_at_locations/{id}', say: 'serviceAtLocation', parameters: ['lang'], schema: 'compiled/service_at_location.json' },
  { path: '/taxonomies', say: 'taxonomies', list: 'taxonomies', parameters: paging, schema: 'taxonomy.json' },
  { path: '/taxonomies/{id}', say: 'taxonomy', parameters: ['lang'], schema: 'taxonomy.json' },
  { path: '/taxonomy_terms', say: 'taxonomyTerms', list: 'taxonomy_terms', parameters: [...paging, 'taxonomy_id', 'parent_id'], schema: 'taxonomy_term.json' },
  { path: '/taxonomy_terms/{id}', say: 'taxonomyTerm', parameters: ['lang'], schema: 'taxonomy_term.json' },
] as const satisfies Operation[];

const page = {
  type: 'object',
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
  properties: {
    total_items: { type: 'integer' }, total_pages: { type: 'integer' }, page_number: { type: 'integer' }, size: { type: 'integer' },
    first_page: { type: 'boolean' }, last_page: { type: 'boolean' }, empty: { type: 'boolean' }, contents: { type: 'array' },
  },
};
const problemSchema = {
  type: 'object', required: ['type', 'title', 'status'],
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, parameter: { type: 'string' } },
};
const problemAnswer = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

function answerOf({ schema, list }: Pick<Operation, 'schema' | 'list'>) {
  if (!schema) return { type: 'object', required: ['version', 'profile', 'openapi_url'], properties: { version: { type: 'string' }, profile: { type: 'string', format: 'uri' }, openapi_url: { type: 'string', format: 'uri' } } };
  const record = { $ref: `${schemas}/${schema}` };
  return list ? { allOf: [{ $ref: '#/components/schemas/Page' }, { type: 'object', properties: { contents: { type: 'array', items: record } } }] } : record;
}

/** The description of the read API for programs, in the language of the translator. */
export function openapi(t: Translate, origin: string, city: City) {
  return {
    openapi: '3.1.0',
    info: {
      title: t('openData.api.title'), version, description: t('openData.api.lead'), contact: { name: city.name, url: `${origin}/${t.lang}/open-data` },
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: `${origin}/api/hsds` }],
    paths: Object.fromEntries(
      operations.map(({ path, say, parameters: names, ...rest }) => [
        path,
        {
          get: {
            operationId: say,
            summary: t(`openData.api.${say}` as const),
            parameters: [
              ...(path.endsWith('{id}') ? [{ name: 'id', in: 'path', required: true, description: t('openData.api.param.id'), schema: { type: 'string', format: 'uuid' } }] : []),
              ...names.map((name) => ({ $ref: `#/components/parameters/${name}` })),
            ],
            responses: {
              200: { description: t(`openData.api.${say}` as const), content: { 'application/json': { schema: answerOf(rest) } } },
              400: problemAnswer(t('openData.problem.badQuery')),
              ...(path.endsWith('{id}') ? { 404: problemAnswer(t('openData.problem.notFound')) } : {}),
            },
          },
        },
      ]),
    ),
    components: {
      parameters: Object.fromEntries(
        parameterNames.map((name) => [name, { name, in: 'query', required: false, description: t(`openData.api.param.${name}` as const), schema: parameters[name] }]),
      ),
      schemas: { Page: page, Problem: problemSchema },
    },
  };
}

/** What the root of the API says of itself. */
export function rootOf(t: Translate, origin: string, city: City) {
  return {
    version, profile, openapi_url: `${origin}/api/hsds/openapi.json`, description: t('openData.api.lead'),
    publisher: { name: city.name, identifier: city.id, website: `${origin}/${t.lang}/open-data` },
  };
}
