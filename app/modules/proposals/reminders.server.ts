import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Context } from '~/access/context';
import { translator } from '~/i18n/translate';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { addDays, dayOf, formatDay } from '~/shared/time';
import { tellOrganisation } from './commands.server';
import { answerDay, getProposal } from './queries.server';
import { draftIdleDays, nearDays, waitingStatuses } from './rules';

/** Reminds its own people of a draft nobody touched for two weeks; each draft once, so that a letter never nags. */
export function remindOfDrafts(context: Context): Promise<number> {
  const { db, now } = context;
  return db.tx(async (tx) => {
    const { proposals } = tx.t;
    const idle = await tx
      .update(proposals)
      .set({ remindedAt: now })
      .where(and(eq(proposals.status, 'draft'), isNull(proposals.remindedAt), lte(proposals.updatedAt, new Date(now.getTime() - draftIdleDays * 86_400_000))))
      .returning({ id: proposals.id });
    for (const { id } of idle) {
      const draft = await getProposal(tx, id);
      await tellOrganisation(tx, context, draft, 'proposal.draftWaits', (lang) => ({ title: draft.title || translator(lang)('proposals.untitled'), since: formatDay(dayOf(draft.updatedAt), lang) }));
    }
    return idle.length;
  });
}

/** Reminds whoever is to act, a week before the last day, of what the City has not answered; each once. */
export async function remindOfAnswers(context: Context): Promise<number> {
  const { db, now } = context;
  const { proposals: all } = db.t;
  const waiting = await db.read.select({ id: all.id, submittedAt: all.submittedAt }).from(all).where(and(inArray(all.status, waitingStatuses), isNull(all.officeRemindedAt)));
  const near: string[] = [];
  const until = addDays(dayOf(now), nearDays);
  for (const { id, submittedAt } of waiting) if (submittedAt && (await answerDay(db.read, submittedAt)) <= until) near.push(id);
  if (near.length === 0) return 0;
  return db.tx(async (tx) => {
    const { proposals } = tx.t;
    const claimed = await tx
      .update(proposals)
      .set({ officeRemindedAt: now })
      .where(and(inArray(proposals.id, near), inArray(proposals.status, waitingStatuses), isNull(proposals.officeRemindedAt)))
      .returning({ id: proposals.id });
    for (const { id } of claimed) {
      const { title, status, receiptNumber, submittedAt } = await getProposal(tx, id);
      if (!submittedAt) continue;
      const due = await answerDay(tx, submittedAt);
      // What an officer has prepared waits for those who decide.
      for (const to of await listPeopleWithRole(tx, status === 'examined' ? 'head' : 'officer'))
        await tellLater(tx, context, { template: 'proposal.answerNear', to, params: { title, number: receiptNumber ?? '', due: formatDay(due, to.lang) }, link: `/office/proposals/${id}` });
    }
    return claimed.length;
  });
}
