import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm';
import type { z } from 'zod';
import type { Read, Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { getPerson, listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { digest, newId, newToken } from '~/shared/ids';
import { addDays, dayOf, formatDay, startOfDay } from '~/shared/time';
import type { HandOverForm } from './forms-of-life';
import { refuseOwnMatter, tellOfficers, tellOwners } from './officers.server';
import { getOrganisation, listMembers } from './queries.server';
import { objectionDays, whyNotHandOver } from './rules-of-life';

const running = ['proposed', 'confirmed'] as const;

/** The owner is gone: an officer proposes who should be the new one, and why the old one cannot be asked. */
export function proposeHandOver(context: Context, organisationId: string, { email, reason }: z.output<typeof HandOverForm>): Promise<string> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { handOvers, people } = tx.t;
    const organisation = await getOrganisation(tx, organisationId);
    authorise(actor, 'handOver.propose', { organisationId });
    const proposedBy = actorId(actor);
    if (!proposedBy) throw new Forbidden('handOver.propose');
    refuse(['unclaimed', 'archived'].includes(organisation.status) ? 'wrongState' : null);
    await refuseOwnMatter(tx, context, organisationId);
    const [heir] = await tx.select({ id: people.id, confirmedAt: people.confirmedAt, disabledAt: people.disabledAt }).from(people).where(eq(people.email, email));
    refuse(heir?.confirmedAt && !heir.disabledAt ? null : 'handOver.noAccount', 'email');
    const toPersonId = heir?.id ?? '';
    refuse(toPersonId === proposedBy ? 'fourEyes' : null);
    const member = (await listMembers(tx, organisationId)).find(({ personId }) => personId === toPersonId);
    refuse(member?.role === 'owner' ? 'handOver.alreadyOwner' : null, 'email');
    refuse((await findRunningHandOver(tx, organisationId)) ? 'handOver.already' : null);
    const id = newId();
    await tx.insert(handOvers).values({ id, organisationId, status: 'proposed', toPersonId, roleBefore: member?.role ?? null, reason, proposedBy, proposedAt: now });
    await record(tx, context, { event: 'handOver.proposed', subject: { kind: 'organisation', id: organisationId }, detail: { handOver: id, person: toPersonId } });
    const told = new Set([proposedBy]);
    for (const to of [...(await listPeopleWithRole(tx, 'officer')), ...(await listPeopleWithRole(tx, 'head'))])
      if (!told.has(to.id)) {
        told.add(to.id);
        await tellLater(tx, context, { template: 'handOver.proposed', to, params: { organisation: organisation.name }, link: `/office/organisations/${organisationId}/hand-over` });
      }
    return id;
  });
}

/** A second officer or the head confirms; the old owners hear of it and have seven days to object. Gives the token of their letter. */
export function confirmHandOver(context: Context, id: string): Promise<string> {
  const { db, actor, now } = context;
  const token = newToken();
  return db.tx(async (tx) => {
    const { handOvers } = tx.t;
    authorise(actor, 'handOver.confirm', {});
    const handOver = await getHandOver(tx, id);
    const { organisationId, toPersonId, proposedBy } = handOver;
    refuse(whyNotHandOver('confirm', handOver, now));
    await refuseOwnMatter(tx, context, organisationId, [proposedBy, toPersonId]);
    const { name } = await getOrganisation(tx, organisationId);
    const lastDay = addDays(dayOf(now), objectionDays);
    await tx
      .update(handOvers)
      .set({ status: 'confirmed', confirmedBy: actorId(actor), confirmedAt: now, objectionsUntil: startOfDay(addDays(lastDay, 1)), objectionDigest: digest(token) })
      .where(eq(handOvers.id, id));
    await record(tx, context, { event: 'handOver.confirmed', subject: { kind: 'organisation', id: organisationId }, detail: { handOver: id } });
    for (const to of (await listMembers(tx, organisationId)).filter(({ role }) => role === 'owner'))
      await tellLater(tx, context, { template: 'handOver.confirmed', to, params: { organisation: name, day: formatDay(lastDay, to.lang) }, link: `/hand-over/${token}` });
    return token;
  });
}

/** An officer or the head stops a hand-over with a reason. */
export function refuseHandOver(context: Context, id: string, { reason }: { reason: string }): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'handOver.confirm', {});
    const handOver = await getHandOver(tx, id);
    refuse(whyNotHandOver('refuse', handOver, now));
    await tx.update(tx.t.handOvers).set({ status: 'refused', endedAt: now, endReason: reason }).where(eq(tx.t.handOvers.id, id));
    await record(tx, context, { event: 'handOver.refused', subject: { kind: 'organisation', id: handOver.organisationId }, detail: { handOver: id } });
    const { id: organisationId, name } = await getOrganisation(tx, handOver.organisationId);
    // The owners hear of the end only if they heard of the beginning.
    if (handOver.status === 'confirmed') await tellOwners(tx, context, { id: organisationId, name }, { template: 'handOver.refused', params: { reason } });
    await tellLater(tx, context, { template: 'handOver.refused', to: await getPerson(tx, handOver.proposedBy), params: { organisation: name, reason }, link: `/office/organisations/${handOver.organisationId}/hand-over` });
  });
}

