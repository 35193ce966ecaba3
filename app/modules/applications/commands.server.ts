import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { placeholders, prepared } from '#db/prepared';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { EventName } from '~/i18n/codes';
import { nextNumber, record } from '~/modules/audit/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { isOpen } from '~/modules/calls/rules';
import { listFiles, refuseInfected } from '~/modules/files/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { issueReceipt } from '~/modules/receipts/commands.server';
import { getOrganisation, snapshotOf } from '~/modules/organisations/queries.server';
import { registerBlocks } from '~/modules/organisations/rules-of-register';
import { canonicalJson } from '~/shared/canonical-json';
import { sha256Hex } from '~/shared/sha256';
import { Forbidden, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { dayOf, formatInstantZone } from '~/shared/time';
import { offerSections, type OfferContent } from './content';
import { frozenPartners } from './joint-offer.server';
import { isFull } from './limit.server';
import { listPartners, listWriters } from './partners.server';
import { getApplication, listOwnInCall, listSignOffs } from './queries.server';
import { budgetSums, problemsOfOffer, whyNotStart, whyNotStep, type ApplicationStatus } from './rules';
import { frozenFiles, slotsOf } from './slots.server';

type Application = Awaited<ReturnType<typeof getApplication>>;

/** An editor begins an offer in an open call; a draft that is there already is gone on with. */
export function startApplication(context: Context, { callId, organisationId }: { callId: string; organisationId: string }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    const organisation = await getOrganisation(tx, organisationId);
    authorise(actor, 'application.start', { organisationId });
    if (actor.kind !== 'person') throw new Forbidden('application.start');
    const own = await listOwnInCall(tx, callId, organisationId);
    const draft = own.find(({ status }) => status === 'draft');
    if (draft) return { id: draft.id };
    refuse(isOpen(call, now) ? null : 'application.callClosed');
    refuse(whyNotStart(organisation, call), 'organisationId');
    refuse((await isFull(tx, call, organisationId)) ? 'application.limit' : null, 'organisationId', { n: call.offersPerOrganisation });
    const id = newId();
    await tx.insert(tx.t.applications).values({ id, callId, organisationId, status: 'draft', title: '', content: {}, createdBy: actor.id, createdAt: now, updatedAt: now });
    await record(tx, context, { event: 'application.started', subject: { kind: 'application', id }, detail: { call: call.number } });
    return { id };
  });
}

/** A signatory signs this version of the draft off, where several must sign together. */
export function signOff(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.signOff', application);
    if (actor.kind !== 'person') throw new Forbidden('application.signOff');
    refuse(application.status === 'draft' ? null : 'wrongState');
    const { signOffs } = tx.t;
    const signed = { version: application.version, at: now };
    await tx.insert(signOffs).values({ applicationId: id, personId: actor.id, ...signed }).onConflictDoUpdate({ target: [signOffs.applicationId, signOffs.personId], set: signed });
    await record(tx, context, { event: 'application.signedOff', subject: { kind: 'application', id } });
  });
}

