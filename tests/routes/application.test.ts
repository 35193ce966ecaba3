import { expect, test } from 'vitest';
import type { OfferContent } from '~/modules/applications/content';
import { startApplication } from '~/modules/applications/commands.server';
import { getApplication } from '~/modules/applications/queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { plainAmount, grosze, formatQuantity } from '~/shared/money';
import { instantAt } from '~/shared/time';
import * as application from '~/routes/applicant/application';
import * as check from '~/routes/applicant/application-check';
import * as receipt from '~/routes/applicant/application-receipt';
import * as section from '~/routes/applicant/application-section';
import * as apply from '~/routes/applicant/apply';
import * as desk from '~/routes/applicant/desk';
import { afresh, verified } from '../modules/organisations/entries';
import { announced } from '../support/call';
import { completeContent, completeOffer, offerAt } from '../support/offer';
import { eachEngine, monday, portal } from '../support/portal';
import { visitorOf } from '../support/visit';

const visit = visitorOf({
  'apply/:slug': apply, 'applications/:id': application, 'applications/:id/section/:section': section,
  'applications/:id/check': check, 'applications/:id/receipt': receipt, desk,
});
const deadline = instantAt('2026-03-31', '15:00');

const dayBoxes = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: date };
};
const yes = (value: boolean | undefined): Record<string, string> => (value ? { x: 'yes' } : {});

