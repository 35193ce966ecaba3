import type { Action } from './policy';

/** What a route shows and what can be done there, each with its line of the policy table. */
export type RouteAccess<Intent extends string = string> = { see: Action; do: Record<Intent, Action> };

/** Declares the permissions of a route; a route without a declaration fails the tests. */
export function declare<Intent extends string = never>(access: { see: Action; do?: Record<Intent, Action> }): RouteAccess<Intent> {
  return { see: access.see, do: access.do ?? ({} as Record<Intent, Action>) };
}
