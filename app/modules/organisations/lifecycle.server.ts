import { and, asc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { MailTemplate } from '~/i18n/codes';
import { record } from '~/modules/audit/commands.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { addDays, dayOf, formatDay, startOfDay } from '~/shared/time';
import { confirmationStages, type ConfirmationStage, type LifeEvent } from './content-of-life';
import type { SetAsideInput } from './forms-of-life';
import { noteChange } from './history.server';
import { refuseOwnMatter, tellOwners } from './officers.server';
import { getOrganisation, listMembers, type Organisation } from './queries.server';
import { isPublic } from './rules';
import { confirmationOf, earliestDue, wasPublic, whyNotLife } from './rules-of-life';

const outcomes = {
  suspend: { status: 'suspended', event: 'organisation.suspended', template: 'organisation.suspended' },
  archive: { status: 'archived', event: 'organisation.archived', template: 'organisation.archived' },
} as const;

/** An officer takes an entry out of the directory, for a time or for good, and tells its owners why. */
export function setAside(context: Context, id: string, { step, reason }: SetAsideInput): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const organisation = await getOrganisation(tx, id);
    authorise(actor, 'organisation.setAside', { organisationId: id });
    await refuseOwnMatter(tx, context, id);
    refuse(whyNotLife(step, organisation));
    const { status: before, version } = organisation;
    const { status, event, template } = outcomes[step];
    await tx
      .update(tx.t.organisations)
      .set({ status, statusReason: reason, statusBefore: before === 'suspended' ? organisation.statusBefore : before, version: version + 1 })
      .where(eq(tx.t.organisations.id, id));
    await noteIfSeen(tx, context, organisation, status);
    await record(tx, context, { event, subject: { kind: 'organisation', id }, detail: { before } });
    await tellOwners(tx, context, organisation, { template, params: { reason } });
  });
}

async function noteIfSeen(tx: Tx, context: Context, organisation: Organisation, kind: LifeEvent) {
  if (isPublic(organisation.status) || wasPublic(organisation)) await noteChange(tx, context, organisation.id, kind);
}

/** An officer brings an entry back to what it was before it was set aside. */
export function restoreOrganisation(context: Context, id: string, { reason }: { reason: string }): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const organisation = await getOrganisation(tx, id);
    authorise(actor, 'organisation.restore', { organisationId: id });
    await refuseOwnMatter(tx, context, id);
    refuse(whyNotLife('restore', organisation));
    const status = organisation.statusBefore ?? 'needs_correction';
    await tx.update(tx.t.organisations).set({ status, statusReason: null, statusBefore: null, version: organisation.version + 1 }).where(eq(tx.t.organisations.id, id));
    await noteIfSeen(tx, context, organisation, 'restored');
    await record(tx, context, { event: 'organisation.restored', subject: { kind: 'organisation', id }, detail: { to: status } });
    await tellOwners(tx, context, organisation, { template: 'organisation.restored', params: { reason } });
  });
}

/** The organisation says that everything in its entry is still true. */
export function confirmEntry(context: Context, id: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const organisation = await getOrganisation(tx, id);
    authorise(actor, 'organisation.confirm', { organisationId: id });
    refuse(whyNotLife('confirm', organisation));
    await tx.update(tx.t.organisations).set({ confirmedAt: now }).where(eq(tx.t.organisations.id, id));
    await noteChange(tx, context, id, 'confirmed');
    await record(tx, context, { event: 'organisation.confirmed', subject: { kind: 'organisation', id } });
  });
}

const atOnce = 100;

/** Verified entries whose confirmation is soon a year old and of which the last word was not said yet. */
function listDue(read: Read, now: Date) {
  const { organisations: o, confirmationNotices: n } = read.t;
  return read
    .select({ id: o.id, confirmedAt: o.confirmedAt })
    .from(o)
    .leftJoin(n, and(eq(n.organisationId, o.id), eq(n.confirmedAt, o.confirmedAt), eq(n.notice, 'over')))
    .where(and(eq(o.status, 'verified'), isNotNull(o.confirmedAt), lt(o.confirmedAt, startOfDay(addDays(earliestDue(now), 1))), isNull(n.notice)))
    .orderBy(asc(o.confirmedAt), asc(o.id))
    .limit(atOnce);
}

const letters: Record<ConfirmationStage, MailTemplate> = {
  month: 'organisation.confirmSoon', week: 'organisation.confirmSoon', over: 'organisation.confirmationOver',
};

/** Reminds owners a month and a week before a year since the last confirmation, and says once when it has passed; gives how many were written to. */
export async function remindToConfirm(context: Context): Promise<number> {
  const { db, actor, now } = context;
  authorise(actor, 'organisation.remind', {});
  let told = 0;
  for (const { id } of await listDue(db.read, now)) told += (await db.tx((tx) => remind(tx, context, id, now))) ? 1 : 0;
  return told;
}

async function remind(tx: Tx, context: Context, id: string, now: Date): Promise<boolean> {
  const { confirmationNotices } = tx.t;
  const organisation = await getOrganisation(tx, id);
  const { confirmedAt, status, name } = organisation;
  if (status !== 'verified' || !confirmedAt) return false;
  const { stage, lastDay, daysLeft } = confirmationOf(confirmedAt, now);
  if (!stage) return false;
  // After a stop of the portal only the latest word is said; the earlier ones count as said.
  const passed = confirmationStages.slice(0, confirmationStages.indexOf(stage) + 1);
  const said = await tx.select({ notice: confirmationNotices.notice }).from(confirmationNotices).where(and(eq(confirmationNotices.organisationId, id), eq(confirmationNotices.confirmedAt, confirmedAt)));
  if (said.some(({ notice }) => notice === stage)) return false;
  for (const notice of passed.filter((one) => !said.some((before) => before.notice === one)))
    await tx.insert(confirmationNotices).values({ organisationId: id, confirmedAt, notice, at: now });
  const event = stage === 'over' ? 'organisation.confirmationOver' : 'organisation.confirmationReminded';
  if (stage === 'over') await noteChange(tx, context, id, 'unconfirmed');
  await record(tx, context, { event, subject: { kind: 'organisation', id }, detail: { stage } });
  for (const to of (await listMembers(tx, id)).filter(({ role }) => role === 'owner'))
    await tellLater(tx, context, {
      template: letters[stage], to, link: `/my/${id}`,
      params: stage === 'over' ? { organisation: name, day: formatDay(dayOf(confirmedAt), to.lang) } : { organisation: name, day: formatDay(lastDay, to.lang), n: daysLeft },
    });
  return true;
}
