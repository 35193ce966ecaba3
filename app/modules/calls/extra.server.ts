import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { mostColumns, type ExtraQuestion } from './content';
import type { ExtraForm } from './forms-extra';
import { getCall } from './queries.server';

/** Saves the questions a call adds to the statutory form, while it is a draft. */
export function saveExtraQuestions(context: Context, id: string, { questions }: z.output<typeof ExtraForm>) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, id);
    authorise(actor, 'call.edit', {});
    refuse(call.status === 'draft' ? null : 'wrongState');
    const extraQuestions = questions.map(({ onlyIf, ...question }, i): ExtraQuestion => {
      refuse(question.kind === 'choice' && question.options.length < 2 ? 'call.options' : null, `questions[${i}].options.pl`);
      refuse(question.kind === 'table' && !(question.options.length >= 1 && question.options.length <= mostColumns) ? 'call.columns' : null, `questions[${i}].options.pl`);
      refuse(onlyIf && !(onlyIf.number >= 1 && onlyIf.number <= i) ? 'call.condition' : null, `questions[${i}].onlyIfQuestion`);
      return { ...question, key: `q${i + 1}`, ...(onlyIf ? { onlyIf: { key: `q${onlyIf.number}`, answer: onlyIf.answer } } : {}) };
    });
    await tx.update(tx.t.calls).set({ extraQuestions, version: call.version + 1 }).where(eq(tx.t.calls.id, id));
    await record(tx, context, { event: 'call.extraSaved', subject: { kind: 'call', id } });
  });
}
