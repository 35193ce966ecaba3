import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';
import type { Person } from '~/access/actor';

/** The person as an actor, with roles and memberships; undefined when unknown, unconfirmed or disabled. */
export async function findActor(read: Read, personId: string): Promise<Person | undefined> {
  const { people, roleGrants, memberships: m } = read.t;
  // One statement: this is asked for every request of somebody signed in.
  const all = prepared(read, 'actor', (from) =>
    from
      .select({
        id: people.id, name: people.name, email: people.email, lang: people.lang, role: roleGrants.role,
        membership: { organisationId: m.organisationId, role: m.role, signatory: m.signatory },
      })
      .from(people)
      .leftJoin(roleGrants, eq(roleGrants.personId, people.id))
      .leftJoin(m, eq(m.personId, people.id))
      .where(and(eq(people.id, sql.placeholder('personId')), isNull(people.disabledAt), isNotNull(people.confirmedAt))),
  );
  const rows = await all.execute({ personId });
  const [person] = rows;
  if (!person) return undefined;
  const { id, name, email, lang } = person;
  // Each role comes beside each membership.
  const roles = new Set(rows.flatMap(({ role }) => role ?? []));
  const memberships = new Map(rows.flatMap(({ membership }) => (membership ? [[membership.organisationId, membership]] : [])));
  return { kind: 'person', id, name, email, lang, roles: [...roles], memberships: [...memberships.values()] };
}
