import type { RuleCode } from '~/i18n/codes';
import type { Day } from '~/shared/time';

/** Why money comes back: not used for the task (art. 251), or used against its purpose (art. 252). */
export const repaymentReasons = ['unspent', 'misused'] as const;
export type RepaymentReason = (typeof repaymentReasons)[number];

/** Why a payment cannot carry this day, or null: not before it was ordered, not in the future. */
export function whyNotOn(day: Day, { from, today }: { from: Day; today: Day }): RuleCode | null {
  if (day > today) return 'payment.inFuture';
  if (day < from) return 'payment.beforeOrder';
  return null;
}
