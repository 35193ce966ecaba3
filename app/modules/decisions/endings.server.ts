import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { advanceCall } from '~/modules/calls/commands.server';
import type { AnnulForm, CancelForm } from '~/modules/calls/forms-life';
import { getVersion } from '~/modules/calls/life-queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { whyNotStep } from '~/modules/calls/rules';
import { whyNotAnnul, whyNotComplete } from '~/modules/calls/rules-life';
import { enforceCorrigendum, enforceExtension } from '~/modules/calls/versions.server';
import { Forbidden } from '~/shared/errors';
import { dayOf, formatInstantZone } from '~/shared/time';
import { tellHolders } from './holders.server';

type Ending = { kind: 'cancelled' | 'annulled' | 'completed'; reason: string; clause?: string; orderNumber?: string; orderDate?: string };

async function end(tx: Tx, context: Context, call: Awaited<ReturnType<typeof getCall>>, { kind, reason, ...more }: Ending) {
  const { actor, now } = context;
  const { callEndings, callVersions } = tx.t;
  if (actor.kind !== 'person') throw new Forbidden('call.cancel');
  refuse(more.orderDate && more.orderDate > dayOf(now) ? 'call.orderInFuture' : null, 'orderDate');
  await tx.insert(callEndings).values({ callId: call.id, kind, reason, ...more, endedBy: actor.id, endedAt: now });
  await tx.update(callVersions).set({ status: 'dropped' }).where(and(eq(callVersions.callId, call.id), inArray(callVersions.status, ['proposed', 'approved'])));
  await advanceCall(tx, context, call.id, kind, `call.${kind}` as const, { order: more.orderNumber ?? '' });
  await tellHolders(tx, context, call.id, {
    template: `call.${kind}` as const,
    params: () => ({ number: call.number, title: call.title, reason, clause: more.clause ?? '' }),
    link: `/calls/${call.slug}`,
    alsoDrafts: kind !== 'completed',
  });
}

/** The Mayor calls an announced call off before its decision, on a clause of the announcement; everybody with a draft or an offer is told. */
export function cancelCall(context: Context, callId: string, input: z.output<typeof CancelForm>) {
  return context.db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(context.actor, 'call.cancel', {});
    refuse(call.openedAt ? whyNotStep(call.status, 'cancelled') : 'wrongState');
    await end(tx, context, call, { kind: 'cancelled', ...input });
  });
}

/** The Mayor annuls a call in which nobody filed an offer or none met the requirements (art. 18a). */
export function annulCall(context: Context, callId: string, input: z.output<typeof AnnulForm>) {
  return context.db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(context.actor, 'call.annul', {});
    refuse(whyNotStep(call.status, 'annulled'));
    refuse(whyNotAnnul(await statesOfOffers(tx, callId)));
    await end(tx, context, call, { kind: 'annulled', ...input });
  });
}

/** Closes the books of a call once every award has its agreement or was declined. */
export function completeCall(context: Context, callId: string) {
  return context.db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(context.actor, 'call.complete', {});
    refuse(whyNotStep(call.status, 'completed'));
    refuse(whyNotComplete(await statesOfAwards(tx, callId)));
    await end(tx, context, call, { kind: 'completed', reason: '' });
  });
}

async function statesOfOffers(tx: Pick<Tx, 'select' | 't'>, callId: string) {
  const { applications } = tx.t;
  const rows = await tx.select({ status: applications.status }).from(applications).where(eq(applications.callId, callId));
  return rows.map(({ status }) => status);
}

async function statesOfAwards(tx: Pick<Tx, 'select' | 't'>, callId: string) {
  const { awards } = tx.t;
  const rows = await tx.select({ status: awards.status }).from(awards).where(eq(awards.callId, callId));
  return rows.map(({ status }) => status);
}

/** Which early or final end the call may have now, for the desk. */
export async function endsOf(read: Pick<Tx, 'select' | 't'>, call: Awaited<ReturnType<typeof getCall>>) {
  return {
    cancel: call.openedAt !== null && whyNotStep(call.status, 'cancelled') === null,
    annul: whyNotStep(call.status, 'annulled') === null && whyNotAnnul(await statesOfOffers(read, call.id)) === null,
    complete: whyNotStep(call.status, 'completed') === null && whyNotComplete(await statesOfAwards(read, call.id)) === null,
  };
}

/** A corrigendum that hangs in all three places takes effect; everybody with a draft or an offer is told what to look at. */
export function putCorrigendumInForce(context: Context, versionId: string) {
  return context.db.tx(async (tx) => {
    authorise(context.actor, 'call.publish', {});
    const version = await getVersion(tx, versionId);
    const call = await enforceCorrigendum(tx, context, version);
    await record(tx, context, { event: 'call.corrected', subject: { kind: 'call', id: call.id } });
    await tellChange(tx, context, call, 'call.corrected', version.reason);
  });
}

/** The head confirms a later deadline somebody else proposed; everybody with a draft or an offer is told. */
export function confirmExtension(context: Context, versionId: string) {
  return context.db.tx(async (tx) => {
    authorise(context.actor, 'call.correct', {});
    const version = await getVersion(tx, versionId);
    const call = await enforceExtension(tx, context, version);
    await record(tx, context, { event: 'call.extended', subject: { kind: 'call', id: call.id } });
    await tellChange(tx, context, call, 'call.extended', version.reason);
  });
}

function tellChange(tx: Tx, context: Context, call: Awaited<ReturnType<typeof getCall>>, template: 'call.corrected' | 'call.extended', reason: string) {
  return tellHolders(tx, context, call.id, {
    template,
    params: (lang) => ({ number: call.number, title: call.title, reason, closes: formatInstantZone(call.closesAt, lang) }),
    link: `/calls/${call.slug}#changes`,
    alsoDrafts: true,
  });
}
