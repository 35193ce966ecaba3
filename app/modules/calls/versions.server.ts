import { and, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { legalRule } from '~/modules/programme/queries.server';
import { Forbidden, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { dayOf, formatInstantZone, isBefore, type Day } from '~/shared/time';
import { withKeys } from './attachments.server';
import type { CallChange } from './content';
import type { CorrigendumForm, ExtensionForm, RepublicationForm } from './forms-life';
import { advanceCall, writeChecklist, writeCriteria } from './commands.server';
import { getVersion } from './life-queries.server';
import { getCall, listChecklist, listCriteria } from './queries.server';
import { earliestDeadline, isOpen, publicationPlaces, whyNotReview } from './rules';
import { changesBetween, whyNotExtend, withChanges } from './rules-life';

type Call = Awaited<ReturnType<typeof getCall>>;
type Version = Awaited<ReturnType<typeof getVersion>>;
type Proposal = { kind: Version['kind']; changes: CallChange[]; reason: string; outage?: { from: Date; to: Date } | undefined };

const pending = ['proposed', 'approved'] as const;

async function propose(tx: Tx, { actor, now }: Context, callId: string, { kind, changes, reason, outage }: Proposal): Promise<string> {
  const { callVersions } = tx.t;
  if (actor.kind !== 'person') throw new Forbidden('call.propose');
  refuse((await tx.$count(callVersions, and(eq(callVersions.callId, callId), inArray(callVersions.status, [...pending])))) > 0 ? 'call.correctionPending' : null);
  const [last] = await tx.select({ number: callVersions.number }).from(callVersions).where(eq(callVersions.callId, callId)).orderBy(desc(callVersions.number)).limit(1);
  const id = newId();
  await tx.insert(callVersions).values({
    id, callId, number: (last?.number ?? 0) + 1, kind, status: 'proposed', changes, reason, outageFrom: outage?.from ?? null, outageTo: outage?.to ?? null,
    proposedBy: actor.id, proposedAt: now, publications: [],
  });
  return id;
}

/** Refuses a deadline that leaves applicants fewer than the statutory days after this publication (art. 13(1)). */
async function refuseTooSoon(tx: Tx, { lang }: Context, closesAt: Date, lastPublication: Day, field?: string) {
  const earliest = earliestDeadline(lastPublication, await legalRule(tx, 'CALL_21_DAYS', lastPublication));
  refuse(isBefore(closesAt, earliest) ? 'call.tooSoon' : null, field, { earliest: formatInstantZone(earliest, lang) });
}

/** An officer proposes to correct the announcement of an open call; the days for offers will run anew. */
export function proposeCorrigendum(context: Context, callId: string, { reason, fields }: z.output<typeof CorrigendumForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'call.propose', {});
    refuse(isOpen(call, now) ? null : 'wrongState');
    const criteria = await listCriteria(tx, callId);
    const correctable = (await listChecklist(tx, callId)).filter((item) => item.correctable).map(({ code }) => code);
    const { requiredAttachments: typed, ...rest } = fields;
    const wanted = { ...rest, ...(typed ? { requiredAttachments: withKeys(call.requiredAttachments, typed) } : {}) };
    const changes = changesBetween({ ...call, criteria: criteria.map(({ key, max }) => ({ key, max })), correctable }, wanted);
    refuse(changes.length > 0 ? null : 'call.nothingChanged');
    const stops = whyNotReview({ ...withChanges(call, changes), closesDay: dayOf(fields.closesAt) }, fields.criteria ?? criteria);
    if (stops.length > 0) throw new RuleViolations(stops);
    await refuseTooSoon(tx, context, fields.closesAt, dayOf(now), 'closesOn');
    const id = await propose(tx, context, callId, { kind: 'corrigendum', changes, reason });
    await record(tx, context, { event: 'call.correctionProposed', subject: { kind: 'call', id: callId } });
    return id;
  });
}

/** An officer proposes a later deadline, with the outage that asks for it if there was one. */
export function proposeExtension(context: Context, callId: string, { closesAt, cause, outage, reason }: z.output<typeof ExtensionForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'call.propose', {});
    const named = cause === 'outage' ? outage : undefined;
    refuse(cause === 'outage' && !named ? 'call.outage' : null, 'outageFromOn');
    const why = whyNotExtend(call, { closesAt, outage: named }, now);
    refuse(why, why === 'call.notLater' ? 'closesOn' : why === 'call.outage' ? 'outageFromOn' : undefined);
    refuse(call.decisionBy <= dayOf(closesAt) ? 'call.decisionBy' : null, 'closesOn');
    const changes = [{ field: 'closesAt', before: call.closesAt.toISOString(), after: closesAt.toISOString() }];
    const id = await propose(tx, context, callId, { kind: 'extension', changes, reason, outage: named });
    await record(tx, context, { event: 'call.extensionProposed', subject: { kind: 'call', id: callId } });
    return id;
  });
}

