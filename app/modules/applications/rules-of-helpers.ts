import type { RuleCode } from '~/i18n/codes';

/** The most people from outside who can be invited to one offer at a time. */
export const mostHelpers = 10;

export type Help = { until: Date | null; expiresAt: Date; acceptedAt: Date | null; endedAt: Date | null };

/** When the right of a helper ends: at the moment said, or with the call. */
export function endOfHelp({ until }: Pick<Help, 'until'>, closesAt: Date): Date {
  return until ?? closesAt;
}

/** Where an invitation to an offer stands: it can be accepted, it holds, or it is over. */
export function stateOfHelp(help: Help, closesAt: Date, now: Date): 'invited' | 'active' | 'over' {
  if (help.endedAt || now >= endOfHelp(help, closesAt)) return 'over';
  if (help.acceptedAt) return 'active';
  return now < help.expiresAt ? 'invited' : 'over';
}

type Asked = { email: string; until: Date | null; closesAt: Date; now: Date };

/** Why this person cannot be invited to the offer, or null. */
export function whyNotInvite({ email, until, closesAt, now }: Asked, team: readonly { email: string }[], open: readonly { email: string }[]): RuleCode | null {
  if (team.some((one) => one.email === email)) return 'organisation.alreadyMember';
  if (open.some((one) => one.email === email)) return 'helper.already';
  if (open.length >= mostHelpers) return 'helper.tooMany';
  return endOfHelp({ until }, closesAt) <= now ? 'helper.untilPast' : null;
}
