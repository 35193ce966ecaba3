import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { moveApplication } from '~/modules/applications/commands.server';
import { getApplication, listApplicationsOfCall } from '~/modules/applications/queries.server';
import { record } from '~/modules/audit/commands.server';
import { advanceCall } from '~/modules/calls/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { getPerson } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { listOrganisationsOf } from '~/modules/organisations/queries.server';
import { Forbidden, NotFound, RuleViolation } from '~/shared/errors';
import type { SeatForm } from './forms';
import { committeeOf, countFormal, findDeclaration, listEligible, listOfferors, panelSubject, takingPart } from './queries.server';
import { appointableStatuses, declarableStatuses, whyNotStart } from './rules';

async function refuseTies(tx: Tx, callId: string, personId: string, indicatedBy: string | null) {
  const offerors = await listOfferors(tx, callId);
  if (indicatedBy && offerors.includes(indicatedBy)) throw new RuleViolation('panel.ngoOfferor', 'organisationId');
  const own = await listOrganisationsOf(tx, personId);
  if (own.some(({ id }) => offerors.includes(id))) throw new RuleViolation('panel.memberOfOfferor', 'personId');
}

/** Appoints a person to the committee; nobody indicated by an offeror of this call or acting for one may sit in it. */
export function appointMember(context: Context, callId: string, seat: z.output<typeof SeatForm>) {
  return context.db.tx((tx) => appointMemberIn(tx, context, callId, seat));
}

/** The same as a part of a transaction. */
export async function appointMemberIn(tx: Tx, context: Context, callId: string, { personId, seat, organisationId }: z.output<typeof SeatForm>) {
  const { actor, now } = context;
  const { committeeMembers } = tx.t;
  const call = await getCall(tx, callId);
  authorise(actor, 'panel.appoint', {});
  refuse(appointableStatuses.some((status) => status === call.status) ? null : 'wrongState');
  const person = await getPerson(tx, personId);
  refuse((await listEligible(tx)).some(({ id }) => id === personId) ? null : 'panel.notEligible', 'personId');
  if (seat === 'ngo' && !organisationId) throw new RuleViolation('required', 'organisationId');
  const members = await committeeOf(tx, callId);
  refuse(members.some((member) => member.personId === personId) ? 'panel.alreadyMember' : null, 'personId');
  refuse(seat === 'chair' && members.some((member) => member.seat === 'chair') ? 'panel.secondChair' : null, 'seat');
  const indicatedBy = seat === 'ngo' ? (organisationId ?? null) : null;
  await refuseTies(tx, callId, personId, indicatedBy);
  await tx.insert(committeeMembers).values({ callId, personId, seat, organisationId: indicatedBy, appointedAt: now });
  await record(tx, context, { event: 'panel.appointed', subject: { kind: 'call', id: callId }, detail: { person: personId, seat } });
  await tellLater(tx, context, { template: 'panel.appointed', to: person, params: { call: call.title }, link: `/reviews/${callId}` });
}

/** Takes a person out of the committee before the assessment; what they declared stays on record. */
export function dismissMember(context: Context, callId: string, personId: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { committeeMembers } = tx.t;
    const call = await getCall(tx, callId);
    authorise(actor, 'panel.appoint', {});
    refuse(appointableStatuses.some((status) => status === call.status) ? null : 'wrongState');
    const members = await committeeOf(tx, callId);
    if (!members.some((member) => member.personId === personId)) throw new NotFound('committee member');
    await tx.delete(committeeMembers).where(and(eq(committeeMembers.callId, callId), eq(committeeMembers.personId, personId)));
    await record(tx, context, { event: 'panel.dismissed', subject: { kind: 'call', id: callId }, detail: { person: personId } });
  });
}

export type Declaration = { outcome: 'none' | 'declared'; applicationIds: string[]; reason?: string | undefined };

/** A member declares, having seen who applied and nothing more: free of conflict, or in conflict with some offers. */
export function declareImpartiality(context: Context, callId: string, { outcome, applicationIds, reason }: Declaration) {
  const { db, actor, now } = context;
  const personId = actorId(actor);
  if (!personId) throw new Forbidden('panel.declare');
  return db.tx(async (tx) => {
    const { impartialityDeclarations } = tx.t;
    const call = await getCall(tx, callId);
    authorise(actor, 'panel.declare', await panelSubject(tx, callId));
    refuse(declarableStatuses.some((status) => status === call.status) ? null : 'panel.tooEarly');
    refuse((await findDeclaration(tx, callId, personId)) ? 'panel.alreadyDeclared' : null);
    const offers = await listApplicationsOfCall(tx, callId, [...takingPart]);
    if (applicationIds.some((id) => !offers.some((offer) => offer.id === id))) throw new NotFound('application');
    if (outcome === 'declared') {
      refuse(applicationIds.length > 0 ? null : 'panel.whichOffers', 'applicationIds');
      if (!reason) throw new RuleViolation('required', 'reason');
    } else {
      const seat = (await committeeOf(tx, callId)).find((member) => member.personId === personId);
      await refuseTies(tx, callId, personId, seat?.organisationId ?? null);
    }
    const declared = outcome === 'declared';
    await tx.insert(impartialityDeclarations).values({
      callId, personId, outcome, applicationIds: declared ? applicationIds : [], reason: declared ? (reason ?? null) : null, declaredAt: now,
    });
    await record(tx, context, { event: declared ? 'panel.conflictDeclared' : 'panel.cleared', subject: { kind: 'call', id: callId } });
  });
}

/** Opens the offers that passed the formal check to the cleared members of a quorate committee. */
export function startAssessment(context: Context, callId: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const call = await getCall(tx, callId);
    authorise(actor, 'panel.start', await panelSubject(tx, callId));
    refuse(call.status === 'screening' ? null : 'wrongState');
    const members = await committeeOf(tx, callId);
    refuse(whyNotStart({ members, minScores: call.minScores, ...(await countFormal(tx, callId)) }), undefined, { n: call.minScores });
    for (const { id } of await listApplicationsOfCall(tx, callId, ['formally_valid'])) {
      await moveApplication(tx, context, await getApplication(tx, id), 'in_assessment', 'application.assessmentStarted');
    }
    await advanceCall(tx, context, callId, 'assessment', 'call.assessmentStarted');
    const cleared = members.filter(({ declared }) => declared === 'none');
    await tellLater(tx, context, cleared.map(({ email, lang }) => ({
      template: 'panel.assessmentStarted' as const, to: { email, lang }, params: { call: call.title }, link: `/reviews/${callId}`,
    })));
  });
}
