import { useMatches } from '@remix-run/react';
import type { Indicator } from '../indicators';

const none: readonly Indicator[] = [];

/** The indicators that the page's loader gave as `indicators`; tables deep in an offer or a report name them. */
export function useIndicators(): readonly Indicator[] {
  const data = useMatches().map((match) => match.data as { indicators?: Indicator[] } | null | undefined);
  return data.find((one) => one?.indicators)?.indicators ?? none;
}
