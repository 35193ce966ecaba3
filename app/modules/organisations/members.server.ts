import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Read, Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { translator } from '~/i18n/translate';
import { record } from '~/modules/audit/commands.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { digest, newId, newToken } from '~/shared/ids';
import { addDays, dayOf, formatDay, startOfDay } from '~/shared/time';
import type { InviteForm } from './forms';
import type { RoleForm } from './forms-of-life';
import { tellOwners } from './officers.server';
import { findInvitation, getOrganisation, listMembers } from './queries.server';
import { daysToAccept, whyNotAccept, whyNotWithout } from './rules-of-life';

/** Invites somebody by e-mail to act for the organisation; only the mail holds the token. */
export function inviteMember(context: Context, organisationId: string, { email, role, signatory, lang }: z.output<typeof InviteForm>): Promise<string> {
  const { db, actor, now } = context;
  const token = newToken();
  return db.tx(async (tx) => {
    const { invitations } = tx.t;
    const organisation = await getOrganisation(tx, organisationId);
    authorise(actor, 'organisation.invite', { organisationId });
    const invitedBy = actorId(actor);
    if (!invitedBy) throw new Forbidden('organisation.invite');
    const members = await listMembers(tx, organisationId);
    refuse(members.some((member) => member.email === email) ? 'organisation.alreadyMember' : null, 'email');
    // A new invitation takes the place of the one before it.
    await tx.delete(invitations).where(and(eq(invitations.organisationId, organisationId), eq(invitations.email, email), isNull(invitations.acceptedAt)));
    const id = newId();
    const lastDay = addDays(dayOf(now), daysToAccept);
    await tx.insert(invitations).values({
      id, organisationId, email, lang, role, signatory, digest: digest(token), invitedBy, createdAt: now, expiresAt: startOfDay(addDays(lastDay, 1)),
    });
    await record(tx, context, { event: 'organisation.memberInvited', subject: { kind: 'organisation', id: organisationId }, detail: { invitation: id, role, signatory } });
    await tellLater(tx, context, {
      template: 'organisation.invitation', to: { email, lang }, params: { organisation: organisation.name, day: formatDay(lastDay, lang) }, link: `/invitations/${token}`,
    });
    return token;
  });
}

/** The person to whom the invitation was sent joins the organisation; gives its id. */
export function acceptInvitation(context: Context, token: string): Promise<string> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { invitations, memberships } = tx.t;
    authorise(actor, 'invitation.accept', {});
    if (actor.kind !== 'person') throw new Forbidden('invitation.accept');
    const invitation = await findInvitation(tx, token);
    if (!invitation) throw new NotFound('invitation');
    const { id, organisationId, role, signatory } = invitation;
    refuse(whyNotAccept(invitation, actor, now));
    const members = await listMembers(tx, organisationId);
    refuse(members.some(({ personId }) => personId === actor.id) ? 'organisation.alreadyMember' : null);
    await tx.insert(memberships).values({ organisationId, personId: actor.id, role, signatory, since: now });
    await tx.update(invitations).set({ acceptedAt: now }).where(eq(invitations.id, id));
    await record(tx, context, { event: 'organisation.memberJoined', subject: { kind: 'organisation', id: organisationId }, detail: { invitation: id, role, signatory } });
    return organisationId;
  });
}

/** Takes back an invitation that nobody accepted. */
export function withdrawInvitation(context: Context, organisationId: string, invitationId: string): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { invitations } = tx.t;
    authorise(actor, 'organisation.invite', { organisationId });
    const gone = await tx
      .delete(invitations)
      .where(and(eq(invitations.id, invitationId), eq(invitations.organisationId, organisationId), isNull(invitations.acceptedAt)))
      .returning({ id: invitations.id });
    if (gone.length === 0) throw new NotFound('invitation');
    await record(tx, context, { event: 'organisation.invitationWithdrawn', subject: { kind: 'organisation', id: organisationId }, detail: { invitation: invitationId } });
  });
}

/** The member with this id, among all of them, or NotFound. */
async function memberOf(tx: Tx, organisationId: string, personId: string) {
  const members = await listMembers(tx, organisationId);
  const member = members.find((one) => one.personId === personId);
  if (!member) throw new NotFound('member');
  return { members, member };
}

/** Removes somebody from the organisation, which is never left without an owner. */
export function removeMember(context: Context, organisationId: string, personId: string): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { name } = await getOrganisation(tx, organisationId);
    authorise(actor, 'organisation.removeMember', { organisationId });
    const { members, member } = await memberOf(tx, organisationId, personId);
    refuse(whyNotWithout(members, personId));
    await endMembership(tx, organisationId, personId);
    await record(tx, context, { event: 'organisation.memberRemoved', subject: { kind: 'organisation', id: organisationId }, detail: { person: personId } });
    if (actorId(actor) !== personId) await tellLater(tx, context, { template: 'organisation.memberRemoved', to: member, params: { organisation: name } });
  });
}

async function endMembership(tx: Tx, organisationId: string, personId: string) {
  const { memberships } = tx.t;
  await tx.delete(memberships).where(and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId)));
}

/** A member leaves the organisation; its last owner cannot. */
export function leaveOrganisation(context: Context, organisationId: string): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const organisation = await getOrganisation(tx, organisationId);
    authorise(actor, 'organisation.leave', { organisationId });
    const personId = actorId(actor) ?? '';
    const { members, member } = await memberOf(tx, organisationId, personId);
    refuse(whyNotWithout(members, personId));
    await endMembership(tx, organisationId, personId);
    await record(tx, context, { event: 'organisation.memberLeft', subject: { kind: 'organisation', id: organisationId }, detail: { person: personId } });
    await tellOwners(tx, context, organisation, { template: 'organisation.memberLeft', params: { person: member.name } });
  });
}

/** An owner changes what a member may do; somebody always stays owner. */
export function changeMemberRole(context: Context, organisationId: string, personId: string, { role, signatory }: z.output<typeof RoleForm>): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { memberships } = tx.t;
    const { name } = await getOrganisation(tx, organisationId);
    authorise(actor, 'organisation.changeRole', { organisationId });
    const { members, member } = await memberOf(tx, organisationId, personId);
    if (member.role === role && member.signatory === signatory) return;
    refuse(role === 'owner' ? null : whyNotWithout(members, personId), 'role');
    await tx.update(memberships).set({ role, signatory }).where(and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId)));
    await record(tx, context, { event: 'organisation.roleChanged', subject: { kind: 'organisation', id: organisationId }, detail: { person: personId, role, signatory } });
    if (actorId(actor) !== personId)
      await tellLater(tx, context, {
        template: 'organisation.roleChanged', to: member, link: `/my/${organisationId}`,
        params: { organisation: name, role: translator(member.lang)(`organisations.memberRole.${role}` as const) },
      });
  });
}

/** How many people must sign together for this organisation, by the rule of its register. */
export async function signaturesNeeded(read: Read, organisationId: string): Promise<number> {
  const { representation } = await getOrganisation(read, organisationId);
  return Math.max(1, representation.minSignatures);
}
