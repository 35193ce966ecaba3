import { and, asc, eq } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { meanOf } from './rules';

/** Every card of a call with its total, for the ranking; never shown to members as it is. */
export function listReviewsOfCall(read: Read, callId: string) {
  const { reviews } = read.t;
  return read
    .select({ applicationId: reviews.applicationId, personId: reviews.personId, status: reviews.status, total: reviews.total })
    .from(reviews)
    .where(eq(reviews.callId, callId))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
}

/** Mean points of each criterion of each offer in hundredths, from the cards handed in. */
export async function criterionMeans(read: Read, callId: string): Promise<{ applicationId: string; key: string; mean: number }[]> {
  const { reviews, reviewScores, callCriteria } = read.t;
  const scores = await read
    .select({ applicationId: reviews.applicationId, key: callCriteria.key, points: reviewScores.points })
    .from(reviewScores)
    .innerJoin(reviews, eq(reviews.id, reviewScores.reviewId))
    .innerJoin(callCriteria, eq(callCriteria.id, reviewScores.criterionId))
    .where(and(eq(reviews.callId, callId), eq(reviews.status, 'handed_in')))
    .orderBy(asc(reviews.applicationId), asc(callCriteria.position));
  const groups = new Map<string, { applicationId: string; key: string; points: number[] }>();
  for (const { applicationId, key, points } of scores) {
    const group = groups.get(`${applicationId} ${key}`) ?? { applicationId, key, points: [] };
    group.points.push(points ?? 0);
    groups.set(`${applicationId} ${key}`, group);
  }
  return [...groups.values()].map(({ applicationId, key, points }) => ({ applicationId, key, mean: meanOf(points) }));
}

/** One member's card for one offer with its scores; undefined before the first save. */
export async function findReview(read: Read, applicationId: string, personId: string) {
  const { reviews, reviewScores } = read.t;
  const [review] = await read
    .select({ id: reviews.id, status: reviews.status, total: reviews.total, handedInAt: reviews.handedInAt })
    .from(reviews)
    .where(and(eq(reviews.applicationId, applicationId), eq(reviews.personId, personId)));
  if (!review) return undefined;
  const scores = await read
    .select({ criterionId: reviewScores.criterionId, points: reviewScores.points, reason: reviewScores.reason })
    .from(reviewScores)
    .where(eq(reviewScores.reviewId, review.id));
  return { ...review, scores };
}

export type SeenReview = {
  personId: string;
  name: string;
  total: number;
  scores: { criterionId: string; points: number | null; reason: string }[];
};

/** Other members' cards for one offer as this viewer may see them: none until the viewer's own card is handed in. */
export async function listReviewsSeenBy(read: Read, applicationId: string, viewerId: string): Promise<SeenReview[]> {
  const own = await findReview(read, applicationId, viewerId);
  if (own?.status !== 'handed_in') return [];
  const { reviews, reviewScores, people } = read.t;
  const rows = await read
    .select({
      personId: reviews.personId, name: people.name, total: reviews.total,
      criterionId: reviewScores.criterionId, points: reviewScores.points, reason: reviewScores.reason,
    })
    .from(reviews)
    .innerJoin(people, eq(people.id, reviews.personId))
    .innerJoin(reviewScores, eq(reviewScores.reviewId, reviews.id))
    .where(and(eq(reviews.applicationId, applicationId), eq(reviews.status, 'handed_in')))
    .orderBy(asc(reviews.handedInAt), asc(reviews.id));
  const seen = new Map<string, SeenReview>();
  for (const { personId, name, total, ...score } of rows) {
    if (personId === viewerId) continue;
    const review = seen.get(personId) ?? { personId, name, total, scores: [] };
    review.scores.push(score);
    seen.set(personId, review);
  }
  return [...seen.values()];
}

/** The viewer's own progress in a call: state and total of each of their cards. */
export async function listOwnReviews(read: Read, callId: string, personId: string) {
  const all = await listReviewsOfCall(read, callId);
  return all.filter((review) => review.personId === personId);
}

/** How many cards were handed in for each offer of a call; no points. */
export async function countHandedIn(read: Read, callId: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { applicationId, status } of await listReviewsOfCall(read, callId)) {
    if (status === 'handed_in') counts.set(applicationId, (counts.get(applicationId) ?? 0) + 1);
  }
  return counts;
}
