import type { RuleCode } from '~/i18n/codes';

export type Criterion = { id: string; max: number };
export type Score = { criterionId: string; points?: number | null | undefined; reason?: string | null | undefined };
export type Refusal = { code: RuleCode; field: string; params?: Record<string, string | number> };

/** Points over the most a criterion allows, each at its field. */
export function overMax(scores: readonly Score[], criteria: readonly Criterion[]): Refusal[] {
  return scores.flatMap(({ criterionId, points }, row): Refusal[] => {
    const max = criteria.find(({ id }) => id === criterionId)?.max;
    if (max === undefined || scores.findIndex((other) => other.criterionId === criterionId) !== row) return [{ code: 'choice.unknown', field: `scores[${row}].points` }];
    return (points ?? 0) < 0 || (points ?? 0) > max ? [{ code: 'points.range', field: `scores[${row}].points`, params: { max } }] : [];
  });
}

/** What a card still lacks before it can be handed in: points or a reason for any criterion. */
export function missingScores(scores: readonly Score[], criteria: readonly Criterion[]): Refusal[] {
  return criteria.flatMap(({ id }, row): Refusal[] => {
    const score = scores.find(({ criterionId }) => criterionId === id);
    return [
      ...(score?.points === undefined || score.points === null ? [{ code: 'required' as const, field: `scores[${row}].points` }] : []),
      ...(score?.reason ? [] : [{ code: 'required' as const, field: `scores[${row}].reason` }]),
    ];
  });
}

/** Sum of the points of a card. */
export function totalOf(scores: readonly Score[]): number {
  return scores.reduce((total, { points }) => total + (points ?? 0), 0);
}

/** Mean of points in hundredths, half up. */
export function meanOf(points: readonly number[]): number {
  if (points.length === 0) return 0;
  const sum = points.reduce((all, one) => all + one, 0);
  return Math.floor((sum * 200 + points.length) / (2 * points.length));
}
