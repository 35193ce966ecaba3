import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { applicationStatuses, knownStatus } from '~/modules/applications/rules';
import * as offerRoute from '~/routes/applicant/application';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';
import { verified } from '../organisations/entries';

const visit = visitorOf({ 'applications/:id': offerRoute as unknown as RouteModule });
const secret = ['assessed', 'recommended', 'reserve', 'not_recommended', 'awarded', 'rejected'];

test('what was decided inside is known once the results are published; every other state is known at once', () => {
  for (const status of applicationStatuses) {
    expect(knownStatus(status, null)).toBe(secret.includes(status) ? 'in_assessment' : status);
    expect(knownStatus(status, monday)).toBe(status);
  }
});

eachEngine((engine) => {
  test('the page of an offer says the same whatever was decided, until the results are published', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer, 1);
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner, submit: true });
    const { applications, calls } = p.db.t;
    const shown = async (status: 'awarded' | 'rejected' | 'in_assessment') => {
      await p.db.tx((tx) => tx.update(applications).set({ status }).where(eq(applications.id, id)));
      return (await visit(p, `/pl/applications/${id}`, { person: owner })).html.match(/<p><span class="tag.*?<\/p>/)?.[0];
    };
    const before = await shown('in_assessment');
    expect(before).toBeTruthy();
    expect([await shown('awarded'), await shown('rejected')]).toEqual([before, before]);
    await p.db.tx((tx) => tx.update(calls).set({ resultsPublishedAt: monday }));
    expect(await shown('awarded')).not.toBe(before);
    expect(await shown('rejected')).not.toBe(await shown('awarded'));
  });
});
