import { communityRolesList, districtSlugs, languagesServed, targetGroups, taskFields } from '~/modules/programme/lists';
import { legalForms, serviceKinds } from './content';
import type { FacetName } from './directory.server';

/** The values that each facet of the directory knows, in the order in which they stand. */
export const facetValues: Record<FacetName, readonly string[]> = {
  need: serviceKinds, field: taskFields, language: languagesServed, group: targetGroups, district: districtSlugs, role: communityRolesList, form: legalForms,
};
