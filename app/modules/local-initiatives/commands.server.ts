import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { EventName, MailTemplate } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import { nextNumber, record } from '~/modules/audit/commands.server';
import { listFiles, refuseInfected } from '~/modules/files/queries.server';
import { getPerson, listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { tellOfficers } from '~/modules/organisations/officers.server';
import { getOrganisation, listMembers, snapshotOf } from '~/modules/organisations/queries.server';
import { issueReceipt } from '~/modules/receipts/commands.server';
import { canonicalJson } from '~/shared/canonical-json';
import { Forbidden, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { sha256Hex } from '~/shared/sha256';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
import type { LocalInitiativeContent, LocalInitiativeStatus } from './content';
import type { ReportForm } from './forms';
import { answerDay, getLocalInitiative, type LocalInitiative } from './queries.server';
import { applicantOf, isWritable, problemsOf, subjectOf, sumsOf, whyNotStep } from './rules';

/** A resident begins a request for themselves, or an editor through a group or an organisation of the registry. */
export function startLocalInitiative(context: Context, { organisationId }: { organisationId?: string | undefined }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const personId = actorId(actor);
    const organisation = organisationId ? await getOrganisation(tx, organisationId) : null;
    authorise(actor, 'localInitiative.start', organisation ? { organisationId: organisation.id } : { personId });
    if (!personId) throw new Forbidden('localInitiative.start');
    if (organisation) {
      refuse(applicantOf(organisation.legalForm) ? null : 'localInitiative.legalForm', 'organisationId');
      refuse(['verified', 'submitted'].includes(organisation.status) ? null : 'localInitiative.notVerified', 'organisationId');
    }
    const id = newId();
    await tx.insert(tx.t.localInitiatives).values({ id, personId, organisationId: organisation?.id ?? null, status: 'draft', title: '', content: {}, createdAt: now, updatedAt: now });
    await record(tx, context, { event: 'localInitiative.started', subject: { kind: 'local_initiative', id } });
    return { id };
  });
}

/** Saves the request as it stands, finished or not; refused with 'changed' when somebody saved in between. */
export function saveLocalInitiative(context: Context, id: string, content: LocalInitiativeContent, version: number) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const initiative = await getLocalInitiative(tx, id);
    authorise(actor, 'localInitiative.edit', subjectOf(initiative));
    refuse(isWritable(initiative.status) ? null : 'wrongState');
    refuse(initiative.version === version ? null : 'changed');
    await change(tx, initiative, { content, title: content.title, updatedAt: now });
    await record(tx, context, { event: 'localInitiative.saved', subject: { kind: 'local_initiative', id }, detail: { version: version + 1 } });
    return { version: version + 1 };
  });
}

/** The request is handed in, for the first time or completed, and frozen; the City has a month from the first time. */
export function submitLocalInitiative(context: Context, id: string, { version }: { version?: number } = {}) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const initiative = await getLocalInitiative(tx, id);
    authorise(actor, 'localInitiative.submit', subjectOf(initiative));
    const submittedBy = actorId(actor);
    if (!submittedBy) throw new Forbidden('localInitiative.submit');
    refuse(whyNotStep(initiative.status, 'submitted'));
    refuse(version === undefined || version === initiative.version ? null : 'changed');
    const organisation = initiative.organisationId ? await getOrganisation(tx, initiative.organisationId) : null;
    refuse(organisation && organisation.status !== 'verified' ? 'localInitiative.notVerified' : null);
    const problems = problemsOf(initiative.content, dayOf(now));
    if (problems.length > 0) throw new RuleViolations(problems);
    await refuseInfected(tx, 'local_initiative_attachment', id);
    const files = (await listFiles(tx, 'local_initiative_attachment', id)).map(({ name, sha256: hash }) => ({ name, sha256: hash }));

    const year = dayOf(now).slice(0, 4);
    const receiptNumber = initiative.receiptNumber ?? `IL-${year}-${String(await nextNumber(tx, context, `local-initiative-${year}`)).padStart(4, '0')}`;
    const submittedAt = initiative.submittedAt ?? now;
    const applicant = organisation ? await snapshotOf(tx, organisation.id) : 'residents';
    const snapshot = canonicalJson({ receiptNumber, submittedAt: now.toISOString(), applicant, content: initiative.content, sums: sumsOf(initiative.content), files });
    const sha256 = sha256Hex(snapshot);
    await tx.insert(tx.t.localInitiativeSubmissions).values({ id: newId(), localInitiativeId: id, submittedAt: now, submittedBy, snapshot, sha256 });
    // The words may be others than an officer has read.
    await moveLocalInitiative(tx, context, initiative, 'submitted', 'localInitiative.submitted', { receiptNumber, submittedAt, publicCopy: null }, { receipt: receiptNumber, sha256 });
    await issueReceipt(tx, context, { number: receiptNumber, kind: 'local_initiative', about: '', sha256 });
    const due = await answerDay(tx, submittedAt);
    await tellApplicant(tx, context, initiative, 'localInitiative.received', (lang) => ({ number: receiptNumber, time: formatInstantZone(now, lang, { seconds: true }), hash: sha256, due: formatDay(due, lang) }));
    for (const to of await listPeopleWithRole(tx, 'officer'))
      await tellLater(tx, context, { template: 'localInitiative.toReview', to, params: { title: initiative.title, number: receiptNumber, due: formatDay(due, to.lang) }, link: officeLink(id) });
    return { receiptNumber, sha256 };
  });
}

