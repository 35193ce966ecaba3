import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { beginSession } from '~/access/session.server';
import { getApplication } from '~/modules/applications/queries.server';
import * as checkRoute from '~/routes/applicant/application-check';
import * as sectionRoute from '~/routes/applicant/application-section';
import { instantAt } from '~/shared/time';
import { verified } from '../modules/organisations/entries';
import { announced } from '../support/call';
import { completeOffer } from '../support/offer';
import { ask } from '../support/pages';
import { eachEngine, portal } from '../support/portal';

const deadline = instantAt('2026-03-31', '15:00');
const minute = 60_000;

/** A form whose bytes come in two parts; between them something happens. */
function slowly(form: Record<string, string>, between: () => void | Promise<void>): ReadableStream {
  const bytes = new TextEncoder().encode(new URLSearchParams(form).toString());
  const parts = [bytes.slice(0, 5), bytes.slice(5)];
  return new ReadableStream({
    async pull(controller) {
      const part = parts.shift();
      if (!part) return controller.close();
      if (parts.length === 0) await between();
      controller.enqueue(part);
    },
  }, { highWaterMark: 0 });
}

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const { callId, officer } = await announced(p, { closesAt: deadline });
    const { id: organisationId, owner } = await verified(p, officer, 1);
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    const cookie = (await beginSession(p.db, 'http://portal.test', owner.id)).split(';')[0] ?? '';
    const clock = { now: new Date(deadline.getTime() - minute) };
    const send = (route: Parameters<typeof ask>[1], path: string, form: Record<string, string>, between: () => void | Promise<void>) =>
      ask(p, route, `/pl/applications/${id}/${path}`, { body: slowly(form, between), cookie, now: () => clock.now, params: { id, ...(path.startsWith('section/') ? { section: 'other' } : {}) } });
    const handIn = (between: () => void | Promise<void>) => send(checkRoute, 'check', { intent: 'submit', version: String(version) }, between);
    return { p, owner, id, version, clock, handIn, send };
  }

  test.each([[-minute, true], [-1, true], [0, false], [1, false], [minute, false]])('a form begun before the deadline whose last byte comes %i ms from it is taken: %s', async (distance, taken) => {
    const { p, id, clock, handIn } = await scene();
    const answer = await handIn(() => void (clock.now = new Date(deadline.getTime() + distance)));
    expect(answer.status).toBe(taken ? 303 : 409);
    const { status, submittedAt } = await getApplication(p.db.read, id);
    expect([status, submittedAt?.getTime()]).toEqual(taken ? ['submitted', deadline.getTime() + distance] : ['draft', undefined]);
    expect(await p.db.read.$count(p.db.t.receipts)).toBe(taken ? 1 : 0);
    if (!taken) expect(answer.body).toContain('Termin');
  });

  test('a role taken away while the form is on its way is a role no more, and nothing is written', async () => {
    const { p, owner, id, version, handIn, send } = await scene();
    const takeAway = () => p.db.tx(async (tx) => void (await tx.delete(tx.t.memberships).where(eq(tx.t.memberships.personId, owner.id))));
    expect((await handIn(takeAway)).status).toBe(403);
    expect((await getApplication(p.db.read, id)).status).toBe('draft');
    expect((await send(sectionRoute, 'section/other', { intent: 'other', version: String(version), paid: 'no' }, () => undefined)).status).toBe(403);
    expect((await getApplication(p.db.read, id)).version).toBe(version);
  });

  test('a session that ends while the form is on its way leads to signing in, and nothing is written', async () => {
    const { p, owner, id, handIn } = await scene();
    const answer = await handIn(() => p.db.tx(async (tx) => void (await tx.delete(tx.t.sessions).where(eq(tx.t.sessions.personId, owner.id)))));
    expect([answer.status, answer.location.split('?')[0]]).toEqual([302, '/pl/sign-in']);
    expect((await getApplication(p.db.read, id)).status).toBe('draft');
  });
});
