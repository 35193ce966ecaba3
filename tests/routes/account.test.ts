import { expect, test } from 'vitest';
import { readSession } from '~/access/session.server';
import { grantRole } from '~/modules/identity/commands.server';
import { newToken } from '~/shared/ids';
import * as account from '~/routes/account/account';
import * as confirm from '~/routes/account/confirm';
import * as newPassword from '~/routes/account/new-password';
import * as reset from '~/routes/account/reset';
import * as signInPage from '~/routes/account/sign-in';
import * as signOut from '~/routes/account/sign-out';
import * as signUpPage from '~/routes/account/sign-up';
import * as people from '~/routes/office/people';
import { ask, cookieOf, type Sent } from '../support/pages';
import { eachEngine, portal, type Portal } from '../support/portal';

const email = 'olena@example.org';
const password = 'spokojna rzeka nocą';

const signUp = (p: Portal, typed: Record<string, string> = {}) => ask(p, signUpPage, '/uk/sign-up', { form: { intent: 'signUp', name: 'Olena Kowal', email, password, ...typed } });
const signIn = (p: Portal, typed: Record<string, string> = {}, more: Sent = {}) => ask(p, signInPage, '/pl/sign-in', { form: { intent: 'signIn', email, password, next: '', ...typed }, ...more });
const askReset = (p: Portal, address = email) => ask(p, reset, '/pl/reset', { form: { intent: 'request', email: address } });
const status = async (p: Portal, cookie: string) => (await ask(p, account, '/pl/account', { cookie })).status;

async function letter(p: Portal, template: string): Promise<string> {
  const mails = await p.db.read.select().from(p.db.t.outbox).orderBy(p.db.t.outbox.createdAt);
  return mails.filter((mail) => mail.template === template).at(-1)?.link?.split('/').at(-1) ?? '';
}

