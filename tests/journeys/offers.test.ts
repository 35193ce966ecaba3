import { expect, test } from 'vitest';
import { stage } from '../support/stage';
import { offerAt } from '../support/offer';
import { somebody } from './person';

const on = stage();

async function begun() {
  const writer = await somebody(on.browser, on.demo.origin);
  await writer.signIn('prezeska@example.org');
  await writer.open('/pl/calls');
  const call = (await writer.links('/pl/calls/')).find((href) => href.includes('wspolne-podworko')) ?? '';
  await writer.open(call.replace('/calls/', '/apply/'));
  const own = (await writer.links('/pl/applications/'))[0];
  if (own) await writer.open(own);
  else {
    await writer.page.locator('main input[name=organisationId]').first().check();
    await writer.send('start');
  }
  return { writer, offer: offerAt(writer.at()) };
}

test('a session that ends while somebody types loses not a word', async () => {
  const { writer, offer } = await begun();
  const { page } = writer;
  const text = 'Od dziesięciu lat prowadzimy sąsiedzkie podwórko i nie chcemy tego pisać drugi raz.';
  await writer.open(`${offer}/section/profile`);
  await page.context().clearCookies();
  await page.fill('[name=experience]', text);
  await page.locator('[data-island=autosave]').filter({ hasText: 'Nie zapisano' }).waitFor();
  await Promise.all([page.waitForNavigation(), page.click('main form button:has-text("Zapisz")')]);
  expect(writer.at()).toBe('/pl/sign-in');
  await writer.signIn('prezeska@example.org');
  await writer.open(`${offer}/section/profile`);
  expect(await page.inputValue('[name=experience]')).not.toBe(text);
  await page.click('[data-do=restore]');
  expect(await page.inputValue('[name=experience]')).toBe(text);
  await writer.send('profile');
  await writer.open(`${offer}/section/profile`);
  expect(await page.inputValue('[name=experience]')).toBe(text);
  expect(await page.locator('[data-island=kept-text]').isVisible()).toBe(false);
});

test('two people write at the same time, see the collision and choose', async () => {
  const { writer: first, offer } = await begun();
  const { writer: second } = await begun();
  const path = `${offer}/section/other`;
  await first.open(path);
  await second.open(path);
  await first.page.fill('[name=information]', 'Pierwszy tekst');
  await first.send('other');
  await second.page.fill('[name=information]', 'Drugi tekst');
  await Promise.all([second.page.waitForNavigation(), second.page.click('main form button:has-text("Zapisz")')]);
  expect(await second.text()).toContain('Pierwszy tekst');
  expect(await second.text()).toContain('Drugi tekst');
  await second.page.locator('input[name^="choose."][value=mine]').check();
  await second.send('other');
  await first.open(path);
  expect(await first.page.inputValue('[name=information]')).toBe('Drugi tekst');
  await first.open(`${offer}/versions`);
  const restore = first.page.locator('section:has(td:has-text("Pierwszy tekst")) button:has-text("Przywróć")').last();
  await first.page.locator('main summary').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
  await Promise.all([first.page.waitForNavigation(), restore.click()]);
  await first.open(path);
  expect(await first.page.inputValue('[name=information]')).toBe('Pierwszy tekst');
});

test('costs pasted from a spreadsheet fill the lines, and what is wrong is told beside them', async () => {
  const { writer, offer } = await begun();
  const { page } = writer;
  await writer.open(`${offer}/section/budget`);
  const rows = ['Trener\tgodz.\t100,50\t2', 'Sala\tdzień\t300\t1', 'Druk\tszt.\t0,50\t100', 'Woda\tbut.\t2\t10'].join('\n');
  await page.locator('input[name="lines[0].kind"]').evaluate((field, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, rows);
  expect(await page.inputValue('input[name="lines[0].unitCost"]')).toBe('100,50');
  await writer.send('budget');
  await writer.open(`${offer}/section/budget`);
  expect(await page.$$eval('input[name$=".kind"]', (fields) => fields.map((field) => (field as HTMLInputElement).value).filter(Boolean))).toEqual(['Trener', 'Sala', 'Druk', 'Woda']);
  expect(await page.innerText('[data-problems]')).toMatch(/Suma źródeł/);
});

test('the printed form comes as a PDF, and the page of receipts shows the key', async () => {
  const { writer, offer } = await begun();
  const answer = await writer.page.request.get(`${on.demo.origin}${offer}/form.pdf`);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect((await answer.body()).subarray(0, 8).toString()).toBe('%PDF-1.7');
  await writer.open('/pl/receipts');
  const keys = await (await writer.page.request.get(`${on.demo.origin}/.well-known/open-krakow-receipts.json`)).json();
  expect(keys).toMatchObject({ keys: expect.any(Array) });
});
