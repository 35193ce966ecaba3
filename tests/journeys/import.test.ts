import { expect, test } from 'vitest';
import { syntheticKrs } from '~/shared/identifiers';
import { inCodePage } from '../modules/organisations/import-cases';
import { accessibilityProblems, visitor } from '../support/browser';
import { stage } from '../support/stage';
import { somebody } from './person';

const on = stage();

const list = [
  'Nazwa;Forma prawna;KRS;NIP;Dzielnica;Opis',
  `Stowarzyszenie Źródło Światła;stowarzyszenie;${syntheticKrs(901)};;Podgórze;Śpiewamy w chórze`,
  `Fundacja Łączka;fundacja;${syntheticKrs(902)};1234567890;Dębniki;`,
  'Grupa Bez Formy;klub;;;;',
].join('\r\n');
const wide = { width: 1280, height: 900 };

test('an officer brings a list from an old spreadsheet, enters its good rows, and takes them back, scripts off', async () => {
  const officer = await somebody(on.browser, on.demo.origin, { javaScriptEnabled: false, viewport: wide });
  await officer.signIn('urzedniczka@example.org');
  await officer.open('/pl/office/organisations');
  await officer.open('/pl/office/organisations/import');
  await officer.page.setInputFiles('input[type=file]', { name: 'wykaz.csv', mimeType: 'text/csv', buffer: Buffer.from(inCodePage(list, 'windows-1250')) });
  await officer.send('bring', { origin: 'Wykaz próbny, 2026' });
  const preview = await officer.text();
  expect(preview).toContain('Plik odczytano w kodowaniu Windows-1250; kolumny rozdziela średnik.');
  expect(preview).toContain('Wiersz 3, kolumna „NIP”, wartość „1234567890”: W tym NIP jest błąd');
  expect(preview).toContain('Wiersz 4, kolumna „Forma prawna”, wartość „klub”: Nie znamy tej wartości.');
  const address = officer.at();

  // The same pages with scripts on, looked at by axe.
  const scanned = await visitor(on.browser, on.demo.origin, { viewport: wide, storageState: await officer.page.context().storageState() });
  for (const path of ['/pl/office/organisations/import', address, `${address}?show=new`]) {
    await scanned.page.goto(path);
    expect([path, await accessibilityProblems(scanned.page)]).toEqual([path, []]);
  }

  const resident = await somebody(on.browser, on.demo.origin, { viewport: { width: 360, height: 800 } });
  const search = '/pl/organisations?q=zrodlo+swiatla';
  await resident.open(search);
  expect(await resident.links('stowarzyszenie-zrodlo-swiatla')).toEqual([]);

  await officer.page.check('[name=onlyGood]');
  await officer.send('enter');
  expect(await officer.text()).toContain('Nowy wpis (1)');
  await resident.open(search);
  expect(await resident.links('/organisations/stowarzyszenie-zrodlo-swiatla')).not.toEqual([]);
  await resident.open('/pl/organisations/stowarzyszenie-zrodlo-swiatla');
  expect(await resident.text()).toContain('Śpiewamy w chórze');

  await officer.open(address);
  await officer.send('undo');
  expect(await officer.text()).toContain('Wpis usunięty (1)');
  expect((await resident.page.goto('/pl/organisations/stowarzyszenie-zrodlo-swiatla'))?.status()).toBe(404);
  await resident.open(search);
  expect(await resident.links('stowarzyszenie-zrodlo-swiatla')).toEqual([]);
});
