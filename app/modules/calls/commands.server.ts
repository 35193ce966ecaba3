import { and, eq, lte } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { may } from '~/access/policy';
import type { EventName } from '~/i18n/codes';
import { languages } from '~/i18n/messages';
import { translator } from '~/i18n/translate';
import { nextNumber, record } from '~/modules/audit/commands.server';
import { getPerson } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden, RuleViolation, RuleViolations } from '~/shared/errors';
import { newId, slugOf } from '~/shared/ids';
import { dayOf, formatInstantZone, isBefore } from '~/shared/time';
import type { ExtraQuestion, RequiredAttachment } from './content';
import type { ApproveForm, CallForm, PublicationForm } from './forms';
import { announcedWhere, getCall, listCriteria, listSlugs } from './queries.server';
import { findEnding } from './life-queries.server';
import { checklistDefaults, criterionDefaults, stepBetween, whyNotReview, whyNotStep, type CallStatus } from './rules';

type CallInput = z.output<typeof CallForm>;
type PublishedThing = 'announcement' | 'results' | 'ending';
type Call = Awaited<ReturnType<typeof getCall>>;

function columnsOf({ criteria: _criteria, correctable: _correctable, version: _version, ...input }: CallInput) {
  return {
    ...input,
    yearBudgets: input.yearBudgets ?? [],
    titles: input.titles ?? {},
    summaries: input.summaries ?? {},
    easy: input.easy ?? {},
    targetGroups: input.targetGroups ?? [],
    districts: input.districts ?? [],
    adminCap: input.adminCap ?? null,
    rules: input.rules ?? '',
    conditions: input.conditions ?? '',
    procedure: input.procedure ?? '',
    previousTasks: input.previousTasks ?? '',
    committeeRecruitment: input.committeeRecruitment ?? '',
    budgetLine: input.budgetLine ?? '',
  };
}

/** Writes the criteria of a call anew, in their usual order, without those that give no points. */
export async function writeCriteria(tx: Tx, callId: string, criteria: readonly { key: string; max: number }[]) {
  await tx.delete(tx.t.callCriteria).where(eq(tx.t.callCriteria.callId, callId));
  const points = criterionDefaults.map(({ key }) => ({ key, max: criteria.find((criterion) => criterion.key === key)?.max ?? 0 })).filter(({ max }) => max > 0);
  for (const [position, criterion] of points.entries()) await tx.insert(tx.t.callCriteria).values({ id: newId(), callId, position, ...criterion });
}

/** Writes the formal checklist of a call anew, with what of it can be corrected. */
export async function writeChecklist(tx: Tx, callId: string, correctable: readonly string[]) {
  await tx.delete(tx.t.callChecklist).where(eq(tx.t.callChecklist.callId, callId));
  for (const [position, { code }] of checklistDefaults.entries())
    await tx.insert(tx.t.callChecklist).values({ id: newId(), callId, position, code, correctable: correctable.includes(code) });
}

async function writeLists(tx: Tx, callId: string, { criteria, correctable }: CallInput) {
  await writeCriteria(tx, callId, criteria);
  await writeChecklist(tx, callId, correctable);
}

/** An officer begins the announcement of an open call. */
export function draftCall(context: Context, input: CallInput, { event = 'call.drafted', ...taken }: { extraQuestions?: ExtraQuestion[]; requiredAttachments?: RequiredAttachment[]; event?: 'call.drafted' | 'call.copied' } = {}) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'call.draft', {});
    if (actor.kind !== 'person') throw new Forbidden('call.draft');
    const id = newId();
    const year = dayOf(now).slice(0, 4);
    const n = await nextNumber(tx, context, `call-${year}`);
    const named = slugOf(input.title).slice(0, 50);
    const wanted = slugOf(/\d{4}$/.test(named) ? named : `${named} ${year}`);
    const slug = slugOf(wanted, await listSlugs(tx, wanted));
    await tx.insert(tx.t.calls).values({ ...columnsOf(input), ...taken, id, slug, number: `OK/${year}/${n}`, status: 'draft', authorId: actor.id, createdAt: now });
    await writeLists(tx, id, input);
    await record(tx, context, { event, subject: { kind: 'call', id } });
    return { id, slug };
  });
}

