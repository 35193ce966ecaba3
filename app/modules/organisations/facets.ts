import type { Sort } from './search/search-index';

/** The ways to narrow the directory, in the order in which they stand beside the list. */
export const facets = ['need', 'language', 'group', 'district', 'role', 'field', 'form'] as const;
export type FacetName = (typeof facets)[number];

/** What a reader looks for: words, the ticked values of each facet, an order, and a district to be near to. */
export type Wanted = { q: string; sort: Sort; from: string } & Record<FacetName, string[]>;
