import type { RuleCode } from '~/i18n/codes';

/** An offer with its scores: totals of the members and means of the two criteria that break ties, in hundredths. */
export type Scored = {
  applicationId: string;
  totals: readonly number[];
  /** Means of single criteria in hundredths of a point. */
  quality: number;
  feasibility: number;
  submittedAt: Date;
  requested: number;
};

export type TieBreak = 'quality' | 'feasibility' | 'filing_time';

export type Ranked = Scored & { position: number; mean: number; spread: number; tieBreak: TieBreak | null };

/** Arithmetic mean in hundredths of a point, half up. */
export function meanOf(totals: readonly number[]): number {
  if (totals.length === 0) return 0;
  const sum = totals.reduce((all, total) => all + total, 0);
  return Math.floor((sum * 200 + totals.length) / (2 * totals.length));
}

/** Largest difference between two members' totals. */
export function spreadOf(totals: readonly number[]): number {
  return totals.length === 0 ? 0 : Math.max(...totals) - Math.min(...totals);
}

const tieBreaks: { name: TieBreak; order: (a: Scored, b: Scored) => number }[] = [
  { name: 'quality', order: (a, b) => b.quality - a.quality },
  { name: 'feasibility', order: (a, b) => b.feasibility - a.feasibility },
  { name: 'filing_time', order: (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() },
];

/** Offers by mean, and between equal means by quality, then feasibility, then the earlier filing; says what broke each tie. */
export function rank(scored: readonly Scored[]): Ranked[] {
  const withMeans = scored.map((offer) => ({ ...offer, mean: meanOf(offer.totals), spread: spreadOf(offer.totals) }));
  const decide = (a: (typeof withMeans)[number], b: (typeof withMeans)[number]) => {
    for (const { name, order } of tieBreaks) {
      const difference = order(a, b);
      if (difference !== 0) return { difference, name };
    }
    return { difference: a.applicationId < b.applicationId ? -1 : 1, name: null };
  };
  const sorted = withMeans.toSorted((a, b) => b.mean - a.mean || decide(a, b).difference);
  return sorted.map((offer, i) => {
    const neighbour = [sorted[i - 1], sorted[i + 1]].find((other) => other?.mean === offer.mean);
    return { ...offer, position: i + 1, tieBreak: neighbour ? decide(offer, neighbour).name : null };
  });
}

export type Outcome = 'recommended' | 'reserve' | 'not_recommended';
export type Proposal = Ranked & { outcome: Outcome; proposed: number };

/**
 * Walks the ranking until the money ends: the whole amount asked while it lasts, the rest of the budget in part if the
 * call allows it and it is not under the smallest grant; others above the threshold are the reserve list. In grosze.
 */
export function allocate(
  ranked: readonly Ranked[],
  { budget, partialFunding, threshold, minGrant }: { budget: number; partialFunding: boolean; threshold: number; minGrant: number },
): Proposal[] {
  let left = budget;
  let ended = false;
  return ranked.map((offer) => {
    if (offer.mean < threshold * 100) return { ...offer, outcome: 'not_recommended', proposed: 0 };
    const whole = !ended && offer.requested <= left;
    const part = !ended && !whole && partialFunding && left > 0 && left >= minGrant;
    const proposed = whole ? offer.requested : part ? left : 0;
    if (!whole) ended = true;
    left -= proposed;
    return { ...offer, outcome: proposed > 0 ? 'recommended' : 'reserve', proposed };
  });
}

/** Why these amounts cannot be awarded, or null: within the budget, no more than asked, whole and above nothing. */
export function whyNotAward(
  awards: readonly { amount: number; requested: number; valid: boolean }[],
  budget: number,
): RuleCode | null {
  if (awards.length === 0) return 'decision.nothing';
  if (awards.some(({ valid }) => !valid)) return 'decision.notAssessed';
  if (awards.some(({ amount, requested }) => !Number.isSafeInteger(amount) || amount <= 0 || amount > requested)) return 'decision.amount';
  if (awards.reduce((all, { amount }) => all + amount, 0) > budget) return 'decision.overBudget';
  return null;
}

/** Whether the share of the grant in the total cost does not rise after an update: compared exactly, in whole grosze. */
export function keepsShare(before: { grant: number; total: number }, after: { grant: number; total: number }): boolean {
  return BigInt(after.grant) * BigInt(before.total) <= BigInt(before.grant) * BigInt(after.total);
}
