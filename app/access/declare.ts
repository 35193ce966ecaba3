import type { Action } from './policy';

/** What a route shows and what can be done there, each with its line of the policy table. */
export type RouteAccess<Intent extends string = string> = { see: Action; do: Record<Intent, Action>; kept?: Kept };

/**
 * That the page may be kept for whoever is not signed in: until the data changes, and at most until
 * the hour ends, or where it tells the time of something, the minute.
 */
export type Kept = 'hour' | 'minute';

/** Declares the permissions of a route; a route without a declaration fails the tests. */
export function declare<Intent extends string = never>(access: { see: Action; do?: Record<Intent, Action>; kept?: Kept }): RouteAccess<Intent> {
  return { see: access.see, do: access.do ?? ({} as Record<Intent, Action>), ...(access.kept ? { kept: access.kept } : {}) };
}
