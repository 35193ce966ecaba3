import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { listFiles, refuseInfected } from '~/modules/files/queries.server';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { dayOf } from '~/shared/time';
import type { OrganisationStatus } from './content';
import { freeSlug, ownColumns, refuseWrongRegister, refuseWrongWords, registerColumns, searchColumn, writeFacets } from './entry.server';
import type { EditInput, OwnDataInput, RegisterInput, ReturnForm, VerifyForm } from './forms';
import { noteChange, noteEdit } from './history.server';
import { getOrganisation, listMembers, type Organisation } from './queries.server';
import { whyNot } from './rules';
import { whyNotVerifyBy } from './rules-of-register';

function refuseFuture({ now }: Context, foundedYear: number | undefined) {
  refuse(foundedYear !== undefined && foundedYear > Number(dayOf(now).slice(0, 4)) ? 'organisation.foundedLater' : null, 'foundedYear');
}

/** Enters an organisation in the registry; whoever does so becomes its owner and signatory. */
export async function registerOrganisation(context: Context, input: RegisterInput): Promise<{ id: string; slug: string }> {
  const { db, actor, now } = context;
  authorise(actor, 'organisation.register', {});
  const personId = actorId(actor);
  if (!personId) throw new Forbidden('organisation.register');
  refuseFuture(context, input.foundedYear);
  refuseWrongWords(input);
  return db.tx(async (tx) => {
    const { organisations, memberships } = tx.t;
    await refuseWrongRegister(tx, input);
    const entry = { ...registerColumns(input), ...ownColumns(input, now) };
    const id = newId();
    const slug = await freeSlug(tx, input.name);
    await tx.insert(organisations).values({ id, slug, status: 'draft', ...entry, searchText: searchColumn(entry), createdBy: personId, createdAt: now });
    await writeFacets(tx, id, { ...entry, safeMode: false });
    await tx.insert(memberships).values({ organisationId: id, personId, role: 'owner', signatory: true, since: now });
    await record(tx, context, { event: 'organisation.registered', subject: { kind: 'organisation', id } });
    if (input.next === 'submit') await handIn(tx, context, id, input.name);
    return { id, slug };
  });
}

/** Changes the whole entry while it is not verified, and hands it in when asked to. */
export async function saveOrganisation(context: Context, id: string, input: EditInput): Promise<void> {
  const { db, actor, now } = context;
  refuseFuture(context, input.foundedYear);
  refuseWrongWords(input);
  return db.tx(async (tx) => {
    const before = await getOrganisation(tx, id);
    authorise(actor, 'organisation.edit', { organisationId: id });
    refuse(whyNot('edit', before.status));
    refuseChanged(before, input.version);
    await refuseWrongRegister(tx, input, id);
    const entry = { ...registerColumns(input), ...ownColumns(input, now, before) };
    const slug = entry.name === before.name ? before.slug : await freeSlug(tx, entry.name, id);
    // What the register said was said of the number before.
    const unasked = entry.krs === before.krs ? {} : { registerStanding: 'not_asked' as const, registerAskedAt: null };
    await write(tx, context, before, { ...entry, ...unasked, slug });
    if (input.next === 'submit') {
      authorise(actor, 'organisation.submit', { organisationId: id });
      await handIn(tx, context, id, entry.name, before.status);
    }
  });
}

/** Changes what an organisation says of itself; in a verified entry this is live at once. */
export async function saveOwnData(context: Context, id: string, input: OwnDataInput): Promise<void> {
  const { db, actor, now } = context;
  refuseFuture(context, input.foundedYear);
  refuseWrongWords(input);
  return db.tx(async (tx) => {
    const before = await getOrganisation(tx, id);
    authorise(actor, 'organisation.edit', { organisationId: id });
    refuse(whyNot('editContact', before.status));
    refuseChanged(before, input.version);
    await write(tx, context, before, { ...ownColumns(input, now, before), ...(before.status === 'verified' ? { confirmedAt: now } : {}) });
  });
}

function refuseChanged(before: Organisation, version: number | undefined) {
  refuse(version !== undefined && version !== before.version ? 'changed' : null);
}

