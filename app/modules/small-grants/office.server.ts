import { and, eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { adoptOffer } from '~/modules/applications/commands.server';
import { record } from '~/modules/audit/commands.server';
import { ensureSmallGrantYear } from '~/modules/calls/commands.server';
import { grantOutsideContest } from '~/modules/decisions/commands.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden, RuleViolations } from '~/shared/errors';
import { redacted } from '~/shared/text';
import { dayOf, formatDay } from '~/shared/time';
import { moveSmallGrant, tellOrganisation } from './commands.server';
import { postingPlaces, type SmallGrantContent } from './content';
import type { AnswerForm, ApproveForm, FindingForm, HideForm, PoolForm, PostingForm, RefuseForm } from './forms';
import { asOffer } from './offer';
import { boundsAt, getComment, getSmallGrant, limitsOn, listComments, listPostings } from './queries.server';
import { commentsUntil, overLimits, publicCopyOf, whyNotStep } from './rules';

/** The City says how much it plans in grants for organisations in a year; a legal rule makes the pool of it (art. 19a(7)). */
export function setPool(context: Context, { year, planned }: z.output<typeof PoolForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'smallGrant.setPool', {});
    const setBy = actorId(actor);
    if (!setBy) throw new Forbidden('smallGrant.setPool');
    const values = { planned, setBy, setAt: now };
    await tx.insert(tx.t.smallGrantPools).values({ year, ...values }).onConflictDoUpdate({ target: tx.t.smallGrantPools.year, set: values });
    await record(tx, context, { event: 'smallGrant.poolSet', subject: { kind: 'programme', id: String(year) }, detail: { year, planned } });
  });
}

/** An officer asks for a correction; the statutory clock runs on. */
export function askCorrection(context: Context, id: string, { note }: { note: string }) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const offer = await getSmallGrant(tx, id);
    authorise(actor, 'smallGrant.review', {});
    await moveSmallGrant(tx, context, offer, 'correction_requested', 'smallGrant.correctionAsked', { correctionNote: note });
    await tellOrganisation(tx, context, offer, 'smallGrant.correction', () => ({ note }));
  });
}

/** An officer finds the task purposeful and settles the copy that the public will read (art. 19a(3)). */
export function findPurposeful(context: Context, id: string, { title, description, profile, finding }: z.output<typeof FindingForm>) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const offer = await getSmallGrant(tx, id);
    authorise(actor, 'smallGrant.review', {});
    refuse(whyNotStep(offer.status, 'purposeful'));
    const left = Object.entries({ title, description, profile }).filter(([, words]) => redacted(words) !== words);
    if (left.length > 0) throw new RuleViolations(left.map(([field]) => ({ field, code: 'smallGrant.notRedacted' })));
    const publicCopy = { ...publicCopyOf(offer.content as SmallGrantContent), title, description, profile };
    await moveSmallGrant(tx, context, offer, 'purposeful', 'smallGrant.purposeful', { publicCopy, findingReason: finding, reviewedBy: actorId(actor) });
  });
}

/** Records where the offer hangs; in the third place the days for comments begin, from the last of the three. */
export function recordPosting(context: Context, id: string, { place, postedOn, reference }: z.output<typeof PostingForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const offer = await getSmallGrant(tx, id);
    authorise(actor, 'smallGrant.post', {});
    refuse(whyNotStep(offer.status, 'posted'));
    refuse(postedOn > dayOf(now) ? 'call.publishedInFuture' : null, 'postedOn');
    refuse(offer.submittedAt && postedOn < dayOf(offer.submittedAt) ? 'smallGrant.postedEarly' : null, 'postedOn');
    const { smallGrantPostings } = tx.t;
    const values = { postedOn, reference, recordedBy: actorId(actor) ?? '' };
    await tx.insert(smallGrantPostings).values({ smallGrantId: id, place, ...values }).onConflictDoUpdate({ target: [smallGrantPostings.smallGrantId, smallGrantPostings.place], set: values });
    const postings = await listPostings(tx, id);
    if (!postingPlaces.every((one) => postings.some((posting) => posting.place === one))) {
      await record(tx, context, { event: 'smallGrant.hung', subject: { kind: 'small_grant', id }, detail: { place, on: postedOn } });
      return;
    }
    const last = postings.map((posting) => posting.postedOn).toSorted().at(-1) ?? postedOn;
    const until = commentsUntil(last, (await limitsOn(tx, last)).postedDays);
    await moveSmallGrant(tx, context, offer, 'posted', 'smallGrant.posted', { postedOn: last, commentsUntil: until }, { place, until });
    await tellOrganisation(tx, context, offer, 'smallGrant.posted', (lang) => ({ until: formatDay(until, lang) }));
  });
}

