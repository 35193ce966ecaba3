import { describe, expect, test, vi } from 'vitest';
import { anonymous } from '~/access/actor';
import { changePassword, confirmEmail, grantRole, requestReset, resetPassword, revokeRole, signIn, signUp } from '~/modules/identity/commands.server';
import { findActor } from '~/modules/identity/actor.server';
import { NewPasswordForm, SignUpForm } from '~/modules/identity/forms';
import * as passwords from '~/modules/identity/passwords.server';
import { networkOf } from '~/modules/identity/throttle.server';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { verified } from '../organisations/entries';

const good = 'spokojna rzeka nocą';
const minutes = (n: number) => new Date(monday.getTime() + n * 60_000);
const somebody = { name: 'Olena Kowal', email: 'olena@example.org', password: good, lang: 'uk' as const };

async function letters(p: Portal) {
  return p.db.read.select({ template: p.db.t.outbox.template, link: p.db.t.outbox.link, to: p.db.t.outbox.toEmail }).from(p.db.t.outbox).orderBy(p.db.t.outbox.createdAt, p.db.t.outbox.id);
}
const tokenIn = (link: string | null | undefined) => link?.split('/').at(-1) ?? '';
const codesOf = async (form: typeof SignUpForm | typeof NewPasswordForm, typed: unknown) => ((await form.safeParseAsync(typed)).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

describe('a new password', () => {
  test.each([
    ['krótkie', 'password.short'],
    ['haslo123', 'password.common'],
    ['Qwertyuiop', 'password.common'],
    ['Krakow2026!', 'password.common'],
    ['olena@example.org', 'identity.passwordIsAddress'],
    ['OLENA@example.org', 'identity.passwordIsAddress'],
    ['a'.repeat(129), 'tooLong'],
  ])('%s is refused as %s', async (password, code) => {
    const said = await codesOf(SignUpForm, { ...somebody, password });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`password ${code}`);
  });

  test('a few plain words in any script are taken, spaces kept', async () => {
    for (const password of [good, 'тихий вечір удома', ' dwa  odstępy tu '])
      expect(NewPasswordForm.parse({ password })).toEqual({ password });
  });

  test('is kept as argon2id with 19 MiB, two passes and a salt of its own', async () => {
    const [first, second] = await Promise.all([passwords.hashPassword(good), passwords.hashPassword(good)]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await passwords.isRightPassword(first, good)).toBe(true);
    expect(await passwords.isRightPassword(first, `${good} `)).toBe(false);
    expect(await passwords.isRightPassword(undefined, 'a decoy nobody knows')).toBe(false);
  });
});

