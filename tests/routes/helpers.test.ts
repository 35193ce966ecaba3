import { expect, test } from 'vitest';
import type { Person } from '~/access/actor';
import { startApplication } from '~/modules/applications/commands.server';
import { listHelp } from '~/modules/applications/helper-queries.server';
import { acceptAnyInvitation, endHelp, inviteHelper } from '~/modules/applications/helpers.server';
import { getApplication } from '~/modules/applications/queries.server';
import { saveSection } from '~/modules/applications/saving.server';
import * as invitation from '~/routes/account/invitation';
import * as application from '~/routes/applicant/application';
import * as check from '~/routes/applicant/application-check';
import * as comments from '~/routes/applicant/application-comments';
import * as partners from '~/routes/applicant/application-partners';
import * as people from '~/routes/applicant/application-people';
import * as section from '~/routes/applicant/application-section';
import * as versions from '~/routes/applicant/application-versions';
import * as desk from '~/routes/applicant/desk';
import * as myOrganisation from '~/routes/applicant/my-organisation';
import { instantAt } from '~/shared/time';
import { verified } from '../modules/organisations/entries';
import { announced } from '../support/call';
import { eachEngine, monday, portal, type Portal } from '../support/portal';
import { visitorOf } from '../support/visit';

const visit = visitorOf({
  'invitations/:token': invitation, 'applications/:id': application, 'applications/:id/check': check, 'applications/:id/comments': comments, 'applications/:id/partners': partners,
  'applications/:id/people': people, 'applications/:id/section/:section': section, 'applications/:id/versions': versions, desk, 'my/:organisationId': myOrganisation,
});
const closesAt = instantAt('2026-03-31', '15:00');
const pages = ['', '/check', '/comments', '/partners', '/people', '/versions'];

async function scene(engine: 'sqlite' | 'postgresql') {
  const p = await portal(engine);
  const { callId, officer } = await announced(p, { closesAt });
  const { id: organisationId, owner } = await verified(p, officer);
  const { id } = await startApplication(p.as(owner), { callId, organisationId });
  await saveSection(p.as(owner), id, 'task', { title: 'Klub rozmów', startDate: '', endDate: '', synthesis: 'Tajna treść organizacji', districts: [], targetGroups: [] }, 1);
  const friend = await p.person({ name: 'Halina' });
  return { p, id, organisationId, owner, friend };
}
const help = async (p: Portal, owner: Person, id: string, to: Person, role: 'helper' | 'mentor') =>
  acceptAnyInvitation(p.as(to), await inviteHelper(p.as(owner), id, { email: to.email, role, until: undefined, lang: 'pl' }));

eachEngine((engine) => {
  test('from the form of an editor through the letter to the desk of the helper, by pages alone', async () => {
    const { p, id, organisationId, owner, friend } = await scene(engine);
    const form = { intent: 'invite', email: friend.email, role: 'helper', 'until.day': '', 'until.month': '', 'until.year': '', lang: 'pl' };
    expect((await visit(p, `/pl/applications/${id}/people`, { person: owner, form: { ...form, role: 'owner' } })).status).toBe(422);
    expect((await visit(p, `/pl/applications/${id}/people`, { person: owner, form }))).toMatchObject({ status: 303, location: `/pl/applications/${id}/people` });
    const [letter] = (await p.db.read.select().from(p.db.t.outbox)).filter(({ toEmail }) => toEmail === friend.email);
    const link = letter?.link ?? '';
    const shown = await visit(p, link, { person: friend });
    expect(shown.html).toContain('Klub rozmów');
    expect(shown.html).toContain('pisać w ofercie i dodawać uwagi');
    expect((await visit(p, link, { person: await p.person() })).html).not.toContain('Klub rozmów');
    expect(await visit(p, link, { person: friend, form: { intent: 'accept' } })).toMatchObject({ status: 303, location: `/pl/applications/${id}` });
    for (const page of pages) expect((await visit(p, `/pl/applications/${id}${page}`, { person: friend })).status).toBe(200);
    expect((await visit(p, `/pl/my/${organisationId}`, { person: friend })).status).toBe(403);
    const saved = await visit(p, `/pl/applications/${id}/section/profile`, { person: friend, form: { intent: 'profile', version: 2, experience: 'Od helpera', resources: '' } });
    expect(saved.status).toBe(303);
    const mine = await visit(p, '/pl/desk', { person: friend });
    expect(mine.html).toContain('Pomóż napisać ofertę');
    expect(mine.html).toContain(`/pl/applications/${id}"`);
    const list = await visit(p, `/pl/applications/${id}/people`, { person: owner });
    expect(list.html).toContain(`Halina (${friend.email})`);
    expect(list.html).toContain('31 marca 2026, 15:00 czasu krakowskiego (koniec naboru)');
    // The helper sees the names, the addresses of others stay with the organisation.
    expect((await visit(p, `/pl/applications/${id}/people`, { person: friend })).html).not.toContain(friend.email);
  });

  test('strangers are shown the door at every page of the offer, a mentor at those where one writes', async () => {
    const { p, id, owner, friend } = await scene(engine);
    for (const page of [...pages, '/section/task']) expect((await visit(p, `/pl/applications/${id}${page}`, { person: friend })).status).toBe(403);
    await help(p, owner, id, friend, 'mentor');
    expect((await visit(p, `/pl/applications/${id}/section/task`, { person: friend })).status).toBe(403);
    expect((await visit(p, `/pl/applications/${id}/check`, { person: friend })).html).toContain('Tajna treść organizacji');
    expect((await visit(p, '/pl/desk', { person: friend })).html).toContain('Przeczytaj ofertę i doradź');
    const invite = { intent: 'invite', email: 'x@example.org', role: 'helper', lang: 'pl' };
    expect((await visit(p, `/pl/applications/${id}/people`, { person: friend, form: invite })).status).toBe(403);
    expect((await visit(p, `/pl/applications/${id}/people`, { person: friend, form: { intent: 'leave' } }))).toMatchObject({ status: 303, location: '/pl/desk' });
    expect((await visit(p, `/pl/applications/${id}/check`, { person: friend })).status).toBe(403);
  });

  test('a removed helper is told at saving, gets back what was typed and nothing of the offer', async () => {
    const { p, id, owner, friend } = await scene(engine);
    await help(p, owner, id, friend, 'helper');
    const [one] = await listHelp(p.db.read, { id, closesAt }, monday);
    await endHelp(p.as(owner), id, one?.id ?? '');
    const form = { intent: 'task', version: 2, title: 'Klub', synthesis: 'Pisane do końca', districts: 'podgorze' };
    const refused = await visit(p, `/pl/applications/${id}/section/task`, { person: friend, form });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Pisane do końca</textarea>');
    expect(refused.html).toContain('Tu nie możesz już pisać');
    expect(refused.html).not.toContain('Tajna treść organizacji');
    expect(refused.html).not.toContain('savebar');
    const alone = await visit(p, `/pl/applications/${id}/section/task`, { person: friend });
    expect(alone.html).not.toContain('<form');
    expect(alone.html).not.toContain('Tajna treść organizacji');
    const data = await visit(p, `/pl/applications/${id}/section/task`, { person: friend, routeId: 'applications/:id/section/:section' });
    expect(data.status).toBe(200);
    expect(data.html).not.toContain('Tajna treść organizacji');
    expect(data.html).not.toContain('Klub rozmów');
    expect((await getApplication(p.db.read, id)).content.task?.synthesis).toBe('Tajna treść organizacji');
  });
});
