import { and, asc, count, desc, eq, inArray, max, ne, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';
import { NotFound } from '~/shared/errors';
import type { ApplicationStatus } from './rules';

/** One application whole, or NotFound. */
export async function getApplication(read: Read, id: string) {
  const { applications } = read.t;
  const one = prepared(read, 'application', (from) => from.select().from(applications).where(eq(applications.id, sql.placeholder('id'))));
  const [application] = await one.execute({ id });
  if (!application) throw new NotFound('application');
  return application;
}

/** Offers in a call, by name of the organisation; drafts are nobody's business but their authors'. */
export function listApplicationsOfCall(read: Read, callId: string, statuses?: readonly ApplicationStatus[]) {
  const { applications, organisations } = read.t;
  return read
    .select({
      id: applications.id, title: applications.title, status: applications.status, requested: applications.requested, totalCost: applications.totalCost,
      receiptNumber: applications.receiptNumber, submittedAt: applications.submittedAt, organisationId: organisations.id, organisationName: organisations.name,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(and(eq(applications.callId, callId), statuses ? inArray(applications.status, [...statuses]) : ne(applications.status, 'draft')))
    .orderBy(asc(organisations.nameKey), asc(applications.id));
}

/** Offers of these organisations in all calls, the newest first. */
export function listApplicationsOf(read: Read, organisationIds: readonly string[]) {
  const { applications, organisations, calls } = read.t;
  return read
    .select({
      id: applications.id, title: applications.title, status: applications.status, organisationId: organisations.id, organisationName: organisations.name,
      callId: calls.id, callSlug: calls.slug, callTitle: calls.title, callStatus: calls.status, closesAt: calls.closesAt, decisionBy: calls.decisionBy,
      submittedAt: applications.submittedAt, receiptNumber: applications.receiptNumber, correctionDueAt: applications.correctionDueAt,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(inArray(applications.organisationId, [...organisationIds]))
    .orderBy(desc(applications.updatedAt));
}

/** Offers of an organisation in a call that count towards its limit. */
export async function listOwnInCall(read: Read, callId: string, organisationId: string) {
  const { applications } = read.t;
  return read
    .select({ id: applications.id, status: applications.status })
    .from(applications)
    .where(and(eq(applications.callId, callId), eq(applications.organisationId, organisationId), ne(applications.status, 'withdrawn')));
}

/** What was handed in last, or undefined. */
export async function getLatestSubmission(read: Read, applicationId: string) {
  const { submissions } = read.t;
  const [submission] = await read.select().from(submissions).where(eq(submissions.applicationId, applicationId)).orderBy(desc(submissions.submittedAt), desc(submissions.id)).limit(1);
  return submission;
}

/** Who signed this version of the draft off; a file that came or went later undoes what was signed before. */
export async function listSignOffs(read: Read, applicationId: string, version: number) {
  const { signOffs, people, files } = read.t;
  const changes = prepared(read, 'last change of attachments', (from) =>
    from
      .select({ came: max(files.uploadedAt), went: max(files.removedAt) })
      .from(files)
      .where(and(eq(files.purpose, 'application_attachment'), eq(files.subjectId, sql.placeholder('applicationId')))),
  );
  const [{ came, went } = { came: null, went: null }] = await changes.execute({ applicationId });
  const lastChange = Math.max(came?.getTime() ?? 0, went?.getTime() ?? 0);
  const signatures = prepared(read, 'sign-offs', (from) =>
    from
      .select({ personId: signOffs.personId, name: people.name, at: signOffs.at })
      .from(signOffs)
      .innerJoin(people, eq(people.id, signOffs.personId))
      .where(and(eq(signOffs.applicationId, sql.placeholder('applicationId')), eq(signOffs.version, sql.placeholder('version')))),
  );
  const signed = await signatures.execute({ applicationId, version });
  return signed.filter(({ at }) => at.getTime() >= lastChange);
}

/** How many offers were handed in to a call. */
export async function countHandedIn(read: Read, callId: string): Promise<number> {
  const { applications } = read.t;
  const [row] = await read.select({ n: count() }).from(applications).where(and(eq(applications.callId, callId), ne(applications.status, 'draft')));
  return Number(row?.n ?? 0);
}