async function write(tx: Tx, context: Context, before: Organisation, changes: Partial<Organisation>) {
  const { organisations } = tx.t;
  const { id, version } = before;
  const entry = { ...before, ...changes };
  await tx.update(organisations).set({ ...changes, searchText: searchColumn(entry), version: version + 1 }).where(eq(organisations.id, id));
  await writeFacets(tx, id, entry);
  await noteEdit(tx, context, before, entry);
  await record(tx, context, { event: 'organisation.edited', subject: { kind: 'organisation', id } });
}

/** Hands the entry in to the City to be verified. */
export function submitOrganisation(context: Context, id: string): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { status, name } = await getOrganisation(tx, id);
    authorise(actor, 'organisation.submit', { organisationId: id });
    refuse(whyNot('submit', status));
    await handIn(tx, context, id, name, status);
  });
}

async function handIn(tx: Tx, context: Context, id: string, name: string, before: OrganisationStatus = 'draft') {
  const { organisations } = tx.t;
  // A claimed entry stays in the directory while it waits.
  const status = before === 'claimed' ? 'claimed_submitted' : 'submitted';
  await tx.update(organisations).set({ status, submittedAt: context.now, returnReason: null }).where(eq(organisations.id, id));
  await record(tx, context, { event: 'organisation.submitted', subject: { kind: 'organisation', id } });
  for (const to of await listPeopleWithRole(tx, 'officer'))
    await tellLater(tx, context, { template: 'organisation.submitted', to, params: { organisation: name }, link: `/office/organisations/${id}` });
}

type VerifyInput = Omit<z.output<typeof VerifyForm>, 'reason'> & { reason?: string | undefined };

/** An officer confirms that the organisation is what it says; from now on everybody may read the entry. */
export function verifyOrganisation(context: Context, id: string, { method, reason }: VerifyInput): Promise<void> {
  const { now, actor } = context;
  return settle(context, id, 'verify', async (tx) => {
    const { organisations } = tx.t;
    await refuseInfected(tx, 'organisation_evidence', id);
    const evidence = (await listFiles(tx, 'organisation_evidence', id)).length;
    const missing = whyNotVerifyBy(await getOrganisation(tx, id), { method, evidence, reason });
    refuse(missing?.code ?? null, missing?.field);
    await tx
      .update(organisations)
      .set({ status: 'verified', verifiedAt: now, verifiedBy: actorId(actor), verificationMethod: method, verificationNote: reason ?? null, confirmedAt: now, returnReason: null })
      .where(eq(organisations.id, id));
    await noteChange(tx, context, id, 'verified');
    await record(tx, context, { event: 'organisation.verified', subject: { kind: 'organisation', id }, detail: { method, evidence } });
    return { template: 'organisation.verified' as const };
  });
}

/** An officer gives the entry back with what to correct. */
export function returnOrganisation(context: Context, id: string, { reason }: z.output<typeof ReturnForm>): Promise<void> {
  return settle(context, id, 'return', async (tx) => {
    const { organisations } = tx.t;
    const { status } = await getOrganisation(tx, id);
    await tx.update(organisations).set({ status: status === 'claimed_submitted' ? 'claimed' : 'needs_correction', returnReason: reason }).where(eq(organisations.id, id));
    await record(tx, context, { event: 'organisation.returned', subject: { kind: 'organisation', id } });
    return { template: 'organisation.returned' as const, params: { reason } };
  });
}

type Told = { template: 'organisation.verified' | 'organisation.returned'; params?: Record<string, string> };

function settle(context: Context, id: string, step: 'verify' | 'return', decide: (tx: Tx) => Promise<Told>): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { status, name, createdBy } = await getOrganisation(tx, id);
    authorise(actor, step === 'verify' ? 'organisation.verify' : 'organisation.return', { organisationId: id });
    const members = await listMembers(tx, id);
    // Nobody vouches for an organisation of their own.
    refuse([createdBy, ...members.map(({ personId }) => personId)].includes(actorId(actor)) ? 'fourEyes' : null);
    refuse(whyNot(step, status));
    const { template, params } = await decide(tx);
    for (const to of members.filter(({ role }) => role === 'owner'))
      await tellLater(tx, context, { template, to, params: { organisation: name, ...params }, link: `/my/${id}` });
  });
}

export { importPublicOrganisations } from './import.server';
export { acceptInvitation, changeMemberRole, inviteMember, leaveOrganisation, removeMember, signaturesNeeded, withdrawInvitation } from './members.server';
