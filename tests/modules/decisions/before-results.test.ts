import { desc, eq, isNotNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { seedDemo } from '#db/seed/run';
import { routeOf, walked } from '../../routes/anybody';
import { site, visit } from '../../routes/support';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';

// What stands nowhere but in a decision that is not published yet.
const canary = { orderNumber: 'KANAREK/2026', amount: 1_234_567, note: 'kanarek w klatce' };
const traces = [/kanarek/i, /12.?345[,.]67/, /1234567/];

/** A demo year whose newest published decision was marked, and then taken back to the hour before its publication. */
async function scene(p: Portal) {
  await seedDemo(p.db, { now: monday });
  const { calls, awards, rankings } = p.db.t;
  const [call] = await p.db.read.select({ id: calls.id }).from(calls).innerJoin(rankings, eq(rankings.callId, calls.id)).where(isNotNull(calls.resultsPublishedAt)).orderBy(desc(calls.resultsPublishedAt)).limit(1);
  const callId = call!.id;
  const given = await p.db.read.select({ id: awards.id, number: awards.number }).from(awards).where(eq(awards.callId, callId));
  await p.db.tx(async (tx) => {
    await tx.update(tx.t.awards).set({ orderNumber: canary.orderNumber, amount: canary.amount, updateNote: canary.note, status: 'awarded' }).where(eq(tx.t.awards.callId, callId));
    await tx.update(tx.t.rankings).set({ proposed: canary.amount }).where(eq(tx.t.rankings.callId, callId));
  });
  const unpublish = () => p.db.tx(async (tx) => {
    await tx.update(tx.t.calls).set({ status: 'decided', resultsPublishedAt: null }).where(eq(tx.t.calls.id, callId));
    await tx.delete(tx.t.callPublications).where(eq(tx.t.callPublications.callId, callId));
  });
  return { callId, given, unpublish };
}

eachEngine((engine) => {
  // What a page shows does not depend on the engine, and the walk is long.
  if (engine !== 'sqlite') return;
  test('of a decision nobody reads anything, on any page, feed or file, before its results are published', { timeout: 240_000 }, async () => {
    const p = await portal(engine);
    const { callId, given, unpublish } = await scene(p);
    const secrets = [...traces, ...given.flatMap(({ id, number }) => [new RegExp(id), new RegExp(number.replaceAll('/', '.'))])];
    const leaks = (pages: { path: string; text: string }[]) => pages.flatMap(({ path, text }) => secrets.filter((secret) => secret.test(text)).map((secret) => `${path}: ${text.slice(Math.max(0, text.search(secret) - 80), text.search(secret) + 60)}`));

    // Published, it is there to be read, so that the walk is known to look where it would stand.
    const before = await walked(p, /^\/logos\//);
    const told = new Set(before.filter(({ text }) => traces.some((trace) => trace.test(text))).map(({ path }) => routeOf(path)?.place.path));
    for (const place of ['/:lang/calls/:slug', '/:lang/initiatives', '/:lang/initiatives/:number', '/open-data/:file']) expect([...told]).toContain(place);

    await unpublish();
    expect(leaks(await walked(p, /^\/logos\//))).toEqual([]);

    // Nor does whoever made an offer, chosen or refused, on any page of their own.
    const { applications, memberships } = p.db.t;
    const offers = await p.db.read.select({ id: applications.id, organisationId: applications.organisationId, personId: memberships.personId }).from(applications).innerJoin(memberships, eq(memberships.organisationId, applications.organisationId)).where(eq(applications.callId, callId));
    expect(offers.length).toBeGreaterThan(given.length);
    const parts = site.map(({ path }) => path).filter((path) => path.startsWith('/:lang/applications/:id') && !/:(?!lang|id)/.test(path));
    for (const { id, organisationId, personId } of offers) {
      const paths = ['/pl/desk', '/pl/calendar', `/pl/my/${organisationId}`, ...parts.map((path) => path.replace(':lang', 'pl').replace(':id', id)), ...given.map((award) => `/pl/awards/${award.id}`)];
      const pages: { path: string; text: string }[] = [];
      for (const path of paths) {
        const { html, status } = await visit(p, path, { person: { id: personId } });
        expect(`${path} ${status}`).toMatch(path.includes('/awards/') ? / 40[34]$/ : / (200|302|404|422)$/);
        pages.push({ path, text: path.includes('/awards/') ? '' : html });
      }
      expect(leaks(pages)).toEqual([]);
    }
  });
});
