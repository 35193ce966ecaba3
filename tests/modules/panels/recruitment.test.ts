import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { committeeOf } from '~/modules/panels/queries.server';
import { appointProposed, forgetProposed, listProposed, openRecruitment, proposeMember, rejectProposed } from '~/modules/panels/recruitment.server';
import * as proposalRoute from '~/routes/applicant/committee-proposal';
import * as committeeRoute from '~/routes/office/call-committee';
import * as recruitmentRoute from '~/routes/office/call-recruitment';
import * as callRoute from '~/routes/public/call';
import { addDays, dayOf, instantAt } from '~/shared/time';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';
import { verified } from '../organisations/entries';
import { mailsOf } from '../screening/contest';

const pages = { 'calls/:slug': callRoute, 'calls/:slug/committee': proposalRoute, 'office/calls/:id/recruitment': recruitmentRoute, 'office/calls/:id/committee': committeeRoute };
const visit = visitorOf(pages as unknown as Record<string, RouteModule>);
const until = addDays(dayOf(monday), 5);
const [year, month, day] = until.split('-');
const sought = { until, places: 2, expected: 'Znajomość pracy z migrantami.' };
const candidate = (organisationId: string, email = 'halyna@example.org') => ({ organisationId, name: 'Halyna Zielińska', email, experience: 'Osiem lat kursów.', unbound: true as const, agrees: true as const });
const data = { name: null, email: null, experience: null };

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const { callId, slug, officer, head } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer, 1);
    return { p, callId, slug, officer, head, organisationId, owner };
  }

  test('the officer opens the recruitment, the call says so, an organisation proposes one person until the day ends', async () => {
    const { p, callId, slug, officer, organisationId, owner } = await scene();
    expect((await visit(p, `/pl/calls/${slug}/committee`, { person: owner })).status).toBe(404);
    const form = { intent: 'recruit', 'until.day': day, 'until.month': month, 'until.year': year, places: '2', expected: sought.expected };
    expect((await visit(p, `/pl/office/calls/${callId}/recruitment`, { person: officer, form })).status).toBe(303);
    expect((await visit(p, `/pl/calls/${slug}`)).html).toMatch(/Nabór do komisji konkursowej.*Znajomość pracy z migrantami.*Zgłoś osobę do komisji/s);
    const propose = { intent: 'propose', organisationId, name: 'Halyna Zielińska', email: 'halyna@example.org', experience: 'Osiem lat.', unbound: 'yes' };
    expect((await visit(p, `/pl/calls/${slug}/committee`, { person: owner, form: propose })).status).toBe(422);
    expect((await visit(p, `/pl/calls/${slug}/committee`, { person: owner, form: { ...propose, agrees: 'yes' } })).status).toBe(303);
    expect((await visit(p, `/pl/calls/${slug}/committee`, { person: owner })).html).toContain('halyna@example.org');
    await expect(proposeMember(p.as(owner), callId, candidate(organisationId))).rejects.toMatchObject({ code: 'recruitment.once' });
    const { id: other, owner: late } = await verified(p, officer, 2);
    await expect(proposeMember(p.as(late, { now: instantAt(addDays(until, 1), '00:00') }), callId, candidate(other))).rejects.toMatchObject({ code: 'recruitment.closed' });
    await proposeMember(p.as(late, { now: instantAt(until, '23:59') }), callId, candidate(other, 'inna@example.org'));
    expect((await visit(p, `/pl/calls/${slug}/committee`, { person: late })).html).not.toContain('halyna@example.org');
    expect((await visit(p, `/pl/calls/${slug}`)).html).not.toContain('Halyna');
    await expect(proposeMember(p.as(officer), callId, candidate(other))).rejects.toThrow('panel.propose');
  });

  test('an auditor sees the committee and no candidates; when nobody was proposed the call says what the law allows', async () => {
    const { p, callId, slug, officer, head, organisationId, owner } = await scene();
    await expect(openRecruitment(p.as(officer), callId, { ...sought, until: addDays(dayOf(monday), -1) })).rejects.toMatchObject({ code: 'recruitment.past' });
    await openRecruitment(p.as(officer), callId, sought);
    const after = instantAt(addDays(until, 1), '10:00');
    expect((await visit(p, `/pl/calls/${slug}`, { now: after })).html).toContain('nie zgłoszono nikogo');
    await proposeMember(p.as(owner), callId, candidate(organisationId));
    expect((await visit(p, `/pl/calls/${slug}`, { now: after })).html).not.toContain('nie zgłoszono nikogo');
    const auditor = await p.person({ roles: ['auditor'] });
    expect((await visit(p, `/pl/office/calls/${callId}/committee`, { person: auditor })).html).not.toContain('Halyna');
    expect((await visit(p, `/pl/office/calls/${callId}/committee`, { person: officer })).html).toContain('Halyna');
    const [one] = await listProposed(p.db.read, callId);
    await expect(rejectProposed(p.as(officer), callId, { proposal: one!.id, reason: 'x' })).rejects.toThrow('panel.appoint');
    expect((await visit(p, `/pl/office/calls/${callId}/committee`, { person: head, form: { intent: 'reject', proposal: one!.id, reason: '' } })).status).toBe(422);
  });

  test('a proposed person with an account is appointed for the organisation, which gets a letter; offerors have no candidate', async () => {
    const { p, callId, officer, head, organisationId, owner } = await scene();
    const { id: offeror, owner: rival } = await verified(p, officer, 2);
    await openRecruitment(p.as(officer), callId, sought);
    const person = await p.person();
    await proposeMember(p.as(owner), callId, candidate(organisationId, person.email));
    await proposeMember(p.as(rival), callId, candidate(offeror, 'nikt@example.org'));
    await completeOffer(p, { callId, organisationId: offeror, editor: rival, submit: true });
    const [[mine], [theirs]] = [await listProposed(p.db.read, callId, [organisationId]), await listProposed(p.db.read, callId, [offeror])];
    await expect(appointProposed(p.as(head), callId, { proposal: theirs!.id })).rejects.toMatchObject({ code: 'recruitment.noAccount' });
    const { email } = await p.person();
    await p.db.tx(async (tx) => void (await tx.update(tx.t.committeeProposals).set({ email }).where(eq(tx.t.committeeProposals.id, theirs!.id))));
    await expect(appointProposed(p.as(head), callId, { proposal: theirs!.id })).rejects.toMatchObject({ code: 'panel.ngoOfferor' });
    await appointProposed(p.as(head), callId, { proposal: mine!.id });
    expect(await committeeOf(p.db.read, callId)).toMatchObject([{ personId: person.id, seat: 'ngo', organisationId }]);
    await expect(appointProposed(p.as(head), callId, { proposal: mine!.id })).rejects.toMatchObject({ code: 'wrongState' });
    await rejectProposed(p.as(head), callId, { proposal: theirs!.id, reason: 'Organizacja startuje w naborze.' });
    expect([await mailsOf(p, 'recruitment.accepted'), await mailsOf(p, 'recruitment.rejected')].map((mails) => mails.length)).toEqual([1, 1]);
  });

  test('the data of a rejected person are deleted after two weeks, of everybody once the call is over', async () => {
    const { p, callId, officer, head, organisationId, owner } = await scene();
    const { id: other, owner: second } = await verified(p, officer, 2);
    await openRecruitment(p.as(officer), callId, sought);
    await proposeMember(p.as(owner), callId, candidate(organisationId));
    await proposeMember(p.as(second), callId, candidate(other, 'inna@example.org'));
    const [first] = await listProposed(p.db.read, callId, [organisationId]);
    await rejectProposed(p.as(head), callId, { proposal: first!.id, reason: 'Zbyt małe doświadczenie.' });
    const forget = (days: number) => forgetProposed(p.as(system, { now: instantAt(addDays(dayOf(monday), days), '12:00') }));
    expect([await forget(14), await forget(15), await forget(16)]).toEqual([0, 1, 0]);
    expect([await listProposed(p.db.read, callId, [organisationId]), await listProposed(p.db.read, callId, [other])]).toMatchObject([[data], [{ email: 'inna@example.org' }]]);
    await p.db.tx(async (tx) => void (await tx.update(tx.t.calls).set({ status: 'decided' })));
    expect(await forget(16)).toBe(1);
    expect(await listProposed(p.db.read, callId)).toMatchObject([data, data]);
    await expect(forgetProposed(p.as(head))).rejects.toThrow('panel.forgetProposals');
  });
});