/** The sections of an offer as a browser sends them, boxes and all. */
function typedOffer(content: OfferContent): Record<string, Record<string, string | string[]>> {
  const { contact, task, schedule, results, profile, budget, other, declarations: made } = content;
  const ticks = Object.fromEntries(Object.entries(made ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : yes(value).x ? [[name, 'yes']] : [])));
  return {
    contact: { ...contact! },
    task: { title: task!.title, synthesis: task!.synthesis, districts: task!.districts, targetGroups: task!.targetGroups, ...dayBoxes('startDate', task!.startDate), ...dayBoxes('endDate', task!.endDate) },
    schedule: Object.assign({}, ...schedule!.actions.map(({ id, name, description, targetGroup, from, to }, i) => ({
      [`actions[${i}].id`]: id, [`actions[${i}].name`]: name, [`actions[${i}].description`]: description, [`actions[${i}].targetGroup`]: targetGroup,
      ...dayBoxes(`actions[${i}].from`, from), ...dayBoxes(`actions[${i}].to`, to),
    }))),
    results: Object.assign({ text: results!.text }, ...results!.results.map(({ id, name, target, unit, monitoring }, i) => ({
      [`results[${i}].id`]: id, [`results[${i}].name`]: name, [`results[${i}].target`]: target, [`results[${i}].unit`]: unit, [`results[${i}].monitoring`]: monitoring,
    }))),
    profile: { experience: profile!.experience, resources: profile!.resources },
    budget: Object.assign(
      Object.fromEntries(Object.entries(budget!.sources).flatMap(([name, amount]) => (typeof amount === 'number' ? [[`sources.${name}`, plainAmount(grosze(amount))]] : []))),
      ...budget!.lines.map(({ id, actionId, kind, unit, unitCost, quantity }, i) => ({
        [`lines[${i}].id`]: id, [`lines[${i}].actionId`]: actionId ?? 'admin', [`lines[${i}].kind`]: kind, [`lines[${i}].unit`]: unit,
        [`lines[${i}].unitCost`]: plainAmount(grosze(unitCost)), [`lines[${i}].quantity`]: formatQuantity(quantity, 'pl'),
      })),
    ),
    other: { paid: other!.paid ? 'yes' : 'no', information: other!.information },
    declarations: ticks,
    attachments: { none: 'yes' },
  };
}

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const { callId, slug, officer } = await announced(p, { closesAt: deadline });
    const { id: organisationId, owner } = await verified(p, officer);
    return { p, callId, slug, officer, organisationId, owner };
  }

  test('an offer goes from the call to its receipt through the pages alone, with a script or without', async () => {
    const { p, callId, slug, organisationId, owner } = await scene();
    expect((await visit(p, `/pl/apply/${slug}`)).location).toContain('/pl/sign-in');
    expect((await visit(p, `/pl/apply/${slug}`, { person: owner })).html).toContain('Fundacja Spotkanie 1');
    const begun = await visit(p, `/uk/apply/${slug}`, { person: owner, form: { intent: 'start', organisationId } });
    expect(begun.location).toMatch(/^\/uk\/applications\/\w+\/section\/contact\?/);
    const base = offerAt(begun.location);
    const id = base.split('/').at(-1) ?? '';
    expect((await visit(p, `/pl/apply/${slug}`, { person: owner })).html).toContain('Dokończ ofertę');

    const content = completeContent(await getCall(p.db.read, callId));
    for (const [name, typed] of Object.entries(typedOffer(content))) {
      const page = await visit(p, `${base}/section/${name}`, { person: owner });
      expect(`${name} ${page.status}`).toBe(`${name} 200`);
      const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? '';
      const saved = await visit(p, `${base}/section/${name}`, { person: owner, form: { intent: name, version, ...typed } });
      expect(`${name} ${saved.status} ${saved.location}`).toBe(`${name} 303 ${base}?saved=${name}`);
    }
    expect((await getApplication(p.db.read, id)).content).toEqual(content);
    expect((await visit(p, `/pl/applications/${id}`, { person: owner })).html).toContain('Gotowe 9 z 9');

    const all = await visit(p, `/pl/applications/${id}/check`, { person: owner });
    expect(all.html).toContain('Oferta jest kompletna');
    expect(all.html).toContain(`/pl/applications/${id}/section/budget`);
    const version = /name="version" value="(\d+)"/.exec(all.html)?.[1] ?? '';
    const handedIn = await visit(p, `/pl/applications/${id}/check`, { person: owner, form: { intent: 'submit', version } });
    expect(handedIn).toMatchObject({ status: 303, location: `/pl/applications/${id}/receipt` });
    const again = await visit(p, `/pl/applications/${id}/check`, { person: owner, form: { intent: 'submit', version } });
    expect(again.location).toBe(`/pl/applications/${id}/receipt`);
    expect(await p.db.read.select().from(p.db.t.submissions)).toHaveLength(1);

    const { html } = await visit(p, `/de/applications/${id}/receipt`, { person: owner });
    expect(html).toContain('OK-2026-000001');
    expect(html).toMatch(/10:00:00/);
    expect(html).toMatch(/[0-9a-f]{64}/);
    expect(html).toContain('<div lang="pl">');
    expect(html).toContain('Klub rozmów po polsku');
    expect((await visit(p, '/pl/desk', { person: owner })).html).toContain('Oferta czeka na koniec naboru');
    const locked = await visit(p, `/pl/applications/${id}/section/task`, { person: owner });
    expect(locked.html).toContain('Tej części nie można teraz zmieniać');
    expect(locked.html).not.toContain('<form');
    const tooLate = await visit(p, `/pl/applications/${id}/section/profile`, { person: owner, form: { intent: 'profile', version, experience: 'Pisane do końca', resources: '' } });
    expect(tooLate.status).toBe(409);
    expect(tooLate.html).toContain('Pisane do końca</textarea>');
  });

  test('a result is linked to an indicator of the programme that the form offers, and to no other; a call without questions has no page for them', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    const at = `/uk/applications/${id}/section/results`;
    const offered = (html: string) => [.../<select[^>]*name="results\[0\]\.indicator".*?<\/select>/s.exec(html)![0].matchAll(/<option value="(\w[^"]*)"( selected="")?>([^<]+)/g)].map(([, code = '', selected, name = '']) => ({ code, selected: Boolean(selected), name }));
    const { code, name } = offered((await visit(p, at, { person: owner })).html)[2]!;
    const row = { 'results[0].id': 'r1', 'results[0].name': 'Spotkania', 'results[0].target': '8', 'results[0].unit': 'spotkań', 'results[0].monitoring': 'lista', text: 'Ludzie się poznają.' };
    expect((await visit(p, at, { person: owner, form: { intent: 'results', version: '1', ...row, 'results[0].indicator': code } })).status).toBe(303);
    expect(offered((await visit(p, at, { person: owner })).html).filter(({ selected }) => selected)).toEqual([{ code, selected: true, name }]);
    expect((await visit(p, `/uk/applications/${id}/check`, { person: owner })).html).toContain(name);
    expect((await visit(p, at, { person: owner, form: { intent: 'results', version: '2', ...row, 'results[0].indicator': 'obcy' } })).status).toBe(303);
    expect((await getApplication(p.db.read, id)).content.results!.results[0]).not.toHaveProperty('indicator');
    expect((await visit(p, `/uk/applications/${id}/section/extra`, { person: owner })).status).toBe(404);
  });

  test('the first words of a new offer are saved by three requests: to start it, to open its first part, to save that', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { slug } = await getCall(p.db.read, callId);
    const asked: string[] = [];
    const ask = (path: string, form?: Record<string, string>) => {
      asked.push(form ? 'sent' : 'opened');
      return visit(p, path, { person: owner, ...(form ? { form } : {}) });
    };
    expect((await ask(`/pl/apply/${slug}`)).html).toContain('name="organisationId"');
    const { location } = await ask(`/pl/apply/${slug}`, { intent: 'start', organisationId });
    const { html } = await ask(location);
    expect(html).toContain(`href="${offerAt(location)}"`);
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
    expect((await ask(location, { intent: 'contact', version, name: 'Anna Wzorcowa' })).status).toBe(303);
    expect(asked).toEqual(['opened', 'sent', 'opened', 'sent']);
    expect((await getApplication(p.db.read, location.split('/')[3] ?? '')).content.contact?.name).toBe('Anna Wzorcowa');
  });

  test('the official name stands beside the question in every language', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner });
    for (const [lang, words] of [['en', 'Title of the public task'], ['uk', 'Назва публічного завдання'], ['pl', 'Tytuł zadania publicznego']] as const) {
      const { html } = await visit(p, `/${lang}/applications/${id}/section/task`, { person: owner });
      expect(html).toContain(words);
      expect(html).toContain('<span lang="pl">III.1. Tytuł zadania publicznego</span>');
    }
  });

  test('a page that saves itself gets the new version and the hour, keeps its rows, and never becomes stale by itself', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    const path = `/pl/applications/${id}/section/schedule`;
    const routeId = 'applications/:id/section/:section';
    const { html } = await visit(p, path, { person: owner });
    expect(html).toContain(`data-route="${routeId}"`);
    const rowId = /name="actions\[2\]\.id" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const rows = typedOffer((await getApplication(p.db.read, id)).content).schedule;
    let latest = version;
    for (const name of ['Wycie', 'Wycieczki']) {
      const answer = await visit(p, path, { person: owner, routeId, form: { intent: 'schedule', then: 'stay', version: String(latest), ...rows, 'actions[2].id': rowId, 'actions[2].name': name } });
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.html)).toEqual({ version: latest + 1, savedAt: '10:00', problems: [expect.stringContaining('działanie')] });
      latest += 1;
    }
    const { content } = await getApplication(p.db.read, id);
    expect(content.schedule?.actions.map(({ id: row, name }) => [row, name])).toEqual([['a1', 'Spotkania'], ['a2', 'Sala'], [rowId, 'Wycieczki']]);
  });

  test('of two tabs the later is told, keeps what was typed, and sees what was saved', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    const path = `/pl/applications/${id}/section/profile`;
    const form = (experience: string, read = version) => ({ intent: 'profile', version: String(read), experience, resources: 'Sala' });
    expect((await visit(p, path, { person: owner, form: form('Pierwsza karta') })).status).toBe(303);
    const later = await visit(p, path, { person: owner, form: form('Druga karta') });
    expect(later.status).toBe(422);
    expect(later.html).toContain('Druga karta</textarea>');
    expect(later.html).toContain('Pierwsza karta</');
    expect(later.html).toContain(`name="version" value="${version}"`);
    const seen = /name="seen" value="(\d+)"/.exec(later.html)?.[1] ?? '';
    const choice = /name="(choose\.p[0-9a-f]+)"/.exec(later.html)?.[1] ?? '';
    const chosen = { ...form('Obie razem'), seen, [choice]: 'mine' };
    expect((await visit(p, path, { person: owner, form: chosen })).status).toBe(303);
    expect((await getApplication(p.db.read, id)).content.profile?.experience).toBe('Obie razem');
  });

  test('a wrong value is refused at its field with everything typed kept, and the form stays at its own version', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    const path = `/pl/applications/${id}/section/budget`;
    const typed = typedOffer((await getApplication(p.db.read, id)).content).budget;
    await visit(p, `/pl/applications/${id}/section/other`, { person: owner, form: { intent: 'other', version: String(version), paid: 'no', information: 'nowe' } });
    const refused = await visit(p, path, { person: owner, form: { intent: 'budget', ...typed, version: String(version), 'lines[1].unitCost': 'sto', 'lines[4].kind': 'Piąty koszt' } });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('id="f-lines-1-unitCost-error"');
    expect(refused.html).toContain('value="sto"');
    expect(refused.html).toContain('value="Piąty koszt"');
    expect(refused.html).toContain(`name="version" value="${version}"`);
    for (const [name, value] of [['email', 'nie-adres'], ['name', 'x'.repeat(500)], ['name', 'Anna 44051401359']] as const)
      expect((await visit(p, `/pl/applications/${id}/section/contact`, { person: owner, form: { intent: 'contact', version: '1', [name]: value } })).status).toBe(422);
    expect((await visit(p, path, { person: owner, form: { intent: 'budget', ...typed, version: 'x' } })).status).toBe(422);
  });

  test('rows are added and taken out with buttons and boxes alone', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    const path = `/pl/applications/${id}/section/results`;
    const typed = typedOffer((await getApplication(p.db.read, id)).content).results;
    const more = { 'results[1].id': 'new', 'results[1].name': 'Uczestnicy', 'results[1].target': '60', 'results[1].monitoring': 'sumy' };
    const added = await visit(p, path, { person: owner, form: { intent: 'results', then: 'add', version: String(version), ...typed, ...more } });
    expect(added.location).toBe(`${path}?saved=results`);
    const { html } = await visit(p, path, { person: owner });
    expect(html.match(/data-row/g)).toHaveLength(4);
    await visit(p, path, { person: owner, form: { intent: 'results', version: String(version + 1), ...typed, ...more, 'results[0].remove': 'yes' } });
    expect((await getApplication(p.db.read, id)).content.results?.results.map(({ id: row }) => row)).toEqual(['new']);
  });

  test('obstacles are listed with the way to each, and handing in is refused with all of them', async () => {
    const { p, slug, organisationId, owner } = await scene();
    const location = offerAt((await visit(p, `/pl/apply/${slug}`, { person: owner, form: { intent: 'start', organisationId } })).location);
    const { html } = await visit(p, `${location}/check`, { person: owner });
    expect(html).toContain('Co trzeba poprawić przed złożeniem');
    expect(html).toContain(`${location}/section/declarations`);
    expect((await visit(p, `${location}/check`, { person: owner, form: { intent: 'submit', version: '1' } })).status).toBe(422);
  });

  test('everybody else is shown the door, a viewer only reads, and the late are told so', async () => {
    const { p, callId, officer, organisationId, owner } = await scene();
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner });
    const other = (await verified(p, officer, 2)).owner;
    const reader = await p.person();
    await p.db.tx(async (tx) => {
      await tx.insert(tx.t.memberships).values({ personId: reader.id, organisationId, role: 'viewer', signatory: false, since: monday });
    });
    const viewer = await afresh(p, reader);
    for (const path of ['', '/section/task', '/check', '/receipt']) {
      expect((await visit(p, `/pl/applications/${id}${path}`)).location).toContain('sign-in');
      for (const person of [other, officer]) expect(`${path} ${(await visit(p, `/pl/applications/${id}${path}`, { person })).status}`).toBe(`${path} 403`);
    }
    for (const person of [other, officer, viewer]) {
      const save = { intent: 'other', version: String(version), paid: 'no' };
      expect((await visit(p, `/pl/applications/${id}/section/other`, { person, form: save })).status).toBe(403);
      expect((await visit(p, `/pl/applications/${id}/check`, { person, form: { intent: 'submit', version: String(version) } })).status).toBe(403);
    }
    const read = await visit(p, `/pl/applications/${id}`, { person: viewer });
    expect(read.status).toBe(200);
    expect(read.html).not.toContain('/section/');
    expect((await visit(p, '/pl/applications/nie-ma', { person: owner })).status).toBe(404);
    expect((await visit(p, `/pl/applications/${id}/section/nie-ma`, { person: owner })).status).toBe(404);
    const late = await visit(p, `/pl/applications/${id}/check`, { person: owner, now: deadline, form: { intent: 'submit', version: String(version) } });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Termin już minął');
    expect(late.html).not.toContain('name="intent" value="submit"');
  });

  test('a call for correction unlocks only the fields it questions, and what was handed in stays as it was until then', async () => {
    const { p, callId, organisationId, owner } = await scene();
    const { id, version } = await completeOffer(p, { callId, organisationId, editor: owner, submit: true });
    await p.db.tx(async (tx) => {
      await tx.update(tx.t.applications).set({
        status: 'correction_requested', correctionSections: ['profile'], correctionDueAt: instantAt('2026-04-10', '00:00'), correctionUsed: true,
      });
      await tx.insert(tx.t.correctionQuestions).values({ id: 'q1', applicationId: id, section: 'profile', place: 'experience', code: 'unclear', words: 'Ile osób?', askedBy: owner.id, askedAt: instantAt('2026-04-01', '12:00') });
    });
    const now = instantAt('2026-04-02', '12:00');
    const list = await visit(p, `/pl/applications/${id}`, { person: owner, now });
    expect(list.html).toContain('Ile osób?');
    expect([...new Set(list.html.match(/\/section\/\w+/g))]).toEqual(['/section/profile']);
    const save = (name: string, typed: Record<string, string>) =>
      visit(p, `/pl/applications/${id}/section/${name}`, { person: owner, now, form: { intent: name, version: String(version), ...typed } });
    expect((await save('contact', { name: 'Kto inny' })).status).toBe(409);
    const resources = (await visit(p, `/pl/applications/${id}/section/profile`, { person: owner, now })).html.match(/type="hidden" name="resources" value="([^"]*)"/)?.[1] ?? '';
    const other = await save('profile', { experience: 'Uzupełniony opis', resources: 'Sala' });
    expect(other.status).toBe(409);
    expect(other.html).toContain('Urząd pyta o to pole');
    expect((await save('profile', { experience: 'Uzupełniony opis', resources, 'replies.qq1': 'Trzydzieści osób.' })).status).toBe(303);
    expect((await p.db.read.select().from(p.db.t.correctionQuestions)).map(({ answer }) => answer)).toEqual(['Trzydzieści osób.']);
    expect((await visit(p, `/pl/applications/${id}/check`, { person: owner, now })).html).toContain('Uzupełniony opis');
    expect((await visit(p, `/pl/applications/${id}/receipt`, { person: owner, now })).html).not.toContain('Uzupełniony opis');
    const corrected = await visit(p, `/pl/applications/${id}`, { person: owner, now, form: { intent: 'correct' } });
    expect(corrected.location).toBe(`/pl/applications/${id}/receipt`);
    const { html } = await visit(p, corrected.location, { person: owner, now });
    expect(html).toContain('Uzupełnienie złożone');
    expect(html).toContain('Uzupełniony opis');
    expect((await p.db.read.select().from(p.db.t.submissions)).map(({ kind }) => kind).toSorted()).toEqual(['correction', 'original']);
  });

  test('an informal group is led to a patron, and a form that is not taken is told why', async () => {
    const { p, officer, owner } = await scene();
    const only = await announced(p, { officer, closesAt: deadline, input: { eligibleForms: ['association'] } });
    expect((await visit(p, `/pl/apply/${only.slug}`, { person: owner })).html).toContain('nie jest dla organizacji o takiej formie prawnej');
    await p.db.tx(async (tx) => {
      await tx.update(tx.t.organisations).set({ legalForm: 'informal_group' });
    });
    const { html } = await visit(p, `/pl/apply/${only.slug}`, { person: owner });
    expect(html).toContain('Grupa nieformalna');
    expect(html).toContain('/pl/organisations?role=umbrella');
    expect(html).not.toContain('name="organisationId"');
  });
});
