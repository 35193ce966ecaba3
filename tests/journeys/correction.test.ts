import { expect, test } from 'vitest';
import { movableClock } from '../support/browser';
import { stage } from '../support/stage';
import { somebody, type Somebody } from './person';

const clock = movableClock();
const day = 86_400_000;
const on = stage(clock.now);

const phone = { viewport: { width: 360, height: 760 } };
const reason = 'Napisz, ile osób i jak często przychodzi.';

/** The officer answers the checklist with one gap, questions two fields and sends the call for correction. */
async function question(officer: Somebody, page: string): Promise<void> {
  await officer.open(page);
  const names = await officer.page.$$eval('input[name$=".answer"]', (inputs) => [...new Set(inputs.map((input) => input.getAttribute('name') ?? ''))]);
  await officer.send('answer', Object.fromEntries(names.map((name, i) => [name, i === 5 ? 'no' : 'yes'])));
  await officer.send('ask', { field: 'profile/experience', code: 'unclear', words: reason });
  await officer.send('ask', { field: 'contact/phone', code: 'mistake' });
  expect(await officer.text()).toContain('W wezwaniu są 2 pola');
  await officer.send('correct');
  expect(await officer.text()).toContain('Stoi, bo Urząd czeka na organizację');
}

/** The organisation sees what is asked, corrects exactly that, answers and hands in. */
async function correct(applicant: Somebody, offer: string): Promise<void> {
  const { page } = applicant;
  await applicant.open(offer);
  expect(await applicant.text()).toContain('Відповідь незрозуміла. Просимо її уточнити.');
  expect(await applicant.text()).toContain(reason);
  expect((await applicant.links('/section/')).map((href) => href.split('/section/')[1]?.split('#')[0]).toSorted()).toEqual(['contact', 'profile']);
  await applicant.open(`${offer}/section/profile`);
  expect(await page.$$eval('main form :is(textarea, input:not([type=hidden]))', (fields) => fields.map((field) => field.getAttribute('name')?.replace(/^replies\..*/, 'reply')))).toEqual(['reply', 'experience']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const reply = (await page.locator('textarea[name^="replies."]').getAttribute('name')) ?? '';
  await applicant.send('profile', { experience: 'Від 2019 року щотижня: 25 осіб.', [reply]: 'Dopisaliśmy liczby.' });
  await applicant.open(`${offer}/section/contact`);
  expect(await page.$$eval('main form :is(textarea, input:not([type=hidden]))', (fields) => fields.map((field) => field.getAttribute('name')?.replace(/^replies\..*/, 'reply')))).toEqual(['reply', 'phone']);
  await applicant.send('contact', { phone: '+48 12 000 21 21' });
  expect(await applicant.text()).toContain('Змінено');
  await applicant.send('correct');
  expect(await applicant.text()).toMatch(/OK-\d{4}-\d{6}[\s\S]*[0-9a-f]{64}/);
}

test('two questioned fields are corrected on a phone in Ukrainian, with scripts and without, and the City compares', async () => {
  const officer = await somebody(on.browser, on.demo.origin);
  await officer.signIn('urzedniczka@example.org');
  await officer.open('/pl/office/calls');
  const call = (await officer.page.locator('a[href*="/office/calls/"]', { hasText: 'Wspólne podwórko' }).first().getAttribute('href')) ?? '';
  await officer.page.context().clearCookies();
  clock.forward(18 * day);
  await officer.signIn('urzedniczka@example.org');
  await expect.poll(async () => {
    await officer.page.goto(`${call}/applications`);
    return officer.page.locator('form:has(input[value=start])').count();
  }, { timeout: 15_000 }).toBe(1);
  await officer.send('start');
  const pages = [...new Set(await officer.links('/pl/office/applications/'))];
  expect(pages).toHaveLength(2);
  const second = await somebody(on.browser, on.demo.origin);
  await second.signIn('urzednik@example.org');
  for (const [i, page] of pages.entries()) {
    await question(officer, page);
    const applicant = await somebody(on.browser, on.demo.origin, { ...phone, javaScriptEnabled: i === 0 });
    await officer.page.goto('/pl/mailbox');
    const email = (await officer.page.locator('a[data-mail-link]').first().getAttribute('data-mail-link')) ?? '';
    await applicant.signIn(email, 'uk');
    await correct(applicant, page.replace('/pl/office', '/uk'));
    await applicant.page.context().close();
    await officer.open(page);
    const compared = await officer.page.locator('section[aria-labelledby=comparison]').innerText();
    for (const words of [reason, 'Від 2019 року щотижня: 25 осіб.', 'Dopisaliśmy liczby.', '+48 12 000 21 21']) expect(compared).toContain(words);
    if (i > 0) continue;
    const names = await officer.page.$$eval('input[name$=".answer"]', (inputs) => [...new Set(inputs.map((input) => input.getAttribute('name') ?? ''))]);
    await officer.send('answer', Object.fromEntries(names.map((name) => [name, 'yes'])));
    await officer.send('propose', { proposal: 'valid' });
    await second.open(page);
    await second.send('confirm');
  }
});
