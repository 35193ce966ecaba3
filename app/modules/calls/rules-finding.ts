import { applicantForms, type LegalForm } from '~/modules/organisations/legal-forms';
import { closesSoon, groupOf, isOpen, type CallGroup, type CallStatus } from './rules';

/** How much a reader needs, in bands. */
export const amountBands = ['to10', 'to50', 'over50'] as const;
export type AmountBand = (typeof amountBands)[number];
const bands: Record<AmountBand, { from: number; to: number }> = {
  to10: { from: 0, to: 1_000_000 }, to50: { from: 1_000_000, to: 5_000_000 }, over50: { from: 5_000_001, to: Number.MAX_SAFE_INTEGER },
};

type Findable = { status: CallStatus; closesAt: Date; minGrant: number; maxGrant: number; targetGroups: readonly string[]; districts: readonly string[] };
export type Wishes = { groups: readonly CallGroup[]; targets: readonly string[]; districts: readonly string[]; amounts: readonly AmountBand[]; soon: boolean };

/** Whether a call is for one of these; a call that names nobody is for everybody. */
const meant = (named: readonly string[], wished: readonly string[]) => wished.length === 0 || named.length === 0 || wished.some((one) => named.includes(one));

/** Whether a grant of this size can be had in the call. */
export const inBand = (call: Pick<Findable, 'minGrant' | 'maxGrant'>, band: AmountBand) => call.minGrant <= bands[band].to && call.maxGrant >= bands[band].from;

/** Whether the call is among those the reader looks for. */
export function matches(call: Findable, { groups, targets, districts, amounts, soon }: Wishes, now: Date): boolean {
  return (
    (groups.length === 0 || groups.includes(groupOf(call, now))) &&
    meant(call.targetGroups, targets) &&
    meant(call.districts, districts) &&
    (amounts.length === 0 || amounts.some((band) => inBand(call, band))) &&
    (!soon || closesSoon(call, now))
  );
}

export type Answers = { form: LegalForm; registered: boolean; krakow: boolean; amount: number | null; arrears: boolean };
export const obstacles = ['form', 'informal', 'registered', 'krakow', 'tooSmall', 'tooLarge', 'arrears', 'closed'] as const;
export type Obstacle = (typeof obstacles)[number];

type Offered = { status: CallStatus; closesAt: Date; minGrant: number; maxGrant: number; eligibleForms: readonly string[] };

/** Why somebody with these answers cannot apply in this call; empty when they can. */
export function whyNotEligible(call: Offered, { form, registered, krakow, amount, arrears }: Answers, now: Date): Obstacle[] {
  const known = registered && applicantForms.includes(form);
  const checks: [Obstacle, boolean][] = [
    ['closed', !isOpen(call, now)],
    ['informal', form === 'informal_group'],
    ['form', form !== 'informal_group' && !call.eligibleForms.includes(form)],
    ['registered', form !== 'informal_group' && !known && call.eligibleForms.includes(form)],
    ['krakow', !krakow],
    ['tooSmall', amount !== null && amount < call.minGrant],
    ['tooLarge', amount !== null && amount > call.maxGrant],
    ['arrears', arrears],
  ];
  return checks.filter(([, stands]) => stands).map(([obstacle]) => obstacle);
}

/** Whether a small grant outside a contest, of at most so much (art. 19a), is a way for somebody with these answers. */
export function smallGrantFits({ form, registered, krakow, amount, arrears }: Answers, most: number): boolean {
  return applicantForms.includes(form) && registered && krakow && !arrears && (amount === null || amount <= most);
}

/** What letters about a call are due to somebody who asked for them since that moment: that it opened, and 7 and 1 days before the deadline. */
export function lettersDue(call: { openedAt: Date | null; closesAt: Date }, since: Date, daysLeft: number): { kind: 'new' | 'soon'; what: string }[] {
  const deadline = call.closesAt.toISOString();
  return [
    ...(call.openedAt && call.openedAt >= since ? [{ kind: 'new' as const, what: 'new' }] : []),
    ...(daysLeft <= 1 ? [{ kind: 'soon' as const, what: `1 ${deadline}` }] : daysLeft <= 7 ? [{ kind: 'soon' as const, what: `7 ${deadline}` }] : []),
  ];
}
