import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reopenApplication, startApplication, submitApplication } from '~/modules/applications/commands.server';
import { withdrawApplication } from '~/modules/decisions/commands.server';
import { countHandedIn } from '~/modules/applications/limit.server';
import { answerPartnership, invitePartner } from '~/modules/applications/partners.server';
import * as checkRoute from '~/routes/applicant/application-check';
import * as partnersRoute from '~/routes/applicant/application-partners';
import * as applyRoute from '~/routes/applicant/apply';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';
import { verified } from '../organisations/entries';

const page = (route: unknown) => route as RouteModule;
const visit = visitorOf({ 'applications/:id/partners': page(partnersRoute), 'applications/:id/check': page(checkRoute), 'calls/:slug/apply': page(applyRoute) });

eachEngine((engine) => {
  /** A call of one offer for each organisation, and three organisations. */
  async function scene() {
    const p = await portal(engine);
    const { callId, slug, officer } = await announced(p, { input: { offersPerOrganisation: 1 } });
    const [first, second, both] = [await verified(p, officer, 1), await verified(p, officer, 2), await verified(p, officer, 3)];
    const offerOf = async ({ id: organisationId, owner }: typeof first) => (await completeOffer(p, { callId, organisationId, editor: owner })).id;
    const part = { organisationId: both.id, share: 100_000 };
    const invite = (filer: typeof first, id: string) => invitePartner(p.as(filer.owner), id, { ...part, tasks: 'Sala.' });
    const accept = (id: string) => answerPartnership(p.as(both.owner), id, { ...part, answer: 'accepted' });
    const start = () => startApplication(p.as(both.owner), { callId, organisationId: both.id });
    return { p, callId, slug, first, second, both, offerOf, invite, accept, start };
  }
  const full = { code: 'partner.full', params: { name: 'Fundacja Spotkanie 3', n: 1 } };

  test('who accepted its part begins no offer of its own; who only was asked does, and then cannot accept', async () => {
    const { p, slug, first, both, offerOf, invite, accept, start } = await scene();
    const id = await offerOf(first);
    await invite(first, id);
    await accept(id);
    await expect(start()).rejects.toMatchObject({ code: 'application.limit' });
    expect((await visit(p, `/pl/calls/${slug}/apply`, { person: both.owner })).html).toContain('Liczą się też oferty wspólne');
    await answerPartnership(p.as(both.owner), id, { organisationId: both.id, share: 100_000, answer: 'withdrawn' });
    await start();
    await expect(accept(id)).rejects.toMatchObject(full);
  });

  test('asked by two, it accepts one; the other is told when it asks; a withdrawn offer sets it free', async () => {
    const { p, first, second, both, offerOf, invite, accept } = await scene();
    const [one, other] = [await offerOf(first), await offerOf(second)];
    await invite(first, one);
    await invite(second, other);
    await accept(one);
    await expect(accept(other)).rejects.toMatchObject(full);
    await expect(invitePartner(p.as(second.owner), other, { organisationId: both.id, share: 5, tasks: 'Inne.' })).rejects.toMatchObject(full);
    await submitApplication(p.as(first.owner), one);
    await withdrawApplication(p.as(first.owner), one);
    await accept(other);
    await submitApplication(p.as(second.owner), other);
  });

  test('at handing in, what each of them handed in already counts and drafts do not', async () => {
    const { p, callId, first, second, both, offerOf, invite, accept } = await scene();
    const [one, other] = [await offerOf(first), await offerOf(second)];
    await invite(first, one);
    await accept(one);
    // The City lowered the limit after both parts were accepted.
    const { coOfferors } = p.db.t;
    await p.db.tx((tx) => tx.insert(coOfferors).values({ applicationId: other, organisationId: both.id, status: 'accepted', share: 100_000, tasks: 'Sala.', invitedBy: second.owner.id, invitedAt: new Date(0) }));
    await submitApplication(p.as(second.owner), other);
    const obstacle = { code: 'partner.limit', params: { names: 'Fundacja Spotkanie 3', n: 1 } };
    await expect(submitApplication(p.as(first.owner), one)).rejects.toMatchObject({ violations: [obstacle] });
    expect((await visit(p, `/pl/applications/${one}/check`, { person: first.owner })).html).toContain('licząc oferty wspólne: Fundacja Spotkanie 3');
    expect(await countHandedIn(p.db.read, callId, both.id)).toBe(1);
    await reopenApplication(p.as(second.owner), other);
    await p.db.tx((tx) => tx.delete(coOfferors).where(eq(coOfferors.applicationId, other)));
    await submitApplication(p.as(first.owner), one);
  });
});
