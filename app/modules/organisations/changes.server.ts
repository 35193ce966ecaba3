import { and, asc, desc, eq } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { newId } from '~/shared/ids';
import type { RegisterFields } from './content-of-life';
import { freeSlug, refuseWrongRegister, registerColumns, searchColumn, writeFacets } from './entry.server';
import type { ChangeInput } from './forms-of-life';
import { leaveAddress, noteChange } from './history.server';
import { refuseOwnMatter, tellOfficers, tellOwners } from './officers.server';
import { getOrganisation } from './queries.server';
import { changedRegisterFields, registerPart, whyNotLife } from './rules-of-life';

/** An organisation asks to change what an officer vouched for; nothing changes until an officer accepts. */
export function requestChange(context: Context, organisationId: string, { note, ...input }: ChangeInput): Promise<string> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { changeRequests } = tx.t;
    const organisation = await getOrganisation(tx, organisationId);
    authorise(actor, 'change.request', { organisationId });
    const askedBy = actorId(actor);
    if (!askedBy) throw new Forbidden('change.request');
    refuse(whyNotLife('requestChange', organisation));
    refuse((await findOpenChange(tx, organisationId)) ? 'change.already' : null);
    const before = registerPart(organisation);
    const after = registerPart(registerColumns(input));
    refuse(changedRegisterFields(before, after).length === 0 ? 'change.nothing' : null);
    await refuseWrongRegister(tx, input, organisationId);
    const id = newId();
    await tx.insert(changeRequests).values({ id, organisationId, status: 'open', before, after, note, askedBy, askedAt: now });
    await record(tx, context, { event: 'change.requested', subject: { kind: 'organisation', id: organisationId }, detail: { change: id } });
    await tellOfficers(tx, context, { template: 'change.requested', params: { organisation: organisation.name }, link: `/office/changes/${id}` });
    return id;
  });
}

async function openChange(tx: Tx, id: string) {
  const change = await getChange(tx, id);
  refuse(change.status === 'open' ? null : 'wrongState');
  return change;
}

/** The organisation takes its request back. */
export function withdrawChange(context: Context, id: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { organisationId } = await getChange(tx, id);
    authorise(actor, 'change.request', { organisationId });
    await openChange(tx, id);
    await tx.update(tx.t.changeRequests).set({ status: 'withdrawn', decidedAt: now }).where(eq(tx.t.changeRequests.id, id));
    await record(tx, context, { event: 'change.withdrawn', subject: { kind: 'organisation', id: organisationId }, detail: { change: id } });
  });
}

const typed = (after: RegisterFields) => Object.fromEntries(Object.entries(after).map(([field, value]) => [field, value ?? undefined])) as Omit<ChangeInput, 'note'>;

/** An officer accepts the request: from now on the entry says so, and its former address leads to the new one. */
export function acceptChange(context: Context, id: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { changeRequests, organisations } = tx.t;
    authorise(actor, 'change.decide', {});
    const { organisationId, before, after, askedBy } = await openChange(tx, id);
    await refuseOwnMatter(tx, context, organisationId, [askedBy]);
    const organisation = await getOrganisation(tx, organisationId);
    refuse(whyNotLife('requestChange', organisation));
    // The officer must have seen what is really replaced.
    refuse(changedRegisterFields(before, registerPart(organisation)).length > 0 ? 'changed' : null);
    await refuseWrongRegister(tx, typed(after), organisationId);
    const slug = after.name === before.name ? organisation.slug : await freeSlug(tx, after.name, organisationId);
    // What the register said was said of the number before.
    const unasked = after.krs === before.krs ? {} : { registerStanding: 'not_asked' as const, registerAskedAt: null };
    const changes = { ...registerColumns(typed(after)), ...unasked, slug, verifiedAt: now, verifiedBy: actorId(actor) };
    const entry = { ...organisation, ...changes };
    await tx.update(organisations).set({ ...changes, searchText: searchColumn(entry), version: organisation.version + 1 }).where(eq(organisations.id, organisationId));
    await writeFacets(tx, organisationId, entry);
    if (slug !== organisation.slug) await leaveAddress(tx, context, organisation, slug);
    await noteChange(tx, context, organisationId, 'register', changedRegisterFields(before, after));
    await tx.update(changeRequests).set({ status: 'accepted', decidedBy: actorId(actor), decidedAt: now }).where(eq(changeRequests.id, id));
    await record(tx, context, { event: 'change.accepted', subject: { kind: 'organisation', id: organisationId }, detail: { change: id } });
    await tellOwners(tx, context, entry, { template: 'change.accepted' });
  });
}

/** An officer gives the request back with a reason; the entry stays as it is. */
export function returnChange(context: Context, id: string, { reason }: { reason: string }): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'change.decide', {});
    const { organisationId, askedBy } = await openChange(tx, id);
    await refuseOwnMatter(tx, context, organisationId, [askedBy]);
    await tx.update(tx.t.changeRequests).set({ status: 'returned', decidedBy: actorId(actor), decidedAt: now, reason }).where(eq(tx.t.changeRequests.id, id));
    await record(tx, context, { event: 'change.returned', subject: { kind: 'organisation', id: organisationId }, detail: { change: id } });
    await tellOwners(tx, context, await getOrganisation(tx, organisationId), { template: 'change.returned', params: { reason }, link: `/my/${organisationId}/change` });
  });
}

/** A request with both states of the verified fields, or NotFound. */
export async function getChange(read: Read, id: string) {
  const { changeRequests } = read.t;
  const [change] = /^\w{1,40}$/.test(id) ? await read.select().from(changeRequests).where(eq(changeRequests.id, id)) : [];
  if (!change) throw new NotFound('change');
  return change;
}

/** The request of an organisation that waits for an officer. */
export async function findOpenChange(read: Read, organisationId: string) {
  const { changeRequests } = read.t;
  const [change] = await read.select().from(changeRequests).where(and(eq(changeRequests.organisationId, organisationId), eq(changeRequests.status, 'open')));
  return change;
}

/** The last request of an organisation that was decided. */
export async function findLastChange(read: Read, organisationId: string) {
  const { changeRequests } = read.t;
  const [change] = await read.select().from(changeRequests).where(eq(changeRequests.organisationId, organisationId)).orderBy(desc(changeRequests.askedAt), desc(changeRequests.id)).limit(1);
  return change;
}

/** Requests that wait for an officer, the oldest first. */
export function listOpenChanges(read: Read) {
  const { changeRequests, organisations } = read.t;
  return read
    .select({ id: changeRequests.id, name: organisations.name, askedAt: changeRequests.askedAt, before: changeRequests.before, after: changeRequests.after })
    .from(changeRequests)
    .innerJoin(organisations, eq(organisations.id, changeRequests.organisationId))
    .where(eq(changeRequests.status, 'open'))
    .orderBy(asc(changeRequests.askedAt), asc(changeRequests.id));
}