/** The head approves a corrigendum somebody else wrote; it takes effect once it hangs in all three places. */
export function approveCorrigendum(context: Context, versionId: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const version = await getVersion(tx, versionId);
    authorise(actor, 'call.correct', {});
    refuse(version.kind === 'corrigendum' && version.status === 'proposed' ? null : 'wrongState');
    await approve(tx, context, version);
    const call = await getCall(tx, version.callId);
    refuse(isOpen(call, now) ? null : 'wrongState');
    await refuseTooSoon(tx, context, withChanges(call, version.changes).closesAt, dayOf(now));
    await record(tx, context, { event: 'call.correctionApproved', subject: { kind: 'call', id: version.callId } });
  });
}

async function approve(tx: Tx, { actor, now }: Context, version: Version) {
  const { callVersions } = tx.t;
  if (actor.kind !== 'person') throw new Forbidden('call.correct');
  refuse(actor.id === version.proposedBy ? 'fourEyes' : null);
  await tx.update(callVersions).set({ status: 'approved', approvedBy: actor.id, approvedAt: now }).where(eq(callVersions.id, version.id));
}

/** Records where and when the corrected announcement hung; once for each place. */
export function recordRepublication(context: Context, { version: versionId, place, publishedOn, reference }: z.output<typeof RepublicationForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const version = await getVersion(tx, versionId);
    authorise(actor, 'call.publish', {});
    refuse(version.kind === 'corrigendum' && version.status === 'approved' && version.approvedAt ? null : 'wrongState');
    refuse(publishedOn > dayOf(now) ? 'call.publishedInFuture' : null, 'publishedOn');
    refuse(version.approvedAt && publishedOn < dayOf(version.approvedAt) ? 'call.publishedBeforeOrder' : null, 'publishedOn');
    const publications = [...version.publications.filter((publication) => publication.place !== place), { place, publishedOn, reference }];
    await tx.update(tx.t.callVersions).set({ publications }).where(eq(tx.t.callVersions.id, versionId));
    await record(tx, context, { event: 'call.published', subject: { kind: 'call', id: version.callId }, detail: { place, on: publishedOn } });
  });
}

/** Takes a proposal back before it is in force; the call stays as it was. */
export function dropVersion(context: Context, versionId: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const version = await getVersion(tx, versionId);
    authorise(actor, 'call.publish', {});
    refuse(version.status === 'proposed' || version.status === 'approved' ? null : 'wrongState');
    await tx.update(tx.t.callVersions).set({ status: 'dropped' }).where(eq(tx.t.callVersions.id, versionId));
    await record(tx, context, { event: 'call.correctionDropped', subject: { kind: 'call', id: version.callId } });
  });
}

/** Puts a corrigendum that hangs in all three places into force, in the transaction that tells the applicants. */
export async function enforceCorrigendum(tx: Tx, context: Context, version: Version): Promise<Call> {
  const { now } = context;
  const call = await getCall(tx, version.callId);
  refuse(version.kind === 'corrigendum' && version.status === 'approved' && isOpen(call, now) ? null : 'wrongState');
  const { publications } = version;
  refuse(publicationPlaces.every((place) => publications.some((publication) => publication.place === place)) ? null : 'call.publications');
  const last = publications.map(({ publishedOn }) => publishedOn).toSorted().at(-1) ?? dayOf(now);
  await refuseTooSoon(tx, context, withChanges(call, version.changes).closesAt, last);
  return enforce(tx, context, call, version);
}

/** Confirms an extension somebody else proposed and moves the deadline, in the transaction that tells the applicants. */
export async function enforceExtension(tx: Tx, context: Context, version: Version): Promise<Call> {
  const call = await getCall(tx, version.callId);
  refuse(version.kind === 'extension' && version.status === 'proposed' ? null : 'wrongState');
  const outage = version.outageFrom && version.outageTo ? { from: version.outageFrom, to: version.outageTo } : undefined;
  refuse(whyNotExtend(call, { closesAt: withChanges(call, version.changes).closesAt, outage }, context.now));
  await approve(tx, context, version);
  const changed = await enforce(tx, context, call, version);
  if (call.status === 'closed') await advanceCall(tx, context, call.id, 'open');
  return changed;
}

async function enforce(tx: Tx, { now }: Context, call: Call, version: Version): Promise<Call> {
  const changed = withChanges(call, version.changes);
  const { title, budget, minGrant, maxGrant, rules, conditions, taskFrom, taskTo, closesAt, procedure, decisionBy, previousTasks, committeeRecruitment, maxShare, adminCap, yearBudgets, requiredAttachments, criteria, correctable } = changed;
  await tx
    .update(tx.t.calls)
    .set({ title, budget, minGrant, maxGrant, rules, conditions, taskFrom, taskTo, closesAt, procedure, decisionBy, previousTasks, committeeRecruitment, maxShare, adminCap, yearBudgets, requiredAttachments, version: call.version + 1 })
    .where(eq(tx.t.calls.id, call.id));
  if (criteria) await writeCriteria(tx, call.id, criteria);
  if (correctable) await writeChecklist(tx, call.id, correctable);
  await tx.update(tx.t.callVersions).set({ status: 'in_force', inForceAt: now }).where(eq(tx.t.callVersions.id, version.id));
  return changed;
}
