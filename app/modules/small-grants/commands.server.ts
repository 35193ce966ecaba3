import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { EventName, MailTemplate } from '~/i18n/codes';
import { nextNumber, record } from '~/modules/audit/commands.server';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { limits as throttles, networkOf, throttle } from '~/modules/identity/throttle.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { issueReceipt } from '~/modules/receipts/commands.server';
import { getOrganisation, listMembers, snapshotOf } from '~/modules/organisations/queries.server';
import { mayApply, mayBegin } from '~/modules/organisations/rules';
import { canonicalJson } from '~/shared/canonical-json';
import { sha256Hex } from '~/shared/sha256';
import { Forbidden, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
import type { SmallGrantContent, SmallGrantStatus } from './content';
import type { CommentForm } from './forms';
import { boundsAt, getSmallGrant, type SmallGrant } from './queries.server';
import { costSums, isPublic, isWritable, problemsOf, reviewDueOn, takesComments, whyNotStep } from './rules';

/** An editor begins a simplified offer for an organisation that may be given money. */
export function startSmallGrant(context: Context, { organisationId }: { organisationId: string }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const organisation = await getOrganisation(tx, organisationId);
    authorise(actor, 'smallGrant.start', { organisationId });
    const createdBy = actorId(actor);
    if (!createdBy) throw new Forbidden('smallGrant.start');
    refuse(mayApply(organisation.legalForm) ? null : 'application.legalForm', 'organisationId');
    refuse(mayBegin(organisation.status) ? null : 'application.notVerified', 'organisationId');
    const id = newId();
    await tx.insert(tx.t.smallGrants).values({ id, organisationId, status: 'draft', title: '', content: {}, createdBy, createdAt: now, updatedAt: now });
    await record(tx, context, { event: 'smallGrant.started', subject: { kind: 'small_grant', id } });
    return { id };
  });
}

/** Saves the offer as it stands, finished or not; refused with 'changed' when somebody saved in between. */
export function saveSmallGrant(context: Context, id: string, content: SmallGrantContent, version: number) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const offer = await getSmallGrant(tx, id);
    authorise(actor, 'smallGrant.edit', offer);
    refuse(isWritable(offer.status) ? null : 'wrongState');
    refuse(offer.version === version ? null : 'changed');
    const { grant, total } = costSums(content.costs);
    await change(tx, offer, { content, title: content.title, grant, total, updatedAt: now });
    await record(tx, context, { event: 'smallGrant.saved', subject: { kind: 'small_grant', id }, detail: { version: version + 1 } });
    return { version: version + 1 };
  });
}

/** A signatory hands the offer in, for the first time or corrected; the limits of art. 19a hold, and what was handed in is frozen. */
export function submitSmallGrant(context: Context, id: string, { version }: { version?: number } = {}) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const offer = await getSmallGrant(tx, id);
    authorise(actor, 'smallGrant.submit', offer);
    const submittedBy = actorId(actor);
    if (!submittedBy) throw new Forbidden('smallGrant.submit');
    refuse(whyNotStep(offer.status, 'submitted'));
    refuse(version === undefined || version === offer.version ? null : 'changed');
    const organisation = await getOrganisation(tx, offer.organisationId);
    refuse(organisation.status === 'verified' ? null : 'application.notVerified');
    const { today, limits, balance } = await boundsAt(tx, now, offer.organisationId);
    const problems = problemsOf(offer.content, limits, balance, today);
    if (problems.length > 0) throw new RuleViolations(problems);

    const year = today.slice(0, 4);
    const receiptNumber = offer.receiptNumber ?? `MG-${year}-${String(await nextNumber(tx, context, `small-grant-${year}`)).padStart(4, '0')}`;
    const submittedAt = offer.submittedAt ?? now;
    const snapshot = canonicalJson({ receiptNumber, submittedAt: now.toISOString(), offeror: await snapshotOf(tx, offer.organisationId), content: offer.content, sums: costSums(offer.content.costs ?? []) });
    const sha256 = sha256Hex(snapshot);
    await tx.insert(tx.t.smallGrantSubmissions).values({ id: newId(), smallGrantId: id, submittedAt: now, submittedBy, snapshot, sha256 });
    await moveSmallGrant(tx, context, offer, 'submitted', 'smallGrant.submitted', { receiptNumber, submittedAt, correctionNote: null }, { receipt: receiptNumber, sha256 });
    const { short } = await issueReceipt(tx, context, { number: receiptNumber, kind: 'small_grant', about: '', sha256 });
    const due = reviewDueOn(dayOf(submittedAt), limits.reviewDays);
    await tellOrganisation(tx, context, offer, 'smallGrant.received', (lang) => ({ number: receiptNumber, time: formatInstantZone(now, lang, { seconds: true }), hash: sha256, check: `${context.origin}${short}`, due: formatDay(due, lang) }));
    for (const to of await listPeopleWithRole(tx, 'officer'))
      await tellLater(tx, context, { template: 'smallGrant.toReview', to, params: { title: offer.title, organisation: organisation.name, due: formatDay(due, to.lang) }, link: `/office/small-grants/${id}` });
    return { receiptNumber, sha256 };
  });
}