/** The year's small grants as the agreements know them: nobody competes there, so it is born decided (art. 19a). Gives its id. */
export async function ensureSmallGrantYear(tx: Tx, { actor, now }: Context, year: number): Promise<string> {
  const { calls } = tx.t;
  const number = `MG/${year}`;
  const [known] = await tx.select({ id: calls.id }).from(calls).where(eq(calls.number, number));
  if (known) return known.id;
  if (actor.kind !== 'person') throw new Forbidden('call.draft');
  const id = newId();
  await tx.insert(calls).values({
    id, slug: `male-granty-${year}`, number, kind: 'small_grants', status: 'contracting', title: `Małe granty ${year}`, titles: smallGrantTitles(year), summaries: {},
    taskArea: 'foreigners_integration', form: 'support', budget: 0, minGrant: 0, maxGrant: 0, maxShare: 10_000, eligibleForms: [], partialFunding: false, rules: '', conditions: '',
    taskFrom: `${year}-01-01`, taskTo: `${year}-12-31`, closesAt: now, procedure: '', decisionBy: `${year}-12-31`, previousTasks: '', committeeRecruitment: '', threshold: 0,
    budgetLine: '', authorId: actor.id, resultsPublishedAt: now, createdAt: now,
  });
  return id;
}

function smallGrantTitles(year: number) {
  return Object.fromEntries(languages.map((lang) => [lang, `${translator(lang)('calls.smallGrants')} ${year}`]));
}

/** Saves the announcement while it is a draft. */
export function saveCall(context: Context, id: string, input: CallInput) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, id);
    authorise(actor, 'call.edit', {});
    refuse(call.status === 'draft' ? null : 'wrongState');
    refuse(input.version === undefined || input.version === call.version ? null : 'changed');
    await tx.update(tx.t.calls).set({ ...columnsOf(input), version: call.version + 1 }).where(eq(tx.t.calls.id, id));
    await writeLists(tx, id, input);
    await record(tx, context, { event: 'call.saved', subject: { kind: 'call', id } });
  });
}

/** Sends the complete announcement to the person who approves it. */
export function sendCallToReview(context: Context, id: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, id);
    authorise(actor, 'call.sendToReview', {});
    const stops = whyNotReview({ ...call, closesDay: dayOf(call.closesAt) }, await listCriteria(tx, id));
    if (stops.length > 0) throw new RuleViolations(stops);
    await advanceCall(tx, context, id, 'internal_review', 'call.sentToReview');
  });
}

/** Returns the announcement to its author with a reason; an approval and publications it already had count no more. */
export function returnCall(context: Context, id: string, { reason }: { reason: string }) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, id);
    authorise(actor, 'call.return', {});
    refuse(whyNotStep(call.status, 'draft'));
    await tx.update(tx.t.calls).set({ returnReason: reason, approverId: null, orderNumber: null, orderDate: null }).where(eq(tx.t.calls.id, id));
    await tx.delete(tx.t.callPublications).where(eq(tx.t.callPublications.callId, id));
    await advanceCall(tx, context, id, 'draft', 'call.returned');
    await tellAuthor(tx, context, call, 'call.returned', { reason });
  });
}

/** Somebody other than the author approves the announcement with the number and date of the order. */
export function approveCall(context: Context, id: string, { orderNumber, orderDate }: z.output<typeof ApproveForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, id);
    authorise(actor, 'call.approve', {});
    refuse(whyNotStep(call.status, 'approved'));
    refuse(actor.kind === 'person' && actor.id === call.authorId ? 'fourEyes' : null);
    refuse(orderDate > dayOf(now) ? 'call.orderInFuture' : null, 'orderDate');
    await tx
      .update(tx.t.calls)
      .set({ approverId: actor.kind === 'person' ? actor.id : null, orderNumber, orderDate, returnReason: null })
      .where(eq(tx.t.calls.id, id));
    await advanceCall(tx, context, id, 'approved', 'call.approved', { order: orderNumber });
    await tellAuthor(tx, context, call, 'call.approved', { order: orderNumber });
  });
}

const publishedIn: Record<PublishedThing, readonly CallStatus[]> = { announcement: ['approved'], results: ['decided'], ending: ['annulled', 'cancelled'] };

