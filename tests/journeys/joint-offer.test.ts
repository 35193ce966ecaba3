import { expect, test } from 'vitest';
import { syntheticKrs } from '~/shared/identifiers';
import { addDays, dayOf } from '~/shared/time';
import { stage } from '../support/stage';
import { offerAt } from '../support/offer';
import { somebody, type Somebody } from './person';
import { writeOffer } from './steps';

const on = stage();

const filer = 'prezeska@example.org';
const partner = 'organizacja2@example.org';
const withoutScripts = { javaScriptEnabled: false };
const soon = (days: number) => addDays(dayOf(new Date()), days);

async function known(email: string, lang: string, options = {}): Promise<Somebody> {
  const person = await somebody(on.browser, on.demo.origin, options);
  await person.signIn(email, lang);
  return person;
}

/** Goes from field to field with the Tab key to the button of these words and presses it, as those do who use no mouse. */
async function press({ page }: Somebody, words: string): Promise<void> {
  const button = page.locator(`button:has-text("${words}"):focus`);
  for (let i = 0; i < 80 && (await button.count()) === 0; i += 1) await page.keyboard.press('Tab');
  expect([words, await button.count()]).toEqual([words, 1]);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
}

test('two organisations make one offer, one in Ukrainian and one in Polish without scripts or a mouse', async () => {
  // One begins the offer in a call that is open; its editor writes it, and writing has journeys of its own.
  const writer = await known(filer, 'uk');
  await writer.open('/uk/calls');
  const call = (await writer.links('/uk/calls/')).find((href) => href.includes('wspolne-podworko')) ?? '';
  await writer.open(call.replace('/calls/', '/apply/'));
  await writer.send('start', { organisationId: await writer.page.locator('main input[name=organisationId]').first().inputValue() });
  const offer = offerAt(writer.at());
  const editor = await known('redaktorka@example.org', 'uk', withoutScripts);
  await writeOffer(editor, offer, { title: 'Podwórko dwóch organizacji', from: soon(70), to: soon(280) });

  // It invites the other, which it finds by its number.
  await writer.open(`${offer}/partners?q=${syntheticKrs(2)}`);
  const name = (await writer.page.innerText('main fieldset label')).replace(/ \(KRS.*/, '').trim();
  await writer.send('invite', { organisationId: await writer.page.locator('main input[name=organisationId]').first().inputValue(), share: '12 500,00', tasks: 'Prowadzi warsztaty w podwórku.' });
  expect(await writer.text()).toContain('25%');
  await writer.open(`${offer}/check`);
  const obstacle = writer.page.locator('.notice.bad a');
  expect(await obstacle.allInnerTexts()).toEqual([`Ще не прийняли своєї частини: ${name}. Зачекайте на відповідь або вилучіть їх зі спільної пропозиції`]);
  expect(await obstacle.getAttribute('href')).toBe(`${offer}/partners`);

  // The other finds the invitation in its letter, reads the offer, and answers with the keyboard alone.
  const answering = await known(partner, 'pl', withoutScripts);
  await answering.openLetter(partner, 'pl');
  const invitation = answering.at();
  expect(invitation).toBe(`${offer.replace('/uk/', '/pl/')}/partners`);
  await answering.page.click('main a:has-text("Przeczytaj całą ofertę")');
  expect(await answering.text()).toContain('Podwórko dwóch organizacji');
  await answering.open(invitation);
  await press(answering, 'Przyjmujemy tę część');
  await press(answering, 'Wycofujemy przyjęcie');
  expect(await answering.text()).toContain('czeka na odpowiedź');
  await press(answering, 'Przyjmujemy tę część');
  expect(await answering.text()).toContain('Wszystkie zaproszone organizacje przyjęły swoją część.');
  // The pages they passed are accessible on a telephone too.
  const phone = await known(partner, 'pl', { viewport: { width: 360, height: 800 } });
  await phone.open(invitation);
  await phone.open(invitation.replace('/partners', '/check'));

  // The first hands it in; both have the receipt.
  await writer.openLetter(filer, 'uk');
  await writer.open(`${offer}/check`);
  await writer.send('submit');
  expect(writer.at()).toBe(`${offer}/receipt`);
  const [receipt = ''] = /OK-\d{4}-\d{6}/.exec(await writer.text()) ?? [];
  await phone.openLetter(partner, 'pl');
  expect(await phone.text()).toContain(receipt);

  // The City reads both offerors.
  const officer = await known('urzedniczka@example.org', 'pl');
  await officer.open(offer.replace('/uk/', '/pl/office/'));
  for (const words of ['2 oferentów', name, '12 500,00 zł', 'Prowadzi warsztaty w podwórku.']) expect((await officer.text()).replaceAll('\u00a0', ' ')).toContain(words);
});
