import { expect, test } from 'vitest';
import { startApplication } from '~/modules/applications/commands.server';
import { listVersions } from '~/modules/calls/life-queries.server';
import { getCall } from '~/modules/calls/queries.server';
import * as calendar from '~/routes/applicant/calendar';
import * as application from '~/routes/applicant/application';
import * as officeCall from '~/routes/office/call';
import * as callCorrigendum from '~/routes/office/call-corrigendum';
import * as callEdit from '~/routes/office/call-edit';
import * as callLife from '~/routes/office/call-life';
import * as callPreview from '~/routes/office/call-preview';
import * as callQuestions from '~/routes/office/call-questions';
import * as callAlertConfirm from '~/routes/public/call-alert-confirm';
import * as callAlertStop from '~/routes/public/call-alert-stop';
import * as callAlerts from '~/routes/public/call-alerts';
import * as callAsk from '~/routes/public/call-ask';
import * as callCheck from '~/routes/public/call-check';
import * as calls from '~/routes/public/calls';
import * as personal from '~/routes/api/calls-personal';
import * as callIcs from '~/routes/api/call-ics';
import * as callsIcs from '~/routes/api/calls-ics';
import * as callsAtom from '~/routes/api/calls-atom';
import * as call from '~/routes/public/call';
import { draftCall } from '~/modules/calls/commands.server';
import { ensureSmallGrantYear } from '~/modules/calls/commands.server';
import { grosze } from '~/shared/money';
import { announced, callInput } from '../support/call';
import { verified } from '../modules/organisations/entries';
import { readConfig } from '~/http/config.server';
import { faultsOfAtom, faultsOfCalendar } from '../support/feeds';
import { eachEngine, monday, portal, type Portal } from '../support/portal';
import { visitorOf } from '../support/visit';
import { visit as visitSite } from './support';

const visit = visitorOf({
  'calls/:slug': call, 'applications/:id': application, 'office/calls/:id': officeCall, 'office/calls/:id/edit': callEdit, 'office/calls/:id/life': callLife,
  'office/calls/:id/corrigendum': callCorrigendum, 'office/calls/:id/questions': callQuestions, 'office/calls/:id/preview': callPreview,
  calls, 'calls/alerts': callAlerts, 'calls/alerts/confirm/:token': callAlertConfirm, 'calls/alerts/stop/:token': callAlertStop, 'calls/:slug/check': callCheck, 'calls/:slug/ask': callAsk, calendar,
});
/** What a machine gets at this address. */
async function fetched(p: Portal, { loader }: { loader: unknown }, params: Record<string, string>) {
  const request = new Request('http://portal.test/x');
  const context = { db: p.db, origin: 'http://portal.test', requestId: 'r', ip: '', now: () => monday, mailShown: false, demo: false, config: readConfig({}) };
  try {
    const answer = await (loader as (asked: unknown) => Promise<Response>)({ request, params, context });
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
  } catch (error) {
    if (error instanceof Response) return { status: error.status, type: '', text: '' };
    throw error;
  }
}
const day = (name: string, value: string) => {
  const [year, month, date] = value.split('-');
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
};

