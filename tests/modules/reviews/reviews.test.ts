import { beforeEach, expect, test } from 'vitest';
import type { Person } from '~/access/actor';
import { appointMember, declareImpartiality, startAssessment } from '~/modules/panels/commands.server';
import { handInReview, saveReview } from '~/modules/reviews/commands.server';
import { criterionMeans, findReview, listReviewsOfCall, listReviewsSeenBy } from '~/modules/reviews/queries.server';
import { overMax } from '~/modules/reviews/rules';
import { eachEngine, portal, type Portal } from '../../support/portal';
import { contest, offerRow } from '../screening/contest';

const card = (quality?: number, feasibility?: number, reason: string | undefined = 'Dobry zespół') => ({
  scores: [
    { criterionId: 'k1', points: quality, reason: quality === undefined ? undefined : reason },
    { criterionId: 'k2', points: feasibility, reason: feasibility === undefined ? undefined : reason },
  ],
});

eachEngine((engine) => {
  let p: Portal;
  let chair: Person;
  let one: Person;
  let excluded: Person;

  beforeEach(async () => {
    p = await portal(engine);
    const { head } = await contest(p, { status: 'screening', offers: ['formally_valid', 'formally_valid'] });
    [chair, one, excluded] = [await p.person({ roles: ['committee_member'] }), await p.person({ roles: ['committee_member'] }), await p.person({ roles: ['committee_member'] })];
    for (const [member, seat] of [[chair, 'chair'], [one, 'city'], [excluded, 'city']] as const) {
      await appointMember(p.as(head), 'call', { personId: member.id, seat, organisationId: undefined });
    }
    for (const member of [chair, one]) await declareImpartiality(p.as(member), 'call', { outcome: 'none', applicationIds: [] });
    await declareImpartiality(p.as(excluded), 'call', { outcome: 'declared', applicationIds: ['offer0'], reason: 'Rodzina' });
    await startAssessment(p.as(head), 'call');
  });

  test('a draft may be incomplete and is saved again and again', async () => {
    await saveReview(p.as(one), 'offer0', card(20));
    await saveReview(p.as(one), 'offer0', card(21));
    const review = await findReview(p.db.read, 'offer0', one.id);
    expect(review).toMatchObject({ status: 'draft', total: 21 });
    expect(review!.scores.find(({ criterionId }) => criterionId === 'k2')).toMatchObject({ points: null, reason: '' });
  });

  test('points over the most of a criterion are refused at their field', async () => {
    await expect(saveReview(p.as(one), 'offer0', card(31, 15))).rejects.toMatchObject({
      violations: [{ code: 'points.range', field: 'scores[0].points', params: { max: 30 } }],
    });
    expect(await findReview(p.db.read, 'offer0', one.id)).toBeUndefined();
  });

  test('an incomplete card cannot be handed in, and what lacks is said at each field', async () => {
    await expect(handInReview(p.as(one), 'offer0')).rejects.toMatchObject({ violations: { length: 4 } });
    await expect(handInReview(p.as(one), 'offer0', card(20))).rejects.toMatchObject({
      violations: [{ code: 'required', field: 'scores[1].points' }, { code: 'required', field: 'scores[1].reason' }],
    });
    expect(await findReview(p.db.read, 'offer0', one.id)).toBeUndefined();
  });

  test('a card that was handed in cannot be changed', async () => {
    await expect(handInReview(p.as(one), 'offer0', card(20, 10))).resolves.toEqual({ total: 30 });
    await expect(saveReview(p.as(one), 'offer0', card(25, 10))).rejects.toMatchObject({ code: 'review.handedIn' });
    await expect(handInReview(p.as(one), 'offer0', card(25, 10))).rejects.toMatchObject({ code: 'review.handedIn' });
    expect(await findReview(p.db.read, 'offer0', one.id)).toMatchObject({ total: 30 });
  });

  test('nobody sees the scores of others before handing in their own for that offer', async () => {
    await handInReview(p.as(chair), 'offer0', card(30, 15));
    await saveReview(p.as(one), 'offer0', card(10, 10));
    expect(await listReviewsSeenBy(p.db.read, 'offer0', one.id)).toEqual([]);
    await handInReview(p.as(one), 'offer1', card(10, 10));
    expect(await listReviewsSeenBy(p.db.read, 'offer0', one.id)).toEqual([]);
    await handInReview(p.as(one), 'offer0');
    const [seen] = await listReviewsSeenBy(p.db.read, 'offer0', one.id);
    expect(seen).toMatchObject({ personId: chair.id, total: 45, scores: expect.arrayContaining([{ criterionId: 'k1', points: 30, reason: 'Dobry zespół' }]) });
    expect(await listReviewsSeenBy(p.db.read, 'offer0', excluded.id)).toEqual([]);
  });

  test('an excluded member can neither score nor hand in', async () => {
    await expect(saveReview(p.as(excluded), 'offer1', card(1, 1))).rejects.toThrow('review.write');
    await expect(handInReview(p.as(excluded), 'offer1', card(1, 1))).rejects.toThrow('review.handIn');
  });

  test('an offer is assessed with the card of the last cleared member', async () => {
    await handInReview(p.as(chair), 'offer0', card(30, 15));
    expect((await offerRow(p)).status).toBe('in_assessment');
    await handInReview(p.as(one), 'offer0', card(25, 10));
    expect((await offerRow(p)).status).toBe('assessed');
    expect((await offerRow(p, 'offer1')).status).toBe('in_assessment');
    expect((await listReviewsOfCall(p.db.read, 'call')).map(({ total }) => total).sort()).toEqual([35, 45]);
    expect(await criterionMeans(p.db.read, 'call')).toEqual([
      { applicationId: 'offer0', key: 'quality', mean: 2750 },
      { applicationId: 'offer0', key: 'feasibility', mean: 1250 },
    ]);
  });
});

test('a criterion sent twice, or unknown, is refused', () => {
  const criteria = [{ id: 'k1', max: 5 }];
  expect(overMax([{ criterionId: 'k1', points: 5 }, { criterionId: 'k1', points: 1 }, { criterionId: 'x', points: 1 }], criteria).map(({ field }) => field)).toEqual([
    'scores[1].points', 'scores[2].points',
  ]);
});
