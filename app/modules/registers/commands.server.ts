import { lte } from 'drizzle-orm';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { throttle, type Limit } from '~/modules/identity/throttle.server';
import type { RegisterAnswer } from './content';
import { readExtract } from './extract';
import type { RegisterProvider } from './provider.server';
import { findAnswer } from './queries.server';

const questions: Limit = { name: 'register-questions', most: 30, seconds: 60 * 60 };

const forgotten = 30 * 24 * 60 * 60 * 1000;

/** Asks the register of one number unless it answered lately; the answer is kept without any person. */
export async function askRegister(context: Context, provider: RegisterProvider, krs: string): Promise<RegisterAnswer> {
  const { db, actor, now } = context;
  authorise(actor, 'register.ask', {});
  const known = await findAnswer(db.read, krs, now);
  if (known) return known;
  if (actor.kind === 'person') await throttle(context, questions, actor.id);
  const answer: RegisterAnswer = { ...(await heard(provider, krs)), askedAt: now };
  await db.tx(async (tx) => {
    const { registryAnswers } = tx.t;
    const row = { outcome: answer.outcome, subset: answer.outcome === 'found' ? answer.subset : null, askedAt: now };
    // Numbers asked once and never again do not stay.
    await tx.delete(registryAnswers).where(lte(registryAnswers.askedAt, new Date(now.getTime() - forgotten)));
    await tx.insert(registryAnswers).values({ krs, ...row }).onConflictDoUpdate({ target: registryAnswers.krs, set: row });
  });
  return answer;
}

async function heard(provider: RegisterProvider, krs: string) {
  try {
    const answer = await provider(krs);
    if (answer === undefined) return { outcome: 'not_found' as const };
    const subset = readExtract(answer, krs);
    return subset ? { outcome: 'found' as const, subset } : { outcome: 'silent' as const };
  } catch {
    // Whatever went wrong on the way, a person hears the same: no answer now.
    return { outcome: 'silent' as const };
  }
}
