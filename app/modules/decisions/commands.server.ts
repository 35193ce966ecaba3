import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { getApplication, listApplicationsOfCall } from '~/modules/applications/queries.server';
import { moveApplication } from '~/modules/applications/commands.server';
import { partnersAccepted } from '~/modules/applications/partners.server';
import { whyNotWithdraw } from '~/modules/applications/rules';
import { nextNumber, record } from '~/modules/audit/commands.server';
import { advanceCall } from '~/modules/calls/commands.server';
import { getCall, listCriteria, listPublications } from '~/modules/calls/queries.server';
import { publicationPlaces } from '~/modules/calls/rules';
import { tellLater } from '~/modules/notifications/commands.server';
import { listMembers } from '~/modules/organisations/queries.server';
import { criterionMeans, listReviewsOfCall } from '~/modules/reviews/queries.server';
import { RuleViolation } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { formatMoney } from '~/shared/money';
import type { AwardAnswerForm, DecisionForm } from './forms';
import { getAward, listStanding } from './queries.server';
import { allocate, keepsShare, rank, whyNotAward, type Scored } from './rules';

async function scoredOffers(tx: Tx, callId: string): Promise<Scored[]> {
  const offers = await listApplicationsOfCall(tx, callId, ['in_assessment', 'assessed']);
  const reviews = await listReviewsOfCall(tx, callId);
  const means = await criterionMeans(tx, callId);
  return offers.map((offer) => {
    const meanAt = (key: string) => means.find((mean) => mean.applicationId === offer.id && mean.key === key)?.mean ?? 0;
    return {
      applicationId: offer.id,
      totals: reviews.filter((review) => review.applicationId === offer.id && review.status === 'handed_in').map(({ total }) => total),
      quality: meanAt('quality'),
      feasibility: meanAt('feasibility'),
      submittedAt: offer.submittedAt ?? new Date(0),
      requested: offer.requested,
    };
  });
}

/** Draws the ranking from the scores handed in, with the proposal of amounts: the committee's opinion. */
export function drawRanking(context: Context, callId: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'ranking.draw', {});
    refuse(call.status === 'assessment' ? null : 'wrongState');
    const scored = await scoredOffers(tx, callId);
    refuse(scored.length > 0 && scored.every(({ totals }) => totals.length >= call.minScores) ? null : 'decision.scoresMissing');
    const criteria = await listCriteria(tx, callId);
    refuse(criteria.length > 0 ? null : 'wrongState');

    for (const offer of allocate(rank(scored), call)) {
      await tx.insert(tx.t.rankings).values({
        callId, applicationId: offer.applicationId, position: offer.position, mean: offer.mean, spread: offer.spread,
        scores: offer.totals.length, proposed: offer.proposed, outcome: offer.outcome, tieBreak: offer.tieBreak,
      });
      let application = await getApplication(tx, offer.applicationId);
      if (application.status === 'in_assessment') application = await moveApplication(tx, context, application, 'assessed');
      await moveApplication(tx, context, application, offer.outcome);
    }
    await advanceCall(tx, context, callId, 'ranked');
    await record(tx, context, { event: 'ranking.drawn', subject: { kind: 'call', id: callId }, detail: { offers: scored.length } });
  });
}

/** Records the Mayor's order: which offers are chosen and for how much (art. 15(2g)); never over the budget of the call. */
export function recordDecision(context: Context, callId: string, input: z.output<typeof DecisionForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'decision.record', {});
    refuse(call.status === 'ranked' ? null : 'wrongState');
    const ranking = await listStanding(tx, callId);
    const byId = new Map(ranking.map((row) => [row.applicationId, row]));
    const chosen = input.awards.flatMap(({ applicationId, amount }) => (amount ? [{ applicationId, amount, row: byId.get(applicationId) }] : []));
    refuse(
      whyNotAward(chosen.map(({ amount, row }) => ({ amount, requested: row?.requested ?? 0, valid: !!row && row.outcome !== 'not_recommended' })), call.budget),
      'awards',
      { budget: formatMoney(call.budget, context.lang) },
    );
    const deviates = ranking.some((row) => (chosen.find(({ applicationId }) => applicationId === row.applicationId)?.amount ?? 0) !== row.proposed);
    if (deviates && !input.deviation) throw new RuleViolation('decision.deviation', 'deviation');

    for (const row of ranking) {
      const award = chosen.find(({ applicationId }) => applicationId === row.applicationId);
      const application = await getApplication(tx, row.applicationId);
      if (award) {
        await moveApplication(tx, context, application, 'awarded');
        const n = await nextNumber(tx, context, `award-${input.orderDate.slice(0, 4)}`);
        await tx.insert(tx.t.awards).values({
          id: newId(), number: `OK-${input.orderDate.slice(0, 4)}-${String(n).padStart(3, '0')}`, callId, applicationId: row.applicationId,
          organisationId: row.organisationId, status: award.amount === row.requested ? 'accepted' : 'awarded', requested: row.requested,
          amount: award.amount, orderNumber: input.orderNumber, orderDate: input.orderDate, deviation: input.deviation ?? null, createdAt: now,
        });
      } else if (row.outcome === 'not_recommended') await moveApplication(tx, context, application, 'rejected');
    }
    await tx
      .update(tx.t.calls)
      .set({ decisionOrderNumber: input.orderNumber, decisionOrderDate: input.orderDate, decidedAt: now })
      .where(eq(tx.t.calls.id, callId));
    await advanceCall(tx, context, callId, 'decided');
    await record(tx, context, {
      event: 'decision.recorded',
      subject: { kind: 'call', id: callId },
      detail: { awards: chosen.length, amount: chosen.reduce((all, { amount }) => all + amount, 0), order: input.orderNumber },
    });
  });
}

