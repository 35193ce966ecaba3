import { and, asc, count, eq } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import type { CheckedItem } from './screening-rules';

/** The checklist of the call with the answers given for one offer, in the order of the call. */
export function listFormalAnswers(read: Read, application: { id: string; callId: string }): Promise<CheckedItem[]> {
  const { callChecklist, formalAnswers } = read.t;
  return read
    .select({
      id: callChecklist.id, code: callChecklist.code, correctable: callChecklist.correctable,
      answer: formalAnswers.answer, note: formalAnswers.note,
    })
    .from(callChecklist)
    .leftJoin(formalAnswers, and(eq(formalAnswers.checklistId, callChecklist.id), eq(formalAnswers.applicationId, application.id)))
    .where(eq(callChecklist.callId, application.callId))
    .orderBy(asc(callChecklist.position));
}

/** The proposed or confirmed result of the formal check, with the proposer's name; undefined before the first. */
export async function findFormalCheck(read: Read, applicationId: string) {
  const { formalChecks, people } = read.t;
  const [check] = await read
    .select({
      proposal: formalChecks.proposal, reason: formalChecks.reason, proposedBy: formalChecks.proposedBy, proposerName: people.name,
      proposedAt: formalChecks.proposedAt, confirmedBy: formalChecks.confirmedBy, confirmedAt: formalChecks.confirmedAt,
    })
    .from(formalChecks)
    .innerJoin(people, eq(people.id, formalChecks.proposedBy))
    .where(eq(formalChecks.applicationId, applicationId));
  return check;
}

/** How far the formal check of each offer of a call is: items answered, and what was proposed. */
export async function listFormalProgress(read: Read, callId: string): Promise<Map<string, { answered: number; proposal: 'valid' | 'rejected' | null }>> {
  const { applications, formalAnswers, formalChecks } = read.t;
  const answered = await read
    .select({ id: applications.id, answered: count() })
    .from(formalAnswers)
    .innerJoin(applications, eq(applications.id, formalAnswers.applicationId))
    .where(eq(applications.callId, callId))
    .groupBy(applications.id);
  const proposed = await read
    .select({ id: applications.id, proposal: formalChecks.proposal })
    .from(formalChecks)
    .innerJoin(applications, eq(applications.id, formalChecks.applicationId))
    .where(eq(applications.callId, callId));
  const progress = new Map<string, { answered: number; proposal: 'valid' | 'rejected' | null }>();
  for (const row of answered) progress.set(row.id, { answered: row.answered, proposal: null });
  for (const row of proposed) progress.set(row.id, { answered: progress.get(row.id)?.answered ?? 0, proposal: row.proposal });
  return progress;
}
