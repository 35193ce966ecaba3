import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { Lang } from '~/i18n/messages';
import { translator } from '~/i18n/translate';
import { nextNumber, record } from '~/modules/audit/commands.server';
import { limits, networkOf, throttle } from '~/modules/identity/throttle.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden, RuleViolation } from '~/shared/errors';
import { digest, newId, newToken, slugOf } from '~/shared/ids';
import type { ConsultationStatus } from './content';
import type { AnswerForm, CommentForm, ConsultationForm, ReportForm } from './forms';
import { countAnswered, getComment, getConsultation } from './queries.server';
import { confirmationDays, consultationSteps, isPublic, whyNotAnswer, whyNotClose, whyNotComment, whyNotHandle, whyNotOpen, whyNotPlan, whyNotReport } from './rules';

type ConsultationInput = z.output<typeof ConsultationForm>;

async function move(tx: Tx, { id, status }: { id: string; status: ConsultationStatus }, to: ConsultationStatus): Promise<void> {
  refuse(consultationSteps[status].includes(to) ? null : 'wrongState');
  await tx.update(tx.t.consultations).set({ status: to }).where(eq(tx.t.consultations.id, id));
}

/** An officer writes down what the City wants to ask, in five languages. */
export function draftConsultation(context: Context, input: ConsultationInput) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'consultation.draft', {});
    if (actor.kind !== 'person') throw new Forbidden('consultation.draft');
    refuse(whyNotPlan(input), 'closesOn');
    const { consultations } = tx.t;
    const taken = (await tx.select({ slug: consultations.slug }).from(consultations)).map(({ slug }) => slug);
    const id = newId();
    const slug = slugOf(input.titles.pl, taken);
    await tx.insert(consultations).values({ ...input, id, slug, status: 'draft', authorId: actor.id, createdAt: now });
    await record(tx, context, { event: 'consultation.drafted', subject: { kind: 'consultation', id } });
    return { id, slug };
  });
}

/** Corrects a consultation that was not opened yet. */
export function saveConsultation(context: Context, id: string, input: ConsultationInput) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const consultation = await getConsultation(tx, id);
    authorise(actor, 'consultation.draft', {});
    refuse(consultation.status === 'draft' ? null : 'wrongState');
    refuse(whyNotPlan(input), 'closesOn');
    await tx.update(tx.t.consultations).set(input).where(eq(tx.t.consultations.id, id));
    await record(tx, context, { event: 'consultation.saved', subject: { kind: 'consultation', id } });
  });
}

/** Shows the consultation to everybody: open at once, or announced until its first moment. */
export function openConsultation(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const consultation = await getConsultation(tx, id);
    authorise(actor, 'consultation.open', {});
    refuse(whyNotOpen(consultation, now));
    await move(tx, consultation, now < consultation.opensAt ? 'announced' : 'open');
    await record(tx, context, { event: 'consultation.opened', subject: { kind: 'consultation', id } });
  });
}

/** Somebody comments; nothing is shown until they open the link in the letter. */
export async function commentOn(context: Context, consultationId: string, input: z.output<typeof CommentForm>) {
  const { db, actor, now, ip } = context;
  authorise(actor, 'consultation.comment', {});
  if (ip !== undefined) {
    await throttle(context, limits.comments, networkOf(ip));
    await throttle(context, limits.mailsToAddress, `comment ${input.email}`);
  }
  return db.tx(async (tx) => {
    const consultation = await getConsultation(tx, consultationId);
    authorise(actor, 'consultation.read', { public: isPublic(consultation.status) });
    refuse(whyNotComment(consultation, now));
    const commentId = newId();
    const token = newToken();
    await tx.insert(tx.t.consultationComments).values({
      id: commentId, consultationId, lang: input.lang, text: input.text, authorName: input.authorName ?? null, email: input.email,
      status: 'unconfirmed', createdAt: now,
    });
    const expiresAt = new Date(now.getTime() + confirmationDays * 24 * 3_600_000);
    await tx.insert(tx.t.tokens).values({ digest: digest(token), kind: 'confirm_comment', subjectId: commentId, expiresAt });
    await record(tx, context, { event: 'comment.received', subject: { kind: 'comment', id: commentId }, detail: { consultation: consultation.slug } });
    await tellLater(tx, context, {
      template: 'comment.confirm',
      to: { email: input.email, lang: context.lang },
      params: { title: consultation.titles[context.lang], days: confirmationDays },
      link: `/consultations/${consultation.slug}/confirm/${token}`,
    });
    return { commentId, token };
  });
}

