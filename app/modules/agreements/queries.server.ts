import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { NotFound } from '~/shared/errors';

/** Agreements with the names around them, of one organisation, one call, one award, or all; the newest first. */
export function listAgreements(read: Read, { organisationId, callId, awardId, id }: { organisationId?: string; callId?: string; awardId?: string; id?: string } = {}) {
  const { agreements, organisations, calls, awards } = read.t;
  return read
    .select({
      id: agreements.id, number: agreements.number, status: agreements.status, title: agreements.title, form: agreements.form,
      amount: agreements.amount, totalCost: agreements.totalCost, startDate: agreements.startDate, endDate: agreements.endDate,
      account: agreements.account, organisationRepresentatives: agreements.organisationRepresentatives, party: agreements.party,
      cityRepresentative: agreements.cityRepresentative, shiftLimit: agreements.shiftLimit, preparedBy: agreements.preparedBy,
      createdAt: agreements.createdAt, orgSignedAt: agreements.orgSignedAt,
      citySignedBy: agreements.citySignedBy, citySignedAt: agreements.citySignedAt, signedOn: agreements.signedOn,
      settledAt: agreements.settledAt, version: agreements.version, awardId: agreements.awardId, callId: agreements.callId,
      applicationId: agreements.applicationId, organisationId: agreements.organisationId, organisationName: organisations.name,
      callTitle: calls.title, awardNumber: awards.number, orderNumber: awards.orderNumber, orderDate: awards.orderDate,
    })
    .from(agreements)
    .innerJoin(organisations, eq(organisations.id, agreements.organisationId))
    .innerJoin(calls, eq(calls.id, agreements.callId))
    .innerJoin(awards, eq(awards.id, agreements.awardId))
    .where(
      and(
        organisationId ? eq(agreements.organisationId, organisationId) : undefined,
        callId ? eq(agreements.callId, callId) : undefined,
        awardId ? eq(agreements.awardId, awardId) : undefined,
        id ? eq(agreements.id, id) : undefined,
      ),
    )
    .orderBy(desc(agreements.createdAt), desc(agreements.number));
}

export type AgreementRow = Awaited<ReturnType<typeof listAgreements>>[number];

/** One agreement, or NotFound. */
export async function getAgreement(read: Read, id: string): Promise<AgreementRow> {
  const [agreement] = await listAgreements(read, { id });
  if (!agreement) throw new NotFound('agreement');
  return agreement;
}

/** The agreement made from an award, if it was prepared. */
export async function findAgreementOf(read: Read, awardId: string) {
  const [agreement] = await listAgreements(read, { awardId });
  return agreement;
}

/** Funded initiatives everybody may know: awards whose results are published and that were not declined, newest first. */
export function listPublicInitiatives(read: Read, { number }: { number?: string } = {}) {
  const { awards, agreements, applications, organisations, calls } = read.t;
  return read
    .select({
      awardId: awards.id, number: awards.number, awardStatus: awards.status, amount: awards.amount, requested: awards.requested,
      orderDate: awards.orderDate, answeredAt: awards.answeredAt, title: applications.title, content: applications.content,
      organisationId: organisations.id, organisationName: organisations.name, organisationSlug: organisations.slug,
      organisationStatus: organisations.status, krs: organisations.krs, regon: organisations.regon, nip: organisations.nip,
      callNumber: calls.number, callSlug: calls.slug, callTitle: calls.title, callTitles: calls.titles, taskArea: calls.taskArea,
      resultsPublishedAt: calls.resultsPublishedAt, agreementId: agreements.id, agreementStatus: agreements.status,
      startDate: agreements.startDate, endDate: agreements.endDate, citySignedAt: agreements.citySignedAt, settledAt: agreements.settledAt,
    })
    .from(awards)
    .innerJoin(applications, eq(applications.id, awards.applicationId))
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .innerJoin(calls, eq(calls.id, awards.callId))
    .leftJoin(agreements, eq(agreements.awardId, awards.id))
    .where(
      and(
        isNotNull(calls.resultsPublishedAt),
        inArray(awards.status, ['awarded', 'accepted', 'contracted']),
        number ? eq(awards.number, number) : undefined,
      ),
    )
    .orderBy(desc(awards.orderDate), asc(awards.number));
}

export type Initiative = Awaited<ReturnType<typeof listPublicInitiatives>>[number];

/** One funded initiative by the number of its award, or NotFound. */
export async function getPublicInitiative(read: Read, number: string): Promise<Initiative> {
  const [initiative] = await listPublicInitiatives(read, { number });
  if (!initiative) throw new NotFound('initiative');
  return initiative;
}

/** How much of the money that should come back has not come yet, in grosze. */
export async function sumDueBack(read: Read, agreementId: string): Promise<number> {
  const { repayments } = read.t;
  const [row] = await read
    .select({ total: sql`coalesce(sum(${repayments.amount}), 0)`.mapWith(Number) })
    .from(repayments)
    .where(and(eq(repayments.agreementId, agreementId), eq(repayments.status, 'due')));
  return row?.total ?? 0;
}

/** Whether the final report on an agreement was accepted. */
export async function isReportAccepted(read: Read, agreementId: string): Promise<boolean> {
  const { reports } = read.t;
  const [report] = await read
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.agreementId, agreementId), inArray(reports.status, ['accepted', 'accepted_with_return'])));
  return !!report;
}

/** Who signed for the organisation and when, in that order. */
export function listSignatures(read: Read, agreementId: string) {
  const { agreementSignatures, people } = read.t;
  return read
    .select({ personId: agreementSignatures.personId, name: people.name, at: agreementSignatures.at })
    .from(agreementSignatures)
    .innerJoin(people, eq(people.id, agreementSignatures.personId))
    .where(eq(agreementSignatures.agreementId, agreementId))
    .orderBy(asc(agreementSignatures.at), asc(people.id));
}

/** Grants an organisation received from the City: its agreements signed by both sides whose results everybody may know, the newest first. */
export function listGrantsOf(read: Read, organisationId: string) {
  const { agreements, awards, applications, calls } = read.t;
  return read
    .select({ number: awards.number, orderDate: awards.orderDate, title: applications.title, amount: agreements.amount, status: agreements.status })
    .from(agreements)
    .innerJoin(awards, eq(awards.id, agreements.awardId))
    .innerJoin(applications, eq(applications.id, awards.applicationId))
    .innerJoin(calls, eq(calls.id, agreements.callId))
    .where(and(eq(agreements.organisationId, organisationId), isNotNull(agreements.citySignedAt), isNotNull(calls.resultsPublishedAt), inArray(awards.status, ['awarded', 'accepted', 'contracted'])))
    .orderBy(desc(awards.orderDate), asc(awards.number));
}