/** A signatory hands the offer in before the deadline (server clock, strictly before); it is frozen under a SHA-256 with a receipt. */
export function submitApplication(context: Context, id: string, { version }: { version?: number } = {}) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.submit', application);
    if (actor.kind !== 'person') throw new Forbidden('application.submit');
    refuse(application.status === 'draft' ? null : 'application.alreadySubmitted');
    // What the signatory read is what is frozen: somebody may have written in it since.
    refuse(version === undefined || version === application.version ? null : 'changed');
    const call = await getCall(tx, application.callId);
    refuse(isOpen(call, now) ? null : 'application.late');
    const organisation = await getOrganisation(tx, application.organisationId);
    refuse(organisation.status === 'verified' ? null : 'application.notVerified');
    refuse(registerBlocks(organisation.registerStanding) ? 'register.blocks' : null);
    const problems = problemsOfOffer(application.content, call, {}, offerSections, await slotsOf(tx, application, call.requiredAttachments, context.lang));
    if (problems.length > 0) throw new RuleViolations(problems.map(({ code, section, params }) => ({ code, field: section, ...(params ? { params } : {}) })));
    const signed = new Set((await listSignOffs(tx, id, application.version)).map(({ personId }) => personId)).add(actor.id);
    refuse(signed.size >= organisation.representation.minSignatures ? null : 'application.signatures', undefined, { n: organisation.representation.minSignatures });

    await refuseInfected(tx, 'application_attachment', id);
    const partners = await frozenPartners(tx, application);
    const receiptNumber = `OK-${dayOf(now).slice(0, 4)}-${String(await nextNumber(tx, context, 'receipt')).padStart(6, '0')}`;
    const files = await listFiles(tx, 'application_attachment', id);
    refuse((application.content.extra?.answers ?? []).every(({ fileId }) => !fileId || files.some((file) => file.id === fileId)) ? null : 'offer.fileGone', 'extra');
    const snapshot = canonicalJson({
      receiptNumber, kind: 'original', callId: call.id, callNumber: call.number, applicationId: id, submittedAt: now.toISOString(),
      offeror: await snapshotOf(tx, application.organisationId), content: application.content, sums: budgetSums(application.content.budget),
      files: frozenFiles(files, call.requiredAttachments), ...(partners ? { partners } : {}),
    });
    const sha256 = sha256Hex(snapshot);
    await keepSubmission(tx, { id: newId(), applicationId: id, kind: 'original' as const, receiptNumber, submittedAt: now, submittedBy: actor.id, snapshot, sha256 });
    await moveApplication(tx, context, application, 'submitted', 'application.submitted', { receipt: receiptNumber, sha256 });
    const { short } = await issueReceipt(tx, context, { number: receiptNumber, kind: 'offer', about: call.title, sha256 });
    // Everybody who makes the offer knows that it went in.
    const offerors = [application.organisationId, ...(await listPartners(tx, id)).map(({ organisationId }) => organisationId)];
    for (const { email, lang } of await listWriters(tx, offerors))
      await tellLater(tx, context, {
        template: 'application.received',
        to: { email, lang },
        params: { title: application.title, call: call.title, number: receiptNumber, time: formatInstantZone(now, lang, { seconds: true }), hash: sha256, check: `${context.origin}${short}` },
        link: `/applications/${id}/receipt`,
      });
    return { receiptNumber, sha256 };
  });
}

async function keepSubmission(tx: Tx, submission: Tx['t']['submissions']['$inferInsert'] & { receiptNumber: string; submittedAt: Date }) {
  const { submissions, applications } = tx.t;
  await prepared(tx, 'keep a submission', (into) => into.insert(submissions).values(placeholders(submission))).execute(submission);
  const { receiptNumber, submittedAt, applicationId } = submission;
  const number = prepared(tx, 'give an offer its number', (into) => into.update(applications).set(placeholders({ receiptNumber, submittedAt })).where(eq(applications.id, sql.placeholder('applicationId'))));
  await number.execute({ receiptNumber, submittedAt, applicationId });
}

/** Before the deadline a signatory takes the offer back to correct it; what was handed in stays on record. */
export function reopenApplication(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    authorise(actor, 'application.withdraw', application);
    const call = await getCall(tx, application.callId);
    refuse(isOpen(call, now) ? null : 'application.late');
    await tx.update(tx.t.applications).set({ receiptNumber: null, submittedAt: null }).where(eq(tx.t.applications.id, id));
    await moveApplication(tx, context, application, 'draft', 'application.reopened');
  });
}

/** Moves an application one step; later modules call it in their own transaction. Refuses a step that does not exist. */
export async function moveApplication(
  tx: Tx,
  context: Context,
  application: Pick<Application, 'id' | 'status'>,
  to: ApplicationStatus,
  event?: EventName,
  detail?: Record<string, string | number | boolean | null>,
): Promise<Application> {
  refuse(whyNotStep(application.status, to));
  const { applications } = tx.t;
  const value = sql.placeholder;
  const move = prepared(tx, 'move an offer', (into) =>
    into
      .update(applications)
      .set(placeholders({ status: to }))
      .where(and(eq(applications.id, value('id')), eq(applications.status, value('before'))))
      .returning(),
  );
  const [moved] = await move.execute({ status: to, id: application.id, before: application.status });
  if (!moved) refuse('changed');
  if (event) await record(tx, context, { event, subject: { kind: 'application', id: application.id }, ...(detail ? { detail } : {}) });
  return moved as Application;
}

type Adopted = { callId: string; organisationId: string; content: OfferContent; grant: number; total: number; submittedAt: Date };

/** Takes over an offer that was chosen outside a contest, so that agreements and reports know it; gives its id. */
export async function adoptOffer(tx: Tx, { actor, now }: Context, { callId, organisationId, content, grant, total, submittedAt }: Adopted): Promise<string> {
  if (actor.kind !== 'person') throw new Forbidden('application.start');
  const id = newId();
  await tx.insert(tx.t.applications).values({
    id, callId, organisationId, status: 'awarded', title: content.task?.title ?? '', content, requested: grant, totalCost: total,
    createdBy: actor.id, createdAt: now, updatedAt: now, submittedAt,
  });
  return id;
}
