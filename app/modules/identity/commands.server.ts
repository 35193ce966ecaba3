import { and, eq, gt, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { CityRole } from '~/access/roles';
import type { Lang } from '~/i18n/messages';
import { record } from '~/modules/audit/commands.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden, NotFound, RuleViolation } from '~/shared/errors';
import { digest, newId, newToken } from '~/shared/ids';
import { onwards } from '~/shared/onwards';
import type { ChangePasswordForm, ConfirmForm, ProfileForm, SignInForm, SignUpForm } from './forms';
import { hashPassword, isRightPassword } from './passwords.server';
import { getPerson } from './queries.server';
import { isOwnAddress } from './rules';
import { forgive, limits, networkOf, throttle } from './throttle.server';

const hour = 3_600_000;
const lifetimes = { confirm_email: 24 * hour, reset_password: hour } as const;
type TokenKind = keyof typeof lifetimes;

/** One-time link for a person: earlier ones of its kind die, only the digest is kept. */
async function newLink(tx: Tx, { now }: Context, kind: TokenKind, personId: string): Promise<string> {
  const { tokens } = tx.t;
  await tx.delete(tokens).where(and(eq(tokens.kind, kind), eq(tokens.personId, personId)));
  const token = newToken();
  await tx.insert(tokens).values({ digest: digest(token), kind, personId, expiresAt: new Date(now.getTime() + lifetimes[kind]) });
  return token;
}

/** Uses a link up; NotFound when it is unknown, used or over. Of two at once one wins. */
async function useLink(tx: Tx, { now }: Context, kind: TokenKind, token: string): Promise<string> {
  const { tokens } = tx.t;
  const [used] = await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(and(eq(tokens.digest, digest(token)), eq(tokens.kind, kind), isNull(tokens.usedAt), gt(tokens.expiresAt, now)))
    .returning({ personId: tokens.personId });
  if (!used?.personId) throw new NotFound('token');
  return used.personId;
}

/** Begins an account; a known address gets a letter that says so, and the page says the same to both. */
export async function signUp(context: Context, { name, email, password, lang, next = '' }: z.output<typeof SignUpForm> & { lang: Lang }): Promise<void> {
  await throttle(context, limits.mailsToAddress, email);
  const passwordHash = await hashPassword(password);
  await context.db.tx(async (tx) => {
    const { people } = tx.t;
    const [known] = await tx.select({ id: people.id, lang: people.lang, confirmedAt: people.confirmedAt }).from(people).where(eq(people.email, email));
    if (known?.confirmedAt) {
      await tellLater(tx, context, { template: 'identity.alreadyRegistered', to: { email, lang: known.lang }, link: onwards('/sign-in', next) });
      return;
    }
    const id = known?.id ?? newId();
    // Nobody proved this address yet: the newest sign-up decides, and whoever opens the letter owns it.
    if (known) await tx.update(people).set({ name, passwordHash, lang }).where(eq(people.id, id));
    else await tx.insert(people).values({ id, email, name, lang, passwordHash, createdAt: context.now });
    const token = await newLink(tx, context, 'confirm_email', id);
    await record(tx, context, { event: 'person.signedUp', subject: { kind: 'person', id } });
    await tellLater(tx, context, { template: 'identity.confirm', to: { email, lang }, params: { name }, link: onwards(`/confirm/${token}`, next) });
  });
}

/** Confirms the address of a new account by the link in the letter together with the account's own password; gives the person. */
export async function confirmEmail(context: Context, token: string, { password }: z.output<typeof ConfirmForm>): Promise<string> {
  const { db, now } = context;
  const { tokens, people } = db.t;
  const [asked] = await db.read
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(tokens)
    .innerJoin(people, eq(people.id, tokens.personId))
    .where(and(eq(tokens.digest, digest(token)), eq(tokens.kind, 'confirm_email'), isNull(tokens.usedAt), gt(tokens.expiresAt, now)));
  if (!asked) throw new RuleViolation('identity.linkOver');
  await throttle(context, limits.signInAccount, asked.id);
  if (!(await isRightPassword(asked.passwordHash, password))) throw new RuleViolation('identity.passwordOfAccount', 'password');
  return db.tx(async (tx) => {
    const id = await useLink(tx, context, 'confirm_email', token);
    await forgive(tx, limits.signInAccount, id);
    await tx.update(tx.t.people).set({ confirmedAt: now }).where(eq(tx.t.people.id, id));
    await record(tx, context, { event: 'person.confirmed', subject: { kind: 'person', id } });
    return id;
  });
}

/** Whose e-mail and password these are; every failure gives the same sentence in about the same time. */
export async function signIn(context: Context, { email, password, next = '' }: z.output<typeof SignInForm>): Promise<{ personId: string; lang: Lang }> {
  await throttle(context, limits.signInNetwork, networkOf(context.ip));
  await throttle(context, limits.signInAccount, email);
  const { people } = context.db.t;
  const [person] = await context.db.read
    .select({ id: people.id, lang: people.lang, name: people.name, passwordHash: people.passwordHash, confirmedAt: people.confirmedAt, disabledAt: people.disabledAt })
    .from(people)
    .where(eq(people.email, email));
  const right = await isRightPassword(person?.passwordHash, password);
  if (!person || !right || person.disabledAt) throw new RuleViolation('identity.wrongPassword', 'email');
  if (!person.confirmedAt) {
    await context.db.tx(async (tx) => {
      const token = await newLink(tx, context, 'confirm_email', person.id);
      await tellLater(tx, context, { template: 'identity.confirm', to: { email, lang: person.lang }, params: { name: person.name }, link: onwards(`/confirm/${token}`, next) });
    });
    throw new RuleViolation('identity.wrongPassword', 'email');
  }
  await context.db.tx(async (tx) => {
    await forgive(tx, limits.signInAccount, email);
    await record(tx, { ...context, requestKey: undefined } as Context, { event: 'person.signedIn', subject: { kind: 'person', id: person.id } });
  });
  return { personId: person.id, lang: person.lang };
}

/** Sends a link for a new password, if the address is known; the page says the same either way. */
export async function requestReset(context: Context, { email }: { email: string }): Promise<void> {
  await throttle(context, limits.mailsToAddress, email);
  await context.db.tx(async (tx) => {
    const { people } = tx.t;
    const [person] = await tx.select({ id: people.id, lang: people.lang }).from(people).where(and(eq(people.email, email), isNull(people.disabledAt)));
    if (!person) return;
    const token = await newLink(tx, context, 'reset_password', person.id);
    await record(tx, context, { event: 'person.resetRequested', subject: { kind: 'person', id: person.id } });
    await tellLater(tx, context, { template: 'identity.reset', to: { email, lang: person.lang }, link: `/reset/${token}` });
  });
}

async function setPassword(tx: Tx, context: Context, id: string, { password, passwordHash }: { password: string; passwordHash: string }): Promise<void> {
  const { email, lang } = await getPerson(tx, id);
  if (isOwnAddress(password, email)) throw new RuleViolation('identity.passwordIsAddress', 'password');
  await tx.update(tx.t.people).set({ passwordHash }).where(eq(tx.t.people.id, id));
  await tx.delete(tx.t.sessions).where(eq(tx.t.sessions.personId, id));
  await record(tx, context, { event: 'person.passwordChanged', subject: { kind: 'person', id } });
  await tellLater(tx, context, { template: 'identity.passwordChanged', to: { email, lang } });
}

/** Sets a new password by a link from a letter; all sessions end, and the address counts as confirmed. */
export async function resetPassword(context: Context, token: string, { password }: { password: string }): Promise<void> {
  const passwordHash = await hashPassword(password);
  await context.db.tx(async (tx) => {
    const id = await useLink(tx, context, 'reset_password', token);
    await tx.update(tx.t.people).set({ confirmedAt: context.now }).where(and(eq(tx.t.people.id, id), isNull(tx.t.people.confirmedAt)));
    await setPassword(tx, context, id, { password, passwordHash });
  });
}

/** Changes one's own password, asking for the old one; all sessions end. */
export async function changePassword(context: Context, { oldPassword, password }: z.output<typeof ChangePasswordForm>): Promise<void> {
  const { actor, db } = context;
  if (actor.kind !== 'person') throw new Forbidden('account.own');
  // Whoever sits at somebody's open session must not guess here without end.
  await throttle(context, limits.signInAccount, actor.email);
  const [person] = await db.read.select({ passwordHash: db.t.people.passwordHash }).from(db.t.people).where(eq(db.t.people.id, actor.id));
  if (!(await isRightPassword(person?.passwordHash, oldPassword))) throw new RuleViolation('identity.wrongOldPassword', 'oldPassword');
  const passwordHash = await hashPassword(password);
  await db.tx(async (tx) => {
    await forgive(tx, limits.signInAccount, actor.email);
    await setPassword(tx, context, actor.id, { password, passwordHash });
  });
}

/** Changes one's own name and language. */
export function saveProfile(context: Context, { name, lang }: z.output<typeof ProfileForm>): Promise<void> {
  const { actor, db } = context;
  return db.tx(async (tx) => {
    if (actor.kind !== 'person') throw new Forbidden('account.own');
    authorise(actor, 'account.own', { personId: actor.id });
    await tx.update(tx.t.people).set({ name, lang }).where(eq(tx.t.people.id, actor.id));
    await record(tx, context, { event: 'person.profileSaved', subject: { kind: 'person', id: actor.id } });
  });
}

/** Gives a person a role for the City. */
export function grantRole(context: Context, { personId, role }: { personId: string; role: CityRole }): Promise<void> {
  const { actor, db, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'person.grantRole', {});
    await getPerson(tx, personId);
    await tx.insert(tx.t.roleGrants).values({ personId, role, grantedBy: actor.kind === 'person' ? actor.id : null, grantedAt: now }).onConflictDoNothing();
    await record(tx, context, { event: 'person.roleGranted', subject: { kind: 'person', id: personId }, detail: { role } });
  });
}

