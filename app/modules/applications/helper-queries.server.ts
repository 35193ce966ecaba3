import { and, asc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { may, type Action, type Subject } from '~/access/policy';
import { listMembers } from '~/modules/organisations/queries.server';
import { RuleViolation } from '~/shared/errors';
import { digest } from '~/shared/ids';
import { partnersAccepted } from './partners.server';
import { endOfHelp, stateOfHelp } from './rules-of-helpers';

type Offer = { id: string; organisationId: string };
type Asking = Pick<Context, 'actor' | 'now'>;

/** Helpers and mentors whose right in this offer holds now. */
export async function listActiveHelp(read: Read, applicationId: string, now: Date) {
  const { offerHelpers: h, applications, calls, people } = read.t;
  return read
    .select({ personId: people.id, name: people.name, email: people.email, lang: people.lang, role: h.role })
    .from(h)
    .innerJoin(people, eq(people.id, h.personId))
    .innerJoin(applications, eq(applications.id, h.applicationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(eq(h.applicationId, applicationId), isNotNull(h.acceptedAt), isNull(h.endedAt), or(gt(h.until, now), and(isNull(h.until), gt(calls.closesAt, now)))))
    .orderBy(asc(h.acceptedAt), asc(people.name), asc(h.id));
}

/** Who was invited to an offer, as the policy asks for it. */
export async function invitedTo(read: Read, applicationId: string, now: Date): Promise<Pick<Subject, 'helpers' | 'mentors'>> {
  const active = await listActiveHelp(read, applicationId, now);
  const those = (role: 'helper' | 'mentor') => active.filter((one) => one.role === role).map(({ personId }) => personId);
  return { helpers: those('helper'), mentors: those('mentor') };
}

/** The offer as the policy asks about it; who was invited is looked up only for people who are not of its organisation. */
export async function withHelp<One extends Offer>(read: Read, { actor, now }: Asking, offer: One): Promise<One & Pick<Subject, 'helpers' | 'mentors'>> {
  if (actor.kind !== 'person' || actor.memberships.some(({ organisationId }) => organisationId === offer.organisationId)) return offer;
  return { ...offer, ...(await invitedTo(read, offer.id, now)) };
}

/** Throws unless this may be done to the offer; whoever helped once and may no longer is told so. */
export async function authoriseOffer(read: Read, asking: Asking, action: Action, offer: Offer & Pick<Subject, 'coOrganisations'>): Promise<void> {
  const subject = await withHelp(read, asking, offer);
  if (!may(asking.actor, action, subject) && (await hadPart(read, asking, offer, action))) throw new RuleViolation('helper.ended');
  authorise(asking.actor, action, subject);
}

/** Whether somebody had a part in the offer that let them do this. */
async function hadPart(read: Read, { actor }: Asking, { id }: Offer, action: Action): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const { offerHelpers: h } = read.t;
  const parts = await read.select({ role: h.role }).from(h).where(and(eq(h.applicationId, id), eq(h.personId, actor.id)));
  return parts.some(({ role }) => may(actor, action, role === 'helper' ? { helpers: [actor.id] } : { mentors: [actor.id] }));
}

/** Whether whoever asks could write in the offer as a helper once and may no longer. */
export async function helpEnded(read: Read, asking: Asking, offer: Offer): Promise<boolean> {
  return !may(asking.actor, 'application.edit', await withHelp(read, asking, offer)) && hadPart(read, asking, offer, 'application.edit');
}

/** Everybody who works on the offer, each once: the people of every organisation that makes it, then who was invited. */
export async function listTeam(read: Read, { id, organisationId }: Offer, now: Date) {
  const everybody: (Awaited<ReturnType<typeof listMembers>>[number] | Awaited<ReturnType<typeof listActiveHelp>>[number])[] = [];
  // One after another: a transaction asks one question at a time.
  for (const maker of [organisationId, ...(await partnersAccepted(read, id))]) everybody.push(...(await listMembers(read, maker)));
  everybody.push(...(await listActiveHelp(read, id, now)));
  return everybody.filter(({ personId }, i) => everybody.findIndex((other) => other.personId === personId) === i);
}

/** Every invitation to an offer from its first, with how it stands. */
export async function listHelp(read: Read, { id, closesAt }: { id: string; closesAt: Date }, now: Date) {
  const { offerHelpers: h, people } = read.t;
  const rows = await read
    .select({
      id: h.id, email: h.email, role: h.role, name: people.name, personId: h.personId, createdAt: h.createdAt,
      expiresAt: h.expiresAt, until: h.until, acceptedAt: h.acceptedAt, endedAt: h.endedAt,
    })
    .from(h)
    .leftJoin(people, eq(people.id, h.personId))
    .where(eq(h.applicationId, id))
    .orderBy(asc(h.createdAt), asc(h.id));
  return rows.map((row) => ({ ...row, ends: endOfHelp(row, closesAt), state: stateOfHelp(row, closesAt, now) }));
}

const withOffer = (read: Read) => {
  const { offerHelpers: h, applications, calls, organisations } = read.t;
  return read
    .select({
      id: h.id, applicationId: h.applicationId, title: applications.title, organisationId: applications.organisationId, organisation: organisations.name,
      status: applications.status, callId: applications.callId, submittedAt: applications.submittedAt, closesAt: calls.closesAt, correctionDueAt: applications.correctionDueAt, email: h.email, role: h.role, expiresAt: h.expiresAt, until: h.until, acceptedAt: h.acceptedAt, endedAt: h.endedAt,
    })
    .from(h)
    .innerJoin(applications, eq(applications.id, h.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(calls, eq(calls.id, applications.callId));
};

/** The invitation to an offer behind a link, or undefined. */
export async function findHelpOf(read: Read, token: string) {
  const [found] = await withOffer(read).where(eq(read.t.offerHelpers.digest, digest(token)));
  return found;
}

/** Offers of others on which a person helps now. */
export async function listHelped(read: Read, personId: string, now: Date) {
  const rows = await withOffer(read).where(and(eq(read.t.offerHelpers.personId, personId), isNull(read.t.offerHelpers.endedAt)));
  return rows.filter((row) => stateOfHelp(row, row.closesAt, now) === 'active').map((row) => ({ ...row, until: endOfHelp(row, row.closesAt) }));
}
