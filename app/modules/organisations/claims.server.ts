import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { getPerson } from '~/modules/identity/queries.server';
import { limits, throttle } from '~/modules/identity/throttle.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { newId } from '~/shared/ids';
import type { z } from 'zod';
import type { ClaimForm } from './forms-of-life';
import { noteChange } from './history.server';
import { refuseOwnMatter, tellOfficers } from './officers.server';
import { getOrganisation } from './queries.server';
import { whyNotLife } from './rules-of-life';

/** Somebody says that an entry made from public lists is their organisation's; an officer decides. */
export async function claimEntry(context: Context, organisationId: string, { position, justification }: z.output<typeof ClaimForm>): Promise<string> {
  const { db, actor, now } = context;
  authorise(actor, 'claim.make', {});
  const personId = actorId(actor);
  if (!personId) throw new Forbidden('claim.make');
  await throttle(context, limits.claims, personId);
  return db.tx(async (tx) => {
    const organisation = await getOrganisation(tx, organisationId);
    refuse(whyNotLife('claim', organisation) ? 'claim.notOpen' : null);
    refuse((await findOwnClaim(tx, organisationId, personId))?.status === 'open' ? 'claim.already' : null);
    const id = newId();
    await tx.insert(tx.t.claims).values({ id, organisationId, personId, status: 'open', position, justification, askedAt: now });
    await record(tx, context, { event: 'claim.made', subject: { kind: 'organisation', id: organisationId }, detail: { claim: id } });
    await tellOfficers(tx, context, { template: 'claim.made', params: { organisation: organisation.name }, link: `/office/claims/${id}` });
    return id;
  });
}

async function openClaim(tx: Tx, id: string) {
  const claim = await getClaim(tx, id);
  refuse(claim.status === 'open' ? null : 'wrongState');
  return claim;
}

/** Whoever claimed an entry takes the claim back. */
export function withdrawClaim(context: Context, id: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { personId, organisationId } = await getClaim(tx, id);
    authorise(actor, 'claim.withdraw', { personId });
    await openClaim(tx, id);
    await tx.update(tx.t.claims).set({ status: 'withdrawn', decidedAt: now }).where(eq(tx.t.claims.id, id));
    await record(tx, context, { event: 'claim.withdrawn', subject: { kind: 'organisation', id: organisationId }, detail: { claim: id } });
  });
}

/** An officer grants a claim: the person becomes owner and completes the entry, which stays public; other claims end. */
export function grantClaim(context: Context, id: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { claims, organisations, memberships } = tx.t;
    authorise(actor, 'claim.decide', {});
    const { organisationId, personId } = await openClaim(tx, id);
    await refuseOwnMatter(tx, context, organisationId, [personId]);
    const organisation = await getOrganisation(tx, organisationId);
    refuse(whyNotLife('claim', organisation) ? 'claim.notOpen' : null);
    const decided = { decidedBy: actorId(actor), decidedAt: now };
    const { version, name } = organisation;
    await tx.update(organisations).set({ status: 'claimed', createdBy: personId, version: version + 1 }).where(eq(organisations.id, organisationId));
    await tx.insert(memberships).values({ organisationId, personId, role: 'owner', signatory: true, since: now });
    await tx.update(claims).set({ status: 'granted', ...decided }).where(eq(claims.id, id));
    await noteChange(tx, context, organisationId, 'claimed');
    await record(tx, context, { event: 'claim.granted', subject: { kind: 'organisation', id: organisationId }, detail: { claim: id, person: personId } });
    await tellLater(tx, context, { template: 'claim.granted', to: await getPerson(tx, personId), params: { organisation: name }, link: `/my/${organisationId}` });
    await endOtherClaims(tx, context, organisation, id);
  });
}

/** Ends the claims that are left when an entry has found its owner. */
export async function endOtherClaims(tx: Tx, context: Context, { id: organisationId, name, slug }: { id: string; name: string; slug: string }, grantedId = ''): Promise<void> {
  const { claims } = tx.t;
  const left = await tx.select({ id: claims.id, personId: claims.personId }).from(claims).where(and(eq(claims.organisationId, organisationId), eq(claims.status, 'open'), ne(claims.id, grantedId)));
  for (const { id, personId } of left) {
    await tx.update(claims).set({ status: 'refused', decidedBy: actorId(context.actor), decidedAt: context.now }).where(eq(claims.id, id));
    await tellLater(tx, context, { template: 'claim.taken', to: await getPerson(tx, personId), params: { organisation: name }, link: `/organisations/${slug}` });
  }
}

/** An officer refuses a claim with a reason. */
export function refuseClaim(context: Context, id: string, { reason }: { reason: string }): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'claim.decide', {});
    const { organisationId, personId } = await openClaim(tx, id);
    await refuseOwnMatter(tx, context, organisationId, [personId]);
    const { name, slug } = await getOrganisation(tx, organisationId);
    await tx.update(tx.t.claims).set({ status: 'refused', decidedBy: actorId(actor), decidedAt: now, reason }).where(eq(tx.t.claims.id, id));
    await record(tx, context, { event: 'claim.refused', subject: { kind: 'organisation', id: organisationId }, detail: { claim: id } });
    await tellLater(tx, context, { template: 'claim.refused', to: await getPerson(tx, personId), params: { organisation: name, reason }, link: `/organisations/${slug}/claim` });
  });
}

/** A claim with the entry and the person, or NotFound. */
export async function getClaim(read: Read, id: string) {
  const { claims, organisations, people } = read.t;
  const [row] = /^\w{1,40}$/.test(id)
    ? await read
        .select({ claim: claims, organisationName: organisations.name, slug: organisations.slug, organisationStatus: organisations.status, personName: people.name, personEmail: people.email })
        .from(claims)
        .innerJoin(organisations, eq(organisations.id, claims.organisationId))
        .innerJoin(people, eq(people.id, claims.personId))
        .where(eq(claims.id, id))
    : [];
  if (!row) throw new NotFound('claim');
  const { claim, ...more } = row;
  return { ...claim, ...more };
}

/** The last claim of this person to this entry. */
export async function findOwnClaim(read: Read, organisationId: string, personId: string) {
  const { claims } = read.t;
  const [claim] = await read.select().from(claims).where(and(eq(claims.organisationId, organisationId), eq(claims.personId, personId))).orderBy(desc(claims.askedAt), desc(claims.id)).limit(1);
  return claim;
}

/** Claims that wait for an officer, the oldest first; with how many wait for the same entry. */
export async function listOpenClaims(read: Read) {
  const { claims, organisations, people } = read.t;
  const rows = await read
    .select({ id: claims.id, organisationId: claims.organisationId, name: organisations.name, person: people.name, position: claims.position, askedAt: claims.askedAt })
    .from(claims)
    .innerJoin(organisations, eq(organisations.id, claims.organisationId))
    .innerJoin(people, eq(people.id, claims.personId))
    .where(eq(claims.status, 'open'))
    .orderBy(asc(claims.askedAt), asc(claims.id));
  return rows.map((row) => ({ ...row, rivals: rows.filter(({ organisationId, id }) => organisationId === row.organisationId && id !== row.id).length }));
}
