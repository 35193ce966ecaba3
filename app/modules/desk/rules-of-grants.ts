import type { AgreementStatus } from '~/modules/agreements/rules';
import type { ReportStatus } from '~/modules/reports/rules';
import { addDays, dayOf, type Day } from '~/shared/time';
import { endOf, seatIn, type DeskItem, type Reader } from './rules';

/** An agreement with its final report and what is to be paid back. */
export type AgreementFact = {
  id: string; number: string; title: string; status: AgreementStatus; organisationId: string; amount: number; createdAt: Date;
  orgSignedAt: Date | null; settledAt: Date | null; signatures: number; signedBy: readonly string[];
  report: { id: string; status: ReportStatus; dueOn: Day; questionsDueOn: Day | null; submittedAt: Date | null } | null;
  repayments: readonly { id: string; dueOn: Day }[];
};

/** So many days before the report is due it comes to the desk. */
export const reportDays = 60;

/** Where an agreement stands for the reader: its signing, its report, money that goes back. */
export function itemsOfAgreement(agreement: AgreementFact, reader: Reader): DeskItem[] {
  const seat = seatIn(reader, agreement.organisationId);
  const about = { subject: agreement.title, organisation: seat.name, href: `/agreements/${agreement.id}` };
  const past: DeskItem = { at: 'past', kind: 'agreement', ...about, status: agreement.status, on: agreement.settledAt ?? agreement.orgSignedAt ?? agreement.createdAt, amount: agreement.amount };
  switch (agreement.status) {
    case 'preparing':
      return [{ at: 'waiting', kind: 'agreementText', waitingFor: 'city', ...about, since: agreement.createdAt, due: null }];
    case 'ready_to_sign':
      if (seat.signs && !agreement.signedBy.includes(reader.personId)) return [{ at: 'due', kind: 'agreement', ...about, due: null }];
      return [{ at: 'waiting', kind: 'signatures', waitingFor: 'signatory', ...about, n: Math.max(1, agreement.signatures - agreement.signedBy.length), since: agreement.createdAt, due: null }];
    case 'signed_by_org':
      return [{ at: 'waiting', kind: 'citySignature', waitingFor: 'city', ...about, since: agreement.orgSignedAt, due: null }];
    default:
      return [...itemsOfReport(agreement, reader), ...itemsOfRepayments(agreement, reader), past];
  }
}

function itemsOfReport({ report, title, organisationId }: AgreementFact, reader: Reader): DeskItem[] {
  if (!report) return [];
  const about = { subject: title, organisation: seatIn(reader, organisationId).name, href: `/reports/${report.id}` };
  switch (report.status) {
    case 'scheduled':
    case 'draft':
      return report.status === 'draft' || addDays(dayOf(reader.now), reportDays) >= report.dueOn ? [{ at: 'due', kind: 'report', ...about, due: endOf(report.dueOn) }] : [];
    case 'clarification_requested':
      return [{ at: 'due', kind: 'clarification', ...about, due: endOf(report.questionsDueOn) }];
    case 'submitted':
    case 'reviewed':
      return [{ at: 'waiting', kind: 'reportCheck', waitingFor: 'city', ...about, since: report.submittedAt, due: null }];
    default:
      return [];
  }
}

function itemsOfRepayments({ id, title, organisationId, repayments }: AgreementFact, reader: Reader): DeskItem[] {
  const { name } = seatIn(reader, organisationId);
  return repayments.map(({ dueOn }) => ({ at: 'due', kind: 'repayment', subject: title, organisation: name, href: `/agreements/${id}`, due: endOf(dueOn) }));
}
