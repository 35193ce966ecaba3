import type { RuleCode } from '~/i18n/codes';
import type { ConsultationStatus, Disposition } from './content';

/** Every step a consultation can take. A step that is not listed does not exist. */
export const consultationSteps: Record<ConsultationStatus, readonly ConsultationStatus[]> = {
  draft: ['announced', 'open'],
  announced: ['open', 'closed'],
  open: ['closed'],
  closed: ['analysing', 'report_published'],
  analysing: ['report_published'],
  report_published: [],
};

type Period = { status: ConsultationStatus; opensAt: Date; closesAt: Date };

/** Whether everybody may see the consultation. */
export function isPublic(status: ConsultationStatus): boolean {
  return status !== 'draft';
}

/** Why nobody can comment now, or null; the deadline itself is too late. */
export function whyNotComment({ status, opensAt, closesAt }: Period, now: Date): RuleCode | null {
  if (status !== 'announced' && status !== 'open') return status === 'draft' ? 'wrongState' : 'consultation.closed';
  if (now >= closesAt) return 'consultation.closed';
  return now < opensAt ? 'consultation.notYet' : null;
}

/** The state as it is at this moment, even before the portal has written it down. */
export function statusAt({ status, opensAt, closesAt }: Period, now: Date): ConsultationStatus {
  if (status !== 'announced' && status !== 'open') return status;
  if (now >= closesAt) return 'closed';
  return now >= opensAt ? 'open' : 'announced';
}

/** Why a consultation of this length cannot be planned, or null. */
export function whyNotPlan({ opensAt, closesAt }: Omit<Period, 'status'>): RuleCode | null {
  return closesAt > opensAt ? null : 'consultation.closesBeforeOpens';
}

/** Why a draft cannot be opened, or null. */
export function whyNotOpen({ status, closesAt }: Period, now: Date): RuleCode | null {
  if (status !== 'draft') return 'wrongState';
  return now < closesAt ? null : 'consultation.closesInPast';
}

/** Why a consultation cannot be closed, or null. */
export function whyNotClose({ status, closesAt }: Period, now: Date): RuleCode | null {
  if (!consultationSteps[status].includes('closed')) return 'wrongState';
  return now >= closesAt ? null : 'consultation.stillOpen';
}

type CommentState = { status: 'unconfirmed' | 'received' | 'hidden'; consultationStatus: ConsultationStatus };

/** Why a comment can be neither answered nor hidden, or null: only what was confirmed, and only before the report. */
export function whyNotHandle({ status, consultationStatus }: CommentState): RuleCode | null {
  return status === 'received' && consultationStatus !== 'report_published' ? null : 'wrongState';
}

/** Why an answer is not enough, or null: everything but a plain yes needs a reason. */
export function whyNotAnswer(disposition: Disposition, answer: string | undefined): RuleCode | null {
  return disposition === 'accepted' || answer?.trim() ? null : 'consultation.reason';
}

/** Why the report cannot be published, or null: every comment must have its answer first. */
export function whyNotReport(status: ConsultationStatus, unanswered: number): RuleCode | null {
  if (!consultationSteps[status].includes('report_published')) return 'wrongState';
  return unanswered === 0 ? null : 'consultation.unanswered';
}

/** How long the link in the letter works. */
export const confirmationDays = 7;
