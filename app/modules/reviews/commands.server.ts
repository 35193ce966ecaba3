import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { Action } from '~/access/policy';
import { moveApplication } from '~/modules/applications/commands.server';
import { getApplication } from '~/modules/applications/queries.server';
import { record } from '~/modules/audit/commands.server';
import { getCall, listCriteria } from '~/modules/calls/queries.server';
import { panelSubject } from '~/modules/panels/queries.server';
import { Forbidden, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { findReview } from './queries.server';
import { missingScores, overMax, totalOf, type Score } from './rules';

export type Card = { scores: Score[] };

/** What both commands begin with: the offer in assessment, a cleared member, and a card not handed in yet. */
async function openCard(tx: Tx, { actor }: Context, action: Action, applicationId: string) {
  const personId = actorId(actor);
  if (!personId) throw new Forbidden(action);
  const application = await getApplication(tx, applicationId);
  const panel = await panelSubject(tx, application.callId);
  authorise(actor, action, panel);
  const call = await getCall(tx, application.callId);
  const review = await findReview(tx, applicationId, personId);
  refuse(review?.status === 'handed_in' ? 'review.handedIn' : null);
  refuse(call.status === 'assessment' && application.status === 'in_assessment' ? null : 'wrongState');
  return { personId, application, panel, review, criteria: await listCriteria(tx, application.callId) };
}

type Opened = Awaited<ReturnType<typeof openCard>>;

async function write(tx: Tx, { now }: Context, { personId, application, review, criteria }: Opened, { scores }: Card): Promise<string> {
  const { reviews, reviewScores } = tx.t;
  const refusals = overMax(scores, criteria);
  if (refusals.length > 0) throw new RuleViolations(refusals);
  const id = review?.id ?? newId();
  const total = totalOf(scores);
  if (review) await tx.update(reviews).set({ total }).where(eq(reviews.id, id));
  else await tx.insert(reviews).values({ id, callId: application.callId, applicationId: application.id, personId, status: 'draft', total, createdAt: now });
  await tx.delete(reviewScores).where(eq(reviewScores.reviewId, id));
  for (const { criterionId, points, reason } of scores) {
    await tx.insert(reviewScores).values({ reviewId: id, criterionId, points: points ?? null, reason: reason ?? '' });
  }
  return id;
}

/** Saves a score card as a draft; it may be incomplete, and only its author sees it. */
export function saveReview(context: Context, applicationId: string, input: Card) {
  return context.db.tx(async (tx) => {
    const opened = await openCard(tx, context, 'review.write', applicationId);
    const id = await write(tx, context, opened, input);
    await record(tx, context, { event: 'review.saved', subject: { kind: 'review', id }, detail: { application: applicationId } });
  });
}

/** Hands in a complete card (saving what is given first); with the last cleared member's card the offer is assessed. */
export function handInReview(context: Context, applicationId: string, input?: Card) {
  const { db, now } = context;
  return db.tx(async (tx) => {
    const { reviews } = tx.t;
    const opened = await openCard(tx, context, 'review.handIn', applicationId);
    const scores = input?.scores ?? opened.review?.scores ?? [];
    const missing = missingScores(scores, opened.criteria);
    if (missing.length > 0) throw new RuleViolations([...overMax(scores, opened.criteria), ...missing]);
    const id = await write(tx, context, opened, { scores });
    const total = totalOf(scores);
    await tx.update(reviews).set({ status: 'handed_in', total, handedInAt: now }).where(eq(reviews.id, id));
    await record(tx, context, { event: 'review.handedIn', subject: { kind: 'review', id }, detail: { application: applicationId } });
    const done = await tx
      .select({ personId: reviews.personId })
      .from(reviews)
      .where(and(eq(reviews.applicationId, applicationId), eq(reviews.status, 'handed_in')));
    if (opened.panel.cleared.every((member) => done.some(({ personId }) => personId === member))) {
      await moveApplication(tx, context, opened.application, 'assessed', 'application.assessed');
    }
    return { total };
  });
}