/** Takes a role for the City away; nobody takes their own administration away, so that one always remains. */
export function revokeRole(context: Context, { personId, role }: { personId: string; role: CityRole }): Promise<void> {
  const { actor, db } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'person.grantRole', {});
    if (actor.kind === 'person' && actor.id === personId && role === 'admin') throw new RuleViolation('identity.ownAdmin');
    const { roleGrants } = tx.t;
    await tx.delete(roleGrants).where(and(eq(roleGrants.personId, personId), eq(roleGrants.role, role)));
    await record(tx, context, { event: 'person.roleRevoked', subject: { kind: 'person', id: personId }, detail: { role } });
  });
}

/** A confirmed person with roles: the first administrator of a new portal, and people of the demo. Only the portal itself makes them. */
export async function createConfirmedPerson(
  context: Context,
  { name, email, password, lang, roles }: { name: string; email: string; password: string; lang: Lang; roles: CityRole[] },
): Promise<string> {
  if (context.actor.kind !== 'system') throw new Forbidden('person.grantRole');
  const passwordHash = await hashPassword(password);
  return context.db.tx(async (tx) => {
    const id = newId();
    await tx.insert(tx.t.people).values({ id, name, email: email.toLowerCase(), lang, passwordHash, confirmedAt: context.now, createdAt: context.now });
    for (const role of roles) await tx.insert(tx.t.roleGrants).values({ personId: id, role, grantedAt: context.now });
    await record(tx, context, { event: 'person.created', subject: { kind: 'person', id }, detail: { roles: roles.join(' ') } });
    return id;
  });
}