/** The author confirms the address once: the comment gets its number and everybody can read it. */
export function confirmComment(context: Context, token: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'consultation.confirmComment', {});
    const { tokens, consultationComments } = tx.t;
    const [used] = await tx
      .update(tokens)
      .set({ usedAt: now })
      .where(and(eq(tokens.digest, digest(token)), eq(tokens.kind, 'confirm_comment'), isNull(tokens.usedAt), gt(tokens.expiresAt, now)))
      .returning({ commentId: tokens.subjectId });
    if (!used?.commentId) throw new RuleViolation('consultation.linkOver');
    const comment = await getComment(tx, used.commentId);
    refuse(comment.status === 'unconfirmed' && comment.consultationStatus !== 'report_published' ? null : 'consultation.linkOver');
    const number = await nextNumber(tx, context, `consultation-${comment.consultationId}`);
    await tx.update(consultationComments).set({ status: 'received', number, confirmedAt: now }).where(eq(consultationComments.id, comment.id));
    await record(tx, context, { event: 'comment.confirmed', subject: { kind: 'comment', id: comment.id }, detail: { number, consultation: comment.slug } });
    return comment.slug;
  });
}

/** Hides a comment that breaks the rules; its number and the reason stay for everybody. */
export function hideComment(context: Context, commentId: string, { reason }: { reason: string }) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const comment = await getComment(tx, commentId);
    authorise(actor, 'consultation.moderate', {});
    refuse(whyNotHandle(comment));
    await tx.update(tx.t.consultationComments).set({ status: 'hidden', hiddenReason: reason }).where(eq(tx.t.consultationComments.id, commentId));
    await record(tx, context, { event: 'comment.hidden', subject: { kind: 'comment', id: commentId }, detail: { number: comment.number, consultation: comment.slug } });
  });
}

/** The City says what it does with a comment and why, to the author and to everybody. */
export function answerComment(context: Context, commentId: string, { disposition, answer }: z.output<typeof AnswerForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const comment = await getComment(tx, commentId);
    authorise(actor, 'consultation.answer', {});
    if (actor.kind !== 'person') throw new Forbidden('consultation.answer');
    refuse(whyNotHandle(comment));
    refuse(whyNotAnswer(disposition, answer), 'answer');
    const { consultationComments: comments } = tx.t;
    const [author] = await tx
      .update(comments)
      .set({ disposition, answer: answer?.trim() || null, answeredBy: actor.id, answeredAt: now })
      .where(eq(comments.id, commentId))
      .returning({ email: comments.email });
    if (comment.consultationStatus === 'closed') await move(tx, { id: comment.consultationId, status: 'closed' }, 'analysing');
    await record(tx, context, {
      event: 'comment.answered',
      subject: { kind: 'comment', id: commentId },
      detail: { number: comment.number, consultation: comment.slug, disposition },
    });
    if (!author) return;
    await tellLater(tx, context, {
      template: 'comment.answered',
      to: { email: author.email, lang: comment.lang },
      params: {
        number: comment.number ?? 0,
        title: comment.titles[comment.lang],
        disposition: translator(comment.lang)(`consultations.disposition.${disposition}` as const),
      },
      link: `/consultations/${comment.slug}#comment-${comment.number}`,
    });
  });
}

/** Closes a consultation whose time is over. */
export function closeConsultation(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const consultation = await getConsultation(tx, id);
    authorise(actor, 'consultation.close', {});
    refuse(whyNotClose(consultation, now));
    await move(tx, consultation, 'closed');
    await record(tx, context, { event: 'consultation.closed', subject: { kind: 'consultation', id } });
  });
}

/** Writes down which consultations began and which ended; pages know it from the clock even before. */
export async function closeDueConsultations(context: Context): Promise<void> {
  const { db, actor, now } = context;
  authorise(actor, 'consultation.close', {});
  const { consultations } = db.t;
  const due = await db.read
    .select({ id: consultations.id })
    .from(consultations)
    .where(and(inArray(consultations.status, ['announced', 'open']), lte(consultations.closesAt, now)));
  for (const { id } of due) await closeConsultation(context, id);
  await db.tx(async (tx) => {
    await tx.update(consultations).set({ status: 'open' }).where(and(eq(consultations.status, 'announced'), lte(consultations.opensAt, now)));
  });
}

/** Publishes what people said and what the City did; comments nobody confirmed are erased with their addresses. */
export function publishConsultationReport(context: Context, id: string, { summary }: z.output<typeof ReportForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const consultation = await getConsultation(tx, id);
    authorise(actor, 'consultation.publishReport', {});
    const { answered, total } = await countAnswered(tx, id);
    refuse(whyNotReport(consultation.status, total - answered), undefined, { n: total - answered });
    const { consultations, consultationComments: comments } = tx.t;
    await move(tx, consultation, 'report_published');
    const said = Object.fromEntries(Object.entries(summary).filter(([, text]) => text)) as Partial<Record<Lang, string>>;
    await tx.update(consultations).set({ reportSummary: said, reportPublishedAt: now }).where(eq(consultations.id, id));
    const unconfirmed = and(eq(comments.consultationId, id), eq(comments.status, 'unconfirmed'));
    await tx.delete(tx.t.tokens).where(inArray(tx.t.tokens.subjectId, tx.select({ id: comments.id }).from(comments).where(unconfirmed)));
    await tx.delete(comments).where(unconfirmed);
    await record(tx, context, { event: 'consultation.reportPublished', subject: { kind: 'consultation', id }, detail: { comments: total } });
  });
}