test.each([
  ['203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.9', '203.0.113'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  [undefined, 'unknown'],
])('%s belongs to the network %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

eachEngine((engine) => {
  const guest = (p: Portal, now = monday, ip?: string) => ({ ...p.as(anonymous, { now, lang: 'uk' }), ...(ip ? { ip } : {}) });
  async function confirmed() {
    const p = await portal(engine);
    await signUp(guest(p), somebody);
    const id = await confirmEmail(guest(p), tokenIn((await letters(p)).at(-1)?.link), { password: good });
    return { p, id, enter: (password = good, now = monday) => signIn(guest(p, now), { email: somebody.email, password }) };
  }

  test('an account works only after its letter was opened, and the letter works once and for a day', async () => {
    const p = await portal(engine);
    await signUp(guest(p), somebody);
    const first = tokenIn((await letters(p)).at(-1)?.link);
    await expect(signIn(guest(p, minutes(1)), { email: somebody.email, password: good })).rejects.toMatchObject({ code: 'identity.wrongPassword' });
    // The right password before the letter brings a new letter; the old one is dead then.
    const second = tokenIn((await letters(p)).at(-1)?.link);
    expect(second).not.toBe(first);
    await expect(confirmEmail(guest(p), first, { password: good })).rejects.toMatchObject({ code: 'identity.linkOver' });
    await expect(confirmEmail(guest(p, minutes(24 * 60 + 1)), second, { password: good })).rejects.toMatchObject({ code: 'identity.linkOver' });
    await confirmEmail(guest(p, minutes(24 * 60)), second, { password: good });
    await expect(confirmEmail(guest(p), second, { password: good })).rejects.toMatchObject({ code: 'identity.linkOver' });
    expect((await signIn(guest(p), { email: somebody.email, password: good })).lang).toBe('uk');
  });

  test('an account begun by a stranger with my address stays shut when I open its letter: the link wants its password', async () => {
    const p = await portal(engine);
    await signUp(guest(p), { ...somebody, password: 'hasło nieznajomego' });
    const token = tokenIn((await letters(p)).at(-1)?.link);
    await expect(confirmEmail(guest(p), token, { password: good })).rejects.toMatchObject({ code: 'identity.passwordOfAccount', field: 'password' });
    await expect(signIn(guest(p), { email: somebody.email, password: 'hasło nieznajomego' })).rejects.toMatchObject({ code: 'identity.wrongPassword' });
  });

  test('the database holds digests of links, and no password in any readable form', async () => {
    const { p } = await confirmed();
    await requestReset(guest(p), { email: somebody.email });
    const links = (await letters(p)).map(({ link }) => tokenIn(link)).filter((token) => token.length > 20);
    expect(links).toHaveLength(2);
    const { people, tokens, events } = p.db.t;
    const all = JSON.stringify([await p.db.read.select().from(tokens), await p.db.read.select().from(people), await p.db.read.select().from(events)]);
    for (const secret of [...links, good]) expect(all).not.toContain(secret);
    for (const { digest } of await p.db.read.select().from(tokens)) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a known and an unknown address cost the same hashing, at sign-in and at sign-up', async () => {
    const { p, enter } = await confirmed();
    const verifying = vi.spyOn(passwords, 'isRightPassword');
    await expect(enter('nie to hasło')).rejects.toMatchObject({ code: 'identity.wrongPassword', field: 'email' });
    await expect(signIn(guest(p), { email: 'nikt@example.org', password: 'nie to hasło' })).rejects.toMatchObject({ code: 'identity.wrongPassword', field: 'email' });
    expect(verifying.mock.calls.map(([stored, typed]) => [typeof stored, typed])).toEqual([['string', 'nie to hasło'], ['undefined', 'nie to hasło']]);
    verifying.mockRestore();
    const hashing = vi.spyOn(passwords, 'hashPassword');
    await signUp(guest(p, minutes(1)), somebody);
    await signUp(guest(p, minutes(2)), { ...somebody, email: 'nowa@example.org' });
    expect(hashing).toHaveBeenCalledTimes(2);
    hashing.mockRestore();
    expect((await letters(p)).slice(-2).map(({ template, to }) => [to, template])).toEqual([
      [somebody.email, 'identity.alreadyRegistered'], ['nowa@example.org', 'identity.confirm'],
    ]);
    expect(await p.db.read.select().from(p.db.t.people)).toHaveLength(2);
  });

  test('a sign-up for an address that has an account changes nothing of it', async () => {
    const { p, enter } = await confirmed();
    await signUp(guest(p), { ...somebody, name: 'Ktoś Inny', password: 'zupełnie inne słowa' });
    await expect(enter('zupełnie inne słowa')).rejects.toMatchObject({ code: 'identity.wrongPassword' });
    await enter();
    const [person] = await p.db.read.select().from(p.db.t.people);
    expect(person?.name).toBe('Olena Kowal');
  });

  test('a new password by the letter ends the old one; the link works once, for an hour, and only the newest', async () => {
    const { p, enter } = await confirmed();
    await requestReset(guest(p), { email: somebody.email });
    await requestReset(guest(p, minutes(1)), { email: somebody.email });
    const [old, newest] = (await letters(p)).filter(({ template }) => template === 'identity.reset').map(({ link }) => tokenIn(link));
    const password = 'nowe spokojne słowa';
    await expect(resetPassword(guest(p), old ?? '', { password })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(resetPassword(guest(p, minutes(61)), newest ?? '', { password })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(confirmEmail(guest(p), newest ?? '', { password: good })).rejects.toMatchObject({ code: 'identity.linkOver' });
    // Refused, the link still works.
    await expect(resetPassword(guest(p), newest ?? '', { password: 'Olena@example.org' })).rejects.toMatchObject({ code: 'identity.passwordIsAddress', field: 'password' });
    await resetPassword(guest(p, minutes(59)), newest ?? '', { password });
    await expect(resetPassword(guest(p), newest ?? '', { password })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(enter()).rejects.toMatchObject({ code: 'identity.wrongPassword' });
    await enter(password);
    expect((await letters(p)).map(({ template }) => template)).toContain('identity.passwordChanged');
  });

  test('a reset for an unknown or disabled person sends nothing and says nothing', async () => {
    const { p, id } = await confirmed();
    const before = (await letters(p)).length;
    await p.db.tx(async (tx) => {
      await tx.update(tx.t.people).set({ disabledAt: monday });
    });
    await requestReset(guest(p), { email: 'nikt@example.org' });
    await requestReset(guest(p), { email: somebody.email });
    expect(await letters(p)).toHaveLength(before);
    expect(await findActor(p.db.read, id)).toBeUndefined();
  });

  test('a person with several roles who acts for several organisations is known with each of them once', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const [one, other] = [await verified(p, officer, 1), await verified(p, officer, 2)];
    const memberships = [{ organisationId: one.id, role: 'viewer' as const, signatory: true }, { organisationId: other.id, role: 'editor' as const, signatory: false }];
    const { id } = await p.person({ roles: ['officer', 'auditor'], memberships });
    const known = await findActor(p.db.read, id);
    expect(known?.roles.toSorted()).toEqual(['auditor', 'officer']);
    expect(known?.memberships).toHaveLength(2);
    for (const membership of memberships) expect(known?.memberships).toContainEqual(membership);
    expect(await findActor(p.db.read, (await p.person()).id)).toMatchObject({ roles: [], memberships: [] });
  });

  test('five wrong passwords close an account for a quarter of an hour, for any network; the right one clears the count', async () => {
    const { p, enter } = await confirmed();
    for (let n = 0; n < 8; n += 1) await enter();
    for (let n = 0; n < 5; n += 1) await expect(enter('nie to hasło')).rejects.toMatchObject({ code: 'identity.wrongPassword' });
    await expect(enter()).rejects.toMatchObject({ name: 'TooMany', retryAfterSeconds: 900 });
    await expect(enter(good, minutes(14))).rejects.toMatchObject({ name: 'TooMany', retryAfterSeconds: 60 });
    await enter(good, minutes(15));
    // An unknown address closes just the same.
    for (let n = 0; n < 5; n += 1) await expect(signIn(guest(p), { email: 'nikt@example.org', password: good })).rejects.toMatchObject({ code: 'identity.wrongPassword' });
    await expect(signIn(guest(p), { email: 'nikt@example.org', password: good })).rejects.toMatchObject({ name: 'TooMany' });
    const stored = JSON.stringify(await p.db.read.select().from(p.db.t.throttles));
    expect(stored).not.toContain('example.org');
  });

  test('attempts at the same moment are all counted', async () => {
    const { enter } = await confirmed();
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => enter('nie to hasło').catch((error: Error) => error.name)));
    expect(outcomes.filter((name) => name === 'RuleViolation').length).toBeLessThanOrEqual(5);
    expect(outcomes.filter((name) => name === 'TooMany').length).toBeGreaterThanOrEqual(1);
  });

  test('fifty attempts from one network close it for an hour, and leave other networks open', async () => {
    const p = await portal(engine);
    const attempt = (n: number, ip: string) => signIn(guest(p, monday, ip), { email: `nikt${n}@example.org`, password: 'x' }).catch((error: Error) => error.name);
    const cheap = vi.spyOn(passwords, 'isRightPassword').mockResolvedValue(false);
    for (let n = 0; n < 50; n += 1) expect(await attempt(n, `198.51.100.${n}`)).toBe('RuleViolation');
    expect(await attempt(51, '198.51.100.200')).toBe('TooMany');
    expect(await attempt(52, '198.51.101.1')).toBe('RuleViolation');
    cheap.mockRestore();
  });

  test('three letters an hour go to one address', async () => {
    const { p } = await confirmed();
    await requestReset(guest(p), { email: somebody.email });
    await requestReset(guest(p), { email: somebody.email });
    await expect(requestReset(guest(p), { email: somebody.email })).rejects.toMatchObject({ name: 'TooMany', retryAfterSeconds: 3600 });
    await expect(signUp(guest(p), somebody)).rejects.toMatchObject({ name: 'TooMany' });
    await requestReset(guest(p, minutes(60)), { email: somebody.email });
  });

  test('changing the password asks for the old one, and guessing it is counted like signing in', async () => {
    const { p, id, enter } = await confirmed();
    const person = await findActor(p.db.read, id);
    if (!person) throw new Error('no person');
    const me = p.as(person);
    await expect(changePassword(me, { oldPassword: good, password: 'Olena@Example.org' })).rejects.toMatchObject({ code: 'identity.passwordIsAddress' });
    await expect(changePassword(me, { oldPassword: 'nie to', password: 'nowe spokojne słowa' })).rejects.toMatchObject({ code: 'identity.wrongOldPassword', field: 'oldPassword' });
    await changePassword(me, { oldPassword: good, password: 'nowe spokojne słowa' });
    await enter('nowe spokojne słowa');
    for (let n = 0; n < 5; n += 1) await expect(changePassword(me, { oldPassword: 'nie to', password: good })).rejects.toMatchObject({ code: 'identity.wrongOldPassword' });
    await expect(changePassword(me, { oldPassword: 'nie to', password: good })).rejects.toMatchObject({ name: 'TooMany' });
  });

  test('a role given or taken holds at the next request, and an administrator cannot take away their own', async () => {
    const p = await portal(engine);
    const admin = await p.person({ roles: ['admin'] });
    const { id } = await p.person();
    const roles = async () => (await findActor(p.db.read, id))?.roles;
    await grantRole(p.as(admin), { personId: id, role: 'officer' });
    await grantRole(p.as(admin), { personId: id, role: 'officer' });
    expect(await roles()).toEqual(['officer']);
    await revokeRole(p.as(admin), { personId: id, role: 'officer' });
    expect(await roles()).toEqual([]);
    await expect(revokeRole(p.as(admin), { personId: admin.id, role: 'admin' })).rejects.toMatchObject({ code: 'identity.ownAdmin' });
    await expect(grantRole(p.as(await p.person({ roles: ['head'] })), { personId: id, role: 'admin' })).rejects.toMatchObject({ name: 'Forbidden' });
  });
});