/** Publishes the results once they hang in all three places (art. 15(2j)), and tells every organisation its result. */
export function publishResults(context: Context, callId: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'decision.publish', {});
    refuse(call.status === 'decided' ? null : 'wrongState');
    const published = await listPublications(tx, callId, 'results');
    refuse(publicationPlaces.every((place) => published.some((publication) => publication.place === place)) ? null : 'decision.publications');

    await tx.update(tx.t.calls).set({ resultsPublishedAt: now }).where(eq(tx.t.calls.id, callId));
    await advanceCall(tx, context, callId, 'results_published');
    await record(tx, context, { event: 'results.published', subject: { kind: 'call', id: callId } });
    const awards = await tx.select({ id: tx.t.awards.id, applicationId: tx.t.awards.applicationId, amount: tx.t.awards.amount }).from(tx.t.awards).where(eq(tx.t.awards.callId, callId));
    for (const row of await listStanding(tx, callId)) {
      const award = awards.find(({ applicationId }) => applicationId === row.applicationId);
      // Those who make the offer too hear the result as well; only the one that files it answers the award.
      for (const organisationId of [row.organisationId, ...(await partnersAccepted(tx, row.applicationId))])
        for (const { email, lang } of await listMembers(tx, organisationId)) {
          const params = { title: row.title, call: call.title, amount: formatMoney(award?.amount ?? 0, lang) };
          await tellLater(tx, context, {
            template: award ? 'results.awarded' : 'results.notAwarded',
            to: { email, lang },
            params,
            link: award && organisationId === row.organisationId ? `/awards/${award.id}` : `/calls/${call.slug}`,
          });
        }
    }
  });
}

/** The organisation takes its offer back, also one decided but not yet published; what it was to be given is declined with it. */
export function withdrawApplication(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.withdraw', application);
    const { resultsPublishedAt } = await getCall(tx, application.callId);
    refuse(whyNotWithdraw(application.status, resultsPublishedAt));
    await moveApplication(tx, context, application, 'withdrawn', 'application.withdrawn');
    await tx.update(tx.t.awards).set({ status: 'declined', answeredAt: now }).where(eq(tx.t.awards.applicationId, id));
  });
}

/** The organisation takes the award, with an updated total where it is smaller than asked, or declines it. */
export function answerAward(context: Context, awardId: string, input: z.output<typeof AwardAnswerForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const award = await getAward(tx, awardId);
    authorise(actor, 'award.answer', award);
    refuse(award.status === 'awarded' && award.resultsPublishedAt ? null : 'wrongState');
    const accepted = input.answer === 'accept';
    if (accepted) {
      if (!input.updatedTotal) throw new RuleViolation('required', 'updatedTotal');
      const kept = keepsShare({ grant: award.requested, total: award.totalCost }, { grant: award.amount, total: input.updatedTotal });
      if (!kept || input.updatedTotal < award.amount) throw new RuleViolation('award.share', 'updatedTotal');
    } else {
      await moveApplication(tx, context, await getApplication(tx, award.applicationId), 'declined');
    }
    await tx
      .update(tx.t.awards)
      .set({ status: accepted ? 'accepted' : 'declined', updatedTotal: accepted ? input.updatedTotal : null, updateNote: input.note ?? null, answeredAt: now })
      .where(eq(tx.t.awards.id, awardId));
    await record(tx, context, { event: accepted ? 'award.accepted' : 'award.declined', subject: { kind: 'award', id: awardId } });
  });
}

type Outside = { number: string; callId: string; applicationId: string; organisationId: string; amount: number; orderNumber: string; orderDate: string };

/** An award of the whole amount asked, given outside a contest (art. 19a); an agreement can be prepared of it at once. */
export async function grantOutsideContest(tx: Tx, { now }: Context, { amount, ...award }: Outside): Promise<void> {
  await tx.insert(tx.t.awards).values({ id: newId(), ...award, status: 'accepted', requested: amount, amount, createdAt: now });
}
