import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { listAccepted } from '~/modules/applications/partners.server';
import { NotFound } from '~/shared/errors';
import { addDays, startOfDay } from '~/shared/time';

/** The ranking of a call with names, best first. */
export function listRanking(read: Read, callId: string) {
  const { rankings, applications, organisations } = read.t;
  return read
    .select({
      applicationId: rankings.applicationId, position: rankings.position, mean: rankings.mean, spread: rankings.spread,
      scores: rankings.scores, proposed: rankings.proposed, outcome: rankings.outcome, tieBreak: rankings.tieBreak,
      title: applications.title, requested: applications.requested, status: applications.status,
      organisationId: organisations.id, organisationName: organisations.name, organisationSlug: organisations.slug,
    })
    .from(rankings)
    .innerJoin(applications, eq(applications.id, rankings.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(eq(rankings.callId, callId))
    .orderBy(asc(rankings.position));
}

/** The ranking without the offers that were taken back since it was drawn. */
export async function listStanding(read: Read, callId: string) {
  return (await listRanking(read, callId)).filter(({ status }) => status !== 'withdrawn');
}

/** Awards with what an agreement is built from; of one call, one organisation, or all. */
export function listAwards(read: Read, { callId, organisationId, id }: { callId?: string; organisationId?: string; id?: string } = {}) {
  const { awards, applications, organisations, calls } = read.t;
  return read
    .select({
      id: awards.id, number: awards.number, status: awards.status, amount: awards.amount, requested: awards.requested,
      updatedTotal: awards.updatedTotal, updateNote: awards.updateNote, orderNumber: awards.orderNumber, orderDate: awards.orderDate,
      answeredAt: awards.answeredAt, callId: awards.callId, callTitle: calls.title, callForm: calls.form,
      resultsPublishedAt: calls.resultsPublishedAt, applicationId: awards.applicationId, title: applications.title,
      totalCost: applications.totalCost, organisationId: awards.organisationId, organisationName: organisations.name,
    })
    .from(awards)
    .innerJoin(applications, eq(applications.id, awards.applicationId))
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .innerJoin(calls, eq(calls.id, awards.callId))
    .where(
      and(
        callId ? eq(awards.callId, callId) : undefined,
        organisationId ? eq(awards.organisationId, organisationId) : undefined,
        id ? eq(awards.id, id) : undefined,
      ),
    )
    .orderBy(desc(awards.createdAt), asc(awards.number));
}

/** One award, or NotFound. */
export async function getAward(read: Read, id: string) {
  const [award] = await listAwards(read, { id });
  if (!award) throw new NotFound('award');
  return award;
}

/** Published results (art. 15(2h)): who and with whom, which task, how much; the reserve list and the rest after them. */
export async function listPublicResults(read: Read, callId: string) {
  const { awards } = read.t;
  const [ranking, joint] = [await listStanding(read, callId), await listAccepted(read, callId)];
  const given = await read.select({ applicationId: awards.applicationId, amount: awards.amount, number: awards.number }).from(awards).where(eq(awards.callId, callId));
  const awardOf = new Map(given.map((award) => [award.applicationId, award]));
  return ranking.map(({ applicationId, position, mean, organisationName, organisationSlug, title, outcome }) => ({
    position, mean, organisationName, organisationSlug, title,
    together: joint.filter((one) => one.applicationId === applicationId).map(({ name, slug }) => ({ name, slug })),
    amount: awardOf.get(applicationId)?.amount ?? 0,
    awardNumber: awardOf.get(applicationId)?.number ?? null,
    outcome: awardOf.has(applicationId) ? ('awarded' as const) : outcome === 'not_recommended' ? outcome : ('reserve' as const),
  }));
}

/** Grosze awarded by orders whose results were published in a calendar year. */
export async function sumAwarded(read: Read, year: number): Promise<number> {
  const { awards, calls } = read.t;
  const from = startOfDay(`${year}-01-01`);
  const to = startOfDay(addDays(`${year}-12-31`, 1));
  const [row] = await read
    .select({ total: sql`coalesce(sum(${awards.amount}), 0)`.mapWith(Number) })
    .from(awards)
    .innerJoin(calls, eq(calls.id, awards.callId))
    .where(and(gte(calls.resultsPublishedAt, from), lt(calls.resultsPublishedAt, to), inArray(awards.status, ['awarded', 'accepted', 'contracted'])));
  return row?.total ?? 0;
}