eachEngine((engine) => {
  async function withAccount() {
    const p = await portal(engine);
    await signUp(p);
    const token = await letter(p, 'identity.confirm');
    const entered = await ask(p, confirm, `/uk/confirm/${token}`, { form: { intent: 'confirm', password }, params: { token } });
    return { p, token, entered };
  }

  test('an account is opened by its letter: looking at the link changes nothing, the button signs in, a second time there is nothing', async () => {
    const p = await portal(engine);
    expect(await signUp(p)).toMatchObject({ status: 303, location: '/uk/sign-up?sent=1', setCookie: '' });
    const token = await letter(p, 'identity.confirm');
    expect((await ask(p, confirm, `/uk/confirm/${token}`, { params: { token } })).status).toBe(200);
    expect(await signIn(p)).toMatchObject({ status: 422, setCookie: '' });
    const [before] = await p.db.read.select().from(p.db.t.people);
    expect(before?.confirmedAt).toBeNull();
    // The right password brought a second letter; of the two only the newest works, and once.
    const links = (await p.db.read.select().from(p.db.t.outbox)).map(({ link }) => link?.split('/').at(-1) ?? '');
    const answers = [];
    for (const one of [...links, ...links]) answers.push(await ask(p, confirm, `/uk/confirm/${one}`, { form: { intent: 'confirm', password }, params: { token: one } }));
    const opened = answers.filter((answer) => answer.status === 303);
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ location: '/uk/desk' });
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(3);
    expect(await status(p, cookieOf(opened[0] ?? { setCookie: '' }))).toBe(200);
  });

  test('somebody new who came from a letter of invitation is back at the invitation once the account is open; another site is nowhere to go', async () => {
    const p = await portal(engine);
    const next = '/ru/invitations/abc';
    const asked = `/ru/sign-up?next=${encodeURIComponent(next)}`;
    expect((await ask(p, signUpPage, asked)).body).toContain(next);
    await signUp(p, { next });
    const link = (await letter(p, 'identity.confirm')).split('?');
    expect(decodeURIComponent(link[1] ?? '')).toBe(`next=${next}`);
    const opened = await ask(p, confirm, `/ru/confirm/${link[0]}`, { form: { intent: 'confirm', password, next }, params: { token: link[0] ?? '' } });
    expect(opened).toMatchObject({ status: 303, location: next });
    await signUp(p, { email: 'druga@example.org', next: 'https://example.com' });
    expect(await letter(p, 'identity.confirm')).not.toContain('next');
  });

  test('the cookie of a session is out of reach of scripts and of other sites, and holds nothing that lies in the database', async () => {
    const { p, entered } = await withAccount();
    expect(entered.setCookie).toMatch(/^session=[a-z0-9]{30,}; HttpOnly; Max-Age=432\d\d; Path=\/; SameSite=Lax$/);
    const id = cookieOf(entered).split('=')[1] ?? '';
    const [session] = await p.db.read.select().from(p.db.t.sessions);
    expect(session?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(session?.id).not.toContain(id);
    expect(await status(p, `session=${session?.id}`)).toBe(302);
  });

  test('under https the cookie is bound to the host and never leaves in the clear', async () => {
    const p = await portal(engine);
    const { id } = await p.person();
    const { beginSession } = await import('~/access/session.server');
    const cookie = await beginSession(p.db, 'https://otwarty.krakow.pl', id);
    expect(cookie).toMatch(/^__Host-session=.*Path=\/.*Secure/);
    expect(cookie).not.toMatch(/Domain/i);
    const value = cookie.split(';')[0] ?? '';
    expect((await readSession(p.db, 'https://otwarty.krakow.pl', value)).person?.id).toBe(id);
    expect((await readSession(p.db, 'https://otwarty.krakow.pl', value.replace('__Host-', ''))).person).toBeNull();
  });

  test('each sign-in is a session of its own, also when the browser brings one along; signing out ends only this one', async () => {
    const { p, entered } = await withAccount();
    const second = await signIn(p, {}, { cookie: cookieOf(entered) });
    expect(second).toMatchObject({ status: 303, location: '/pl/desk' });
    expect(cookieOf(second)).not.toBe(cookieOf(entered));
    const out = await ask(p, signOut, '/pl/sign-out', { form: { intent: 'signOut' }, cookie: cookieOf(second) });
    expect(out.setCookie).toContain('Max-Age=0');
    expect([await status(p, cookieOf(second)), await status(p, cookieOf(entered))]).toEqual([302, 200]);
  });

  test('signing out everywhere ends every session, and so does a new password', async () => {
    const { p, entered } = await withAccount();
    const others = [await signIn(p), await signIn(p)].map(cookieOf);
    const all = [cookieOf(entered), ...others];
    const statuses = () => Promise.all(all.map((cookie) => status(p, cookie)));
    expect(await statuses()).toEqual([200, 200, 200]);
    await ask(p, account, '/pl/account', { form: { intent: 'signOutEverywhere' }, cookie: all[0] ?? '' });
    expect(await statuses()).toEqual([302, 302, 302]);
    expect(await p.db.read.select().from(p.db.t.sessions)).toEqual([]);

    const again = cookieOf(await signIn(p));
    await askReset(p);
    const token = await letter(p, 'identity.reset');
    const saved = await ask(p, newPassword, `/pl/reset/${token}`, { form: { intent: 'save', password: 'nowe spokojne słowa' }, params: { token } });
    expect(saved).toMatchObject({ status: 303, location: '/pl/sign-in' });
    expect(await status(p, again)).toBe(302);
    const reused = await ask(p, newPassword, `/pl/reset/${token}`, { form: { intent: 'save', password }, params: { token } });
    expect(reused.status).toBe(404);
    const unknown = newToken();
    expect(await ask(p, newPassword, `/pl/reset/${unknown}`, { form: { intent: 'save', password }, params: { token: unknown } })).toEqual(reused);
  });

  test('the pages answer the same for a known and an unknown address; only the letters differ', async () => {
    const { p } = await withAccount();
    expect(await signUp(p)).toEqual(await signUp(p, { email: 'nowa@example.org' }));
    expect(await askReset(p)).toEqual(await askReset(p, 'nikt@example.org'));
    const wrong = await signIn(p, { password: 'nie to hasło' });
    const unknown = await signIn(p, { password: 'nie to hasło', email: 'nikt@example.org' });
    expect(wrong.status).toBe(422);
    expect({ ...wrong, body: wrong.body.replace(email, '') }).toEqual({ ...unknown, body: unknown.body.replace('nikt@example.org', '') });
    expect(wrong.body).not.toContain('nie to hasło');
  });

  test('too many attempts get the page of 429 with the time to wait', async () => {
    const { p } = await withAccount();
    for (let n = 0; n < 5; n += 1) expect((await signIn(p, { password: 'nie to hasło' })).status).toBe(422);
    expect(await signIn(p)).toMatchObject({ status: 429, retryAfter: '900', setCookie: '' });
    await askReset(p);
    await askReset(p);
    expect(await askReset(p)).toMatchObject({ status: 429, retryAfter: '3600' });
  });

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/\tpl'])('after signing in nobody is led to %j', async (next) => {
    const { p } = await withAccount();
    expect((await signIn(p, { next })).location).toBe('/pl/desk');
    expect((await signIn(p, { next: '/pl/calls?q=a' })).location).toBe('/pl/calls?q=a');
  });

  test('a role opens and closes its pages at the next request of a session that is already there', async () => {
    const { p, entered } = await withAccount();
    const cookie = cookieOf(entered);
    const office = async () => (await ask(p, people, '/pl/office/people', { cookie })).status;
    const [person] = await p.db.read.select().from(p.db.t.people);
    const admin = await p.person({ roles: ['admin'] });
    expect(await office()).toBe(403);
    await grantRole(p.as(admin), { personId: person?.id ?? '', role: 'admin' });
    expect(await office()).toBe(200);
    await p.db.tx(async (tx) => void (await tx.delete(tx.t.roleGrants)));
    expect(await office()).toBe(403);
    await p.db.tx(async (tx) => void (await tx.update(tx.t.people).set({ disabledAt: new Date() })));
    expect(await status(p, cookie)).toBe(302);
  });
});
