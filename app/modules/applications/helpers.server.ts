import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { translator } from '~/i18n/translate';
import { record } from '~/modules/audit/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { acceptInvitation } from '~/modules/organisations/commands.server';
import { getOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { daysToAccept, whyNotAccept } from '~/modules/organisations/rules-of-life';
import { Forbidden, NotFound } from '~/shared/errors';
import { digest, newId, newToken } from '~/shared/ids';
import { addDays, dayOf, formatDay, formatDeadline, startOfDay } from '~/shared/time';
import type { HelperForm } from './forms-of-helpers';
import { findHelpOf, listHelp, withHelp } from './helper-queries.server';
import { getApplication } from './queries.server';
import { endOfHelp, whyNotInvite } from './rules-of-helpers';

/** An editor invites somebody by e-mail to this one offer, to write in it or to advise; only the mail holds the token. */
export function inviteHelper(context: Context, applicationId: string, { email, role, until: lastDay, lang }: z.output<typeof HelperForm>): Promise<string> {
  const { db, actor, now } = context;
  const token = newToken();
  return db.tx(async (tx) => {
    const application = await getApplication(tx, applicationId);
    authorise(actor, 'application.inviteHelper', application);
    const invitedBy = actorId(actor);
    if (!invitedBy) throw new Forbidden('application.inviteHelper');
    refuse(application.status === 'draft' || application.status === 'correction_requested' ? null : 'wrongState');
    const [call, organisation] = [await getCall(tx, application.callId), await getOrganisation(tx, application.organisationId)];
    const until = lastDay ? startOfDay(addDays(lastDay, 1)) : null;
    const help = await listHelp(tx, { id: applicationId, closesAt: call.closesAt }, now);
    const reason = whyNotInvite({ email, until, closesAt: call.closesAt, now }, await listMembers(tx, application.organisationId), help.filter(({ state }) => state !== 'over'));
    refuse(reason, reason === 'helper.untilPast' ? 'until' : 'email');
    const id = newId();
    const linkDay = addDays(dayOf(now), daysToAccept);
    const ends = endOfHelp({ until }, call.closesAt);
    await tx.insert(tx.t.offerHelpers).values({ id, applicationId, email, lang, role, digest: digest(token), invitedBy, createdAt: now, expiresAt: startOfDay(addDays(linkDay, 1)), until });
    await record(tx, context, { event: 'application.helperInvited', subject: { kind: 'application', id: applicationId }, detail: { invitation: id, role } });
    const t = translator(lang);
    await tellLater(tx, context, {
      template: 'application.helperInvited', to: { email, lang }, link: `/invitations/${token}`,
      params: {
        organisation: organisation.name, title: application.title || t('applications.untitled'), call: call.title, may: t(`helpers.may.${role}` as const),
        day: formatDay(linkDay, lang), ends: formatDeadline(ends, lang),
      },
    });
    return token;
  });
}

/** Accepts an invitation to an offer or to an organisation; gives the page that is now open. */
export async function acceptAnyInvitation(context: Context, token: string): Promise<string> {
  if (await findHelpOf(context.db.read, token)) return `/applications/${await acceptHelp(context, token)}`;
  await acceptInvitation(context, token);
  return '/desk';
}

/** The person to whom the invitation was sent joins the work on the offer; gives its id. */
export function acceptHelp(context: Context, token: string): Promise<string> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'invitation.accept', {});
    if (actor.kind !== 'person') throw new Forbidden('invitation.accept');
    const help = await findHelpOf(tx, token);
    if (!help) throw new NotFound('invitation');
    refuse(whyNotAccept(help, actor, now));
    refuse(help.endedAt || now >= endOfHelp(help, help.closesAt) ? 'invitation.expired' : null);
    const members = await listMembers(tx, help.organisationId);
    refuse(members.some(({ personId }) => personId === actor.id) ? 'organisation.alreadyMember' : null);
    await tx.update(tx.t.offerHelpers).set({ personId: actor.id, acceptedAt: now }).where(eq(tx.t.offerHelpers.id, help.id));
    await record(tx, context, { event: 'application.helperJoined', subject: { kind: 'application', id: help.applicationId }, detail: { invitation: help.id, role: help.role } });
    return help.applicationId;
  });
}

/** An editor takes the right of a helper back, or an invitation nobody accepted; what they wrote stays. */
export function endHelp(context: Context, applicationId: string, helpId: string): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, applicationId);
    authorise(actor, 'application.endHelp', application);
    const { offerHelpers: h } = tx.t;
    const [gone] = await tx
      .update(h)
      .set({ endedAt: context.now, endedBy: actorId(actor) })
      .where(and(eq(h.id, helpId), eq(h.applicationId, applicationId), isNull(h.endedAt)))
      .returning({ email: h.email, lang: h.lang, role: h.role, acceptedAt: h.acceptedAt });
    if (!gone) throw new NotFound('helper');
    await record(tx, context, { event: 'application.helpEnded', subject: { kind: 'application', id: applicationId }, detail: { invitation: helpId, role: gone.role } });
    if (!gone.acceptedAt) return;
    const { name } = await getOrganisation(tx, application.organisationId);
    await tellLater(tx, context, { template: 'application.helpEnded', to: gone, params: { organisation: name, title: application.title || translator(gone.lang)('applications.untitled') } });
  });
}

/** A helper or a mentor gives the work on an offer up. */
export function leaveHelp(context: Context, applicationId: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, applicationId);
    authorise(actor, 'application.leaveHelp', await withHelp(tx, context, application));
    const personId = actorId(actor) ?? '';
    const { offerHelpers: h } = tx.t;
    await tx.update(h).set({ endedAt: now, endedBy: personId }).where(and(eq(h.applicationId, applicationId), eq(h.personId, personId), isNull(h.endedAt)));
    await record(tx, context, { event: 'application.helperLeft', subject: { kind: 'application', id: applicationId } });
  });
}
