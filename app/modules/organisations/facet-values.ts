import { communityRolesList, districtSlugs, languagesServed, targetGroups } from '~/modules/programme/lists';
import { legalForms } from './content';
import type { FacetName } from './directory.server';

/** The values that each facet of the directory knows, in the order in which they stand. */
export const facetValues: Record<FacetName, readonly string[]> = {
  language: languagesServed, group: targetGroups, district: districtSlugs, role: communityRolesList, form: legalForms,
};
