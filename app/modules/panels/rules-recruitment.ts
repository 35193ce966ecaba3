import type { RuleCode } from '~/i18n/codes';

/** Call statuses in which the search for members may be opened or changed. */
export const recruitingStatuses = ['draft', 'internal_review', 'approved', 'open'] as const;

/** Call statuses after which nobody needs to know who was proposed. */
export const settledStatuses = ['decided', 'results_published', 'contracting', 'completed', 'annulled', 'cancelled'] as const;

/** Days after which a rejection stands and the data of whoever was not appointed are deleted. */
export const rejectionStandsAfter = 14;

/** Why an organisation cannot propose anybody today, or null. */
export function whyNotPropose({ until, today, verified, proposed }: { until: string | undefined; today: string; verified: boolean; proposed: boolean }): RuleCode | null {
  if (!until || today > until) return 'recruitment.closed';
  if (!verified) return 'recruitment.notVerified';
  return proposed ? 'recruitment.once' : null;
}