eachEngine((engine) => {
  test('a corrigendum goes through the pages, and the public page and the draft say what changed', async () => {
    const p = await portal(engine);
    const { callId, slug, officer, head } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer);
    const { id: draft } = await startApplication(p.as(owner), { callId, organisationId });
    const base = `/pl/office/calls/${callId}`;
    const form = (await visit(p, `${base}/corrigendum`, { person: officer })).html;
    expect(form).toContain('najmniej 21');
    const fields = {
      reason: 'Pomyłka w kwocie.', title: 'Integracja mieszkańców Krakowa', budget: '200000', minGrant: '5000', maxGrant: '60000', maxShare: '90', adminCap: '15', rules: 'Dotacja do 90% kosztów.',
      conditions: 'Zadanie w Krakowie.', procedure: 'Komisja ocenia oferty.', previousTasks: 'W 2025 r. dotacje na 100 000 zł.', committeeRecruitment: 'Zgłoszenia do 20 marca.',
      closesTime: '15:00', ...day('closesOn', '2026-03-31'), ...day('taskFrom', '2026-05-01'), ...day('taskTo', '2026-12-15'), ...day('decisionBy', '2026-04-30'),
    };
    const early = await visit(p, `${base}/corrigendum`, { person: officer, form: { intent: 'propose', ...fields, ...day('closesOn', '2026-03-20') } });
    expect(early.status).toBe(422);
    expect(early.html).toContain('najwcześniej');
    expect((await visit(p, `${base}/corrigendum`, { person: officer, form: { intent: 'propose', ...fields } })).location).toBe(`${base}/life`);
    const [version] = await listVersions(p.db.read, callId);
    const send = (person: typeof officer, intent: string, more = {}) => visit(p, `${base}/life`, { person, form: { intent, version: version?.id ?? '', ...more } });
    expect((await visit(p, `${base}/life`, { person: officer })).html).not.toContain('value="approveCorrigendum"');
    expect((await visit(p, `${base}/life`, { person: head })).html).toContain('value="approveCorrigendum"');
    expect((await send(head, 'approveCorrigendum')).status).toBe(303);
    for (const place of ['bip', 'notice_board', 'website']) expect((await send(officer, 'republish', { place, reference: 'BIP 7', ...day('publishedOn', '2026-03-02') })).status).toBe(303);
    expect((await send(officer, 'enforce')).status).toBe(303);
    const page = (await visit(p, `/pl/calls/${slug}`)).html;
    for (const words of ['Co się zmieniło', 'Sprostowanie 1 z 2 marca 2026', 'Pomyłka w kwocie.', 'Największa dotacja', '50 000,00 zł', '60 000,00 zł']) expect(page).toContain(words);
    const notice = (await visit(p, `/pl/applications/${draft}`, { person: owner, now: new Date('2026-03-02T10:00:00Z') })).html;
    expect(notice).toContain(`/pl/calls/${slug}#changes`);
  });

  test('a cancelled call says so to everybody, with its ground', async () => {
    const p = await portal(engine);
    const { callId, slug, officer, head } = await announced(p);
    const life = `/pl/office/calls/${callId}/life`;
    const form = { intent: 'cancel', _form: 'cancel', clause: 'pkt 9 ogłoszenia', reason: 'Rada zmieniła budżet.', orderNumber: '500/2026', ...day('orderDate', '2026-03-02') };
    expect((await visit(p, life, { person: officer, form })).status).toBe(403);
    expect((await visit(p, life, { person: head, form: { ...form, clause: '' } })).status).toBe(422);
    expect((await visit(p, life, { person: head, form })).status).toBe(303);
    expect((await visit(p, life, { person: officer, form: { intent: 'publication', place: 'bip', reference: 'BIP 8', ...day('publishedOn', '2026-03-02') } })).status).toBe(303);
    const page = (await visit(p, `/pl/calls/${slug}`)).html;
    for (const words of ['Nabór odwołano 2 marca 2026', 'Rada zmieniła budżet.', 'pkt 9 ogłoszenia', 'BIP 8']) expect(page).toContain(words);
    expect(page).not.toContain('/pl/apply/');
  });

  test('somebody asks on the page of the call and finds the answer there', async () => {
    const p = await portal(engine);
    const { callId, slug, officer } = await announced(p);
    expect((await visit(p, `/en/calls/${slug}/ask`, { form: { intent: 'ask', question: 'May we buy a projector?', email: '' } })).location).toBe(`/en/calls/${slug}?asked#questions`);
    const desk = `/pl/office/calls/${callId}/questions`;
    const { html } = await visit(p, desk, { person: officer });
    expect(html).toContain('May we buy a projector?');
    const question = /name="question" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await visit(p, desk, { person: officer, form: { intent: 'answer', question, answer: 'Tak, do 10 000 zł.' } })).status).toBe(303);
    expect((await visit(p, `/en/calls/${slug}`)).html).toContain('Tak, do 10 000 zł.');
  });

  test('the officer looks at the form of the offer as an applicant would, and reuses the call', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const preview = (await visit(p, `/pl/office/calls/${callId}/preview`, { person: officer })).html;
    expect(preview).toContain('<fieldset disabled=""');
    expect(preview).toContain('name="synthesis"');
    expect(preview).not.toContain('<form');
    const { location } = await visit(p, `/pl/office/calls/${callId}`, { person: officer, form: { intent: 'copy' } });
    const copy = /calls\/([^/]+)\/edit/.exec(location)?.[1] ?? '';
    expect((await getCall(p.db.read, copy)).status).toBe('draft');
  });

  test('the list is narrowed by group, district, amount and nearness of the deadline', async () => {
    const p = await portal(engine);
    await announced(p, { input: { title: 'Dla uchodźców', targetGroups: ['forced_migrant'], districts: ['podgorze'] } });
    await announced(p, { input: { title: 'Dla wszystkich' } });
    const shown = async (query: string, now = monday) => {
      const { html } = await visit(p, `/pl/calls${query}`, { now });
      return ['Dla uchodźców', 'Dla wszystkich'].filter((title) => html.includes(title));
    };
    expect(await shown('?group=economic_migrant')).toEqual(['Dla wszystkich']);
    expect(await shown('?group=forced_migrant&district=podgorze')).toEqual(['Dla uchodźców', 'Dla wszystkich']);
    expect(await shown('?district=bronowice')).toEqual(['Dla wszystkich']);
    expect(await shown('?amount=over50')).toEqual([]);
    expect(await shown('?soon=yes')).toEqual([]);
    expect(await shown('?soon=yes&group=nonsense', new Date('2026-03-28T09:00:00Z'))).toEqual(['Dla uchodźców', 'Dla wszystkich']);
  });

  test('a reader checks whether they may apply, learns why not, and where else to go', async () => {
    const p = await portal(engine);
    const { slug } = await announced(p);
    await announced(p, { input: { title: 'Mniejszy', minGrant: grosze(100_000), maxGrant: grosze(500_000) } });
    const check = async (query: string) => (await visit(p, `/pl/calls/${slug}/check${query}`)).html;
    expect(await check('')).toContain('name="registered"');
    expect(await check('?form=foundation&registered=yes')).toContain('Odpowiedz na wszystkie pytania');
    expect(await check('?form=foundation&registered=yes&krakow=yes&arrears=no&amount=10000')).toContain('Tak, możecie złożyć ofertę');
    const small = await check('?form=foundation&registered=yes&krakow=yes&arrears=no&amount=3000');
    for (const words of ['Najmniejsza dotacja w tym naborze to 5 000,00 zł', 'Mniejszy', '/pl/small-grants', '10 000,00 zł']) expect(small).toContain(words);
    expect(await check('?form=informal_group&registered=no&krakow=yes&arrears=no')).toContain('/pl/groups');
  });

  test('letters are asked for, confirmed and stopped on pages that need no account', async () => {
    const p = await portal(engine);
    expect((await visit(p, '/en/calls/alerts', { form: { intent: 'want', email: 'nobody', targetGroup: '' } })).status).toBe(422);
    expect((await visit(p, '/en/calls/alerts', { form: { intent: 'want', email: 'kto@example.org', targetGroup: '' } })).location).toBe('/en/calls/alerts?sent');
    const [letter] = await p.db.read.select().from(p.db.t.outbox);
    const link = letter?.link ?? '';
    expect((await visit(p, link)).html).toContain('value="confirm"');
    expect((await visit(p, link, { form: { intent: 'confirm' } })).location).toBe('/en/calls/alerts?confirmed');
    expect((await visit(p, link, { form: { intent: 'confirm' } })).status).toBe(409);
    const [alert] = await p.db.read.select().from(p.db.t.callAlerts);
    expect((await visit(p, `/en/calls/alerts/stop/${alert?.stopToken}`, { form: { intent: 'stop' } })).location).toBe('/en/calls/alerts?stopped');
    expect(await p.db.read.select().from(p.db.t.callAlerts)).toEqual([]);
  });

  test('the pool of small grants, which agreements know as a call, leads to its own page', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    await p.db.tx((tx) => ensureSmallGrantYear(tx, p.as(officer), 2026));
    expect(await visit(p, '/uk/calls/male-granty-2026')).toMatchObject({ status: 302, location: '/uk/small-grants' });
    expect((await visit(p, '/uk/calls/male-granty-2025')).status).toBe(404);
  });

  test('a mail program stops the letters by itself, once; a person who opens its address finds the button', async () => {
    const p = await portal(engine);
    await visit(p, '/uk/calls/alerts', { form: { intent: 'want', email: 'kto@example.org', targetGroup: '' } });
    const [alert] = await p.db.read.select().from(p.db.t.callAlerts);
    const address = `/uk/letters/alerts/${alert?.stopToken}`;
    expect((await visitSite(p, address)).location).toBe(`/uk/calls/alerts/stop/${alert?.stopToken}`);
    expect((await visitSite(p, address, { form: { 'List-Unsubscribe': 'Yes' } })).status).toBe(400);
    expect((await visitSite(p, address, { form: { 'List-Unsubscribe': 'One-Click' } })).status).toBe(204);
    expect(await p.db.read.$count(p.db.t.callAlerts)).toBe(0);
    expect((await visitSite(p, address, { form: { 'List-Unsubscribe': 'One-Click' } })).status).toBe(404);
  });

  test('machines get the calendar and the feed, a person their own calendar behind a secret', async () => {
    const p = await portal(engine);
    const { callId, slug, officer } = await announced(p);
    await announced(p, { input: { title: 'Inny' } });
    const all = await fetched(p, callsIcs, { lang: 'pl' });
    expect([all.type, faultsOfCalendar(all.text), all.text.match(/BEGIN:VEVENT/g)?.length]).toEqual(['text/calendar; charset=utf-8', [], 2]);
    expect((await fetched(p, callIcs, { lang: 'pl', slug })).text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect((await fetched(p, callIcs, { lang: 'pl', slug: 'nie-ma' })).status).toBe(404);
    const atom = await fetched(p, callsAtom, { lang: 'en' });
    expect([atom.type, faultsOfAtom(atom.text)]).toEqual(['application/atom+xml; charset=utf-8', []]);
    const { id: organisationId, owner } = await verified(p, officer);
    await startApplication(p.as(owner), { callId, organisationId });
    const { html } = await visit(p, '/pl/calendar', { person: owner, form: { intent: 'make' } });
    const token = /calendar\/([\w-]+)\.ics/.exec(html)?.[1] ?? '';
    const own = await fetched(p, personal, { token });
    expect([faultsOfCalendar(own.text), own.text.match(/BEGIN:VEVENT/g)?.length]).toEqual([[], 1]);
    expect((await visit(p, '/pl/calendar', { person: owner })).html).not.toContain(token);
    expect((await visit(p, '/pl/calendar', { person: owner, form: { intent: 'revoke' } })).status).toBe(303);
    expect((await fetched(p, personal, { token })).status).toBe(404);
    expect((await visit(p, '/pl/calendar')).status).toBe(302);
  });

  test('the officer writes in easy language and sees beside the fields how hard they read', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id } = await draftCall(p.as(officer), callInput({ rules: 'W przypadku gdy oferta została odrzucona, podmiot winien dokonać uzupełnienia.', easy: { pl: 'Dajemy pieniądze na spotkania.', en: undefined, uk: undefined, de: undefined, ru: undefined } }));
    const { html } = await visit(p, `/pl/office/calls/${id}/edit`, { person: officer });
    for (const words of ['Zwrot urzędowy', 'W przypadku gdy', 'Strona bierna', 'Dajemy pieniądze na spotkania.']) expect(html).toContain(words);
  });
});
