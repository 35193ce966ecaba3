import { and, asc, eq, inArray, like, ne, or, sql } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { prepared } from '#db/prepared';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { MailTemplate } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import { record } from '~/modules/audit/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { isOpen } from '~/modules/calls/rules';
import { tellLater } from '~/modules/notifications/commands.server';
import { getOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { Forbidden, NotFound, RuleViolation } from '~/shared/errors';
import { polishSortKey } from '~/shared/text';
import type { ByYear } from './content';
import { isFull } from './limit.server';
import { getApplication } from './queries.server';
import { whyNotStart } from './rules';
import { partnerSteps, sameShare, type PartnerAnswer } from './rules-of-partners';

/** Organisations asked to make the offer together (art. 14(2)), with what each said. */
export function listPartners(read: Read, applicationId: string) {
  const { coOfferors, organisations } = read.t;
  return prepared(read, 'partners', (from) =>
    from
      .select({ organisationId: coOfferors.organisationId, name: organisations.name, status: coOfferors.status, share: coOfferors.share, shareYears: coOfferors.shareYears, tasks: coOfferors.tasks, reason: coOfferors.reason, answeredAt: coOfferors.answeredAt })
      .from(coOfferors)
      .innerJoin(organisations, eq(organisations.id, coOfferors.organisationId))
      .where(eq(coOfferors.applicationId, sql.placeholder('applicationId')))
      .orderBy(asc(coOfferors.invitedAt), asc(coOfferors.organisationId)),
  ).execute({ applicationId });
}

/** The organisations whose people may read the offer because they make it too, or were asked to. */
export async function partnersReading(read: Read, applicationId: string): Promise<string[]> {
  return (await listPartners(read, applicationId)).filter(({ status }) => status !== 'declined').map(({ organisationId }) => organisationId);
}

/** The organisations that accepted to make the offer too: their people also take part in its remarks. */
export async function partnersAccepted(read: Read, applicationId: string): Promise<string[]> {
  return (await listPartners(read, applicationId)).filter(({ status }) => status === 'accepted').map(({ organisationId }) => organisationId);
}

/** The organisations that accepted to make an offer of this call with another, and where each offer stands. */
export function listAccepted(read: Read, callId: string) {
  const { coOfferors, applications, organisations } = read.t;
  return read
    .select({ applicationId: applications.id, status: applications.status, organisationId: organisations.id, name: organisations.name, slug: organisations.slug })
    .from(coOfferors)
    .innerJoin(applications, eq(applications.id, coOfferors.applicationId))
    .innerJoin(organisations, eq(organisations.id, coOfferors.organisationId))
    .where(and(eq(applications.callId, callId), eq(coOfferors.status, 'accepted')))
    .orderBy(asc(coOfferors.invitedAt), asc(coOfferors.organisationId));
}

/** The people of these organisations who write offers or sign them, each once: they get the letters about an offer. */
export async function listWriters(read: Read, organisationIds: readonly string[]) {
  const writers = new Map<string, { email: string; lang: Lang }>();
  for (const organisationId of organisationIds)
    for (const { email, lang, role, signatory } of await listMembers(read, organisationId)) if (signatory || role !== 'viewer') writers.set(email, { email, lang });
  return [...writers.values()];
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

type Part = { organisationId: string; share: number; shareYears?: ByYear | undefined; tasks: string };

/** An editor asks another verified organisation to make the offer together, or changes its part; a changed part must be accepted anew, the same part stays answered. */
export function invitePartner(context: Context, id: string, { organisationId, share, shareYears, tasks }: Part) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.invitePartner', application);
    if (actor.kind !== 'person') throw new Forbidden('application.invitePartner');
    refuse(application.status === 'draft' ? null : 'wrongState');
    const [call, organisation] = [await getCall(tx, application.callId), await getOrganisation(tx, organisationId)];
    refuse(isOpen(call, now) ? null : 'application.late');
    refuse(organisationId === application.organisationId ? 'partner.oneself' : organisation.status === 'verified' ? whyNotStart(organisation, call) : 'application.notVerified', 'organisationId');
    refuse((await isFull(tx, call, organisationId, id)) ? 'partner.full' : null, 'organisationId', { name: organisation.name, n: call.offersPerOrganisation });
    const before = (await listPartners(tx, id)).find((one) => one.organisationId === organisationId);
    if (before && before.status !== 'declined' && sameShare(before, { share, shareYears }) && before.tasks === tasks) return;
    const { coOfferors } = tx.t;
    const asked = { share, shareYears: shareYears ?? null, tasks, status: 'invited' as const, reason: null, invitedBy: actor.id, answeredBy: null, answeredAt: null };
    await tx.insert(coOfferors).values({ applicationId: id, organisationId, ...asked, invitedAt: now }).onConflictDoUpdate({ target: [coOfferors.applicationId, coOfferors.organisationId], set: asked });
    await record(tx, context, { event: 'application.partnerInvited', subject: { kind: 'application', id }, detail: { organisation: organisationId } });
    const own = await getOrganisation(tx, application.organisationId);
    await tell(tx, context, organisationId, id, before ? 'application.partnerChanged' : 'application.partnerInvited', { organisation: own.name, title: application.title || '–', call: call.title });
  });
}

