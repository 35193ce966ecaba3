import { and, asc, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { legalRule } from '~/modules/programme/queries.server';
import { NotFound } from '~/shared/errors';
import { dayOf, type Day } from '~/shared/time';
import { isPublic, type Balance, type Limits } from './rules';

/** One simplified offer whole, with the name of its organisation, or NotFound. */
export async function getSmallGrant(read: Read, id: string) {
  const { smallGrants, organisations } = read.t;
  const [row] = await read
    .select({ grant: smallGrants, organisationName: organisations.name, organisationSlug: organisations.slug })
    .from(smallGrants)
    .innerJoin(organisations, eq(organisations.id, smallGrants.organisationId))
    .where(eq(smallGrants.id, id));
  if (!row) throw new NotFound('smallGrant');
  const { grant, ...names } = row;
  return { ...grant, ...names };
}

export type SmallGrant = Awaited<ReturnType<typeof getSmallGrant>>;

/** The public face of an offer, by its receipt number; NotFound while it hangs nowhere. Nothing but the public copy leaves here. */
export async function getPublicSmallGrant(read: Read, receiptNumber: string) {
  const { smallGrants } = read.t;
  const [found] = /^[\w-]{1,40}$/.test(receiptNumber) ? await read.select({ id: smallGrants.id }).from(smallGrants).where(eq(smallGrants.receiptNumber, receiptNumber)) : [];
  if (!found) throw new NotFound('smallGrant');
  const { id, status, publicCopy, postedOn, commentsUntil, grant, total, organisationName, organisationSlug, decidedAt, decisionReason, orderNumber, orderDate } = await getSmallGrant(read, found.id);
  if (!publicCopy || !isPublic({ status, postedOn })) throw new NotFound('smallGrant');
  return { id, number: receiptNumber, status, copy: publicCopy, postedOn, commentsUntil, grant, total, organisationName, organisationSlug, decidedAt, decisionReason, orderNumber, orderDate };
}

const listed = (read: Read) => {
  const { smallGrants, organisations } = read.t;
  return {
    id: smallGrants.id, number: smallGrants.receiptNumber, status: smallGrants.status, title: smallGrants.title, publicCopy: smallGrants.publicCopy,
    grant: smallGrants.grant, submittedAt: smallGrants.submittedAt, postedOn: smallGrants.postedOn, commentsUntil: smallGrants.commentsUntil,
    organisationId: smallGrants.organisationId, organisationName: organisations.name,
  };
};

/** Offers that everybody may read, the newest posted first. */
export async function listPublicSmallGrants(read: Read) {
  const { smallGrants, organisations } = read.t;
  const rows = await read
    .select(listed(read))
    .from(smallGrants)
    .innerJoin(organisations, eq(organisations.id, smallGrants.organisationId))
    .where(and(isNotNull(smallGrants.postedOn), inArray(smallGrants.status, ['posted', 'comments_closed', 'approved', 'refused'])))
    .orderBy(desc(smallGrants.postedOn), asc(smallGrants.id));
  return rows.map(({ publicCopy, ...row }) => ({ ...row, title: publicCopy?.title ?? '' }));
}

/** Offers for the City's desk: those handed in, the longest waiting first. */
export function listSmallGrantsForOffice(read: Read) {
  const { smallGrants, organisations } = read.t;
  return read
    .select(listed(read))
    .from(smallGrants)
    .innerJoin(organisations, eq(organisations.id, smallGrants.organisationId))
    .where(ne(smallGrants.status, 'draft'))
    .orderBy(asc(smallGrants.submittedAt), asc(smallGrants.id));
}

/** What was handed in last, or undefined. */
export async function getLastSubmission(read: Read, smallGrantId: string) {
  const { smallGrantSubmissions: s } = read.t;
  const [last] = await read.select().from(s).where(eq(s.smallGrantId, smallGrantId)).orderBy(desc(s.submittedAt), desc(s.id)).limit(1);
  return last;
}

/** Where and when the offer was posted. */
export function listPostings(read: Read, smallGrantId: string) {
  const { smallGrantPostings: p } = read.t;
  return read.select({ place: p.place, postedOn: p.postedOn, reference: p.reference }).from(p).where(eq(p.smallGrantId, smallGrantId)).orderBy(asc(p.postedOn));
}

/** Comments on an offer by number; e-mail addresses stay in the table. */
export function listComments(read: Read, smallGrantId: string) {
  const { smallGrantComments: c } = read.t;
  return read
    .select({ id: c.id, number: c.number, lang: c.lang, text: c.text, authorName: c.authorName, status: c.status, hiddenReason: c.hiddenReason, answer: c.answer })
    .from(c)
    .where(eq(c.smallGrantId, smallGrantId))
    .orderBy(asc(c.number));
}

/** One comment with the offer it is about, or NotFound. */
export async function getComment(read: Read, id: string) {
  const { smallGrantComments: c } = read.t;
  const [comment] = await read.select().from(c).where(eq(c.id, id));
  if (!comment) throw new NotFound('comment');
  return comment;
}

/** The statutory limits of art. 19a on a Kraków day. */
export async function limitsOn(read: Read, day: Day): Promise<Limits> {
  const rule = (code: Parameters<typeof legalRule>[1]) => legalRule(read, code, day);
  return {
    amount: await rule('SG_AMOUNT'), days: await rule('SG_DAYS'), organisationYear: await rule('SG_ORG_YEAR'), poolShare: await rule('SG_POOL'),
    reviewDays: await rule('SG_7WD'), postedDays: await rule('SG_7D'),
  };
}

/** What was granted in the calendar year of the day, to the organisation and to all, and the pool of that year, in grosze. */
export async function balanceOn(read: Read, day: Day, organisationId = ''): Promise<Balance> {
  const { smallGrants, smallGrantPools } = read.t;
  const year = day.slice(0, 4);
  const rows = await read
    .select({ organisationId: smallGrants.organisationId, total: sql`sum(${smallGrants.grant})`.mapWith(Number) })
    .from(smallGrants)
    .where(and(eq(smallGrants.status, 'approved'), sql`substr(${smallGrants.orderDate}, 1, 4) = ${year}`))
    .groupBy(smallGrants.organisationId);
  const [pool] = await read.select({ planned: smallGrantPools.planned }).from(smallGrantPools).where(eq(smallGrantPools.year, Number(year)));
  const share = await legalRule(read, 'SG_POOL', day);
  return {
    organisation: rows.find((row) => row.organisationId === organisationId)?.total ?? 0,
    granted: rows.reduce((all, { total }) => all + total, 0),
    pool: Math.floor(((pool?.planned ?? 0) * share) / 100),
  };
}

/** The planned grants of each year, the newest first. */
export function listPools(read: Read) {
  const { smallGrantPools: p } = read.t;
  return read.select({ year: p.year, planned: p.planned }).from(p).orderBy(desc(p.year));
}

/** Today's limits and balance together, as every check needs them. */
export async function boundsAt(read: Read, now: Date, organisationId?: string) {
  const today = dayOf(now);
  const [limits, balance] = await Promise.all([limitsOn(read, today), balanceOn(read, today, organisationId)]);
  return { today, limits, balance };
}
