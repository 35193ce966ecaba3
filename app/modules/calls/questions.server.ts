import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { limits, networkOf, throttle } from '~/modules/identity/throttle.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden } from '~/shared/errors';
import { newId } from '~/shared/ids';
import type { AnswerForm, AskForm } from './forms-life';
import { getQuestion } from './life-queries.server';
import { getCall } from './queries.server';
import { isPublic } from './rules';

/** Anybody asks about a call; the question is public once it is answered. */
export async function askAboutCall(context: Context, callId: string, input: z.output<typeof AskForm>): Promise<void> {
  const { db, actor, now, lang, ip } = context;
  authorise(actor, 'call.ask', {});
  if (ip !== undefined) await throttle(context, limits.comments, networkOf(ip));
  await db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'call.read', { public: isPublic(call.status) });
    await tx.insert(tx.t.callQuestions).values({ id: newId(), callId, status: 'asked', lang, question: input.question, email: input.email ?? null, askedAt: now });
    await record(tx, context, { event: 'call.asked', subject: { kind: 'call', id: callId } });
  });
}

/** The officer answers: everybody reads it, whoever left an address is told, and the address is forgotten. */
export function answerQuestion(context: Context, { question: id, answer }: z.output<typeof AnswerForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const asked = await getQuestion(tx, id);
    authorise(actor, 'call.answer', {});
    if (actor.kind !== 'person') throw new Forbidden('call.answer');
    refuse(asked.status === 'asked' ? null : 'wrongState');
    const call = await getCall(tx, asked.callId);
    await tx.update(tx.t.callQuestions).set({ status: 'answered', answer, answeredBy: actor.id, answeredAt: now, email: null }).where(eq(tx.t.callQuestions.id, id));
    await record(tx, context, { event: 'call.answered', subject: { kind: 'call', id: call.id } });
    if (asked.email) {
      const params = { number: call.number, question: asked.question, answer };
      await tellLater(tx, context, { template: 'call.answered', to: { email: asked.email, lang: asked.lang }, params, link: `/calls/${call.slug}#questions` });
    }
  });
}

/** Puts a question aside that needs no answer, such as advertising; nobody but the office sees it. */
export function setQuestionAside(context: Context, id: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const asked = await getQuestion(tx, id);
    authorise(actor, 'call.answer', {});
    refuse(asked.status === 'asked' ? null : 'wrongState');
    await tx.update(tx.t.callQuestions).set({ status: 'set_aside', email: null }).where(eq(tx.t.callQuestions.id, id));
    await record(tx, context, { event: 'call.questionSetAside', subject: { kind: 'call', id: asked.callId } });
  });
}