/** The old owner objects by the link in the letter, without signing in: the hand-over stops. */
export function objectToHandOver(context: Context, token: string, { objection }: { objection: string }): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'handOver.object', {});
    const handOver = await findHandOverByToken(tx, token);
    if (!handOver) throw new NotFound('handOver');
    refuse(whyNotHandOver('object', handOver, now));
    await tx.update(tx.t.handOvers).set({ status: 'objected', objection, endedAt: now }).where(eq(tx.t.handOvers.id, handOver.id));
    await record(tx, context, { event: 'handOver.objected', subject: { kind: 'organisation', id: handOver.organisationId }, detail: { handOver: handOver.id } });
    await tellOfficers(tx, context, { template: 'handOver.objected', params: { organisation: handOver.organisationName }, link: `/office/organisations/${handOver.organisationId}/hand-over` });
  });
}

/** Hands over what nobody objected to in time; gives how many. */
export async function finishHandOvers(context: Context): Promise<number> {
  const { db, actor, now } = context;
  authorise(actor, 'handOver.finish', {});
  const { handOvers } = db.t;
  const due = await db.read.select({ id: handOvers.id }).from(handOvers).where(and(eq(handOvers.status, 'confirmed'), lte(handOvers.objectionsUntil, now)));
  for (const { id } of due) await db.tx((tx) => finish(tx, context, id));
  return due.length;
}

async function finish(tx: Tx, context: Context, id: string) {
  const { now } = context;
  const { handOvers, memberships } = tx.t;
  const handOver = await getHandOver(tx, id);
  if (whyNotHandOver('finish', handOver, now)) return;
  const { organisationId, toPersonId } = handOver;
  const { name } = await getOrganisation(tx, organisationId);
  const members = await listMembers(tx, organisationId);
  const old = members.filter(({ role, personId }) => role === 'owner' && personId !== toPersonId);
  const member = and(eq(memberships.organisationId, organisationId), eq(memberships.personId, toPersonId));
  if (members.some(({ personId }) => personId === toPersonId)) await tx.update(memberships).set({ role: 'owner', signatory: true }).where(member);
  else await tx.insert(memberships).values({ organisationId, personId: toPersonId, role: 'owner', signatory: true, since: now });
  // Whoever comes back still reads what they wrote, but no longer acts for the organisation.
  if (old.length > 0)
    await tx.update(memberships).set({ role: 'viewer', signatory: false }).where(and(eq(memberships.organisationId, organisationId), inArray(memberships.personId, old.map(({ personId }) => personId))));
  await tx.update(handOvers).set({ status: 'done', endedAt: now }).where(eq(handOvers.id, id));
  await record(tx, context, { event: 'handOver.done', subject: { kind: 'organisation', id: organisationId }, detail: { handOver: id, person: toPersonId } });
  for (const to of [...old, await getPerson(tx, toPersonId)]) await tellLater(tx, context, { template: 'handOver.done', to, params: { organisation: name }, link: `/my/${organisationId}` });
}

/** A hand-over, or NotFound. */
export async function getHandOver(read: Read, id: string) {
  const { handOvers } = read.t;
  const [handOver] = /^\w{1,40}$/.test(id) ? await read.select().from(handOvers).where(eq(handOvers.id, id)) : [];
  if (!handOver) throw new NotFound('handOver');
  return handOver;
}

async function findRunningHandOver(read: Read, organisationId: string) {
  const { handOvers } = read.t;
  const [handOver] = await read.select({ id: handOvers.id }).from(handOvers).where(and(eq(handOvers.organisationId, organisationId), inArray(handOvers.status, [...running])));
  return handOver;
}

/** The hand-over behind the link of a letter. */
export async function findHandOverByToken(read: Read, token: string) {
  const { handOvers, organisations } = read.t;
  const [row] = await read
    .select({ handOver: handOvers, organisationName: organisations.name })
    .from(handOvers)
    .innerJoin(organisations, eq(organisations.id, handOvers.organisationId))
    .where(eq(handOvers.objectionDigest, digest(token)));
  return row ? { ...row.handOver, organisationName: row.organisationName } : undefined;
}

/** All hand-overs of an organisation from the newest, with the new owner's name. */
export function listHandOvers(read: Read, organisationId: string) {
  const { handOvers, people } = read.t;
  return read
    .select({
      id: handOvers.id, status: handOvers.status, to: people.name, toEmail: people.email, reason: handOvers.reason, proposedBy: handOvers.proposedBy,
      proposedAt: handOvers.proposedAt, objectionsUntil: handOvers.objectionsUntil, objection: handOvers.objection, endReason: handOvers.endReason, toPersonId: handOvers.toPersonId,
    })
    .from(handOvers)
    .innerJoin(people, eq(people.id, handOvers.toPersonId))
    .where(eq(handOvers.organisationId, organisationId))
    .orderBy(desc(handOvers.proposedAt), desc(handOvers.id));
}

/** Hand-overs that wait for a second pair of eyes, the oldest first. */
export function listProposedHandOvers(read: Read) {
  const { handOvers, organisations } = read.t;
  return read
    .select({ organisationId: handOvers.organisationId, name: organisations.name })
    .from(handOvers)
    .innerJoin(organisations, eq(organisations.id, handOvers.organisationId))
    .where(eq(handOvers.status, 'proposed'))
    .orderBy(asc(handOvers.proposedAt), asc(handOvers.id));
}
