import { and, eq, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import type { AgreementFact } from './rules-of-grants';

/** Agreements of these organisations with who signed them, their reports and what is to be paid back. */
export async function listAgreementFacts(read: Read, organisationIds: readonly string[]): Promise<AgreementFact[]> {
  const { agreements, organisations, reports, agreementSignatures, repayments } = read.t;
  const ours = inArray(agreements.organisationId, [...organisationIds]);
  const [rows, signed, owed] = await Promise.all([
    read
      .select({
        id: agreements.id, number: agreements.number, title: agreements.title, status: agreements.status, organisationId: agreements.organisationId, amount: agreements.amount,
        createdAt: agreements.createdAt, orgSignedAt: agreements.orgSignedAt, settledAt: agreements.settledAt, representation: organisations.representation,
        reportId: reports.id, reportStatus: reports.status, dueOn: reports.dueOn, questionsDueOn: reports.questionsDueOn, submittedAt: reports.submittedAt,
      })
      .from(agreements)
      .innerJoin(organisations, eq(organisations.id, agreements.organisationId))
      .leftJoin(reports, and(eq(reports.agreementId, agreements.id), eq(reports.kind, 'final')))
      .where(ours),
    read
      .select({ agreementId: agreementSignatures.agreementId, personId: agreementSignatures.personId })
      .from(agreementSignatures)
      .innerJoin(agreements, eq(agreements.id, agreementSignatures.agreementId))
      .where(and(ours, eq(agreements.status, 'ready_to_sign'))),
    read
      .select({ id: repayments.id, agreementId: repayments.agreementId, dueOn: repayments.dueOn })
      .from(repayments)
      .innerJoin(agreements, eq(agreements.id, repayments.agreementId))
      .where(and(ours, eq(repayments.status, 'due'))),
  ]);
  return rows.map(({ representation, reportId, reportStatus, dueOn, questionsDueOn, submittedAt, ...agreement }) => ({
    ...agreement,
    signatures: Math.max(1, representation.minSignatures),
    signedBy: signed.filter(({ agreementId }) => agreementId === agreement.id).map(({ personId }) => personId),
    report: reportId && reportStatus && dueOn ? { id: reportId, status: reportStatus, dueOn, questionsDueOn, submittedAt } : null,
    repayments: owed.filter(({ agreementId }) => agreementId === agreement.id),
  }));
}
