import { and, asc, count, desc, eq, gt, inArray, like, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';
import { legalRule } from '~/modules/programme/queries.server';
import { NotFound } from '~/shared/errors';
import { dayOf } from '~/shared/time';
import { callStatuses, earliestDeadline, isOpen, isPublic, publicationPlaces } from './rules';

const publicStatuses = callStatuses.filter(isPublic);

/** One call whole, or NotFound. */
export async function getCall(read: Read, id: string) {
  const one = prepared(read, 'call', (from) => from.select().from(read.t.calls).where(eq(read.t.calls.id, sql.placeholder('id'))));
  const [call] = await one.execute({ id });
  if (!call) throw new NotFound('call');
  return call;
}

/** Whether this is the address of a year's pool of small grants. */
export async function isSmallGrantsPool(read: Read, slug: string): Promise<boolean> {
  const { calls } = read.t;
  return (await read.$count(calls, and(eq(calls.slug, slug), eq(calls.kind, 'small_grants')))) > 0;
}

/** One call that everybody may read, by its address, or NotFound. */
export async function getPublicCall(read: Read, slug: string) {
  const { calls } = read.t;
  const [call] = await read.select().from(calls).where(and(eq(calls.slug, slug), eq(calls.kind, 'open_call'), inArray(calls.status, publicStatuses)));
  if (!call) throw new NotFound('call');
  return call;
}

function listed(read: Read) {
  const { calls } = read.t;
  return {
    id: calls.id, slug: calls.slug, number: calls.number, status: calls.status, title: calls.title, titles: calls.titles,
    summaries: calls.summaries, budget: calls.budget, minGrant: calls.minGrant, maxGrant: calls.maxGrant, closesAt: calls.closesAt, decisionBy: calls.decisionBy,
    targetGroups: calls.targetGroups, districts: calls.districts, eligibleForms: calls.eligibleForms, openedAt: calls.openedAt,
  };
}

/** Public calls: those that take offers first, soonest deadline first; then the rest, latest deadline first. */
export async function listPublicCalls(read: Read, now: Date) {
  const { calls } = read.t;
  const all = await read.select(listed(read)).from(calls).where(and(eq(calls.kind, 'open_call'), inArray(calls.status, publicStatuses))).orderBy(desc(calls.closesAt));
  return [...all.filter((call) => isOpen(call, now)).toReversed(), ...all.filter((call) => !isOpen(call, now))];
}

/** Open calls that close next, soonest first. */
export function nextDeadlines(read: Read, now: Date, limit = 3) {
  const { calls } = read.t;
  return read.select(listed(read)).from(calls).where(and(eq(calls.status, 'open'), gt(calls.closesAt, now))).orderBy(asc(calls.closesAt)).limit(limit);
}

/** All calls with their state, for the office. */
export function listCallsForOffice(read: Read) {
  const { calls } = read.t;
  return read.select({ ...listed(read), authorId: calls.authorId }).from(calls).where(eq(calls.kind, 'open_call')).orderBy(desc(calls.createdAt));
}

/** How many calls take offers now. */
export async function countOpen(read: Read, now: Date): Promise<number> {
  const { calls } = read.t;
  const [row] = await read.select({ n: count() }).from(calls).where(and(eq(calls.status, 'open'), gt(calls.closesAt, now)));
  return Number(row?.n ?? 0);
}

/** The criteria of a call with their points, in order. */
export function listCriteria(read: Read, callId: string) {
  const { callCriteria } = read.t;
  return read
    .select({ id: callCriteria.id, key: callCriteria.key, max: callCriteria.max, position: callCriteria.position })
    .from(callCriteria)
    .where(eq(callCriteria.callId, callId))
    .orderBy(asc(callCriteria.position));
}

/** The formal checklist of a call, in order. */
export function listChecklist(read: Read, callId: string) {
  const { callChecklist } = read.t;
  return read
    .select({ id: callChecklist.id, code: callChecklist.code, correctable: callChecklist.correctable, position: callChecklist.position })
    .from(callChecklist)
    .where(eq(callChecklist.callId, callId))
    .orderBy(asc(callChecklist.position));
}

/** Where and when the announcement or the results were published. */
export function listPublications(read: Read, callId: string, of: 'announcement' | 'results' | 'ending') {
  const { callPublications } = read.t;
  return read
    .select({ place: callPublications.place, publishedOn: callPublications.publishedOn, reference: callPublications.reference })
    .from(callPublications)
    .where(and(eq(callPublications.callId, callId), eq(callPublications.of, of)));
}

/** Addresses of calls that begin alike. */
export async function listSlugs(read: Read, beginning: string): Promise<string[]> {
  const { calls } = read.t;
  const rows = await read.select({ slug: calls.slug }).from(calls).where(like(calls.slug, `${beginning}%`));
  return rows.map(({ slug }) => slug);
}

/** Where the announcement hangs, whether in all three places, and the earliest deadline this allows (art. 13(1)); a missing place counts as today. */
export async function announcedWhere(read: Read, callId: string, now: Date) {
  const publications = await listPublications(read, callId, 'announcement');
  const complete = publicationPlaces.every((place) => publications.some((publication) => publication.place === place));
  const days = publications.map(({ publishedOn }) => publishedOn);
  const last = [...days, ...(complete ? [] : [dayOf(now)])].toSorted().at(-1) ?? dayOf(now);
  return { publications, complete, earliest: earliestDeadline(last, await legalRule(read, 'CALL_21_DAYS', last)) };
}
