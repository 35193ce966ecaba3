import { and, eq, inArray, max, or } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { writtenUntil, type OfferFact, type RemarkFact } from './rules-of-offers';

type Signed = { applicationId: string; version: number; personId: string; at: Date };

/** Offers of these organisations in contests, with everything that says whose move it is. */
export async function listOfferFacts(read: Read, organisationIds: readonly string[]): Promise<OfferFact[]> {
  const { applications, calls, organisations, awards, rankings } = read.t;
  const rows = await read
    .select({
      id: applications.id, title: applications.title, status: applications.status, organisationId: applications.organisationId, version: applications.version,
      submittedAt: applications.submittedAt, updatedAt: applications.updatedAt, correctionDueAt: applications.correctionDueAt,
      callStatus: calls.status, closesAt: calls.closesAt, decisionBy: calls.decisionBy, resultsPublishedAt: calls.resultsPublishedAt,
      representation: organisations.representation, points: rankings.mean, position: rankings.position,
      awardId: awards.id, awardStatus: awards.status, amount: awards.amount, answeredAt: awards.answeredAt,
    })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(rankings, eq(rankings.applicationId, applications.id))
    .leftJoin(awards, eq(awards.applicationId, applications.id))
    .where(and(inArray(applications.organisationId, [...organisationIds]), eq(calls.kind, 'open_call')));
  const drafts = rows.filter(({ status }) => status === 'draft').map(({ id }) => id);
  const [signed, changed, asked] = await Promise.all([listSignatures(read, drafts), lastFileChanges(read, drafts), listUnanswered(read, drafts)]);
  return rows.map(({ representation, awardId, awardStatus, amount, answeredAt, ...offer }) => ({
    ...offer,
    signatures: Math.max(1, representation.minSignatures),
    signedBy: signed.filter((one) => one.applicationId === offer.id && one.version === offer.version && one.at.getTime() >= (changed.get(offer.id) ?? 0)).map(({ personId }) => personId),
    unanswered: asked.filter(({ applicationId }) => applicationId === offer.id),
    award: awardId && awardStatus ? { id: awardId, status: awardStatus, amount: amount ?? 0, answeredAt } : null,
  }));
}

function listSignatures(read: Read, ids: readonly string[]): Promise<Signed[]> {
  const { signOffs } = read.t;
  return read.select({ applicationId: signOffs.applicationId, version: signOffs.version, personId: signOffs.personId, at: signOffs.at }).from(signOffs).where(inArray(signOffs.applicationId, [...ids]));
}

/** When a file of each offer last came or went: that undoes what was signed before. */
async function lastFileChanges(read: Read, ids: readonly string[]): Promise<Map<string, number>> {
  const { files } = read.t;
  const rows = await read
    .select({ id: files.subjectId, came: max(files.uploadedAt), went: max(files.removedAt) })
    .from(files)
    .where(and(eq(files.purpose, 'application_attachment'), inArray(files.subjectId, [...ids])))
    .groupBy(files.subjectId);
  return new Map(rows.map(({ id, came, went }) => [id, Math.max(came?.getTime() ?? 0, went?.getTime() ?? 0)]));
}

function listUnanswered(read: Read, ids: readonly string[]) {
  const { coOfferors, organisations } = read.t;
  return read
    .select({ applicationId: coOfferors.applicationId, name: organisations.name, invitedAt: coOfferors.invitedAt })
    .from(coOfferors)
    .innerJoin(organisations, eq(organisations.id, coOfferors.organisationId))
    .where(and(inArray(coOfferors.applicationId, [...ids]), eq(coOfferors.status, 'invited')));
}

/** Remarks on offers that can still be written, of these organisations or among these offers. */
export async function listRemarkFacts(read: Read, organisationIds: readonly string[], applicationIds: readonly string[], now: Date): Promise<RemarkFact[]> {
  const { applicationComments: remarks, applications, calls, organisations, people } = read.t;
  const rows = await read
    .select({
      applicationId: remarks.applicationId, title: applications.title, organisation: organisations.name, section: remarks.section,
      authorId: remarks.authorId, author: people.name, mentions: remarks.mentions, at: remarks.at,
      status: applications.status, closesAt: calls.closesAt, correctionDueAt: applications.correctionDueAt,
    })
    .from(remarks)
    .innerJoin(applications, eq(applications.id, remarks.applicationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(people, eq(people.id, remarks.authorId))
    .where(and(inArray(applications.status, ['draft', 'correction_requested']), or(inArray(applications.organisationId, [...organisationIds]), inArray(applications.id, [...applicationIds]))));
  return rows.map((row) => ({ ...row, due: writtenUntil(row) })).filter(({ due }) => due !== null && now < due);
}

/** When a person last saved something in each of these offers. */
export async function lastWrittenBy(read: Read, personId: string, applicationIds: readonly string[]): Promise<Map<string, Date>> {
  const { applicationRevisions: kept } = read.t;
  const rows = await read
    .select({ id: kept.applicationId, at: max(kept.at) })
    .from(kept)
    .where(and(eq(kept.authorId, personId), inArray(kept.applicationId, [...applicationIds])))
    .groupBy(kept.applicationId);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
}