/** The request is taken back while the City has not answered; that it was filed stays on record. */
export function withdrawLocalInitiative(context: Context, id: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const initiative = await getLocalInitiative(tx, id);
    authorise(actor, 'localInitiative.withdraw', subjectOf(initiative));
    await moveLocalInitiative(tx, context, initiative, 'withdrawn', 'localInitiative.withdrawn');
    await tellOfficers(tx, context, { template: 'localInitiative.withdrawn', params: { title: initiative.title, number: initiative.receiptNumber ?? '' }, link: officeLink(id) });
  });
}

/** Residents say what they did; an officer reads it before the initiative is complete. */
export function reportLocalInitiative(context: Context, id: string, report: z.output<typeof ReportForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const initiative = await getLocalInitiative(tx, id);
    authorise(actor, 'localInitiative.report', subjectOf(initiative));
    await moveLocalInitiative(tx, context, initiative, 'reported', 'localInitiative.reported', { report, reportedAt: now, reportNote: null });
    await tellOfficers(tx, context, { template: 'localInitiative.reported', params: { title: initiative.title, number: initiative.receiptNumber ?? '' }, link: officeLink(id) });
  });
}

const officeLink = (id: string) => `/office/local-initiatives/${id}`;

type Values = Partial<Tx['t']['localInitiatives']['$inferInsert']>;

/** Moves an initiative along its table of steps, once, and writes it down. */
export async function moveLocalInitiative(tx: Tx, context: Context, initiative: LocalInitiative, to: LocalInitiativeStatus, event: EventName, values: Values = {}, detail?: Record<string, string | number>) {
  refuse(whyNotStep(initiative.status, to));
  await change(tx, initiative, { ...values, status: to, updatedAt: context.now });
  await record(tx, context, { event, subject: { kind: 'local_initiative', id: initiative.id }, ...(detail ? { detail } : {}) });
}

/** Writes to the initiative unless somebody else wrote in between. */
export async function change(tx: Tx, { id, version }: LocalInitiative, values: Values) {
  const { localInitiatives } = tx.t;
  const changed = await tx
    .update(localInitiatives)
    .set({ ...values, version: version + 1 })
    .where(and(eq(localInitiatives.id, id), eq(localInitiatives.version, version)))
    .returning({ id: localInitiatives.id });
  refuse(changed.length === 1 ? null : 'changed');
}

/** Tells the resident, or those who write and sign for the group or the organisation, each in their language. */
export async function tellApplicant(tx: Tx, context: Context, { id, personId, organisationId, title }: LocalInitiative, template: MailTemplate, paramsIn: (lang: Lang) => Record<string, string>) {
  const readers = organisationId ? (await listMembers(tx, organisationId)).filter(({ role, signatory }) => signatory || role !== 'viewer') : [await getPerson(tx, personId)];
  for (const { email, lang } of readers) await tellLater(tx, context, { template, to: { email, lang }, params: { title, ...paramsIn(lang) }, link: `/local-initiatives/mine/${id}` });
}
