import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { submitApplication } from '~/modules/applications/commands.server';
import { answerPartnership, invitePartner } from '~/modules/applications/partners.server';
import { commentOnSection, listComments } from '~/modules/applications/together.server';
import { appointMember, declareImpartiality, startAssessment } from '~/modules/panels/commands.server';
import * as checkRoute from '~/routes/applicant/application-check';
import * as commentsRoute from '~/routes/applicant/application-comments';
import * as partnersRoute from '~/routes/applicant/application-partners';
import * as receiptRoute from '~/routes/applicant/application-receipt';
import * as listRoute from '~/routes/applicant/application';
import * as officeRoute from '~/routes/office/application';
import * as reviewRoute from '~/routes/reviewer/review';
import { Forbidden } from '~/shared/errors';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';
import { verified } from '../organisations/entries';

const page = (route: unknown) => route as RouteModule;
const visit = visitorOf({
  'applications/:id': page(listRoute),
  'applications/:id/check': page(checkRoute),
  'applications/:id/partners': page(partnersRoute),
  'applications/:id/comments': page(commentsRoute),
  'applications/:id/receipt': page(receiptRoute),
  'office/applications/:id': page(officeRoute),
  'reviews/:callId/:applicationId': page(reviewRoute),
});

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const { callId, officer, head } = await announced(p);
    const filer = await verified(p, officer, 1);
    const partner = await verified(p, officer, 2);
    const { id } = await completeOffer(p, { callId, organisationId: filer.id, editor: filer.owner });
    const part = { organisationId: partner.id, share: 250_000, tasks: 'Prowadzi spotkania.' };
    await invitePartner(p.as(filer.owner), id, part);
    const accept = () => answerPartnership(p.as(partner.owner), id, { ...part, answer: 'accepted' });
    const opened = (path: string, person = filer.owner) => visit(p, `/pl/${path}`, { person });
    return { p, callId, officer, head, filer, partner, id, part, accept, opened };
  }

  test('a draft says who was asked, who has not answered, and leads to where that is settled', async () => {
    const { id, partner, accept, opened } = await scene();
    const check = await opened(`applications/${id}/check`);
    expect(check.html).toMatch(/<a href="[^"]*\/partners">Nie przyjęły jeszcze swojej części: Fundacja Spotkanie 2/);
    for (const words of ['2 oferentów', 'Oferent 2', 'KRS 0', 'Prowadzi spotkania.', 'Podział kosztów', 'czeka na odpowiedź', 'reprezentuje oferentów: Fundacja Spotkanie 1']) expect(check.html).toContain(words);
    expect((await opened(`applications/${id}`)).html).toContain('Czeka na odpowiedź: 1');
    const asked = await opened(`applications/${id}/partners`, partner.owner);
    for (const words of ['Ofertę można złożyć do 31 marca', 'Wasza część: Fundacja Spotkanie 2', 'Czekamy na odpowiedź: Fundacja Spotkanie 2', '2 500,00', '20%', 'Przyjmujemy', 'Odmawiamy', 'Przeczytaj całą ofertę']) expect(asked.html).toContain(words);
    await accept();
    expect((await opened(`applications/${id}/check`)).html).toMatch(/przyjęto .*2026/);
    expect((await opened(`applications/${id}/check`)).html).not.toContain('Nie przyjęły');
  });

  test('the inviter reads who declined and that the parts are too large; the order is first what waits for the reader', async () => {
    const { p, id, part, filer, partner, opened } = await scene();
    await invitePartner(p.as(filer.owner), id, { ...part, share: 1_250_000 });
    const parts = 'muszą być mniejsze niż koszt zadania';
    expect((await opened(`applications/${id}/check`)).html).toContain(parts);
    const theirs = (await opened(`applications/${id}/partners`, partner.owner)).html;
    expect(theirs).toContain(parts);
    expect(theirs.indexOf('Wasza część')).toBeLessThan(theirs.indexOf('<table'));
    await answerPartnership(p.as(partner.owner), id, { ...part, share: 1_250_000, answer: 'declined' });
    const inviter = (await opened(`applications/${id}/partners`)).html;
    expect(inviter).toContain('Odmówiły: Fundacja Spotkanie 2.');
    expect(inviter).not.toContain('Czekamy na odpowiedź');
    expect((await opened(`applications/${id}/check`)).html).toMatch(/Oferent 2 <span class="tag bad">odmowa/);
  });

  test('a part is changed without writing it again', async () => {
    const { id, partner, opened, p, filer } = await scene();
    const form = (await opened(`applications/${id}/partners?change=${partner.id}`)).html;
    expect(form).toContain('value="2500,00"');
    expect(form).toMatch(/<textarea[^>]*>Prowadzi spotkania\./);
    const sent = { intent: 'invite', _form: 'change', organisationId: partner.id, share: '3000', tasks: 'Prowadzi spotkania.' };
    expect((await visit(p, `/pl/applications/${id}/partners?change=${partner.id}`, { person: filer.owner, form: sent })).status).toBe(303);
    expect((await opened(`applications/${id}/partners`)).html).toContain('3 000,00');
    // Only who writes the offer changes parts.
    expect((await opened(`applications/${id}/partners?change=${partner.id}`, partner.owner)).html).not.toContain('Zapisz część');
  });

  test('the City and the committee read what was frozen, and the committee reads no person', async () => {
    const { p, callId, officer, head, filer, partner, id, accept, opened } = await scene();
    await accept();
    await submitApplication(p.as(filer.owner), id);
    const { organisations, applications, calls } = p.db.t;
    await p.db.tx(async (tx) => {
      await tx.update(organisations).set({ name: 'Fundacja Po Zmianie' }).where(eq(organisations.id, partner.id));
      await tx.update(applications).set({ status: 'formally_valid' });
      await tx.update(calls).set({ status: 'screening' });
    });
    const joint = ['2 oferentów', 'Fundacja Spotkanie 2', '2 500,00', '20%', 'Prowadzi spotkania.'];
    const office = (await opened(`office/applications/${id}`, officer)).html;
    expect(office).toContain('<li>KRS 0000990002</li><li>NIP 9990000209</li><li>ul. Zmyślona 7/3</li><li>31-000 Kraków</li><li>XIII Podgórze</li><li>biuro2@example.org</li>');
    for (const words of [...joint, 'Fundacja Spotkanie 1, Fundacja Spotkanie 2', 'Olena Kowal']) expect(office).toContain(words);
    const chair = await p.person({ roles: ['committee_member'] });
    const members = [chair, await p.person({ roles: ['committee_member'] }), await p.person({ roles: ['committee_member'] })];
    for (const member of members) {
      await appointMember(p.as(head), callId, { personId: member.id, seat: member === chair ? 'chair' : 'city', organisationId: undefined });
      await declareImpartiality(p.as(member), callId, { outcome: 'none', applicationIds: [] });
    }
    await startAssessment(p.as(head), callId);
    const review = (await opened(`reviews/${callId}/${id}`, chair)).html;
    for (const words of joint) expect(review).toContain(words);
    for (const words of ['Fundacja Po Zmianie', 'Olena Kowal', '+48 600 100 200', partner.owner.name]) expect(review).not.toContain(words);
  });

  test('who accepted reads the receipt, hears of the handing in and writes remarks; who only was asked does not', async () => {
    const { p, filer, partner, id, accept, opened } = await scene();
    const remark = () => commentOnSection(p.as(partner.owner), id, { section: 'budget', text: 'Dopiszmy druk ulotek.', mentions: [filer.owner.id] });
    await expect(remark()).rejects.toBeInstanceOf(Forbidden);
    expect((await opened(`applications/${id}/comments`, partner.owner)).status).toBe(403);
    await accept();
    await remark();
    expect(await listComments(p.db.read, id)).toMatchObject([{ text: 'Dopiszmy druk ulotek.', mentions: [filer.owner.id] }]);
    expect((await opened(`applications/${id}/comments`, partner.owner)).html).toContain('Dopiszmy druk ulotek.');
    expect((await opened(`applications/${id}`, partner.owner)).status).toBe(403);
    await submitApplication(p.as(filer.owner), id);
    expect((await opened(`applications/${id}/receipt`, partner.owner)).html).toContain('Oferent 2');
    const told = (await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template === 'application.received').map(({ toEmail }) => toEmail);
    expect(told.sort()).toEqual([filer.owner.email, partner.owner.email].sort());
  });
});
