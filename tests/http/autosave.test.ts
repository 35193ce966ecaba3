import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import type { Person } from '~/access/actor';
import { beginSession, endAllSessions } from '~/access/session.server';
import { takeAutosaves } from '~/http/autosave.server';
import { readConfig } from '~/http/config.server';
import { pairsOf } from '~/http/form-data';
import type { Line } from '~/http/request-log';
import { startApplication } from '~/modules/applications/commands.server';
import { listHelp } from '~/modules/applications/helper-queries.server';
import { acceptAnyInvitation, endHelp, inviteHelper } from '~/modules/applications/helpers.server';
import { getApplication } from '~/modules/applications/queries.server';
import { listRevisions } from '~/modules/applications/saving.server';
import * as section from '~/routes/applicant/application-section';
import { verified } from '../modules/organisations/entries';
import { announced } from '../support/call';
import { eachEngine, monday, portal, type Portal } from '../support/portal';
import { visitorOf } from '../support/visit';

const page = 'applications/:id/section/:section';
const visit = visitorOf({ [page]: section });
const fields = { intent: 'task', title: 'Klub rozmów', startDate: '2026-05-04', endDate: '2026-10-30', synthesis: 'Zażółć gęślą jaźń, по-українськи, 100 % & +', districts: 'podgorze', targetGroups: 'forced_migrant', then: 'stay' };

let server: Server;
afterEach(() => new Promise((done) => server.close(done)));

