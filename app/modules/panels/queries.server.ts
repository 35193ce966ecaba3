import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { listAccepted } from '~/modules/applications/partners.server';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { eligibleRoles, mayOpenOffers } from './rules';

/** The committee of a call: who sits in it, for whom, and what they declared. */
export function committeeOf(read: Read, callId: string) {
  const { committeeMembers, impartialityDeclarations, people, organisations } = read.t;
  return read
    .select({
      personId: committeeMembers.personId, name: people.name, email: people.email, lang: people.lang, seat: committeeMembers.seat,
      organisationId: committeeMembers.organisationId, organisationName: organisations.name,
      declared: impartialityDeclarations.outcome, declaredAt: impartialityDeclarations.declaredAt,
    })
    .from(committeeMembers)
    .innerJoin(people, eq(people.id, committeeMembers.personId))
    .leftJoin(organisations, eq(organisations.id, committeeMembers.organisationId))
    .leftJoin(
      impartialityDeclarations,
      and(eq(impartialityDeclarations.callId, committeeMembers.callId), eq(impartialityDeclarations.personId, committeeMembers.personId)),
    )
    .where(eq(committeeMembers.callId, callId))
    .orderBy(asc(committeeMembers.appointedAt), asc(people.name));
}

/** What the policy asks about a call's committee: who sits in it, and who is free of conflict. */
export async function panelSubject(read: Read, callId: string): Promise<{ committee: string[]; cleared: string[] }> {
  const members = await committeeOf(read, callId);
  return {
    committee: members.map(({ personId }) => personId),
    cleared: members.filter(({ declared }) => declared === 'none').map(({ personId }) => personId),
  };
}

/** Whether the committee's own rule keeps this person from reading offers of the call: a member not (yet) cleared. */
export async function keptFromOffers(read: Read, callId: string, personId: string | null): Promise<boolean> {
  if (!personId) return false;
  return !mayOpenOffers(await committeeOf(read, callId), personId);
}

/** One member's declaration for a call; undefined before it is made. */
export async function findDeclaration(read: Read, callId: string, personId: string) {
  const { impartialityDeclarations: d } = read.t;
  const [declaration] = await read
    .select({ outcome: d.outcome, applicationIds: d.applicationIds, reason: d.reason, declaredAt: d.declaredAt })
    .from(d)
    .where(and(eq(d.callId, callId), eq(d.personId, personId)));
  return declaration;
}

/** Calls in whose committee a person sits, newest first. */
export function listSeatsOf(read: Read, personId: string) {
  const { committeeMembers, impartialityDeclarations, calls } = read.t;
  return read
    .select({
      callId: calls.id, title: calls.title, number: calls.number, status: calls.status, seat: committeeMembers.seat,
      declared: impartialityDeclarations.outcome,
    })
    .from(committeeMembers)
    .innerJoin(calls, eq(calls.id, committeeMembers.callId))
    .leftJoin(
      impartialityDeclarations,
      and(eq(impartialityDeclarations.callId, committeeMembers.callId), eq(impartialityDeclarations.personId, committeeMembers.personId)),
    )
    .where(eq(committeeMembers.personId, personId))
    .orderBy(desc(calls.closesAt), asc(calls.id));
}

/** Organisations whose offers take part in a call, also those that make a joint offer with another. */
export async function listOfferors(read: Read, callId: string): Promise<string[]> {
  const { applications } = read.t;
  const rows = await read
    .selectDistinct({ id: applications.organisationId })
    .from(applications)
    .where(and(eq(applications.callId, callId), inArray(applications.status, [...takingPart])));
  const joint = (await listAccepted(read, callId)).filter(({ status }) => takingPart.some((one) => one === status));
  return [...new Set([...rows.map(({ id }) => id), ...joint.map(({ organisationId }) => organisationId)])];
}

/** Statuses of offers that take part in a contest once the call is closed. */
export const takingPart = [
  'submitted', 'formal_check', 'correction_requested', 'formally_valid', 'in_assessment', 'assessed', 'recommended', 'reserve',
  'not_recommended', 'awarded', 'rejected', 'declined', 'contracted',
] as const;

/** How many offers of a call still wait for a formal result, and how many passed. */
export async function countFormal(read: Read, callId: string): Promise<{ unchecked: number; valid: number }> {
  const { applications } = read.t;
  const rows = await read.select({ status: applications.status, n: count() }).from(applications).where(eq(applications.callId, callId)).groupBy(applications.status);
  const of = (...statuses: string[]) => rows.filter(({ status }) => statuses.includes(status)).reduce((sum, { n }) => sum + n, 0);
  return { unchecked: of('submitted', 'formal_check', 'correction_requested'), valid: of('formally_valid') };
}

/** Organisations of the registry that may indicate a member, by name. */
export function listIndicating(read: Read): Promise<{ id: string; name: string }[]> {
  const { organisations } = read.t;
  return read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.status, ['verified', 'unclaimed']))
    .orderBy(asc(organisations.nameKey), asc(organisations.id));
}

/** People who may be appointed to a committee, each once, by name. */
export async function listEligible(read: Read): Promise<{ id: string; name: string }[]> {
  const people = new Map<string, { id: string; name: string }>();
  for (const role of eligibleRoles) {
    for (const { id, name } of await listPeopleWithRole(read, role)) people.set(id, { id, name });
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'pl'));
}
