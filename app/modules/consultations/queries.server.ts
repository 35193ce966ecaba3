import { and, asc, count, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { NotFound } from '~/shared/errors';
import { digest } from '~/shared/ids';
import { isPublic } from './rules';

function consultationColumns(read: Read) {
  const { consultations } = read.t;
  const { id, slug, status, titles, questions, backgrounds, opensAt, closesAt, reportSummary, reportPublishedAt } = consultations;
  return { id, slug, status, titles, questions, backgrounds, opensAt, closesAt, reportSummary, reportPublishedAt };
}

/** Every consultation, the latest first; for the City's desk. */
export function listConsultations(read: Read) {
  const { consultations } = read.t;
  return read.select(consultationColumns(read)).from(consultations).orderBy(desc(consultations.closesAt), asc(consultations.slug));
}

/** Consultations everybody may see, the latest first. */
export async function listPublicConsultations(read: Read) {
  return (await listConsultations(read)).filter(({ status }) => isPublic(status));
}

/** One consultation, or NotFound. */
export async function getConsultation(read: Read, id: string) {
  const { consultations } = read.t;
  const [found] = await read.select(consultationColumns(read)).from(consultations).where(eq(consultations.id, id));
  if (!found) throw new NotFound('consultation');
  return found;
}

/** One consultation everybody may see, by its address. */
export async function getPublicConsultation(read: Read, slug: string) {
  const { consultations } = read.t;
  const [found] = await read.select(consultationColumns(read)).from(consultations).where(eq(consultations.slug, slug));
  if (!found || !isPublic(found.status)) throw new NotFound('consultation');
  return found;
}

/** Confirmed comments in the order of their numbers, without addresses; hidden ones with their text, for the City's desk. */
export async function listCommentsForOffice(read: Read, consultationId: string) {
  const { consultationComments: comments } = read.t;
  const rows = await read
    .select({
      id: comments.id, number: comments.number, lang: comments.lang, text: comments.text, authorName: comments.authorName, status: comments.status,
      hiddenReason: comments.hiddenReason, disposition: comments.disposition, answer: comments.answer, answeredAt: comments.answeredAt,
    })
    .from(comments)
    .where(and(eq(comments.consultationId, consultationId), ne(comments.status, 'unconfirmed')))
    .orderBy(asc(comments.number));
  return rows.map(({ number, ...row }) => ({ ...row, number: number ?? 0 }));
}

/** What everybody may read: a hidden comment keeps its number and the reason, and loses its words and its author. */
export async function listPublicComments(read: Read, consultationId: string) {
  return (await listCommentsForOffice(read, consultationId)).map(({ number, lang, text, authorName, status, hiddenReason, disposition, answer }) => {
    const hidden = status === 'hidden';
    return hidden
      ? { number, lang, hidden, text: '', authorName: null, hiddenReason: hiddenReason ?? '', disposition: null, answer: null }
      : { number, lang, hidden, text, authorName, hiddenReason: '', disposition, answer };
  });
}

/** Where a comment stands, or NotFound. */
export async function getComment(read: Read, id: string) {
  const { consultationComments: comments, consultations } = read.t;
  const [found] = await read
    .select({
      id: comments.id, number: comments.number, lang: comments.lang, status: comments.status,
      consultationId: consultations.id, consultationStatus: consultations.status, slug: consultations.slug, titles: consultations.titles,
    })
    .from(comments)
    .innerJoin(consultations, eq(consultations.id, comments.consultationId))
    .where(eq(comments.id, id));
  if (!found) throw new NotFound('comment');
  return found;
}

/** Whether the link from a letter still confirms a comment. */
export async function isTokenAlive(read: Read, token: string, now: Date): Promise<boolean> {
  const { tokens } = read.t;
  const [found] = await read
    .select({ subjectId: tokens.subjectId })
    .from(tokens)
    .where(and(eq(tokens.digest, digest(token)), eq(tokens.kind, 'confirm_comment'), isNull(tokens.usedAt), gt(tokens.expiresAt, now)));
  return found !== undefined;
}

/** How many comments were received, and how many of them have an answer; of one consultation or of all. */
export async function countAnswered(read: Read, consultationId?: string): Promise<{ answered: number; total: number }> {
  const { consultationComments: comments } = read.t;
  const [row] = await read
    .select({ total: count(), answered: count(comments.disposition) })
    .from(comments)
    .where(and(eq(comments.status, 'received'), consultationId ? eq(comments.consultationId, consultationId) : undefined));
  return { answered: row?.answered ?? 0, total: row?.total ?? 0 };
}