/** Ends the days for comments of every posted offer whose last day is over; a job of the portal itself. Gives how many. */
export async function closeDueComments(context: Context): Promise<number> {
  const { db, actor, now } = context;
  authorise(actor, 'smallGrant.closeComments', {});
  const { smallGrants } = db.t;
  const over = and(eq(smallGrants.status, 'posted'), lt(smallGrants.commentsUntil, dayOf(now)));
  if ((await db.read.$count(smallGrants, over)) === 0) return 0;
  return db.tx(async (tx) => {
    const due = await tx.select({ id: smallGrants.id }).from(smallGrants).where(over);
    for (const { id } of due) await moveSmallGrant(tx, context, await getSmallGrant(tx, id), 'comments_closed', 'smallGrant.commentsClosed');
    return due.length;
  });
}

/** Lets everybody read a comment. */
export function showComment(context: Context, commentId: string) {
  return handleComment(context, commentId, 'smallGrant.commentShown', { status: 'shown', hiddenReason: null });
}

/** Keeps a comment that breaks the rules from the public; its number and the reason stay. */
export function hideComment(context: Context, { commentId, hidingReason }: z.output<typeof HideForm>) {
  return handleComment(context, commentId, 'smallGrant.commentHidden', { status: 'hidden', hiddenReason: hidingReason });
}

/** The City answers a comment, to everybody and to the author who left an address. */
export function answerComment(context: Context, { commentId, answer }: z.output<typeof AnswerForm>) {
  return handleComment(context, commentId, 'smallGrant.commentAnswered', { status: 'shown', hiddenReason: null, answer, answeredBy: actorId(context.actor) });
}

type CommentEvent = 'smallGrant.commentShown' | 'smallGrant.commentHidden' | 'smallGrant.commentAnswered';

function handleComment(context: Context, commentId: string, event: CommentEvent, values: Partial<Awaited<ReturnType<typeof getComment>>>) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const comment = await getComment(tx, commentId);
    authorise(actor, 'smallGrant.moderate', {});
    const offer = await getSmallGrant(tx, comment.smallGrantId);
    refuse(['posted', 'comments_closed'].includes(offer.status) ? null : 'wrongState');
    await tx.update(tx.t.smallGrantComments).set(values).where(eq(tx.t.smallGrantComments.id, commentId));
    await record(tx, context, { event, subject: { kind: 'small_grant', id: offer.id }, detail: { number: comment.number } });
    if (event === 'smallGrant.commentAnswered' && comment.email)
      await tellLater(tx, context, {
        template: 'smallGrant.commentAnswered', to: { email: comment.email, lang: comment.lang }, params: { number: comment.number, title: offer.publicCopy?.title ?? '' },
        link: `/small-grants/${offer.receiptNumber}#comment-${comment.number}`,
      });
  });
}

/** Somebody other than the officer who examined the offer grants the money: every comment has its answer and the limits hold again. */
export function approveSmallGrant(context: Context, id: string, { orderNumber, orderDate, reason }: z.output<typeof ApproveForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const offer = await getSmallGrant(tx, id);
    authorise(actor, 'smallGrant.decide', {});
    refuse(whyNotStep(offer.status, 'approved'));
    refuse(offer.reviewedBy === actorId(actor) ? 'fourEyes' : null);
    refuse(orderDate > dayOf(now) ? 'call.orderInFuture' : null, 'orderDate');
    const waiting = (await listComments(tx, id)).filter(({ status, answer }) => status === 'received' || (status === 'shown' && !answer));
    refuse(waiting.length > 0 ? 'smallGrant.commentsWait' : null, undefined, { n: waiting.length });
    const { limits, balance } = await boundsAt(tx, now, offer.organisationId);
    const over = overLimits(offer.grant, limits, balance);
    if (over.length > 0) throw new RuleViolations(over.map(({ code, params }) => ({ code, ...(params ? { params } : {}) })));

    // From here on the offer is known to agreements, payments and reports like any other that was given money.
    const content = asOffer(offer.content as SmallGrantContent);
    const callId = await ensureSmallGrantYear(tx, context, Number(orderDate.slice(0, 4)));
    const applicationId = await adoptOffer(tx, context, { callId, organisationId: offer.organisationId, content, grant: offer.grant, total: offer.total, submittedAt: offer.submittedAt ?? now });
    await grantOutsideContest(tx, context, { number: offer.receiptNumber ?? '', callId, applicationId, organisationId: offer.organisationId, amount: offer.grant, orderNumber, orderDate });
    await moveSmallGrant(tx, context, offer, 'approved', 'smallGrant.approved', { decidedBy: actorId(actor), decidedAt: now, orderNumber, orderDate, decisionReason: reason, applicationId }, { order: orderNumber, amount: offer.grant });
    await tellOrganisation(tx, context, offer, 'smallGrant.approved', () => ({ order: orderNumber }));
  });
}

/** The City does not grant the money and says why. */
export function refuseSmallGrant(context: Context, id: string, { refusalReason: reason }: z.output<typeof RefuseForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const offer = await getSmallGrant(tx, id);
    authorise(actor, 'smallGrant.decide', {});
    await moveSmallGrant(tx, context, offer, 'refused', 'smallGrant.refused', { decidedBy: actorId(actor), decidedAt: now, decisionReason: reason });
    await tellOrganisation(tx, context, offer, 'smallGrant.refused', () => ({ reason }));
  });
}


