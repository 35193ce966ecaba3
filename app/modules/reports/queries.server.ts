import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { NotFound } from '~/shared/errors';

function withAgreement(read: Read) {
  const { reports, agreements, organisations } = read.t;
  return {
    id: reports.id, agreementId: reports.agreementId, status: reports.status, dueOn: reports.dueOn, content: reports.content,
    version: reports.version, submittedAt: reports.submittedAt, submittedBy: reports.submittedBy, receiptNumber: reports.receiptNumber,
    sha256: reports.sha256, reviewerId: reports.reviewerId, reviewNote: reports.reviewNote, questions: reports.questions,
    questionsDueOn: reports.questionsDueOn, questionsAnswer: reports.questionsAnswer, unspent: reports.unspent, acceptedAt: reports.acceptedAt,
    agreementNumber: agreements.number, agreementStatus: agreements.status, title: agreements.title, amount: agreements.amount,
    totalCost: agreements.totalCost, shiftLimit: agreements.shiftLimit, endDate: agreements.endDate, startDate: agreements.startDate,
    applicationId: agreements.applicationId, awardId: agreements.awardId, organisationId: agreements.organisationId,
    organisationName: organisations.name,
  };
}

/** One report with its agreement, or NotFound. */
export async function getReport(read: Read, id: string) {
  const { reports, agreements, organisations } = read.t;
  const [report] = await read
    .select(withAgreement(read))
    .from(reports)
    .innerJoin(agreements, eq(agreements.id, reports.agreementId))
    .innerJoin(organisations, eq(organisations.id, agreements.organisationId))
    .where(eq(reports.id, id));
  if (!report) throw new NotFound('report');
  return report;
}

/** The final report on an agreement, if it was begun. */
export async function findReportOf(read: Read, agreementId: string) {
  const { reports } = read.t;
  const [report] = await read
    .select({ id: reports.id, status: reports.status, dueOn: reports.dueOn, content: reports.content, acceptedAt: reports.acceptedAt })
    .from(reports)
    .where(and(eq(reports.agreementId, agreementId), eq(reports.kind, 'final')));
  return report;
}

/** Reports the City has something to do with, by due day. */
export function listReportsForOffice(read: Read) {
  const { reports, agreements, organisations } = read.t;
  return read
    .select({ id: reports.id, status: reports.status, dueOn: reports.dueOn, title: agreements.title, agreementNumber: agreements.number, organisationName: organisations.name })
    .from(reports)
    .innerJoin(agreements, eq(agreements.id, reports.agreementId))
    .innerJoin(organisations, eq(organisations.id, agreements.organisationId))
    .where(inArray(reports.status, ['submitted', 'reviewed', 'clarification_requested']))
    .orderBy(asc(reports.dueOn));
}
