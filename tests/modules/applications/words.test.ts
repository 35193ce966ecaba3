import { expect, test } from 'vitest';
import { startApplication, submitApplication } from '~/modules/applications/commands.server';
import { contentOf, sectionForms } from '~/modules/applications/forms';
import { placeName } from '~/modules/applications/merge';
import { getApplication } from '~/modules/applications/queries.server';
import { problemsOfOffer } from '~/modules/applications/rules';
import { listSubmissions, saveSection } from '~/modules/applications/saving.server';
import { chooseLanguage } from '~/modules/applications/words.server';
import { isOpenPlace } from '~/modules/applications/correction-places';
import * as checkRoute from '~/routes/applicant/application-check';
import * as offerRoute from '~/routes/applicant/application';
import * as sectionRoute from '~/routes/applicant/application-section';
import * as versionsRoute from '~/routes/applicant/application-versions';
import { announced } from '../../support/call';
import { completeContent, completeOffer } from '../../support/offer';
import { eachEngine, monday, portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';
import { verified } from '../organisations/entries';

const pages = { 'applications/:id': offerRoute, 'applications/:id/section/:section': sectionRoute, 'applications/:id/check': checkRoute, 'applications/:id/versions': versionsRoute };
const visit = visitorOf(pages as unknown as Record<string, RouteModule>);
const limits = { form: 'support' as const, minGrant: 1_000_000, maxGrant: 9_000_000, maxShare: 8000, adminCap: null, taskFrom: '2026-05-01', taskTo: '2026-12-15' };
const uk = (text: string, more = {}) => ({ lang: 'uk' as const, text, mark: 'own' as const, ...more });
const profileForm = (form: Record<string, unknown>) => contentOf('profile', sectionForms.profile.parse({ version: '1', experience: 'Uczymy', resources: 'Sala', ...form }));

test('an original is kept with its language and mark, as long as the Polish may be; an empty one is not there', () => {
  expect(profileForm({ words: { experience: { lang: 'uk', text: 'Ми вчимо', mark: 'person', by: 'Olena' }, resources: { lang: 'uk', text: ' ', mark: 'own', by: 'x' } } })).toEqual({ experience: 'Uczymy', resources: 'Sala', words: { experience: uk('Ми вчимо', { mark: 'person', by: 'Olena' }) } });
  expect(profileForm({ words: { experience: { lang: 'uk', text: '', mark: 'machine', by: 'nikt' } } })?.words).toEqual({ experience: uk('', { mark: 'machine' }) });
  expect(profileForm({ words: { experience: { lang: 'uk', text: '', mark: 'own' } } })?.words).toBeUndefined();
  for (const bad of [{ lang: 'pl', text: 'x' }, { lang: 'uk', text: 'x', mark: 'z' }, { lang: 'uk', text: 'x'.repeat(20_001) }]) expect(() => profileForm({ words: { experience: bad } })).toThrow();
});

test('an action with only an original is an action, and an empty row with a language is none', () => {
  const row = (text: string) => ({ id: text || 'e', words: { description: { lang: 'uk', mark: 'own', text } } });
  expect(contentOf('schedule', sectionForms.schedule.parse({ version: '1', actions: [row('Зустрічі'), row('')] }))?.actions).toMatchObject([{ description: '', words: { description: uk('Зустрічі') } }]);
});

test('an original without its Polish text stops the offer, a machine translation does not', () => {
  const whole = completeContent(limits);
  const words = { experience: uk('Ми вчимо', { mark: 'machine' }) };
  expect(problemsOfOffer({ ...whole, profile: { ...whole.profile!, words } }, limits)).toEqual([]);
  expect(problemsOfOffer({ ...whole, profile: { experience: '', resources: 'Sala', words } }, limits)).toContainEqual({ section: 'profile', code: 'offer.noPolish', params: { fields: 'doświadczenie' } });
  const [first, ...rest] = whole.schedule!.actions;
  expect(problemsOfOffer({ ...whole, schedule: { actions: [{ ...first!, description: '', words: { description: uk('Зустрічі') } }, ...rest] } }, limits)).toContainEqual({ section: 'schedule', code: 'offer.noPolish', params: { fields: 'opis działania: Spotkania' } });
});

test('in a correction the original is open with its Polish text and shut with it', () => {
  expect([['experience', 'words/experience/text'], ['actions/#a/description', 'actions/#a/words/description'], ['actions/#a', 'actions/#a/words/description/mark'], ['resources', 'words/experience/text']].map(([open, place]) => isOpenPlace([open!], place!))).toEqual([true, true, true, false]);
});

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer, 1);
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    return { p, callId, organisationId, owner, id, section: `/uk/applications/${id}/section/profile` };
  }

  test('the applicant chooses a language, writes beside the Polish and says whose the Polish is, with scripts off', async () => {
    const { p, owner, id, section } = await scene();
    expect((await visit(p, section, { person: owner })).html).not.toContain('words.experience.text');
    expect((await visit(p, `/uk/applications/${id}`, { person: owner, form: { intent: 'language', lang: 'uk' } })).status).toBe(303);
    const { html } = await visit(p, section, { person: owner });
    expect(html).toMatch(/<textarea[^>]*id="[^"]*"[^>]*name="words.experience.text"[^>]*lang="uk"/);
    const form = { intent: 'profile', version: '2', experience: '', resources: 'Sala', 'words.experience.lang': 'uk', 'words.experience.text': 'Ми вчимо', 'words.experience.mark': 'machine', 'words.experience.by': '' };
    expect((await visit(p, section, { person: owner, form })).status).toBe(303);
    expect((await visit(p, `/pl/applications/${id}/section/profile`, { person: owner })).html).toContain('Brak wersji polskiej: doświadczenie');
    await visit(p, section, { person: owner, form: { ...form, version: '3', experience: 'Uczymy' } });
    const check = (await visit(p, `/pl/applications/${id}/check`, { person: owner })).html;
    expect(check).toContain('Tłumaczenie maszynowe, którego nikt nie sprawdził');
    expect(check).toMatch(/<details><summary>Oryginał \(ukraiński\)<\/summary><div class="stack"><div lang="uk" class="own-text">Ми вчимо/);
    const told = (await visit(p, `/pl/applications/${id}/versions`, { person: owner })).html;
    expect(told).toContain('<p lang="uk" class="own-text">Ми вчимо</p>');
    // Closing the boxes loses nothing that was written.
    await chooseLanguage(p.as(owner), id, {});
    expect((await visit(p, section, { person: owner })).html).toContain('Ми вчимо');
  });

  test('two people write the two languages of one text at once and lose nothing; the same original collides', async () => {
    const { p, owner, id, section } = await scene();
    const words = (text: string, mark: 'own' | 'person' = 'own') => ({ experience: uk(text, { mark }) });
    const { version } = await saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy', resources: '', words: words('Ми') }, 1);
    await saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy', resources: '', words: words('Ми вчимо') }, version);
    await saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy od lat', resources: '', words: words('Ми', 'person') }, version);
    expect((await getApplication(p.db.read, id)).content.profile).toMatchObject({ experience: 'Uczymy od lat', words: words('Ми вчимо', 'person') });
    await expect(saveSection(p.as(owner), id, 'profile', { experience: 'Uczymy', resources: '', words: words('Інше') }, version)).rejects.toMatchObject({ violations: [{ code: 'offer.collision', field: `choose.${placeName('words/experience/text')}` }] });
    const collided = await visit(p, section.replace('/uk/', '/pl/'), { person: owner, form: { intent: 'profile', version: String(version), experience: 'Uczymy', resources: '', 'words.experience.lang': 'uk', 'words.experience.text': 'Інше', 'words.experience.mark': 'own' } });
    expect(collided.html).toMatch(/<legend>[^<]*: Twój tekst<[\s\S]*<span lang="uk" class="own-text">Інше/);
  });

  test('what is handed in holds both texts, and a handed-in offer takes no other language', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    const { content } = await getApplication(p.db.read, id);
    await saveSection(p.as(owner), id, 'profile', { ...content.profile!, words: { experience: uk('Ми вчимо') } }, version);
    await submitApplication(p.as(owner, { now: monday }), id);
    const [submission] = await listSubmissions(p.db.read, id);
    expect(submission?.snapshot).toContain('"words":{"experience":{"lang":"uk","mark":"own","text":"Ми вчимо"}}');
    await expect(chooseLanguage(p.as(owner), id, { lang: 'de' })).rejects.toMatchObject({ code: 'wrongState' });
  });
});
