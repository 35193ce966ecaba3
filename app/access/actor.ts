import type { Lang } from '~/i18n/messages';
import type { CityRole, MemberRole } from './roles';

export type Membership = { organisationId: string; role: MemberRole; signatory: boolean };

/** Somebody who signed in: what they are for the City and in which organisations they act. */
export type Person = {
  kind: 'person';
  id: string;
  name: string;
  email: string;
  lang: Lang;
  roles: CityRole[];
  memberships: Membership[];
};

/** Who asks: nobody known, a person, or the portal itself (a deadline that passed, a job). */
export type Actor = { kind: 'anonymous' } | { kind: 'system' } | Person;

export const anonymous: Actor = { kind: 'anonymous' };
export const system: Actor = { kind: 'system' };

/** The id under which the log knows the actor; nobody known has none. */
export function actorId(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : null;
}

/** The role under which the actor stands in the log: the City's before the organisation's. */
export function actorRole(actor: Actor): string {
  if (actor.kind !== 'person') return actor.kind;
  return actor.roles[0] ?? actor.memberships[0]?.role ?? 'resident';
}
