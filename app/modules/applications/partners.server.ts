import { and, asc, eq, inArray, like, ne, or } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { getOrganisation, listMembers, snapshotOf } from '~/modules/organisations/queries.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { polishSortKey } from '~/shared/text';
import { getApplication } from './queries.server';
import { whyNotStart } from './rules';

/** Organisations asked to make the offer together (art. 14(2)), with what each said. */
export function listPartners(read: Read, applicationId: string) {
  const { coOfferors, organisations } = read.t;
  return read
    .select({ organisationId: coOfferors.organisationId, name: organisations.name, status: coOfferors.status, share: coOfferors.share, tasks: coOfferors.tasks, answeredAt: coOfferors.answeredAt })
    .from(coOfferors)
    .innerJoin(organisations, eq(organisations.id, coOfferors.organisationId))
    .where(eq(coOfferors.applicationId, applicationId))
    .orderBy(asc(coOfferors.invitedAt), asc(coOfferors.organisationId));
}

/** The organisations whose people may read the offer because they make it too, or were asked to. */
export async function partnersReading(read: Read, applicationId: string): Promise<string[]> {
  return (await listPartners(read, applicationId)).filter(({ status }) => status !== 'declined').map(({ organisationId }) => organisationId);
}

/** Joint offers to which these organisations were invited and which they have not declined, the nearest deadline first; only a draft still waits for an answer. */
export function listInvitationsTo(read: Read, organisationIds: readonly string[]) {
  const { coOfferors, applications, organisations, calls } = read.t;
  return read
    .select({
      applicationId: applications.id, title: applications.title, applicationStatus: applications.status, callTitle: calls.title, closesAt: calls.closesAt,
      filerName: organisations.name, organisationId: coOfferors.organisationId, share: coOfferors.share, status: coOfferors.status,
    })
    .from(coOfferors)
    .innerJoin(applications, eq(applications.id, coOfferors.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(inArray(coOfferors.organisationId, [...organisationIds]), ne(coOfferors.status, 'declined')))
    .orderBy(asc(calls.closesAt), asc(applications.id), asc(coOfferors.organisationId));
}

/** Verified organisations by a part of their name or by their court register number. */
export function findPartners(read: Read, words: string, ownId: string) {
  const { organisations } = read.t;
  const digits = words.replace(/\D/g, '');
  const key = polishSortKey(words).replace(/[%_\\]/g, '');
  if (key.length < 3) return Promise.resolve([]);
  return read
    .select({ id: organisations.id, name: organisations.name, krs: organisations.krs })
    .from(organisations)
    .where(and(eq(organisations.status, 'verified'), ne(organisations.id, ownId), or(like(organisations.nameKey, `%${key}%`), ...(digits.length === 10 ? [eq(organisations.krs, digits)] : []))))
    .orderBy(asc(organisations.nameKey))
    .limit(20);
}

/** An editor asks another verified organisation to make the offer together, or changes its share; a changed share must be accepted anew. */
export function invitePartner(context: Context, id: string, { organisationId, share, tasks }: { organisationId: string; share: number; tasks: string }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.invitePartner', application);
    if (actor.kind !== 'person') throw new Forbidden('application.invitePartner');
    refuse(application.status === 'draft' ? null : 'wrongState');
    const [call, organisation] = [await getCall(tx, application.callId), await getOrganisation(tx, organisationId)];
    refuse(organisationId === application.organisationId ? 'partner.oneself' : organisation.status === 'verified' ? whyNotStart(organisation, call) : 'application.notVerified', 'organisationId');
    const { coOfferors } = tx.t;
    const asked = { share, tasks, status: 'invited' as const, invitedBy: actor.id, invitedAt: now, answeredBy: null, answeredAt: null };
    await tx.insert(coOfferors).values({ applicationId: id, organisationId, ...asked }).onConflictDoUpdate({ target: [coOfferors.applicationId, coOfferors.organisationId], set: asked });
    await record(tx, context, { event: 'application.partnerInvited', subject: { kind: 'application', id }, detail: { organisation: organisationId } });
    const own = await getOrganisation(tx, application.organisationId);
    await tell(tx, context, organisationId, id, 'application.partnerInvited', { organisation: own.name, title: application.title || '–', call: call.title });
  });
}

/** An editor takes an organisation out of the joint offer before it is handed in. */
export function removePartner(context: Context, id: string, organisationId: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.invitePartner', application);
    refuse(application.status === 'draft' ? null : 'wrongState');
    const { coOfferors } = tx.t;
    await tx.delete(coOfferors).where(and(eq(coOfferors.applicationId, id), eq(coOfferors.organisationId, organisationId)));
    await record(tx, context, { event: 'application.partnerRemoved', subject: { kind: 'application', id }, detail: { organisation: organisationId } });
  });
}

/** A signatory of the organisation that was asked accepts its part of the joint offer, or declines. */
export function answerPartnership(context: Context, id: string, { organisationId, answer, share }: { organisationId: string; answer: 'accepted' | 'declined'; share: number }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.answerPartnership', { organisationId });
    if (actor.kind !== 'person') throw new Forbidden('application.answerPartnership');
    const partner = (await listPartners(tx, id)).find((one) => one.organisationId === organisationId);
    if (!partner) throw new NotFound('partner');
    refuse(application.status === 'draft' && partner.status === 'invited' ? null : 'wrongState');
    // What was read is what is accepted.
    refuse(partner.share === share ? null : 'changed');
    const { coOfferors } = tx.t;
    await tx.update(coOfferors).set({ status: answer, answeredBy: actor.id, answeredAt: now }).where(and(eq(coOfferors.applicationId, id), eq(coOfferors.organisationId, organisationId)));
    await record(tx, context, { event: answer === 'accepted' ? 'application.partnerAccepted' : 'application.partnerDeclined', subject: { kind: 'application', id }, detail: { organisation: organisationId } });
    await tell(tx, context, application.organisationId, id, answer === 'accepted' ? 'application.partnerAccepted' : 'application.partnerDeclined', { organisation: partner.name, title: application.title || '–' });
  });
}

async function tell(tx: Tx, context: Context, to: string, id: string, template: 'application.partnerInvited' | 'application.partnerAccepted' | 'application.partnerDeclined', params: Record<string, string>) {
  const readers = (await listMembers(tx, to)).filter(({ role, signatory }) => signatory || role !== 'viewer');
  for (const { email, lang } of readers) await tellLater(tx, context, { template, to: { email, lang }, params, link: `/applications/${id}/partners` });
}

/** The joint offerors as they are frozen with the offer; refuses until each accepted and the split of costs adds up. */
export async function frozenPartners(tx: Tx, applicationId: string, total: number) {
  const partners = await listPartners(tx, applicationId);
  if (partners.length === 0) return undefined;
  refuse(partners.every(({ status }) => status === 'accepted') ? null : 'partner.unanswered');
  refuse(ownShare(partners, total) > 0 ? null : 'partner.split');
  const frozen = [];
  for (const { organisationId, share, tasks, answeredAt } of partners)
    frozen.push({ offeror: await snapshotOf(tx, organisationId), share, tasks, acceptedAt: answeredAt?.toISOString() ?? null });
  return frozen;
}

/** What is left of the cost for the organisation that files the offer, so that V.C always adds up. */
export function ownShare(partners: readonly { share: number }[], total: number): number {
  return partners.reduce((left, { share }) => left - share, total);
}