async function scene(p: Portal) {
  const { callId, officer } = await announced(p);
  const { id: organisationId, owner } = await verified(p, officer);
  const { id } = await startApplication(p.as(owner), { callId, organisationId });
  // The same organisation's offer in another call: written by the ordinary route, it must become the same.
  const { callId: otherCall } = await announced(p, { officer });
  const { id: twin } = await startApplication(p.as(owner), { callId: otherCall, organisationId });
  const lines: Line[] = [];
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = readConfig({ ORIGIN: origin, NODE_ENV: 'test' });
  server.on('request', takeAutosaves({ config, db: p.db, now: () => monday, log: (line) => lines.push(line) }, (_request, response) => void response.end('passed on')));
  const cookieOf = async (person: Person) => (await beginSession(p.db, origin, person.id)).split(';')[0] ?? '';
  const cookie = await cookieOf(owner);
  const send = async (form: Record<string, string>, { headers = {}, lang = 'pl', offer = id }: { headers?: Record<string, string>; lang?: string; offer?: string } = {}) => {
    const path = `/${lang}/applications/${offer}/section/task?_data=routes%2Fapplicant%2Fapplication-section`;
    const answer = await fetch(origin + path, { method: 'POST', headers: { cookie, origin, ...headers }, body: new URLSearchParams(form) });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  return { id, twin, owner, officer, send, cookieOf, lines, origin };
}

eachEngine((engine) => {
  test('a page that saves itself is answered as its route would: saved, wrongly typed, colliding, too new', async () => {
    const p = await portal(engine);
    const { id, twin, owner, send } = await scene(p);
    const cases = [
      { ...fields, version: '1' },
      { ...fields, version: '2', title: '', 'words.synthesis.lang': 'uk', 'words.synthesis.text': 'Ваш текст', 'words.synthesis.mark': 'machine' },
      { ...fields, version: '3', 'words.synthesis.lang': 'xx', 'words.synthesis.text': 'Ваш текст' },
      { ...fields, version: '3', startDate: '2026-02-31' },
      { ...fields, version: '3', synthesis: 'PESEL 44051401359' },
      { ...fields, version: '2', title: 'Inny klub' },
      { ...fields, version: '9' },
      { ...fields, version: 'x' },
    ];
    const seen = [];
    for (const form of cases) {
      const quick = await send(form, { lang: 'de' });
      const usual = await visit(p, `/de/applications/${twin}/section/task`, { person: owner, form, routeId: page });
      expect([quick.status, JSON.parse(quick.text)]).toEqual([usual.status, JSON.parse(usual.html)]);
      seen.push(quick.status);
    }
    expect(seen).toEqual([200, 200, 422, 422, 422, 422, 409, 422]);
    const [mine, other] = await Promise.all([id, twin].map((one) => getApplication(p.db.read, one)));
    expect(twin).not.toBe(id);
    expect(mine?.content).toEqual(other?.content);
    expect(mine?.content.task?.synthesis).toBe(fields.synthesis);
    expect(await listRevisions(p.db.read, id)).toHaveLength(2);
  });

  test('nobody saves in the offer of others, nor after their session ended or their role was taken away', async () => {
    const p = await portal(engine);
    const { id, owner, officer, send, cookieOf, origin } = await scene(p);
    const form = { ...fields, version: '1' };
    expect((await send(form, { headers: { cookie: await cookieOf(officer) } })).status).toBe(403);
    expect((await send(form, { offer: 'nobody' })).status).toBe(404);
    const cookie = await cookieOf(owner);
    const { memberships } = p.db.t;
    await p.db.tx(async (tx) => void (await tx.update(memberships).set({ role: 'viewer' }).where(eq(memberships.personId, owner.id))));
    expect((await send(form, { headers: { cookie } })).status).toBe(403);
    await endAllSessions(p.db, origin, owner.id);
    expect((await send(form, { headers: { cookie } })).text).toBe('passed on');
    expect((await getApplication(p.db.read, id)).version).toBe(1);
  });

  test('a helper of the offer saves while the help lasts and is told when it ended, here as by the route', async () => {
    const p = await portal(engine);
    const { id, owner, send, cookieOf } = await scene(p);
    const friend = await p.person();
    await acceptAnyInvitation(p.as(friend), await inviteHelper(p.as(owner), id, { email: friend.email, role: 'helper', until: undefined, lang: 'pl' }));
    const headers = { cookie: await cookieOf(friend) };
    expect((await send({ ...fields, version: '1' }, { headers })).status).toBe(200);
    await endHelp(p.as(owner), id, (await listHelp(p.db.read, { id, closesAt: monday }, monday))[0]?.id ?? '');
    const form = { ...fields, version: '2', title: 'Po czasie' };
    const refused = await send(form, { headers });
    const usual = await visit(p, `/pl/applications/${id}/section/task`, { person: friend, form, routeId: page });
    expect([refused.status, JSON.parse(refused.text)]).toEqual([usual.status, JSON.parse(usual.html)]);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Twoja pomoc w tej ofercie się skończyła');
    expect((await getApplication(p.db.read, id)).content.task?.title).toBe('Klub rozmów');
  });
});

test('everything that is not a plain saving of a signed-in person goes the usual way', async () => {
  const p = await portal('sqlite');
  const { send, lines } = await scene(p);
  const form = { ...fields, version: '1' };
  for (const headers of [{ cookie: 'theme=dark' }, { origin: 'https://evil.example' }, { 'content-type': 'multipart/form-data; boundary=x' }] as Record<string, string>[])
    expect((await send(form, { headers })).text).toBe('passed on');
  expect((await send(form, { lang: 'xx' })).text).toBe('passed on');
  expect((await send({ ...form, intent: 'profile' })).status).toBe(400);
  expect((await send({ ...form, then: 'add' })).status).toBe(400);
  const { headers } = await send(form);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  expect(lines.map(({ status, path }) => [status, path])).toEqual([400, 400, 200].map((status) => [status, '/pl/applications/:id/section/task']));
});

test.each(['a=1&b=%C4%85+%2B&a=2', '=x&y', 'a=%zz&b=%C4', '', '&&a=1', 'a=%E2%82%AC%F0%9F%98%80&ż=%C5%BC', 'a=%E2%82&b=%ff%2', 'a%3D=%EF%BB%BFb&%26=%', 'a=b=c&%41%4a=%2B+'])('the form %s is read as URLSearchParams reads it', (body) => {
  expect(pairsOf(Buffer.from(body))).toEqual([...new URLSearchParams(body)]);
});
