import { and, asc, count, eq, inArray, isNotNull, lt, or } from 'drizzle-orm';
import type { z } from 'zod';
import type { Read, Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { isPublic } from '~/modules/calls/rules';
import { letSitInCommittees } from '~/modules/identity/commands.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { getOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { Forbidden, NotFound, RuleViolation } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { addDays, dayOf, startOfDay } from '~/shared/time';
import { appointMemberIn } from './commands.server';
import type { AcceptForm, ProposalForm, RecruitmentForm, RejectForm } from './forms-recruitment';
import { recruitingStatuses, rejectionStandsAfter, settledStatuses, whyNotPropose } from './rules-recruitment';

/** The search for committee members of a call, with how many were proposed; undefined where none is open. */
export async function findRecruitment(read: Read, callId: string) {
  const { committeeRecruitments: r, committeeProposals: p } = read.t;
  const [found] = await read.select({ until: r.until, places: r.places, expected: r.expected }).from(r).where(eq(r.callId, callId));
  if (!found) return undefined;
  const [{ n = 0 } = {}] = await read.select({ n: count() }).from(p).where(eq(p.callId, callId));
  return { ...found, proposed: n };
}

/** Persons proposed for a committee, of these organisations or of all, in the order they came. */
export function listProposed(read: Read, callId: string, organisationIds?: string[]) {
  const { committeeProposals: p, organisations } = read.t;
  return read
    .select({ id: p.id, organisationId: p.organisationId, organisation: organisations.name, status: p.status, name: p.name, email: p.email, experience: p.experience, reason: p.reason })
    .from(p)
    .innerJoin(organisations, eq(organisations.id, p.organisationId))
    .where(and(eq(p.callId, callId), ...(organisationIds ? [inArray(p.organisationId, organisationIds)] : [])))
    .orderBy(asc(p.proposedAt), asc(p.id));
}

/** Opens the search for committee members, or changes what it says, before the call is closed. */
export function openRecruitment(context: Context, callId: string, { until, places, expected }: z.output<typeof RecruitmentForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'panel.recruit', {});
    if (actor.kind !== 'person') throw new Forbidden('panel.recruit');
    refuse(recruitingStatuses.some((status) => status === call.status) ? null : 'wrongState');
    refuse(until < dayOf(now) ? 'recruitment.past' : null, 'until');
    const said = { until, places, expected, openedBy: actor.id, openedAt: now };
    await tx.insert(tx.t.committeeRecruitments).values({ callId, ...said }).onConflictDoUpdate({ target: tx.t.committeeRecruitments.callId, set: said });
    await record(tx, context, { event: 'recruitment.opened', subject: { kind: 'call', id: callId } });
  });
}

/** An organisation points one person out for the committee of a call. */
export function proposeMember(context: Context, callId: string, { organisationId, name, email, experience }: z.output<typeof ProposalForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'panel.propose', { organisationId });
    if (actor.kind !== 'person') throw new Forbidden('panel.propose');
    if (!isPublic(call.status)) throw new NotFound('call');
    const [recruitment, organisation, before] = [await findRecruitment(tx, callId), await getOrganisation(tx, organisationId), await listProposed(tx, callId, [organisationId])];
    refuse(call.status === 'open' || call.status === 'closed' ? null : 'recruitment.closed');
    refuse(whyNotPropose({ until: recruitment?.until, today: dayOf(now), verified: organisation.status === 'verified', proposed: before.length > 0 }));
    await tx.insert(tx.t.committeeProposals).values({ id: newId(), callId, organisationId, status: 'proposed', name, email, experience, proposedBy: actor.id, proposedAt: now });
    await record(tx, context, { event: 'recruitment.proposed', subject: { kind: 'call', id: callId }, detail: { organisation: organisationId } });
  });
}

async function getWaiting(tx: Tx, callId: string, id: string) {
  const proposed = (await listProposed(tx, callId)).find((one) => one.id === id);
  if (!proposed) throw new NotFound('committee proposal');
  refuse(proposed.status === 'proposed' ? null : 'wrongState');
  return proposed;
}

async function settle(tx: Tx, context: Context, callId: string, proposed: Awaited<ReturnType<typeof getWaiting>>, { status, reason = null }: { status: 'appointed' | 'rejected'; reason?: string | null }) {
  const { actor, now } = context;
  if (actor.kind !== 'person') throw new Forbidden('panel.appoint');
  const { committeeProposals } = tx.t;
  await tx.update(committeeProposals).set({ status, reason, decidedBy: actor.id, decidedAt: now }).where(eq(committeeProposals.id, proposed.id));
  const event = status === 'appointed' ? 'recruitment.accepted' : 'recruitment.rejected';
  await record(tx, context, { event, subject: { kind: 'call', id: callId }, detail: { organisation: proposed.organisationId } });
  const call = await getCall(tx, callId);
  for (const { email, lang } of (await listMembers(tx, proposed.organisationId)).filter(({ role }) => role !== 'viewer'))
    await tellLater(tx, context, { template: event, to: { email, lang }, params: { call: call.title, organisation: proposed.organisation, reason: reason ?? '' }, link: `/calls/${call.slug}/committee` });
}

/** Appoints a proposed person, whose confirmed account is known by the address; the ties that exclude members hold here too. */
export function appointProposed(context: Context, callId: string, { proposal }: z.output<typeof AcceptForm>) {
  return context.db.tx(async (tx) => {
    authorise(context.actor, 'panel.appoint', {});
    const proposed = await getWaiting(tx, callId, proposal);
    const { people } = tx.t;
    const [person] = await tx.select({ id: people.id }).from(people).where(and(eq(people.email, proposed.email ?? ''), isNotNull(people.confirmedAt)));
    if (!person) throw new RuleViolation('recruitment.noAccount');
    await letSitInCommittees(tx, context, person.id);
    await appointMemberIn(tx, context, callId, { personId: person.id, seat: 'ngo', organisationId: proposed.organisationId });
    await settle(tx, context, callId, proposed, { status: 'appointed' });
  });
}

/** Tells an organisation why its person is not appointed. */
export function rejectProposed(context: Context, callId: string, { proposal, reason }: z.output<typeof RejectForm>) {
  return context.db.tx(async (tx) => {
    authorise(context.actor, 'panel.appoint', {});
    await settle(tx, context, callId, await getWaiting(tx, callId, proposal), { status: 'rejected', reason });
  });
}

/** Deletes who was proposed once the call is settled, or some days after a rejection. */
export function forgetProposed(context: Context): Promise<number> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'panel.forgetProposals', {});
    const { committeeProposals: p, calls } = tx.t;
    const before = startOfDay(addDays(dayOf(now), -rejectionStandsAfter));
    const due = await tx
      .select({ id: p.id, callId: p.callId })
      .from(p)
      .innerJoin(calls, eq(calls.id, p.callId))
      .where(and(isNotNull(p.name), or(inArray(calls.status, [...settledStatuses]), and(eq(p.status, 'rejected'), lt(p.decidedAt, before)))));
    if (due.length === 0) return 0;
    await tx.update(p).set({ name: null, email: null, experience: null }).where(inArray(p.id, due.map(({ id }) => id)));
    for (const callId of new Set(due.map((one) => one.callId))) await record(tx, context, { event: 'recruitment.forgotten', subject: { kind: 'call', id: callId } });
    return due.length;
  });
}
