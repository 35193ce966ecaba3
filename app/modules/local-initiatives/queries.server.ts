import { asc, desc, eq, ne } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { isPublic as isPublicEntry } from '~/modules/organisations/rules';
import { legalRule } from '~/modules/programme/queries.server';
import { NotFound } from '~/shared/errors';
import { dayOf, type Day } from '~/shared/time';
import { answerBy, applicantOf, isPublic, pointsOf, waitsForAnswer, type Criteria } from './rules';

const named = (read: Read) => {
  const { organisations } = read.t;
  return { organisationName: organisations.name, organisationSlug: organisations.slug, legalForm: organisations.legalForm, organisationStatus: organisations.status, safeMode: organisations.safeMode };
};

/** One local initiative whole, with the name of the organisation it is filed through, or NotFound. */
export async function getLocalInitiative(read: Read, id: string) {
  const { localInitiatives, organisations } = read.t;
  const [row] = await read
    .select({ initiative: localInitiatives, ...named(read) })
    .from(localInitiatives)
    .leftJoin(organisations, eq(organisations.id, localInitiatives.organisationId))
    .where(eq(localInitiatives.id, id));
  if (!row) throw new NotFound('localInitiative');
  const { initiative, ...names } = row;
  return { ...initiative, ...names };
}

export type LocalInitiative = Awaited<ReturnType<typeof getLocalInitiative>>;

/** The public face of an initiative, by its number; NotFound before it is filed. No resident is named, and of an organisation at risk not where. */
export async function getPublicLocalInitiative(read: Read, number: string) {
  const { localInitiatives } = read.t;
  const [found] = /^[\w-]{1,40}$/.test(number) ? await read.select({ id: localInitiatives.id }).from(localInitiatives).where(eq(localInitiatives.receiptNumber, number)) : [];
  if (!found) throw new NotFound('localInitiative');
  const { status, submittedAt, publicCopy, content, scores, decidedAt, decisionReason, agreement, report, summary, organisationName, organisationSlug, organisationStatus, legalForm, safeMode } = await getLocalInitiative(read, found.id);
  if (!isPublic(status) || !submittedAt) throw new NotFound('localInitiative');
  const where = safeMode ? { place: '', districts: [] } : {};
  return {
    number, status, submittedAt, area: content.area ?? null, districts: safeMode ? [] : (content.districts ?? []),
    // What was taken back is not shown any more; that it was filed stays.
    copy: publicCopy && status !== 'withdrawn' ? { ...publicCopy, ...where } : null,
    applicant: applicantOf(legalForm), organisation: organisationName ? { name: organisationName, slug: organisationStatus && isPublicEntry(organisationStatus) ? organisationSlug : null } : null,
    scores: decidedAt ? scores : null, decidedAt, decisionReason, agreement,
    outcome: status === 'completed' ? (report?.outcome ?? null) : null, summary,
  };
}

const listed = (read: Read) => {
  const { localInitiatives: i } = read.t;
  return {
    id: i.id, number: i.receiptNumber, status: i.status, title: i.title, content: i.content, publicCopy: i.publicCopy, submittedAt: i.submittedAt, decidedAt: i.decidedAt,
    agreement: i.agreement, updatedAt: i.updatedAt, ...named(read),
  };
};

const initiatives = (read: Read) => {
  const { localInitiatives, organisations } = read.t;
  return read.select(listed(read)).from(localInitiatives).leftJoin(organisations, eq(organisations.id, localInitiatives.organisationId));
};

/** Every initiative that was filed, for everybody, the newest first; a title only after an officer has read it. */
export async function listPublicLocalInitiatives(read: Read) {
  const { localInitiatives } = read.t;
  const rows = await initiatives(read).where(ne(localInitiatives.status, 'draft')).orderBy(desc(localInitiatives.submittedAt), asc(localInitiatives.id));
  return rows.map(({ number, status, content, publicCopy, submittedAt, organisationName, safeMode }) => ({
    number: number ?? '', status, submittedAt, organisationName, area: content.area ?? null,
    title: status === 'withdrawn' ? null : (publicCopy?.title ?? null), districts: safeMode ? [] : (content.districts ?? []),
  }));
}

/** Initiatives for the City's desk: those filed, the longest waiting first, each with the day to answer by. */
export async function listLocalInitiativesForOffice(read: Read, today: Day) {
  const { localInitiatives } = read.t;
  const rows = await initiatives(read).where(ne(localInitiatives.status, 'draft')).orderBy(asc(localInitiatives.submittedAt), asc(localInitiatives.id));
  const months = await legalRule(read, 'LI_ANSWER', today);
  return rows.map(({ submittedAt, ...row }) => {
    const due = submittedAt && waitsForAnswer(row.status) ? answerBy(dayOf(submittedAt), months) : null;
    return { ...row, submittedAt, due, overdue: due !== null && due < today };
  });
}

/** What was handed in last, or undefined. */
export async function getLastFiling(read: Read, localInitiativeId: string) {
  const { localInitiativeSubmissions: s } = read.t;
  const [last] = await read.select().from(s).where(eq(s.localInitiativeId, localInitiativeId)).orderBy(desc(s.submittedAt), desc(s.id)).limit(1);
  return last;
}

/** The most points for each criterion and how many are needed, as the rules stand on a day. */
export async function criteriaOn(read: Read, day: Day): Promise<Criteria> {
  const [need, work, district, pass] = await Promise.all([legalRule(read, 'LI_NEED', day), legalRule(read, 'LI_WORK', day), legalRule(read, 'LI_DISTRICT', day), legalRule(read, 'LI_PASS', day)]);
  return { need, work, district, pass };
}

/** The day by which the City answers a request filed at this moment. */
export async function answerDay(read: Read, submittedAt: Date): Promise<Day> {
  const day = dayOf(submittedAt);
  return answerBy(day, await legalRule(read, 'LI_ANSWER', day));
}

/** Whether the points given are enough for the City to agree. */
export async function passes(read: Read, { scores, submittedAt }: Pick<LocalInitiative, 'scores' | 'submittedAt'>): Promise<boolean> {
  return !!scores && !!submittedAt && pointsOf(scores) >= (await criteriaOn(read, dayOf(submittedAt))).pass;
}
