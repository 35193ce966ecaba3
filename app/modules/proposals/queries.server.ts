import { and, asc, desc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import type { Lang } from '~/i18n/messages';
import { getCall } from '~/modules/calls/queries.server';
import { inWordsOf, isPublic as isPublicCall } from '~/modules/calls/rules';
import { legalRule } from '~/modules/programme/queries.server';
import { NotFound } from '~/shared/errors';
import { dayOf, formatDay, type Day } from '~/shared/time';
import type { Question } from './content';
import { answerBy, clockOn, isPublic, waitsForAnswer } from './rules';

/** One proposal whole, with the name of its organisation, or NotFound. */
export async function getProposal(read: Read, id: string) {
  const { proposals, organisations } = read.t;
  const [row] = await read
    .select({ proposal: proposals, organisationName: organisations.name, organisationSlug: organisations.slug, safeMode: organisations.safeMode })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(eq(proposals.id, id));
  if (!row) throw new NotFound('proposal');
  const { proposal, ...names } = row;
  return { ...proposal, ...names };
}

export type Proposal = Awaited<ReturnType<typeof getProposal>>;

/** The public face of a proposal, by its number; NotFound before it is filed. Of an organisation at risk nobody reads who it is and where. */
export async function getPublicProposal(read: Read, number: string) {
  const { proposals } = read.t;
  const [found] = /^[\w-]{1,40}$/.test(number) ? await read.select({ id: proposals.id }).from(proposals).where(eq(proposals.receiptNumber, number)) : [];
  if (!found) throw new NotFound('proposal');
  const { id, status, submittedAt, publicCopy, content, answer, decidedAt, callId, organisationName, organisationSlug, safeMode } = await getProposal(read, found.id);
  if (!isPublic(status) || !submittedAt) throw new NotFound('proposal');
  const where = safeMode ? { place: '', districts: [] } : {};
  return {
    id, number, status, submittedAt, field: content.field ?? null,
    // What was taken back is not shown any more; that it was filed stays.
    copy: publicCopy && status !== 'withdrawn' ? { ...publicCopy, ...where } : null,
    organisation: safeMode ? null : { name: organisationName, slug: organisationSlug },
    answer: decidedAt ? answer : null, decidedAt, callId,
  };
}

const listed = (read: Read) => {
  const { proposals: p, organisations } = read.t;
  return {
    id: p.id, number: p.receiptNumber, status: p.status, title: p.title, content: p.content, publicCopy: p.publicCopy, submittedAt: p.submittedAt, decidedAt: p.decidedAt, answer: p.answer,
    callId: p.callId, organisationName: organisations.name, safeMode: organisations.safeMode,
  };
};

const proposalsWithNames = (read: Read) => {
  const { proposals, organisations } = read.t;
  return read.select(listed(read)).from(proposals).innerJoin(organisations, eq(organisations.id, proposals.organisationId));
};

/** Every proposal that was filed, for everybody, the newest first; a title only after an officer has read it. */
export async function listPublicProposals(read: Read, today: Day) {
  const { proposals } = read.t;
  const rows = await proposalsWithNames(read).where(ne(proposals.status, 'draft')).orderBy(desc(proposals.submittedAt), asc(proposals.id));
  const months = await monthsOn(read, today);
  return rows.map(({ number, status, content, publicCopy, submittedAt, organisationName, safeMode }) => ({
    number: number ?? '', status, submittedAt, field: content.field ?? null, organisationName: safeMode ? null : organisationName,
    title: status === 'withdrawn' ? null : (publicCopy?.title ?? null), due: submittedAt && waitsForAnswer(status) ? answerBy(dayOf(submittedAt), months) : null,
  }));
}

/** Proposals for the City's desk: those filed, the longest waiting first, each with the day to answer by and how its clock stands. */
export async function listProposalsForOffice(read: Read, today: Day) {
  const { proposals } = read.t;
  const rows = await proposalsWithNames(read).where(ne(proposals.status, 'draft')).orderBy(asc(proposals.submittedAt), asc(proposals.id));
  const months = await monthsOn(read, today);
  return rows.map(({ submittedAt, ...row }) => {
    const due = submittedAt && waitsForAnswer(row.status) ? answerBy(dayOf(submittedAt), months) : null;
    return { ...row, submittedAt, due, clock: due ? clockOn(due, today) : null };
  });
}

/** What the City asked and what the organisation replied, in order. */
export function listQuestions(read: Read, proposalId: string) {
  const { proposalQuestions: q } = read.t;
  return read.select({ id: q.id, question: q.question, askedAt: q.askedAt, reply: q.reply, repliedAt: q.repliedAt }).from(q).where(eq(q.proposalId, proposalId)).orderBy(asc(q.askedAt), asc(q.id));
}

/** Those questions and replies to be read, with their days in words. */
export async function listQuestionsToRead(read: Read, proposalId: string, lang: Lang): Promise<Question[]> {
  const rows = await listQuestions(read, proposalId);
  return rows.map(({ id, question, askedAt, reply, repliedAt }) => ({ id, question, asked: formatDay(dayOf(askedAt), lang), reply: reply ?? '', replied: repliedAt ? formatDay(dayOf(repliedAt), lang) : null }));
}

/** The call that came of a proposal, once everybody may read it. */
export async function findCallOf(read: Read, { callId }: Pick<Proposal, 'callId'>, lang: Lang) {
  const call = callId ? await getCall(read, callId) : null;
  return call && isPublicCall(call.status) ? { slug: call.slug, title: inWordsOf(lang, call.title, call.titles) } : null;
}

/** The proposals of which a call came, as its public page names them. */
export async function listProposalsBehind(read: Read, callId: string) {
  const { proposals } = read.t;
  const rows = await proposalsWithNames(read).where(and(eq(proposals.callId, callId), isNotNull(proposals.receiptNumber))).orderBy(asc(proposals.submittedAt), asc(proposals.id));
  return rows.map(({ number, publicCopy, organisationName, safeMode }) => ({ number: number ?? '', title: publicCopy?.title ?? null, organisationName: safeMode ? null : organisationName }));
}

const monthsOn = (read: Read, day: Day) => legalRule(read, 'OP_ANSWER', day);

/** The day by which the City answers a proposal filed at this moment. */
export async function answerDay(read: Read, submittedAt: Date): Promise<Day> {
  const day = dayOf(submittedAt);
  return answerBy(day, await monthsOn(read, day));
}

/** That day in words with how the clock stands, while the City still has to answer. */
export async function findDue(read: Read, { status, submittedAt }: Pick<Proposal, 'status' | 'submittedAt'>, now: Date, lang: Lang) {
  if (!submittedAt || !waitsForAnswer(status)) return null;
  const due = await answerDay(read, submittedAt);
  return { due: formatDay(due, lang), clock: clockOn(due, dayOf(now)) };
}
