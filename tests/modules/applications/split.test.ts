import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { submitApplication } from '~/modules/applications/commands.server';
import type { OfferContent } from '~/modules/applications/content';
import { answerPartnership, listPartners } from '~/modules/applications/partners.server';
import { printOffer } from '~/modules/applications/print/official-form.server';
import { printable } from '~/modules/applications/print/printable.server';
import { getApplication } from '~/modules/applications/queries.server';
import { partnerObstacles, type Share } from '~/modules/applications/rules-of-partners';
import * as checkRoute from '~/routes/applicant/application-check';
import * as partnersRoute from '~/routes/applicant/application-partners';
import { announced } from '../../support/call';
import { completeContent, completeOffer } from '../../support/offer';
import { eachEngine, monday, portal } from '../../support/portal';
import { visitorOf, type RouteModule } from '../../support/visit';
import { verified } from '../organisations/entries';

const visit = visitorOf({ 'applications/:id/partners': partnersRoute as unknown as RouteModule, 'applications/:id/check': checkRoute as unknown as RouteModule });
const limits = { form: 'support' as const, minGrant: 1_000_000, taskFrom: '2026-05-01', taskTo: '2028-06-30' };

/** 12 500 zł over three years: 10 000 zł in the first, 2 000 zł in the second, 500 zł in the third. */
function threeYears(): OfferContent {
  const content = completeContent(limits);
  content.budget!.lines = [{ id: 'c1', actionId: 'a1', kind: 'Prowadzenie', unit: 'umowa', unitCost: 1_250_000, quantity: 100, years: { y1: 1_000_000, y2: 200_000, y3: 50_000 } }];
  content.budget!.sources.grantYears = { y1: 900_000, y2: 100_000 };
  return content;
}

const years = [{ year: 2026, total: 1_000_000 }, { year: 2027, total: 200_000 }];
const stopping = (...shares: Share[]) => partnerObstacles(shares.map((share, i) => ({ name: `Organizacja ${i + 1}`, status: 'accepted', eligible: true, ...share })), 1_200_000, years);

test('parts split to the grosz within the cost of each year pass; all of a year may be one organisation’s', () => {
  expect(stopping({ share: 300_000, shareYears: { y1: 100_000, y2: 200_000 } })).toEqual([]);
  expect(stopping({ share: 100_000, shareYears: { y1: 100_000 } }, { share: 100_000, shareYears: { y2: 100_000 } })).toEqual([]);
  expect(partnerObstacles([{ name: 'A', status: 'accepted', eligible: true, share: 100 }], 1_200_000, [])).toEqual([]);
});

test('a part not split over the years, and a year that costs the others more than the task, are named', () => {
  expect(stopping({ share: 300_000 }, { share: 100_000, shareYears: { y1: 99_999 } })).toEqual([{ code: 'partner.years', params: { names: 'Organizacja 1, Organizacja 2' } }]);
  expect(stopping({ share: 100_001, shareYears: { y2: 100_001 } }, { share: 100_000, shareYears: { y2: 100_000 } })).toEqual([{ code: 'partner.splitYear', params: { years: '2027' } }]);
  // An amount left in a year that the task no longer has.
  expect(stopping({ share: 100_000, shareYears: { y1: 50_000, y3: 50_000 } })).toMatchObject([{ code: 'partner.years' }]);
});

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

async function wordsOf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let n = 1; n <= pdf.numPages; n += 1) pages.push((await (await pdf.getPage(n)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).filter((words) => words.trim()).join(' '));
  return plain(pages.join(' '));
}

test('a task of six years goes on in a second table of V.C', async () => {
  const content = completeContent({ ...limits, taskTo: '2031-04-30' });
  const printed = await wordsOf(await printOffer({
    content, offerors: [{ name: 'Fundacja A' }, { name: 'Fundacja B' }], partners: [{ offeror: { name: 'Fundacja B' }, share: 700, shareYears: { y1: 300, y6: 400 }, tasks: 'Sala' }],
    call: { title: 'Integracja', number: 'K/1/2026' }, files: [], draftSum: 'd'.repeat(64), madeAt: monday,
  }));
  expect(printed).toContain('Oferent 2: Fundacja B 7,00 3,00 0,00 0,00');
  expect(printed).toContain('Oferent 2: Fundacja B 0,00 0,00 4,00');
});

eachEngine((engine) => {
  test('V.C by year: asked in the form, checked against V.A, accepted as it was read, frozen and printed', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p, { input: { taskTo: limits.taskTo } });
    const filer = await verified(p, officer, 1);
    const partner = await verified(p, officer, 2);
    const { id } = await completeOffer(p, { callId, organisationId: filer.id, editor: filer.owner, content: threeYears() });
    const page = async (path: string, person = filer.owner) => plain((await visit(p, `/pl/applications/${id}/${path}`, { person })).html);
    const invite = (amounts: Record<string, string>) =>
      visit(p, `/pl/applications/${id}/partners?change=${partner.id}`, { person: filer.owner, form: { intent: 'invite', _form: 'change', organisationId: partner.id, tasks: 'Prowadzi spotkania.', ...amounts } });

    const nothing = await invite({ 'shareYears.y1': '', 'shareYears.y2': '' });
    expect([nothing.status, await listPartners(p.db.read, id)]).toEqual([422, []]);
    expect((await invite({ share: '2500' })).status).toBe(303);
    expect(await page('check')).toContain('Podziel na lata części tych organizacji');
    expect(await page(`partners?change=${partner.id}`)).toMatch(/name="shareYears\.y3"/);
    expect((await invite({ 'shareYears.y1': '500', 'shareYears.y2': '2 000,01' })).status).toBe(303);
    expect(await page('check')).toContain('w latach: 2027');
    expect((await invite({ 'shareYears.y1': '500', 'shareYears.y2': '2000' })).status).toBe(303);
    expect(await listPartners(p.db.read, id)).toMatchObject([{ share: 250_000, shareYears: { y1: 50_000, y2: 200_000 }, status: 'invited' }]);
    expect(await page('check')).not.toContain('w latach: 2027');

    // Who read another split of the same sum does not accept this one.
    const answer = (shareYears: { y1: number; y2: number }) => answerPartnership(p.as(partner.owner), id, { organisationId: partner.id, answer: 'accepted', share: 250_000, shareYears });
    await expect(answer({ y1: 150_000, y2: 100_000 })).rejects.toMatchObject({ code: 'changed' });
    const theirs = await page('partners', partner.owner);
    for (const words of ['Rok 2 (2027)', '2 000,00', '9 500,00', 'name="shareYears.y2" value="2000,00"']) expect(theirs).toContain(words);
    const accepted = await visit(p, `/pl/applications/${id}/partners`, { person: partner.owner, form: { intent: 'answer', organisationId: partner.id, answer: 'accepted', share: '250000', 'shareYears.y1': '500,00', 'shareYears.y2': '2000,00' } });
    expect(accepted.status).toBe(303);

    const { receiptNumber } = await submitApplication(p.as(filer.owner), id);
    const printed = await wordsOf(await printOffer(await printable(p.db.read, await getApplication(p.db.read, id), { now: monday, origin: 'http://portal.test' }, receiptNumber)));
    expect(printed).toMatch(/Oferent 1: Fundacja Spotkanie 1 10 000,00 9 500,00 0,00 500,00 2\. Oferent 2: Fundacja Spotkanie 2 2 500,00 500,00 2 000,00 0,00 Suma wszystkich kosztów realizacji zadania 12 500,00 10 000,00 2 000,00 500,00/);
  });
});
