import { BadQuery } from '../bad-query';

/** The largest page; whoever wants everything asks for few pages. */
const mostPerPage = 500;
const usualPerPage = 50;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** The parameters every list understands and those only some do; all are checked, also where they change nothing. */
export function readQuery(query: URLSearchParams) {
  const format = query.get('format');
  if (format !== null && format !== 'json') throw new BadQuery('format', 'openData.problem.format');
  return {
    search: (query.get('search') ?? '').slice(0, 200),
    page: whole(query, 'page', 1, 1_000_000),
    perPage: whole(query, 'per_page', usualPerPage, mostPerPage),
    termId: identifier(query, 'taxonomy_term_id'),
    taxonomyId: identifier(query, 'taxonomy_id'),
    organisationId: identifier(query, 'organization_id'),
    parentId: identifier(query, 'parent_id'),
    modifiedAfter: instant(query, 'modified_after'),
    minimal: truth(query, 'minimal'),
    full: truth(query, 'full'),
    fullService: truth(query, 'full_service'),
    postcode: postcodeIn(query),
    proximity: query.has('proximity') ? whole(query, 'proximity', 0, 100_000) : null,
  };
}

export type Query = ReturnType<typeof readQuery>;

function whole(query: URLSearchParams, name: string, usual: number, most: number): number {
  const text = query.get(name);
  if (text === null) return usual;
  if (!/^\d{1,7}$/.test(text) || Number(text) < 1 || Number(text) > most) throw new BadQuery(name, 'openData.problem.whole', { most });
  return Number(text);
}

function identifier(query: URLSearchParams, name: string): string | null {
  const text = query.get(name);
  if (text !== null && !uuid.test(text)) throw new BadQuery(name, 'openData.problem.uuid');
  return text?.toLowerCase() ?? null;
}

function truth(query: URLSearchParams, name: string): boolean {
  const text = query.get(name);
  if (text !== null && text !== 'true' && text !== 'false') throw new BadQuery(name, 'openData.problem.truth');
  return text === 'true';
}

function instant(query: URLSearchParams, name: string): Date | null {
  // A plus in an address is a space.
  const text = query.get(name)?.replace(/ (?=\d\d:?\d\d$)/, '+') ?? null;
  if (text === null) return null;
  const read = moment.test(text) ? new Date(text) : null;
  if (!read || Number.isNaN(read.getTime())) throw new BadQuery(name, 'openData.problem.moment');
  return read;
}

function postcodeIn(query: URLSearchParams): string | null {
  const text = query.get('postcode');
  if (text !== null && !/^\d\d-?\d{3}$/.test(text)) throw new BadQuery('postcode', 'openData.problem.postcode');
  return text === null ? null : text.replace(/^(\d\d)-?/, '$1-');
}

/** One page of a list as the standard wants it; a page behind the last is empty. */
export function pageOf<Item, Shown>(items: readonly Item[], { page, perPage }: Pick<Query, 'page' | 'perPage'>, show: (item: Item) => Shown) {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const contents = items.slice((page - 1) * perPage, page * perPage).map(show);
  return {
    total_items: items.length, total_pages: pages, page_number: page, size: contents.length, first_page: page === 1, last_page: page >= pages,
    empty: contents.length === 0, contents,
  };
}
