import { expect, test } from 'vitest';
import { startApplication } from '~/modules/applications/commands.server';
import { getApplication } from '~/modules/applications/queries.server';
import { listComments, listEarlier, takeFromEarlier } from '~/modules/applications/together.server';
import { listRevisions } from '~/modules/applications/saving.server';
import * as applicationRoute from '~/routes/applicant/application';
import * as commentsRoute from '~/routes/applicant/application-comments';
import * as sectionRoute from '~/routes/applicant/application-section';
import { Forbidden } from '~/shared/errors';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';
import { afresh, verified } from '../organisations/entries';

const visit = visitorOf({
  'applications/:id': applicationRoute as unknown as RouteModule,
  'applications/:id/comments': commentsRoute as unknown as RouteModule,
  'applications/:id/section/:section': sectionRoute as unknown as RouteModule,
});

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const first = await announced(p);
    const { id: organisationId, owner } = await verified(p, first.officer, 1);
    const earlier = await completeOffer(p, { callId: first.callId, organisationId, editor: owner, submit: true });
    const second = await announced(p, { officer: first.officer, input: { title: 'Drugi nabór' } });
    const { id } = await startApplication(p.as(owner), { callId: second.callId, organisationId });
    return { p, officer: first.officer, organisationId, owner, earlier: earlier.id, id };
  }
  async function reader(p: Portal, organisationId: string, lang: 'uk' | 'pl' = 'uk') {
    const person = await p.person({ name: 'Maria', lang });
    await p.db.tx(async (tx) => {
      await tx.insert(tx.t.memberships).values({ personId: person.id, organisationId, role: 'viewer', signatory: false, since: monday });
    });
    return afresh(p, person);
  }

  test('people of the organisation talk about a section, and who is named gets a letter in their language', async () => {
    const { p, officer, organisationId, owner, id } = await scene();
    const maria = await reader(p, organisationId);
    const stranger = await p.person();
    const path = `/pl/applications/${id}/comments`;
    const form = { intent: 'comment', _form: 'comment-budget', section: 'budget', text: 'Czy sala nie jest za droga?', mentions: [maria.id, stranger.id] };
    expect(await visit(p, path, { person: owner, form })).toMatchObject({ status: 303, location: `${path}#budget` });
    expect(await listComments(p.db.read, id)).toMatchObject([{ section: 'budget', author: owner.name, mentions: [maria.id] }]);
    const mails = (await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template === 'application.mentioned');
    expect(mails).toMatchObject([{ toEmail: maria.email, lang: 'uk' }]);
    const page = await visit(p, path, { person: maria });
    expect(page.html).toContain('Czy sala nie jest za droga?');
    // Who only reads the offer may still say something, and write nothing in it.
    expect((await visit(p, path, { person: maria, form: { ...form, text: 'Nie jest.', mentions: [] } })).status).toBe(303);
    expect((await visit(p, `/pl/applications/${id}/section/budget`, { person: maria })).status).toBe(403);
    for (const person of [officer, stranger]) {
      expect((await visit(p, path, { person })).status).toBe(403);
      expect((await visit(p, path, { person, form })).status).toBe(403);
    }
    expect((await visit(p, path, { person: owner, form: { ...form, text: '' } })).status).toBe(422);
  });

  test('a new offer takes the contact and the profile of an earlier one, never its declarations', async () => {
    const { p, owner, earlier, id } = await scene();
    const path = `/pl/applications/${id}`;
    expect((await visit(p, path, { person: owner })).html).toContain('Weź z wcześniejszej oferty');
    expect((await visit(p, path, { person: owner, form: { intent: 'take', _form: 'take', from: earlier, sections: ['contact', 'profile'] } })).status).toBe(303);
    const [offer, source] = [await getApplication(p.db.read, id), await getApplication(p.db.read, earlier)];
    expect(Object.keys(offer.content)).toEqual(['contact', 'profile']);
    expect(offer.content).toEqual({ contact: source.content.contact, profile: source.content.profile });
    expect(await listRevisions(p.db.read, id)).toHaveLength(2);
    expect((await visit(p, path, { person: owner, form: { intent: 'take', _form: 'take', from: earlier, sections: ['declarations'] } })).status).toBe(422);
  });

  test('no offer takes anything from another organisation', async () => {
    const { p, officer, earlier } = await scene();
    const other = await verified(p, officer, 2);
    const third = await announced(p, { officer, input: { title: 'Trzeci nabór' } });
    const { id } = await startApplication(p.as(other.owner), { callId: third.callId, organisationId: other.id });
    expect(await listEarlier(p.db.read, await getApplication(p.db.read, id))).toEqual([]);
    await expect(takeFromEarlier(p.as(other.owner), id, { from: earlier, sections: ['profile'] })).rejects.toMatchObject({ code: 'choice.unknown' });
    await expect(takeFromEarlier(p.as(other.owner), earlier, { from: id, sections: ['profile'] })).rejects.toBeInstanceOf(Forbidden);
  });

  test('who explains the offer is filled in from the registry and the person before anybody writes it', async () => {
    const { p, owner, id } = await scene();
    const { html } = await visit(p, `/pl/applications/${id}/section/contact`, { person: owner });
    expect(html).toContain(`value="${owner.name}"`);
    expect(html).toContain('value="biuro1@example.org"');
    expect((await getApplication(p.db.read, id)).content.contact).toBeUndefined();
  });
});
