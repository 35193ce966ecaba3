import { and, eq, ne, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';

/**
 * Offers of a call that count towards the limit of this organisation: its own, and those of others in which it accepted its part.
 * Two questions, each with its index: asked as one, SQLite would read all offers of the call.
 */
export async function listCounted(read: Read, callId: string, organisationId: string) {
  const { applications, coOfferors } = read.t;
  const { placeholder } = sql;
  const ofCall = and(eq(applications.callId, placeholder('callId')), ne(applications.status, 'withdrawn'));
  const columns = { id: applications.id, status: applications.status };
  const own = prepared(read, 'own offers that count', (from) => from.select(columns).from(applications).where(and(ofCall, eq(applications.organisationId, placeholder('organisationId')))));
  const joint = prepared(read, 'joint offers that count', (from) =>
    from
      .select(columns)
      .from(coOfferors)
      .innerJoin(applications, eq(applications.id, coOfferors.applicationId))
      .where(and(ofCall, ne(applications.organisationId, placeholder('organisationId')), eq(coOfferors.organisationId, placeholder('organisationId')), eq(coOfferors.status, 'accepted'))),
  );
  const asked = { callId, organisationId };
  return [...(await own.execute(asked)), ...(await joint.execute(asked))];
}

/** Whether the organisation already takes part in as many other offers of the call as it allows, drafts among them. */
export async function isFull(read: Read, call: { id: string; offersPerOrganisation: number }, organisationId: string, besides?: string): Promise<boolean> {
  return (await listCounted(read, call.id, organisationId)).filter(({ id }) => id !== besides).length >= call.offersPerOrganisation;
}

/** How many offers of the call the organisation handed in, alone or with others. */
export async function countHandedIn(read: Read, callId: string, organisationId: string, besides?: string): Promise<number> {
  return (await listCounted(read, callId, organisationId)).filter(({ id, status }) => id !== besides && status !== 'draft').length;
}
