import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { z } from 'zod';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { Tx } from '#db/open.server';
import { translator } from '~/i18n/translate';
import { record } from '~/modules/audit/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { NotFound, RuleViolation } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { sectionsOf } from './rules';
import type { QuestionForm } from './correction-forms';
import { placesOf } from './correction-places';
import { listQuestions } from './correction-queries.server';
import { questionLines } from './correction-words';
import { tellOrganisation } from './letters.server';
import { moveApplication } from './commands.server';
import { authoriseOffer } from './helper-queries.server';
import { getApplication } from './queries.server';
import { listFormalAnswers } from './screening-queries.server';
import { correctionDeadline, correctionOpen, whyNoCorrection } from './screening-rules';

const hours = (n: number) => n * 3_600_000;

/** Puts a field of the offer in question with a coded reason; the organisation sees it when the call for correction is sent. */
export function askQuestion(context: Context, id: string, { field, code, words }: z.output<typeof QuestionForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { correctionQuestions: asked } = tx.t;
    const application = await getApplication(tx, id);
    authorise(actor, 'application.requestCorrection', {});
    refuse(application.status === 'formal_check' ? null : 'wrongState');
    refuse(application.correctionUsed ? 'screening.correctionUsed' : null);
    const call = await getCall(tx, application.callId);
    const place = placesOf(application.content, sectionsOf(call), call.extraQuestions.map(({ key }) => key)).find((one) => `${one.section}/${one.place}` === field);
    if (!place) throw new RuleViolation('correction.noField', 'field');
    if (code === 'other' && !words) throw new RuleViolation('required', 'words');
    const question = { code, words: words ?? null, askedBy: actorId(actor) ?? '', askedAt: now };
    await tx
      .insert(asked)
      .values({ id: newId(), applicationId: id, ...place, ...question })
      .onConflictDoUpdate({ target: [asked.applicationId, asked.section, asked.place], set: question });
    await record(tx, context, { event: 'application.questioned', subject: { kind: 'application', id }, detail: { field, code } });
  });
}

/** Takes a question back before the call for correction was sent. */
export function dropQuestion(context: Context, id: string, questionId: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { correctionQuestions: asked } = tx.t;
    const application = await getApplication(tx, id);
    authorise(actor, 'application.requestCorrection', {});
    refuse(application.status === 'formal_check' && !application.correctionUsed ? null : 'wrongState');
    const dropped = await tx.delete(asked).where(and(eq(asked.id, questionId), eq(asked.applicationId, id))).returning({ section: asked.section, place: asked.place });
    if (!dropped[0]) throw new NotFound('question');
    await record(tx, context, { event: 'application.questionDropped', subject: { kind: 'application', id }, detail: { field: `${dropped[0].section}/${dropped[0].place}` } });
  });
}

/** Calls the organisation to correct the questioned fields: once, only for items that can be corrected, until a stated moment. */
export function requestCorrection(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { applications, formalChecks } = tx.t;
    const application = await getApplication(tx, id);
    authorise(actor, 'application.requestCorrection', {});
    refuse(application.status === 'formal_check' ? null : 'wrongState');
    refuse(whyNoCorrection(await listFormalAnswers(tx, application), application.correctionUsed));
    const questions = await listQuestions(tx, id);
    refuse(questions.length > 0 ? null : 'correction.noQuestion');
    const call = await getCall(tx, application.callId);
    const correctionDueAt = correctionDeadline(now, call.correctionDays);
    const sections = [...new Set(questions.map(({ section }) => section))];
    const opened = { correctionAskedAt: now, correctionDueAt, correctionSections: sections, correctionUsed: true };
    await tx.update(applications).set(opened).where(eq(applications.id, id));
    await tx.delete(formalChecks).where(eq(formalChecks.applicationId, id));
    await moveApplication(tx, context, application, 'correction_requested', 'application.correctionRequested', { sections: sections.join(' '), questions: questions.length });
    await tellOrganisation(tx, context, { ...application, ...opened }, 'application.correctionRequested', {
      params: (lang) => ({ note: questionLines(translator(lang), lang, application.content, questions, call.extraQuestions).join('\n\n') }),
      onlySignatories: true,
    });
    return { dueAt: correctionDueAt };
  });
}

/** Writes down what the organisation says to the questions put to it. */
export function answerQuestions(context: Context, id: string, replies: Readonly<Record<string, string | undefined>>) {
  return context.db.tx((tx) => answerQuestionsIn(tx, context, id, replies));
}

/** The same as a part of a transaction. */
export async function answerQuestionsIn(tx: Tx, context: Context, id: string, replies: Readonly<Record<string, string | undefined>>) {
  const { actor, now } = context;
  const { correctionQuestions: asked } = tx.t;
  const application = await getApplication(tx, id);
  await authoriseOffer(tx, context, 'application.edit', application);
  refuse(application.status === 'correction_requested' ? null : 'wrongState');
  const questions = await listQuestions(tx, id);
  const changed = questions.filter((question) => Object.hasOwn(replies, question.id) && (replies[question.id] ?? null) !== question.answer);
  for (const question of changed) {
    const answer = { answer: replies[question.id] ?? null, answeredBy: actorId(actor) ?? '', answeredAt: now };
    await tx.update(asked).set(answer).where(eq(asked.id, question.id));
  }
  if (changed.length > 0) await record(tx, context, { event: 'application.questionsAnswered', subject: { kind: 'application', id }, detail: { answers: changed.length } });
}

/** Reminds those who sign, two days before the end, of corrections not handed in yet; each of them once. */
export async function remindOfCorrections(context: Context): Promise<number> {
  const { db, now } = context;
  const { applications } = db.t;
  const due = await db.read
    .select({ id: applications.id, dueAt: applications.correctionDueAt })
    .from(applications)
    .where(and(eq(applications.status, 'correction_requested'), isNull(applications.correctionRemindedAt), lte(applications.correctionDueAt, new Date(now.getTime() + hours(48)))));
  const open = due.filter(({ dueAt }) => correctionOpen(now, dueAt)).map(({ id }) => id);
  if (open.length === 0) return 0;
  return db.tx(async (tx) => {
    const claimed = await tx
      .update(tx.t.applications)
      .set({ correctionRemindedAt: now })
      .where(and(inArray(tx.t.applications.id, open), eq(tx.t.applications.status, 'correction_requested'), isNull(tx.t.applications.correctionRemindedAt)))
      .returning({ id: tx.t.applications.id });
    for (const { id } of claimed) await tellOrganisation(tx, context, await getApplication(tx, id), 'application.correctionReminder', { onlySignatories: true });
    return claimed.length;
  });
}
