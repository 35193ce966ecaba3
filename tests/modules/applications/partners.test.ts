import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { submitApplication } from '~/modules/applications/commands.server';
import { answerPartnership, findPartners, invitePartner, listInvitationsTo, listPartners, removePartner } from '~/modules/applications/partners.server';
import { printable } from '~/modules/applications/print/printable.server';
import { getApplication } from '~/modules/applications/queries.server';
import type { PartnerAnswer } from '~/modules/applications/rules-of-partners';
import * as checkRoute from '~/routes/applicant/application-check';
import * as partnersRoute from '~/routes/applicant/application-partners';
import * as sectionRoute from '~/routes/applicant/application-section';
import { Forbidden } from '~/shared/errors';
import { syntheticKrs } from '~/shared/identifiers';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';
import { verified } from '../organisations/entries';

const visit = visitorOf({
  'applications/:id/partners': partnersRoute as unknown as RouteModule,
  'applications/:id/check': checkRoute as unknown as RouteModule,
  'applications/:id/section/:section': sectionRoute as unknown as RouteModule,
});

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer, 1);
    const partner = await verified(p, officer, 2);
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner });
    const invite = (share = 400_000) => invitePartner(p.as(owner), id, { organisationId: partner.id, share, tasks: 'Prowadzi spotkania.' });
    const answer = (said: PartnerAnswer, share = 400_000, reason?: string) => answerPartnership(p.as(partner.owner), id, { organisationId: partner.id, answer: said, share, reason });
    const letters = async () => (await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template.startsWith('application.partner')).map(({ template, params }) => ({ template: template.replace('application.partner', ''), reason: params.reason }));
    return { p, officer, organisationId, owner, partner, id, invite, answer, letters };
  }

  test('a partner is found by name or court number, invited, accepts, and is frozen and printed with the offer', async () => {
    const { p, owner, organisationId, partner, id, invite, answer } = await scene();
    for (const words of ['spotkanie 2', syntheticKrs(2)]) expect((await findPartners(p.db.read, words, organisationId)).map(({ id: found }) => found)).toContain(partner.id);
    expect(await findPartners(p.db.read, '%', organisationId)).toEqual([]);
    await invite();
    await expect(submitApplication(p.as(owner), id)).rejects.toThrow('partner.unanswered');
    await answer('accepted');
    const { receiptNumber } = await submitApplication(p.as(owner), id);
    const printed = await printable(p.db.read, await getApplication(p.db.read, id), { now: monday, origin: 'http://portal.test' }, receiptNumber);
    expect(printed.offerors.map(({ name }) => name)).toEqual(['Fundacja Spotkanie 1', 'Fundacja Spotkanie 2']);
    expect(printed.partners).toMatchObject([{ share: 400_000, tasks: 'Prowadzi spotkania.' }]);
    const templates = (await p.db.read.select().from(p.db.t.outbox)).map(({ template }) => template);
    expect(templates).toEqual(expect.arrayContaining(['application.partnerInvited', 'application.partnerAccepted']));
    await expect(removePartner(p.as(owner), id, partner.id)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('the costs are split to the grosz, and no part eats the whole', async () => {
    const { p, owner, id, invite, answer } = await scene();
    await invite(1_250_000);
    await answer('accepted', 1_250_000);
    await expect(submitApplication(p.as(owner), id)).rejects.toThrow('partner.split');
    await invite(1_249_999);
    expect(await listPartners(p.db.read, id)).toMatchObject([{ status: 'invited', share: 1_249_999 }]);
    // What was read is what is accepted: the share changed under the reader's eyes.
    await expect(answer('accepted', 1_250_000)).rejects.toMatchObject({ code: 'changed' });
    await answer('accepted', 1_249_999);
    await expect(submitApplication(p.as(owner), id)).resolves.toBeDefined();
  });

  test('people find the offers they were invited to, with the deadline and their part, until they decline', async () => {
    const { p, organisationId, partner, id, invite, answer } = await scene();
    const invitations = () => listInvitationsTo(p.db.read, [partner.id]);
    expect(await invitations()).toEqual([]);
    await invite();
    const asked = { applicationId: id, title: 'Klub rozmów po polsku', applicationStatus: 'draft', filerName: 'Fundacja Spotkanie 1', organisationId: partner.id, share: 400_000, status: 'invited' };
    expect(await invitations()).toMatchObject([{ ...asked, callTitle: expect.any(String), closesAt: expect.any(Date) }]);
    // Whoever files the offer was not invited to it, and who belongs nowhere was invited nowhere.
    expect(await listInvitationsTo(p.db.read, [organisationId])).toEqual([]);
    expect(await listInvitationsTo(p.db.read, [])).toEqual([]);
    await answer('accepted');
    expect(await invitations()).toMatchObject([{ ...asked, status: 'accepted' }]);
    await answer('withdrawn');
    await answer('declined');
    expect(await invitations()).toEqual([]);
  });

  test('who declined must be taken out; nobody answers for others, invites themselves or the unverified', async () => {
    const { p, owner, organisationId, partner, id, invite, answer } = await scene();
    await invite();
    await expect(answerPartnership(p.as(owner), id, { organisationId: partner.id, answer: 'accepted', share: 400_000 })).rejects.toBeInstanceOf(Forbidden);
    await answer('declined');
    await expect(submitApplication(p.as(owner), id)).rejects.toThrow('partner.unanswered');
    await expect(invitePartner(p.as(partner.owner), id, { organisationId, share: 1, tasks: 'x' })).rejects.toBeInstanceOf(Forbidden);
    await expect(invitePartner(p.as(owner), id, { organisationId, share: 1, tasks: 'x' })).rejects.toMatchObject({ code: 'partner.oneself' });
    await removePartner(p.as(owner), id, partner.id);
    await expect(submitApplication(p.as(owner), id)).resolves.toBeDefined();
  });

  test('the same part asks nobody anew; a changed one does', async () => {
    const { p, id, invite, answer, letters } = await scene();
    await invite();
    await answer('accepted');
    await invite();
    expect(await listPartners(p.db.read, id)).toMatchObject([{ status: 'accepted', share: 400_000 }]);
    await invite(300_000);
    expect(await listPartners(p.db.read, id)).toMatchObject([{ status: 'invited', share: 300_000, answeredAt: null }]);
    expect((await letters()).map(({ template }) => template)).toEqual(['Invited', 'Accepted', 'Changed']);
  });

  test('an acceptance is taken back before the offer is handed in, with a reason the inviter reads, and not after', async () => {
    const { p, owner, partner, id, invite, answer, letters } = await scene();
    await invite();
    await expect(answer('withdrawn')).rejects.toMatchObject({ code: 'wrongState' });
    await answer('accepted');
    await answer('withdrawn', 400_000, 'Zarząd jeszcze raz to omówi');
    expect(await listPartners(p.db.read, id)).toMatchObject([{ status: 'invited', reason: 'Zarząd jeszcze raz to omówi', answeredAt: null }]);
    expect((await letters()).at(-1)).toEqual({ template: 'Withdrew', reason: 'Zarząd jeszcze raz to omówi' });
    expect((await visit(p, `/pl/applications/${id}/partners`, { person: owner })).html).toContain('Powód: Zarząd jeszcze raz to omówi');
    await expect(submitApplication(p.as(owner), id)).rejects.toThrow('partner.unanswered');
    await answer('accepted');
    expect(await listPartners(p.db.read, id)).toMatchObject([{ status: 'accepted', reason: null }]);
    await submitApplication(p.as(owner), id);
    await expect(answer('withdrawn')).rejects.toMatchObject({ code: 'wrongState' });
    expect((await visit(p, `/pl/applications/${id}/partners`, { person: partner.owner })).html).not.toContain('Wycofujemy');
  });

  test('an organisation taken out hears of it; one that declined knows already', async () => {
    const { p, owner, partner, id, invite, answer, letters } = await scene();
    await invite();
    await removePartner(p.as(owner), id, partner.id);
    await invite();
    await answer('declined', 400_000, 'Brak ludzi');
    await removePartner(p.as(owner), id, partner.id);
    await removePartner(p.as(owner), id, partner.id);
    expect(await letters()).toMatchObject([{ template: 'Invited' }, { template: 'Removed' }, { template: 'Invited' }, { template: 'Declined', reason: 'Brak ludzi' }]);
  });

  test('after the deadline nobody is asked and nobody answers', async () => {
    const { p, owner, partner, id, invite } = await scene();
    await invite();
    const now = new Date('2026-03-31T13:00:00Z');
    const part = { organisationId: partner.id, share: 400_000 };
    await expect(invitePartner(p.as(owner, { now }), id, { ...part, tasks: 'Inne.' })).rejects.toMatchObject({ code: 'application.late' });
    await expect(answerPartnership(p.as(partner.owner, { now }), id, { ...part, answer: 'accepted' })).rejects.toMatchObject({ code: 'application.late' });
    const page = await visit(p, `/pl/applications/${id}/partners`, { person: partner.owner, now });
    expect(page.html).not.toContain('Przyjmujemy');
  });

  test('an organisation whose entry no longer stands cannot make the offer', async () => {
    const { p, owner, partner, id, invite, answer } = await scene();
    await invite();
    await answer('accepted');
    const { organisations } = p.db.t;
    await p.db.tx(async (tx) => tx.update(organisations).set({ status: 'suspended' }).where(eq(organisations.id, partner.id)));
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ violations: [{ code: 'partner.notEligible', params: { names: 'Fundacja Spotkanie 2' } }] });
  });

  test('people of both organisations read the offer; only its own write in it; who declined reads no more', async () => {
    const { p, owner, partner, id, invite, answer } = await scene();
    const check = (person: typeof owner) => visit(p, `/pl/applications/${id}/check`, { person });
    expect((await check(partner.owner)).status).toBe(403);
    const invited = await visit(p, `/pl/applications/${id}/partners`, { person: owner, form: { intent: 'invite', _form: 'invite', organisationId: partner.id, share: '4 000,00', tasks: 'Prowadzi spotkania.' } });
    expect(invited.status).toBe(303);
    expect((await visit(p, `/pl/applications/${id}/partners?q=spotkanie`, { person: owner })).html).toContain('Fundacja Spotkanie 2');
    expect((await check(partner.owner)).html).toContain('Klub rozmów po polsku');
    expect((await visit(p, `/pl/applications/${id}/section/budget`, { person: partner.owner })).status).toBe(403);
    const page = await visit(p, `/uk/applications/${id}/partners`, { person: partner.owner });
    expect(page.html).toContain('Ми приймаємо цю частину');
    await answer('declined');
    expect((await check(partner.owner)).status).toBe(403);
    await invite();
    expect((await visit(p, `/uk/applications/${id}/partners`, { person: partner.owner, form: { intent: 'answer', organisationId: partner.id, answer: 'accepted', share: '400000' } })).status).toBe(303);
    expect(await listPartners(p.db.read, id)).toMatchObject([{ status: 'accepted' }]);
  });
});