/** An editor takes an organisation out of the joint offer before it is handed in. */
export function removePartner(context: Context, id: string, organisationId: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.invitePartner', application);
    refuse(application.status === 'draft' ? null : 'wrongState');
    const partner = (await listPartners(tx, id)).find((one) => one.organisationId === organisationId);
    if (!partner) return;
    const { coOfferors } = tx.t;
    await tx.delete(coOfferors).where(and(eq(coOfferors.applicationId, id), eq(coOfferors.organisationId, organisationId)));
    await record(tx, context, { event: 'application.partnerRemoved', subject: { kind: 'application', id }, detail: { organisation: organisationId } });
    if (partner.status === 'declined') return;
    const [own, call] = [await getOrganisation(tx, application.organisationId), await getCall(tx, application.callId)];
    // It no longer reads the offer, so the letter leads nowhere.
    for (const to of await listWriters(tx, [organisationId])) await tellLater(tx, context, { template: 'application.partnerRemoved', to, params: { organisation: own.name, title: application.title || '–', call: call.title } });
  });
}

const answered = {
  accepted: 'application.partnerAccepted',
  declined: 'application.partnerDeclined',
  withdrawn: 'application.partnerWithdrew',
} as const;

type Answer = { organisationId: string; answer: PartnerAnswer; share: number; shareYears?: ByYear | undefined; reason?: string | undefined };

/** A signatory of the organisation that was asked accepts its part of the joint offer, declines it, or takes the acceptance back before the offer is handed in. */
export function answerPartnership(context: Context, id: string, { organisationId, answer, share, shareYears, reason = '' }: Answer) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.answerPartnership', { organisationId });
    if (actor.kind !== 'person') throw new Forbidden('application.answerPartnership');
    const partner = (await listPartners(tx, id)).find((one) => one.organisationId === organisationId);
    if (!partner) throw new NotFound('partner');
    const status = application.status === 'draft' ? partnerSteps[partner.status][answer] : undefined;
    if (!status) throw new RuleViolation('wrongState');
    const call = await getCall(tx, application.callId);
    refuse(isOpen(call, now) ? null : 'application.late');
    refuse(answer === 'accepted' && (await isFull(tx, call, organisationId, id)) ? 'partner.full' : null, undefined, { name: partner.name, n: call.offersPerOrganisation });
    // What was read is what is accepted.
    refuse(sameShare(partner, { share, shareYears }) ? null : 'changed');
    const { coOfferors } = tx.t;
    const said = { status, reason: answer === 'accepted' ? null : reason || null, ...(status === 'invited' ? { answeredBy: null, answeredAt: null } : { answeredBy: actor.id, answeredAt: now }) };
    await tx.update(coOfferors).set(said).where(and(eq(coOfferors.applicationId, id), eq(coOfferors.organisationId, organisationId)));
    await record(tx, context, { event: answered[answer], subject: { kind: 'application', id }, detail: { organisation: organisationId } });
    await tell(tx, context, application.organisationId, id, answered[answer], { organisation: partner.name, title: application.title || '–', reason });
  });
}

async function tell(tx: Tx, context: Context, to: string, id: string, template: MailTemplate, params: Record<string, string>) {
  for (const writer of await listWriters(tx, [to])) await tellLater(tx, context, { template, to: writer, params, link: `/applications/${id}/partners` });
}
