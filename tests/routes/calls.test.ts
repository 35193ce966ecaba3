import { expect, test } from 'vitest';
import { startApplication } from '~/modules/applications/commands.server';
import { listVersions } from '~/modules/calls/life-queries.server';
import { getCall } from '~/modules/calls/queries.server';
import * as application from '~/routes/applicant/application';
import * as officeCall from '~/routes/office/call';
import * as callCorrigendum from '~/routes/office/call-corrigendum';
import * as callEdit from '~/routes/office/call-edit';
import * as callLife from '~/routes/office/call-life';
import * as callPreview from '~/routes/office/call-preview';
import * as callQuestions from '~/routes/office/call-questions';
import * as call from '~/routes/public/call';
import { announced } from '../support/call';
import { verified } from '../modules/organisations/entries';
import { eachEngine, portal } from '../support/portal';
import { visitorOf } from '../support/visit';

const visit = visitorOf({
  'calls/:slug': call, 'applications/:id': application, 'office/calls/:id': officeCall, 'office/calls/:id/edit': callEdit, 'office/calls/:id/life': callLife,
  'office/calls/:id/corrigendum': callCorrigendum, 'office/calls/:id/questions': callQuestions, 'office/calls/:id/preview': callPreview,
});
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
      reason: 'Pomyłka w kwocie.', title: 'Integracja mieszkańców Krakowa', budget: '200000', minGrant: '5000', maxGrant: '60000', rules: 'Dotacja do 90% kosztów.',
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
    for (const words of ['Co się zmieniło', 'Sprostowanie 1 z 2 marca 2026', 'Pomyłka w kwocie.', 'Największa dotacja', '50\u00a0000,00\u00a0zł', '60\u00a0000,00\u00a0zł']) expect(page).toContain(words);
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
    expect((await visit(p, `/en/calls/${slug}`, { form: { intent: 'ask', _form: 'ask', question: 'May we buy a projector?', email: '' } })).location).toBe(`/en/calls/${slug}?asked#questions`);
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
});