/** A signatory takes the offer back; what was handed in stays on record. */
export function withdrawSmallGrant(context: Context, id: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const offer = await getSmallGrant(tx, id);
    authorise(actor, 'smallGrant.withdraw', offer);
    await moveSmallGrant(tx, context, offer, 'withdrawn', 'smallGrant.withdrawn');
  });
}

/** Anybody comments on a posted offer within its days (art. 19a(5)); an officer reads the comment before everybody does. */
export async function commentOnSmallGrant(context: Context, id: string, input: z.output<typeof CommentForm>) {
  const { db, actor, now, ip } = context;
  authorise(actor, 'smallGrant.comment', {});
  if (ip !== undefined) await throttle(context, throttles.comments, networkOf(ip));
  return db.tx(async (tx) => {
    const offer = await getSmallGrant(tx, id);
    authorise(actor, 'smallGrant.see', { public: isPublic(offer) });
    refuse(takesComments(offer, now) ? null : 'smallGrant.commentsOver');
    const number = await nextNumber(tx, context, `small-grant-comment-${id}`);
    const commentId = newId();
    await tx.insert(tx.t.smallGrantComments).values({
      id: commentId, smallGrantId: id, number, lang: input.lang, text: input.text, authorName: input.authorName ?? null, email: input.email ?? null, status: 'received', createdAt: now,
    });
    await record(tx, context, { event: 'smallGrant.commentReceived', subject: { kind: 'small_grant', id }, detail: { number } });
    return { commentId, number };
  });
}

type Values = Partial<Tx['t']['smallGrants']['$inferInsert']>;

/** Moves an offer along its table of steps, once, and writes it down. */
export async function moveSmallGrant(tx: Tx, context: Context, offer: SmallGrant, to: SmallGrantStatus, event: EventName, values: Values = {}, detail?: Record<string, string | number>) {
  refuse(whyNotStep(offer.status, to));
  await change(tx, offer, { ...values, status: to });
  await record(tx, context, { event, subject: { kind: 'small_grant', id: offer.id }, ...(detail ? { detail } : {}) });
}

/** Writes to the offer unless somebody else wrote in between. */
export async function change(tx: Tx, { id, version }: SmallGrant, values: Values) {
  const { smallGrants } = tx.t;
  const changed = await tx
    .update(smallGrants)
    .set({ ...values, version: version + 1 })
    .where(and(eq(smallGrants.id, id), eq(smallGrants.version, version)))
    .returning({ id: smallGrants.id });
  refuse(changed.length === 1 ? null : 'changed');
}

/** Tells those who write and sign for the organisation, each in their language. */
export async function tellOrganisation(tx: Tx, context: Context, offer: SmallGrant, template: MailTemplate, paramsIn: (lang: Parameters<typeof formatDay>[1]) => Record<string, string>) {
  const readers = (await listMembers(tx, offer.organisationId)).filter(({ role, signatory }) => signatory || role !== 'viewer');
  for (const { email, lang } of readers)
    await tellLater(tx, context, { template, to: { email, lang }, params: { title: offer.title, ...paramsIn(lang) }, link: `/small-grants/mine/${offer.id}` });
}
