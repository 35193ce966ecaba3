import { and, eq, exists, ne, or, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';

/** Offers of a call that count towards the limit of this organisation: its own, and those of others in which it accepted its part. */
export function listCounted(read: Read, callId: string, organisationId: string) {
  const { applications, coOfferors } = read.t;
  return prepared(read, 'offers that count', (from) =>
    from
      .select({ id: applications.id, status: applications.status })
      .from(applications)
      .where(and(
        eq(applications.callId, sql.placeholder('callId')),
        ne(applications.status, 'withdrawn'),
        or(
          eq(applications.organisationId, sql.placeholder('organisationId')),
          exists(from.select({ one: sql`1` }).from(coOfferors).where(and(eq(coOfferors.applicationId, applications.id), eq(coOfferors.organisationId, sql.placeholder('partnerId')), eq(coOfferors.status, 'accepted')))),
        ),
      )),
  ).execute({ callId, organisationId, partnerId: organisationId });
}

/** Whether the organisation already takes part in as many other offers of the call as it allows, drafts among them. */
export async function isFull(read: Read, call: { id: string; offersPerOrganisation: number }, organisationId: string, besides?: string): Promise<boolean> {
  return (await listCounted(read, call.id, organisationId)).filter(({ id }) => id !== besides).length >= call.offersPerOrganisation;
}

/** How many offers of the call the organisation handed in, alone or with others. */
export async function countHandedIn(read: Read, callId: string, organisationId: string, besides?: string): Promise<number> {
  return (await listCounted(read, callId, organisationId)).filter(({ id, status }) => id !== besides && status !== 'draft').length;
}
