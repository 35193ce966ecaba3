import { expect, test } from 'vitest';
import { plainAmount } from '~/shared/money';
import { addDays, dayOf } from '~/shared/time';
import { movableClock } from '../support/browser';
import { stage } from '../support/stage';
import { offerAt } from '../support/offer';
import { somebody, type Somebody } from './person';
import { register, signUp, writeOffer } from './steps';

const clock = movableClock();
const on = stage(clock.now);

const dayMs = 86_400_000;
const soon = (days: number) => ({ day: addDays(dayOf(clock.now()), days) });

async function newAccount(name: string, email: string): Promise<Somebody> {
  const person = await somebody(on.browser, on.demo.origin);
  await signUp(person, name, email);
  expect(person.at()).toBe('/uk/desk');
  return person;
}

async function known(email: string): Promise<Somebody> {
  const person = await somebody(on.browser, on.demo.origin);
  await person.signIn(email);
  return person;
}

/** Until the portal's own clock-work has done something: it looks every few seconds. */
async function until(happened: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 40; i += 1) {
    if (await happened()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('it did not happen');
}

test('six people carry one grant from registration to settlement, and a resident is heard', async () => {
  const officer = await known('urzedniczka@example.org');
  const head = await known('dyrektorka@example.org');
  const members = [await known('komisja1@example.org'), await known('komisja2@example.org')];

  // 1. Browse
  const resident = await somebody(on.browser, on.demo.origin, { viewport: { width: 360, height: 800 } });
  await resident.open('/uk');
  await resident.open('/uk/organisations?q=zustricz');
  expect(await resident.text()).toContain('Zustricz');

  // 2. Register and verify
  const signatory = await newAccount('Halyna Kravets', 'halyna@example.org');
  const mine = await register(signatory, { name: 'Stowarzyszenie Nowy Próg', seed: 77 });
  const organisationId = mine.split('/').pop() ?? '';

  await officer.open('/pl/office');
  await officer.open(`/pl/office/organisations/${organisationId}`);
  await officer.send('verify', { method: 'manual' });
  await resident.open('/uk/organisations?q=novyj+prog');
  await resident.open('/uk/organisations?q=nowy+prog');
  expect(await resident.text()).toContain('Nowy Próg');

  const editor = await newAccount('Olena Editor', 'olena-editor@example.org');
  await signatory.open(mine);
  await signatory.send('invite', { email: 'olena-editor@example.org', role: 'editor', lang: 'uk' });
  await editor.openLetter('olena-editor@example.org', 'uk');
  await editor.send('accept');

  // 3. Announce
  await officer.open('/pl/office/calls/new');
  await officer.send('draft', {
    title: 'Próg: pierwsza pomoc sąsiedzka', 'titles.uk': 'Поріг: перша сусідська допомога', taskArea: 'foreigners_integration', form: 'support', budget: '90 000,00', minGrant: '5000', maxGrant: '60 000',
    maxShare: '90', rules: 'Do 90 % kosztów.', conditions: 'W Krakowie.', taskFrom: soon(60), taskTo: soon(300), closesOn: soon(25), closesTime: '15:00', procedure: 'Ocena formalna i merytoryczna.',
    decisionBy: soon(50), previousTasks: 'W roku poprzednim 420 000 zł.', committeeRecruitment: 'Zgłoszenia do komisji w 14 dni.', budgetLine: '85395 § 2360',
  });
  const call = officer.at();
  await officer.send('send');
  await head.open(call);
  await head.send('approve', { orderNumber: '77/2026', orderDate: soon(0) });
  for (const place of ['bip', 'notice_board', 'website']) {
    await officer.open(call);
    const values = { publishedOn: soon(0), reference: `Ogłoszenie ${place}` };
    const select = await officer.page.locator('select[name=place], input[type=radio][name=place]').count();
    await officer.send('publication', select > 0 ? { place, ...values } : values);
  }
  await officer.open(call);
  await officer.send('open');
  const [callPage = ''] = (await officer.page.$$eval('a[href*="/pl/calls/"]', (links) => links.map((link) => link.getAttribute('href') ?? ''))).filter((href) => href.includes('prog-'));
  const slug = callPage.split('/').pop() || '';
  await resident.open('/uk/calls');
  const publicCall = (await resident.links('/uk/calls/')).find((href) => href.includes('prog-')) ?? `/uk/calls/${slug}`;
  await resident.open(publicCall);
  expect(await resident.text()).toContain('15:00');

  // 4. Apply: the editor writes in Ukrainian surroundings, the signatory hands in
  await editor.open(publicCall);
  await editor.open(publicCall.replace('/calls/', '/apply/'));
  await editor.send('start', { organisationId });
  const offer = offerAt(editor.at());
  await writeOffer(editor, offer, { title: 'Próg otwarty', from: soon(70).day, to: soon(280).day });
  await signatory.open(`${offer}/check`);
  await signatory.send('submit');
  expect(signatory.at()).toBe(`${offer}/receipt`);
  expect(await signatory.text()).toMatch(/OK-\d{4}-\d{6}[\s\S]*[0-9a-f]{64}/);

  // 5. Check
  clock.forward(26 * dayMs);
  await until(async () => {
    await officer.page.goto(`${call}/applications`);
    return (await officer.page.locator('form:has(input[value=start])').count()) > 0;
  });
  await officer.send('start');
  const [checkPage = ''] = await officer.links('/pl/office/applications/');
  await officer.open(checkPage);
  const answers = async (first: 'yes' | 'no') => {
    const names = await officer.page.$$eval('input[name$=".answer"]', (inputs) => [...new Set(inputs.map((input) => input.getAttribute('name') ?? ''))]);
    return Object.fromEntries(names.map((name, i) => [name, i === 5 ? first : 'yes']));
  };
  await officer.send('answer', await answers('no'));
  await officer.send('ask', { field: 'contact/phone', code: 'incomplete', words: 'Podaj pełny numer telefonu.' });
  await officer.send('correct');
  await editor.open(`${offer}/section/contact`);
  await editor.send('contact', { phone: '+48 12 000 77 77' });
  await editor.open(`${offer}/section/budget`);
  expect(await editor.page.locator('main form:has(input[name=intent][value=budget])').count()).toBe(0);
  await signatory.open(offer);
  await signatory.send('correct');
  await officer.open(checkPage);
  await officer.send('answer', await answers('yes'));
  await officer.send('propose', { proposal: 'valid' });
  await head.open(checkPage);
  await head.send('confirm');

  // 6. Score
  await head.open(`${call}/committee`);
  const option = (name: string, text: string) => head.page.$eval(`select[name=${name}]`, (select, wanted) => [...(select as HTMLSelectElement).options].find(({ label }) => label.includes(wanted))?.value ?? '', text);
  await head.send('appoint', { personId: await option('personId', 'Anna Zając'), seat: 'chair' });
  for (const name of ['Zofia Bielak', 'Oleh Tkaczuk'])
    await head.send('appoint', { personId: await option('personId', name), seat: 'ngo', organisationId: await option('organisationId', 'Federacja') });
  const callId = call.split('/').pop() ?? '';
  for (const member of [officer, ...members]) {
    await member.open(`/pl/reviews/${callId}`);
    await member.send('declare', { outcome: 'none', truthful: 'yes' });
  }
  await officer.open(`${call}/committee`);
  await officer.send('start');
  const applicationId = offer.split('/').pop() ?? '';
  for (const member of [officer, ...members]) {
    await member.open(`/pl/reviews/${callId}/${applicationId}`);
    const scores = [13, 18, 26, 8, 8, 4, 9].flatMap((points, i) => [[`scores[${i}].points`, String(points)], [`scores[${i}].reason`, 'Konkretnie opisane.']]);
    await member.send('save', Object.fromEntries(scores), 'button[value=handIn]');
  }

  // 7. Decide
  await officer.open(`${call}/ranking`);
  await officer.send('draw');
  await head.open(`${call}/ranking`);
  await head.send('decide', { orderNumber: '99/2026', orderDate: soon(0) });
  for (let place = 0; place < 3; place += 1) {
    await officer.open(`${call}/ranking`);
    await officer.send('publication', { publishedOn: soon(0), reference: 'Wyniki' });
  }
  await officer.send('publish');
  await resident.open(publicCall);
  expect(await resident.text()).toContain('Nowy Próg');

  // 8. Contract and pay
  await officer.open(`${call}/ranking`);
  const [prepare = ''] = await officer.links('/pl/office/awards/');
  await officer.open(prepare);
  await officer.send('prepare', { representatives: 'Halyna Kravets, prezeska', cityRepresentative: 'Barbara Nowicka, dyrektorka', shiftLimit: '20', 'instalments[0].amount': plainAmount(4_000_000), 'instalments[0].dueOn': soon(20) });
  const agreement = officer.at();
  await officer.send('release');
  await signatory.open(agreement.replace('/pl/office', '/uk'));
  await signatory.send('sign');
  await head.open(agreement);
  await head.send('sign', { signedOn: soon(0) });
  await officer.open(agreement);
  await officer.send('order');
  await head.open(agreement);
  await head.send('confirm', { paidOn: soon(0), documentNumber: 'WB/1' });

  // 9. Report
  clock.forward(250 * dayMs);
  const own = agreement.replace('/pl/office', '/uk');
  await editor.open(own);
  await editor.send('report');
  const report = editor.at();
  const reportPart = async (name: string, values: Parameters<Somebody['send']>[1]) => {
    await editor.open(`${report}/part/${name}`);
    await editor.send(name, values);
  };
  await reportPart('results', { 'outcomes[0].achieved': '31', summary: 'Grupa działa dalej.' });
  await reportPart('actions', { description: 'Odbyły się wszystkie spotkania.' });
  await reportPart('expenses', { 'lines[0].spent': '48 750,00' });
  await reportPart('sources', { grantUsed: '39 000,00', ownCash: '4875', personal: '4875' });
  await reportPart('additional', { statusUnchanged: 'yes', allTrue: 'yes', dataProtection: 'yes' });
  await signatory.open(report);
  await signatory.send('submit');
  const officeReport = report.replace('/uk/', '/pl/office/');
  await officer.open(officeReport);
  await officer.send('ask', { questions: 'Ile osób przyszło po raz pierwszy?' });
  await signatory.open(report);
  await signatory.send('submit', { questionsAnswer: 'Osiemnaście.' });
  await officer.open(officeReport);
  await officer.send('review', { note: 'Zgodne z umową.' });
  await head.open(officeReport);
  await head.send('accept');
  await head.open(agreement);
  await head.send('returned', { returnedOn: soon(0) });
  await head.send('settle');

  // 10. See
  await resident.open('/uk/initiatives');
  expect(await resident.text()).toContain('Próg otwarty');
  const given = await resident.page.request.get('/open-data/360giving.json');
  expect(await given.text()).toContain('Próg otwarty');

  // 11. Take part
  const voice = 'Центр має працювати і в неділю.';
  await officer.open('/pl/office/consultations/new');
  const inFive = (name: string, text: string) => Object.fromEntries(['pl', 'en', 'uk', 'de', 'ru'].map((lang) => [`${name}.${lang}`, `${text} ${lang}`]));
  await officer.send('draft', { ...inFive('titles', 'Godziny otwarcia'), ...inFive('questions', 'Kiedy otwierać?'), ...inFive('backgrounds', 'Ustalamy godziny.'), opensOn: soon(0), opensTime: '00:00', closesOn: soon(10), closesTime: '15:00' });
  const consultation = officer.at();
  await officer.send('open');
  await resident.open('/uk/consultations');
  const [question = ''] = (await resident.links('/uk/consultations/')).filter((href) => href.includes('godziny'));
  await resident.open(question);
  await resident.send('comment', { text: voice, lang: 'uk', email: 'resident@example.org' });
  await resident.openLetter('resident@example.org', 'uk');
  await resident.send('confirm');
  await officer.open(consultation);
  const [handle] = (await officer.links('comment=')).slice(0, 1);
  if (handle) await officer.open(handle.startsWith('/') ? handle : `${consultation}${handle}`);
  await officer.send('answer', { disposition: 'partly_accepted', answer: 'Raz w miesiącu także w niedzielę.' });
  clock.forward(11 * dayMs);
  await until(async () => {
    await officer.page.goto(consultation);
    return (await officer.page.locator('form:has(input[value=publish])').count()) > 0;
  });
  await officer.send('publish', { 'summary.pl': 'Jeden głos, jedna zmiana.' });
  await resident.open(`${question}/report`);
  expect(await resident.text()).toContain(voice);

  // The log tells it all, and its chain is whole.
  await head.open('/pl/office/audit');
  expect(await head.text()).toContain('Łańcuch jest cały');
});
