import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { getApplication } from '~/modules/applications/queries.server';
import type { ApplicationStatus } from '~/modules/applications/rules';
import { publicationPlaces } from '~/modules/calls/rules';
import { publishResults, recordDecision, withdrawApplication } from '~/modules/decisions/commands.server';
import { listPublicResults } from '~/modules/decisions/queries.server';
import * as offerPage from '~/routes/applicant/application';
import { acceptedAward, clerk } from '../../support/award';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';

const visit = visitorOf({ 'applications/:id': offerPage as unknown as RouteModule });

eachEngine((engine) => {
  /** Offers of one call in these states, each in its place of the ranking. */
  async function ranked(p: Portal, states: ApplicationStatus[], call: 'ranked' | 'decided') {
    const offers: Awaited<ReturnType<typeof acceptedAward>>[] = [];
    for (const [i, status] of states.entries()) {
      const offer = await acceptedAward(p, { published: false });
      offers.push(offer);
      await p.db.tx(async (tx) => {
        const { applications, awards, calls, rankings } = tx.t;
        const callId = offers[0]!.callId;
        if (status !== 'awarded') await tx.delete(awards).where(eq(awards.applicationId, offer.applicationId));
        await tx.update(awards).set({ callId }).where(eq(awards.applicationId, offer.applicationId));
        await tx.update(applications).set({ status, callId }).where(eq(applications.id, offer.applicationId));
        await tx.update(calls).set({ status: call }).where(eq(calls.id, callId));
        const outcome = status === 'rejected' || status === 'not_recommended' ? ('not_recommended' as const) : ('recommended' as const);
        await tx.insert(rankings).values({ callId, applicationId: offer.applicationId, position: i + 1, mean: 8000, spread: 0, scores: 2, proposed: outcome === 'recommended' ? offer.amount : 0, outcome, tieBreak: null } as never);
      });
    }
    return { offers, callId: offers[0]!.callId };
  }
  const order = { orderNumber: '300/2026', orderDate: '2026-03-02' as const };

  test('offers taken back after the ranking do not stop the decision, and none of them can be chosen', async () => {
    const p = await portal(engine);
    const { offers, callId } = await ranked(p, ['recommended', 'not_recommended', 'recommended'], 'ranked');
    const [kept, low, back] = offers;
    await withdrawApplication(p.as(low!.signatory), low!.applicationId);
    await withdrawApplication(p.as(back!.signatory), back!.applicationId);
    const mayor = p.as(await clerk(p, 'mayor'));
    const awards = (ids: string[]) => ({ ...order, awards: ids.map((applicationId) => ({ applicationId, amount: kept!.amount })), deviation: undefined }) as never;
    await expect(recordDecision(mayor, callId, awards([kept!.applicationId, back!.applicationId]))).rejects.toMatchObject({ code: 'decision.notAssessed' });
    await recordDecision(mayor, callId, awards([kept!.applicationId]));
    const status = async (id: string) => (await getApplication(p.db.read, id)).status;
    expect([await status(kept!.applicationId), await status(low!.applicationId), await status(back!.applicationId)]).toEqual(['awarded', 'withdrawn', 'withdrawn']);
  });

  test('before the results are published a chosen and a refused offer look the same and can both be taken back', async () => {
    const p = await portal(engine);
    const { offers, callId } = await ranked(p, ['awarded', 'rejected', 'awarded'], 'decided');
    const [chosen, refused, other] = offers;
    const page = async ({ applicationId, signatory }: (typeof offers)[number]) => (await visit(p, `/pl/applications/${applicationId}`, { person: signatory })).html;
    const plain = (html: string, offer: (typeof offers)[number]) => html.replaceAll(offer.applicationId, '#').replaceAll(/(Fundacja Przykładowa|Nabór|nabor-) ?\d+/g, '#').replaceAll(/"[\w-]{20,}"/g, '""');
    const seen = [plain(await page(chosen!), chosen!), plain(await page(refused!), refused!)];
    expect(seen[0]).toContain('Wycofaj ofertę');
    expect(seen[0]).toBe(seen[1]);
    await withdrawApplication(p.as(chosen!.signatory), chosen!.applicationId);
    await withdrawApplication(p.as(refused!.signatory), refused!.applicationId);
    const [award] = await p.db.read.select({ status: p.db.t.awards.status }).from(p.db.t.awards).where(eq(p.db.t.awards.id, chosen!.awardId));
    expect(award?.status).toBe('declined');
    await p.db.tx(async (tx) => {
      for (const place of publicationPlaces) await tx.insert(tx.t.callPublications).values({ callId, of: 'results', place, publishedOn: '2026-03-02', reference: 'BIP', recordedBy: chosen!.signatory.id, recordedAt: monday } as never);
    });
    await publishResults(p.as(await clerk(p, 'officer')), callId);
    expect((await listPublicResults(p.db.read, callId)).map(({ amount }) => amount)).toEqual([other!.amount]);
    const told = await p.db.read.select({ template: p.db.t.outbox.template }).from(p.db.t.outbox);
    expect(told.map(({ template }) => template)).toEqual(['results.awarded']);
    await expect(withdrawApplication(p.as(other!.signatory), other!.applicationId)).rejects.toMatchObject({ code: 'wrongState' });
  });
});