async function orderDateOf(tx: Tx, call: Call, of: PublishedThing) {
  if (of === 'announcement') return call.orderDate;
  return of === 'results' ? call.decisionOrderDate : ((await findEnding(tx, call.id))?.orderDate ?? null);
}

/** Records where and when the announcement, the results or the early end were published (art. 13(3), 15(2j)); once for each place. */
export function recordPublication(context: Context, id: string, input: z.output<typeof PublicationForm> & { of: PublishedThing }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, id);
    authorise(actor, 'call.publish', {});
    refuse(publishedIn[input.of].includes(call.status) ? null : 'wrongState');
    refuse(input.publishedOn > dayOf(now) ? 'call.publishedInFuture' : null, 'publishedOn');
    const order = await orderDateOf(tx, call, input.of);
    refuse(order && input.publishedOn < order ? 'call.publishedBeforeOrder' : null, 'publishedOn');
    const values = { publishedOn: input.publishedOn, reference: input.reference, recordedBy: actor.kind === 'person' ? actor.id : '', recordedAt: now };
    const { callPublications } = tx.t;
    await tx
      .insert(callPublications)
      .values({ callId: id, of: input.of, place: input.place, ...values })
      .onConflictDoUpdate({ target: [callPublications.callId, callPublications.of, callPublications.place], set: values });
    await record(tx, context, { event: 'call.published', subject: { kind: 'call', id }, detail: { place: input.place, on: input.publishedOn } });
  });
}

/** Opens the call once it hangs in all three places and the deadline keeps the statutory days from the last of them (art. 13(1)). */
export function openCall(context: Context, id: string) {
  const { db, actor, now, lang } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, id);
    authorise(actor, 'call.publish', {});
    refuse(call.openedAt ? 'wrongState' : whyNotStep(call.status, 'open'));
    const { complete, earliest } = await announcedWhere(tx, id, now);
    refuse(complete ? null : 'call.publications');
    refuse(isBefore(call.closesAt, earliest) ? 'call.tooSoon' : null, undefined, { earliest: formatInstantZone(earliest, lang) });
    await tx.update(tx.t.calls).set({ openedAt: now }).where(eq(tx.t.calls.id, id));
    await advanceCall(tx, context, id, 'open', 'call.opened');
  });
}

/** Closes every open call whose deadline has come; a job of the portal itself. Gives how many. */
export async function closeDueCalls(context: Context): Promise<number> {
  const { db, actor, now } = context;
  authorise(actor, 'call.close', {});
  const { calls } = db.t;
  const due = and(eq(calls.status, 'open'), lte(calls.closesAt, now));
  if ((await db.read.$count(calls, due)) === 0) return 0;
  return db.tx(async (tx) => {
    const closing = await tx.select().from(calls).where(due);
    for (const call of closing) {
      await advanceCall(tx, context, call.id, 'closed', 'call.closed');
      await tellAuthor(tx, context, call, 'call.closed', {});
    }
    return closing.length;
  });
}

/** Moves a call one step of `callSteps`; later modules call it in their own transaction. Refuses a step that does not exist. */
export async function advanceCall(
  tx: Tx,
  context: Context,
  id: string,
  to: CallStatus,
  event?: EventName,
  detail?: Record<string, string | number | boolean | null>,
): Promise<void> {
  const call = await getCall(tx, id);
  const step = stepBetween(call.status, to);
  if (!step) throw new RuleViolation('wrongState');
  if (!may(context.actor, step.who)) throw new Forbidden(step.who);
  await tx.update(tx.t.calls).set({ status: to, version: call.version + 1 }).where(eq(tx.t.calls.id, id));
  if (event) await record(tx, context, { event, subject: { kind: 'call', id }, ...(detail ? { detail } : {}) });
}

async function tellAuthor(tx: Tx, context: Context, call: Call, template: 'call.returned' | 'call.approved' | 'call.closed', params: Record<string, string>) {
  const { email, lang } = await getPerson(tx, call.authorId);
  await tellLater(tx, context, { template, to: { email, lang }, params: { number: call.number, title: call.title, ...params }, link: `/office/calls/${call.id}` });
}
