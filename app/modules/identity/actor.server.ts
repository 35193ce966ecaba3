import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';
import type { Person } from '~/access/actor';

/** The person as an actor, with roles and memberships; undefined when unknown, unconfirmed or disabled. */
export async function findActor(read: Read, personId: string): Promise<Person | undefined> {
  const { people, roleGrants, memberships } = read.t;
  const whom = sql.placeholder('personId');
  const one = prepared(read, 'actor', (from) =>
    from.select({ id: people.id, name: people.name, email: people.email, lang: people.lang }).from(people).where(and(eq(people.id, whom), isNull(people.disabledAt), isNotNull(people.confirmedAt))),
  );
  const [person] = await one.execute({ personId });
  if (!person) return undefined;
  const [roles, member] = await Promise.all([
    prepared(read, 'actor roles', (from) => from.select({ role: roleGrants.role }).from(roleGrants).where(eq(roleGrants.personId, whom))).execute({ personId }),
    prepared(read, 'actor memberships', (from) =>
      from.select({ organisationId: memberships.organisationId, role: memberships.role, signatory: memberships.signatory }).from(memberships).where(eq(memberships.personId, whom)),
    ).execute({ personId }),
  ]);
  return { kind: 'person', ...person, roles: roles.map(({ role }) => role), memberships: member };
}
