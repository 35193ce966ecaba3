import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import type { Person } from '~/access/actor';

/** The person as an actor, with roles and memberships; undefined when unknown, unconfirmed or disabled. */
export async function findActor(read: Read, personId: string): Promise<Person | undefined> {
  const { people, roleGrants, memberships } = read.t;
  const [person] = await read
    .select({ id: people.id, name: people.name, email: people.email, lang: people.lang })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt), isNotNull(people.confirmedAt)));
  if (!person) return undefined;
  const [roles, member] = await Promise.all([
    read.select({ role: roleGrants.role }).from(roleGrants).where(eq(roleGrants.personId, personId)),
    read
      .select({ organisationId: memberships.organisationId, role: memberships.role, signatory: memberships.signatory })
      .from(memberships)
      .where(eq(memberships.personId, personId)),
  ]);
  return { kind: 'person', ...person, roles: roles.map(({ role }) => role), memberships: member };
}
