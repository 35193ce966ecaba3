import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { NotFound } from '~/shared/errors';

/** How a call ended, or undefined. */
export async function findEnding(read: Read, callId: string) {
  const { callEndings } = read.t;
  const [ending] = await read.select().from(callEndings).where(eq(callEndings.callId, callId));
  return ending;
}

/** Corrections and extensions of a call, the newest first; those of these states, or all. */
export function listVersions(read: Read, callId: string, statuses?: readonly ('proposed' | 'approved' | 'in_force' | 'dropped')[]) {
  const { callVersions } = read.t;
  return read
    .select()
    .from(callVersions)
    .where(and(eq(callVersions.callId, callId), statuses ? inArray(callVersions.status, [...statuses]) : undefined))
    .orderBy(desc(callVersions.number));
}

/** One correction or extension, or NotFound. */
export async function getVersion(read: Read, id: string) {
  const { callVersions } = read.t;
  const [version] = await read.select().from(callVersions).where(eq(callVersions.id, id));
  if (!version) throw new NotFound('version');
  return version;
}

/** Questions asked about a call, the oldest first: the answered ones, or all for the office. */
export function listQuestions(read: Read, callId: string, statuses: readonly ('asked' | 'answered' | 'set_aside')[] = ['answered']) {
  const { callQuestions } = read.t;
  return read
    .select({
      id: callQuestions.id, status: callQuestions.status, lang: callQuestions.lang, question: callQuestions.question, askedAt: callQuestions.askedAt,
      answer: callQuestions.answer, answeredAt: callQuestions.answeredAt,
    })
    .from(callQuestions)
    .where(and(eq(callQuestions.callId, callId), inArray(callQuestions.status, [...statuses])))
    .orderBy(asc(callQuestions.askedAt), asc(callQuestions.id));
}

/** One question whole, or NotFound. */
export async function getQuestion(read: Read, id: string) {
  const { callQuestions } = read.t;
  const [question] = await read.select().from(callQuestions).where(eq(callQuestions.id, id));
  if (!question) throw new NotFound('question');
  return question;
}

/** How often each of these calls changed after it was announced (corrections, extensions, its end), and when last. */
export async function changesOf(read: Read, callIds: readonly string[]): Promise<Map<string, { times: number; at: Date }>> {
  const { callVersions, callEndings } = read.t;
  const found = new Map<string, { times: number; at: Date }>();
  if (callIds.length === 0) return found;
  const [versions, endings] = await Promise.all([
    read.select({ callId: callVersions.callId, at: callVersions.inForceAt }).from(callVersions).where(and(inArray(callVersions.callId, [...callIds]), eq(callVersions.status, 'in_force'))),
    read.select({ callId: callEndings.callId, at: callEndings.endedAt }).from(callEndings).where(inArray(callEndings.callId, [...callIds])),
  ]);
  for (const { callId, at } of [...versions, ...endings]) {
    const before = found.get(callId);
    if (at) found.set(callId, { times: (before?.times ?? 0) + 1, at: before && before.at > at ? before.at : at });
  }
  return found;
}
