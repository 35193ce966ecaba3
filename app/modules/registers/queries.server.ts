import { eq } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import type { RegisterAnswer } from './content';

const hour = 60 * 60 * 1000;
/** How long an answer holds: a day; a number not there may be there soon; silence passes. */
const holds = { found: 24 * hour, not_found: hour, silent: 60 * 1000 };

/** What the register said of this number lately, if it was asked. */
export async function findAnswer(read: Read, krs: string, now: Date): Promise<RegisterAnswer | undefined> {
  const { registryAnswers } = read.t;
  const [row] = await read.select().from(registryAnswers).where(eq(registryAnswers.krs, krs));
  if (!row || now.getTime() - row.askedAt.getTime() >= holds[row.outcome]) return undefined;
  const { outcome, askedAt, subset } = row;
  if (outcome === 'found') return subset ? { outcome, askedAt, subset } : undefined;
  return { outcome, askedAt };
}
