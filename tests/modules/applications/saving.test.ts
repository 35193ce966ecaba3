import { expect, test } from 'vitest';
import { reopenApplication, startApplication, submitApplication } from '~/modules/applications/commands.server';
import type { OfferAction } from '~/modules/applications/content';
import { placeName } from '~/modules/applications/merge';
import { getApplication } from '~/modules/applications/queries.server';
import { listRevisions, listSubmissions, restoreRevision, saveSection } from '~/modules/applications/saving.server';
import * as versionsRoute from '~/routes/applicant/application-versions';
import { Forbidden } from '~/shared/errors';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';
import { afresh, verified } from '../organisations/entries';

const visit = visitorOf({ 'applications/:id/versions': versionsRoute as unknown as RouteModule });
const action = (id: string, more: Partial<OfferAction> = {}): OfferAction => ({ id, year: 2026, name: `Działanie ${id}`, description: 'Opis', targetGroup: '', from: '2026-05-01', to: '2026-06-01', outsourced: '', ...more });

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer, 1);
    const editor = await colleague(p, organisationId);
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    return { p, callId, officer, organisationId, owner, editor, id };
  }
  async function colleague(p: Portal, organisationId: string) {
    const person = await p.person({ name: 'Iryna' });
    await p.db.tx(async (tx) => {
      await tx.insert(tx.t.memberships).values({ personId: person.id, organisationId, role: 'editor', signatory: false, since: monday });
    });
    return afresh(p, person);
  }

  test('two people who write different fields of one section lose nothing', async () => {
    const { p, owner, editor, id } = await scene();
    const { version } = await saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy', resources: 'Sala' }, 1);
    await saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy od lat', resources: 'Sala' }, version);
    expect(await saveSection(p.as(editor), id, 'profile', { experience: 'Uczymy', resources: 'Dwie sale' }, version)).toMatchObject({ version: version + 2, merged: true });
    expect((await getApplication(p.db.read, id)).content.profile).toEqual({ experience: 'Uczymy od lat', resources: 'Dwie sale' });
  });

  test('a result is linked only to an indicator that the programme has', async () => {
    const { p, owner, id } = await scene();
    const result = (row: string, indicator: string) => ({ id: row, name: 'Spotkania', target: '10', unit: 'szt.', monitoring: 'Lista', indicator });
    await saveSection(p.as(owner), id, 'results', { text: '', results: [result('a', 'events'), result('b', 'wymyslony')] }, 1);
    expect((await getApplication(p.db.read, id)).content.results?.results.map(({ indicator }) => indicator)).toEqual(['events', undefined]);
  });

  test('different sections never meet, and rows are merged by row', async () => {
    const { p, owner, editor, id } = await scene();
    const { version } = await saveSection(p.as(owner), id, 'schedule', { actions: [action('a'), action('b')] }, 1);
    await saveSection(p.as(owner), id, 'schedule', { actions: [action('a', { name: 'Kurs' }), action('b'), action('c')] }, version);
    await saveSection(p.as(editor), id, 'other', { paid: false, information: 'x' }, version);
    await saveSection(p.as(editor), id, 'schedule', { actions: [action('a', { from: '2027-01-01', year: 2027 }), action('b', { description: 'Inaczej' }), action('d')] }, version);
    const { content } = await getApplication(p.db.read, id);
    expect(content.schedule?.actions).toEqual([action('a', { name: 'Kurs', from: '2027-01-01', year: 2027 }), action('b', { description: 'Inaczej' }), action('c'), action('d')]);
    expect(content.other?.information).toBe('x');
  });

  test('where both wrote the same field it is refused, changes nothing, and the choice settles it', async () => {
    const { p, owner, editor, id } = await scene();
    const { version } = await saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy', resources: 'Sala' }, 1);
    const { version: latest } = await saveSection(p.as(owner), id, 'profile', { experience: 'Pierwsza', resources: 'Sala' }, version);
    const mine = { experience: 'Druga', resources: 'Dwie sale' };
    const save = (more = {}) => saveSection(p.as(editor), id, 'profile', mine, version, more);
    await expect(save()).rejects.toMatchObject({ violations: [{ code: 'offer.collision', field: `choose.${placeName('experience')}` }] });
    expect(await getApplication(p.db.read, id)).toMatchObject({ version: latest, content: { profile: { experience: 'Pierwsza', resources: 'Sala' } } });
    await save({ seen: latest, choices: { experience: 'theirs' } });
    expect((await getApplication(p.db.read, id)).content.profile).toEqual({ experience: 'Pierwsza', resources: 'Dwie sale' });
    await save({ seen: latest, choices: { experience: 'mine' } });
    expect((await getApplication(p.db.read, id)).content.profile).toEqual(mine);
  });

  test('a choice made against a text that changed since does not count', async () => {
    const { p, owner, editor, id } = await scene();
    const { version } = await saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy', resources: '' }, 1);
    const seen = await saveSection(p.as(owner), id, 'profile', { experience: 'Pierwsza', resources: '' }, version);
    await saveSection(p.as(owner), id, 'profile', { experience: 'Jeszcze inna', resources: '' }, seen.version);
    await expect(saveSection(p.as(editor), id, 'profile', { experience: 'Druga', resources: '' }, version, { seen: seen.version, choices: { experience: 'mine' } })).rejects.toMatchObject({ violations: [{ code: 'offer.collision' }] });
  });

  test('of two tabs at once none is lost in silence', async () => {
    const { p, owner, id } = await scene();
    const tabs = await Promise.allSettled(['A', 'B'].map((experience) => saveSection(p.as(owner), id, 'profile', { experience, resources: '' }, 1)));
    expect(tabs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getApplication(p.db.read, id)).version).toBe(2);
  });

  test('a page that goes on saving after a merge does not undo what it never showed', async () => {
    const { p, owner, editor, id } = await scene();
    const { version } = await saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy', resources: 'Sala' }, 1);
    await saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy od lat', resources: 'Sala' }, version);
    let page = await saveSection(p.as(editor), id, 'profile', { experience: 'Uczymy', resources: 'Dwie' }, version);
    for (const resources of ['Dwie sa', 'Dwie sale']) page = await saveSection(p.as(editor), id, 'profile', { experience: 'Uczymy', resources }, page.version, { typed: page.version });
    expect((await getApplication(p.db.read, id)).content.profile).toEqual({ experience: 'Uczymy od lat', resources: 'Dwie sale' });
  });

  test('every saving stays with its author and can be brought back', async () => {
    const { p, owner, editor, id } = await scene();
    await saveSection(p.as(owner), id, 'profile', { experience: 'Pierwsza', resources: '' }, 1);
    await saveSection(p.as(editor), id, 'profile', { experience: 'Druga', resources: '' }, 2);
    const [second, first] = await listRevisions(p.db.read, id);
    expect([first?.author, second?.author]).toEqual([owner.name, 'Iryna']);
    await restoreRevision(p.as(editor), id, first?.id ?? '');
    expect((await getApplication(p.db.read, id)).content.profile?.experience).toBe('Pierwsza');
    expect(await listRevisions(p.db.read, id)).toHaveLength(3);
    await expect(restoreRevision(p.as(await p.person()), id, first?.id ?? '')).rejects.toBeInstanceOf(Forbidden);
  });

  test('the history tells what changed between what was handed in, and brings a version back without scripts', async () => {
    const { p, callId, organisationId, owner, officer } = await scene();
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner, submit: true });
    await reopenApplication(p.as(owner), id);
    await saveSection(p.as(owner), id, 'profile', { experience: 'Od pięciu lat prowadzimy kluby.', resources: 'Dwie koordynatorki i świetlica.' }, version);
    await submitApplication(p.as(owner, { now: new Date(monday.getTime() + 1000) }), id);
    const path = `/pl/applications/${id}/versions`;
    const page = await visit(p, path, { person: owner });
    const [latest] = await listSubmissions(p.db.read, id);
    for (const said of [latest?.receiptNumber ?? '?', 'Od trzech lat prowadzimy kluby rozmów.', 'Od pięciu lat prowadzimy kluby.', 'Pierwsza złożona wersja']) expect(page.html).toContain(said);
    expect(page.html).not.toContain('name="revision"');
    await reopenApplication(p.as(owner), id);
    const earlier = (await listRevisions(p.db.read, id)).filter(({ section }) => section === 'profile')[1];
    expect((await visit(p, path, { person: owner })).html).toContain(`value="${earlier?.id}"`);
    expect((await visit(p, path, { person: owner, form: { intent: 'restore', revision: earlier?.id } })).status).toBe(303);
    expect((await getApplication(p.db.read, id)).content.profile?.experience).toBe('Od trzech lat prowadzimy kluby rozmów.');
    expect((await visit(p, path, { person: officer })).status).toBe(403);
  });
});
