import { expect, test } from 'vitest';
import { anonymous } from '~/access/actor';
import { tellLater, type Mail } from '~/modules/notifications/commands.server';
import { sendDueMails, smtpCarrier, type GivenUp } from '~/modules/notifications/send.server';
import { freePort } from '../../support/postgres';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { startSmtp } from '../../support/smtp';

const from = 'Otwarty Kraków <no-reply@portal.test>';
const minutes = (n: number) => new Date(monday.getTime() + n * 60_000);
const letter: Mail = { template: 'identity.confirm', to: { email: 'olena@example.org', lang: 'uk' }, params: { name: 'Олена Коваль' }, link: '/confirm/abc' };

eachEngine((engine) => {
  async function scene(mails: Mail[] = [letter]) {
    const p = await portal(engine);
    await p.db.tx((tx) => tellLater(tx, p.as(anonymous), mails));
    const givenUp: GivenUp[] = [];
    /** One round of the job at some moment, to the mail server at this address. */
    const round = async (url: string, now = monday) => sendDueMails(p.db, { carry: await smtpCarrier(url, from), origin: 'https://portal.test', now, onGivenUp: (mail) => givenUp.push(mail) });
    return { p, round, givenUp };
  }
  const stored = async (p: Portal) => (await p.db.read.select().from(p.db.t.outbox))[0];

  test('a letter leaves once, in the language of its reader, as text and with the face of the portal', async () => {
    const { p, round } = await scene();
    const { url, received } = await startSmtp();
    expect(await round(url)).toBe(1);
    expect(await round(url, minutes(60))).toBe(0);
    expect(received).toHaveLength(1);
    const [mail] = received;
    expect(mail).toMatchObject({ to: ['olena@example.org'], from: 'no-reply@portal.test' });
    expect(mail?.head.get('subject')).toBe('Підтвердьте адресу e-mail');
    expect(mail?.head.get('from')).toBe(from);
    expect(mail?.head.get('content-language')).toBe('uk');
    expect(mail?.head.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.head.get('message-id')).toBe(`<${(await stored(p))?.id}@portal.test>`);
    const [text, html] = mail?.parts ?? [];
    expect(text?.type).toContain('text/plain');
    expect(text?.text).toContain('Добрий день, Олена Коваль!');
    expect(text?.text).toContain('https://portal.test/uk/confirm/abc');
    expect(html?.type).toContain('text/html');
    expect(html?.text).toContain('<html lang="uk">');
    expect(html?.text).toContain('Otwarty Kraków');
    expect(html?.text).toContain('href="https://portal.test/uk/confirm/abc"');
    expect(await stored(p)).toMatchObject({ sentAt: monday, attempts: 1, lastError: null, failedAt: null });
  });

  test('a letter that can be stopped says how to the mail program, any other does not', async () => {
    const stopAtOnce = 'https://portal.test/uk/letters/alerts/abc';
    const { round } = await scene([letter, { template: 'alert.new', to: letter.to, params: { title: 'Nabór', closes: 'jutro', stop: 'https://portal.test/uk/calls/alerts/stop/abc', stopAtOnce } }]);
    const { url, received } = await startSmtp();
    await round(url);
    const said = received.map(({ head }) => [head.get('subject'), head.get('list-unsubscribe'), head.get('list-unsubscribe-post')]);
    expect(said).toHaveLength(2);
    expect(said).toContainEqual(['Підтвердьте адресу e-mail', undefined, undefined]);
    expect(said).toContainEqual(['Новий конкурс: Nabór', `<${stopAtOnce}>`, 'List-Unsubscribe=One-Click']);
  });

  test('a name with line ends and markup adds no header, no recipient and no element', async () => {
    const name = 'Olena\r\nBcc: wszyscy@example.org\r\n\r\n<script>alert(1)</script>';
    const { round } = await scene([{ ...letter, params: { name } }]);
    const { url, received } = await startSmtp();
    await round(url);
    const [mail] = received;
    expect(mail?.to).toEqual(['olena@example.org']);
    expect(mail?.names).not.toContain('bcc');
    expect(mail?.parts[1]?.text).not.toContain('<script>');
    expect(mail?.parts[1]?.text).toContain('&lt;script&gt;');
  });

  test('an address that looks like two, or like a header, reaches nobody else', async () => {
    const { round } = await scene([
      { ...letter, to: { email: 'a@example.org, b@example.org', lang: 'pl' } },
      { ...letter, to: { email: 'a@example.org>\r\nRCPT TO:<b@example.org', lang: 'pl' } },
    ]);
    const { url, received } = await startSmtp();
    await round(url);
    expect(received.flatMap(({ to }) => to).filter((to) => to === 'b@example.org' || to === 'a@example.org')).toEqual([]);
  });

  test('a letter that the server puts off is tried again after a minute, then later and later', async () => {
    let busy = true;
    const { p, round } = await scene();
    const { url, received } = await startSmtp({
      onRcptTo: (_address, _session, done) => done(busy ? Object.assign(new Error('try later'), { responseCode: 451 }) : null),
    });
    expect(await round(url)).toBe(0);
    expect(await stored(p)).toMatchObject({ attempts: 1, nextTryAt: minutes(1), sentAt: null, lastError: expect.stringContaining('try later') });
    expect(await round(url, minutes(0.5))).toBe(0);
    expect((await stored(p))?.attempts).toBe(1);
    await round(url, minutes(1));
    expect(await stored(p)).toMatchObject({ attempts: 2, nextTryAt: minutes(16) });
    busy = false;
    expect(await round(url, minutes(16))).toBe(1);
    expect(received).toHaveLength(1);
  });

  test('a connection that drops, or a server that is away, is a failed try like any other', async () => {
    const { p, round } = await scene();
    const dropping = await startSmtp({
      onData(stream, session) {
        stream.once('data', () => undefined);
        setTimeout(() => (session as unknown as { _connection?: { _socket: { destroy: () => void } } })._connection?._socket.destroy(), 0);
        void dropping.stop();
      },
    });
    expect(await round(dropping.url)).toBe(0);
    expect(await round(`smtp://127.0.0.1:${await freePort()}`, minutes(1))).toBe(0);
    expect(await stored(p)).toMatchObject({ attempts: 2, sentAt: null, failedAt: null, nextTryAt: minutes(16) });
    const { url, received } = await startSmtp();
    expect(await round(url, minutes(16))).toBe(1);
    expect(received).toHaveLength(1);
  });

  test('after the sixth try a letter is given up, and whoever watches is told', async () => {
    const { p, round, givenUp } = await scene();
    const { url } = await startSmtp({ onMailFrom: (_address, _session, done) => done(Object.assign(new Error('not today'), { responseCode: 421 })) });
    let now = monday;
    for (let n = 0; n < 6; n += 1) {
      await round(url, now);
      now = (await stored(p))?.nextTryAt ?? now;
    }
    expect(await stored(p)).toMatchObject({ attempts: 6, sentAt: null, failedAt: expect.any(Date), lastError: expect.stringContaining('not today') });
    expect(givenUp).toMatchObject([{ template: 'identity.confirm', error: expect.stringContaining('not today') }]);
    expect(JSON.stringify(givenUp)).not.toContain('olena@');
    expect(await round(url, minutes(100_000))).toBe(0);
    expect(givenUp).toHaveLength(1);
  });

  test('an address that the server knows to be wrong is given up at once, and the others still get theirs', async () => {
    const { round, givenUp } = await scene([{ ...letter, to: { email: 'nikt@example.org', lang: 'pl' } }, letter]);
    const { url, received } = await startSmtp({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('nikt') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    });
    expect(await round(url)).toBe(1);
    expect(givenUp).toHaveLength(1);
    expect(received.map(({ to }) => to)).toEqual([['olena@example.org']]);
  });

  test('a process that stops while a letter is on its way loses nothing, and two processes send it once', async () => {
    const { p, round } = await scene();
    void sendDueMails(p.db, { carry: () => new Promise(() => undefined), origin: 'https://portal.test', now: monday });
    await expect.poll(async () => (await stored(p))?.attempts).toBe(1);
    const { url, received } = await startSmtp();
    expect(await round(url, minutes(1))).toBe(0);
    const rounds = await Promise.all([round(url, minutes(10)), round(url, minutes(10))]);
    expect(rounds[0] + rounds[1]).toBe(1);
    expect(received).toHaveLength(1);
  });

  test('a letter told in a transaction that fails never leaves', async () => {
    const { p, round } = await scene([]);
    await p.db.tx(async (tx) => {
      await tellLater(tx, p.as(anonymous), letter);
      throw new Error('undone');
    }).catch(() => undefined);
    const { url, received } = await startSmtp();
    expect(await round(url)).toBe(0);
    expect(received).toEqual([]);
  });
});
