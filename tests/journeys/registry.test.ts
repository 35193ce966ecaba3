import { expect, test } from 'vitest';
import { stage } from '../support/stage';
import { somebody } from './person';

const on = stage();

test.each([
  { width: 360, lang: 'uk', javaScriptEnabled: true, words: 'Щовівторка разом розбираємо листи з установ.' },
  { width: 1280, lang: 'pl', javaScriptEnabled: true, words: 'W każdy wtorek razem czytamy urzędowe listy.' },
  { width: 360, lang: 'pl', javaScriptEnabled: false, words: 'W każdy czwartek razem gotujemy i rozmawiamy.' },
])('an organisation changes its words and its services and everybody reads them on the very next request, $width px, scripts $javaScriptEnabled', async ({ width, lang, javaScriptEnabled, words }) => {
  const options = { javaScriptEnabled, viewport: { width, height: 800 } };
  const [editor, reader] = await Promise.all([somebody(on.browser, on.demo.origin, options), somebody(on.browser, on.demo.origin, options)]);
  const profile = `/${lang}/organisations/stowarzyszenie-most-na-zablociu`;
  // Once before, so that the page is kept and has to be given up.
  await reader.open(profile);
  expect(await reader.text()).not.toContain(words);

  await editor.signIn('redaktorka@example.org', lang);
  const [mine = ''] = (await editor.links(`/${lang}/my/`)).filter((href) => /\/my\/[^/]+$/.test(href));
  await editor.open(`${mine}/edit`);
  await editor.send('saveOwnData', { [`descriptions.${lang}`]: words });
  await reader.open(profile);
  expect(await reader.text()).toContain(words);

  await editor.open(`${mine}/services/new`);
  await editor.send('save', { kind: 'documents', 'names.pl': `Listy z urzędu, ${words.length}`, languages: ['uk', 'pl'], cost: 'free', status: 'active' });
  await reader.open(profile);
  expect(await reader.text()).toContain(`Listy z urzędu, ${words.length}`);
});

test('an officer returns an entry with a reason, verifies it once corrected, and merges two, whose old address leads on', async () => {
  const [officer, owner] = await Promise.all([somebody(on.browser, on.demo.origin), somebody(on.browser, on.demo.origin, { viewport: { width: 360, height: 800 } })]);
  await officer.signIn('urzedniczka@example.org');
  await officer.open('/pl/office/organisations?status=submitted');
  const [entry = ''] = (await officer.links('/pl/office/organisations/')).filter((href) => /\/organisations\/[0-9a-z]{20,}$/.test(href));
  await officer.open(entry);
  const name = await officer.page.innerText('h1');
  const [email = ''] = await officer.page.locator('main tbody td').allInnerTexts();
  await officer.send('return', { reason: 'Dopisz, z kim się kontaktować.' });

  await owner.signIn(email);
  const mine = entry.replace('/pl/office/organisations/', '/pl/my/');
  await owner.open(`${mine}/edit`);
  expect(await owner.text()).toContain('Dopisz, z kim się kontaktować.');
  await owner.send('save', { phone: '12 000 88 88' }, 'button[value=submit]');

  await officer.open(entry);
  await officer.send('verify', { method: 'manual', reason: 'Rozmowa telefoniczna i wizyta na spotkaniu.' });
  await officer.open(`/pl/organisations?q=${encodeURIComponent(name)}`);
  expect(await officer.text()).toContain(name);

  await officer.open('/pl/office/duplicates');
  const [pair = ''] = (await officer.links('/pl/office/duplicates/')).filter((href) => /duplicates\/.+\/.+/.test(href));
  await officer.open(pair);
  await officer.send('merge', { reason: 'Ta sama fundacja, wpisana dwa razy.' });
  const gone = await officer.page.goto('/pl/organisations/lotus-krakow');
  expect([gone?.status(), officer.at()]).toEqual([200, '/pl/organisations/fundacja-lotus']);
});
