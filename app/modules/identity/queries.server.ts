import { asc, count, eq } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import type { CityRole } from '~/access/roles';
import { NotFound } from '~/shared/errors';

/** A person's name, address and language, or NotFound. */
export async function getPerson(read: Read, id: string) {
  const { people } = read.t;
  const [person] = await read.select({ id: people.id, name: people.name, email: people.email, lang: people.lang }).from(people).where(eq(people.id, id));
  if (!person) throw new NotFound('person');
  return person;
}

/** People who hold a role for the City, by name. */
export function listPeopleWithRole(read: Read, role: CityRole) {
  const { people, roleGrants } = read.t;
  return read
    .select({ id: people.id, name: people.name, email: people.email, lang: people.lang })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(eq(roleGrants.role, role))
    .orderBy(asc(people.name));
}

/** Everybody with an account and the roles they hold, by name. */
export async function listPeople(read: Read) {
  const { people, roleGrants } = read.t;
  const rows = await read.select({ id: people.id, name: people.name, email: people.email, disabledAt: people.disabledAt }).from(people).orderBy(asc(people.name)).limit(1000);
  const grants = await read.select({ personId: roleGrants.personId, role: roleGrants.role }).from(roleGrants);
  return rows.map((person) => ({ ...person, roles: grants.filter(({ personId }) => personId === person.id).map(({ role }) => role) }));
}

/** How many sessions a person has. */
export async function countSessions(read: Read, personId: string): Promise<number> {
  const { sessions } = read.t;
  const [row] = await read.select({ n: count() }).from(sessions).where(eq(sessions.personId, personId));
  return Number(row?.n ?? 0);
}
