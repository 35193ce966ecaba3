import { expect, test } from 'vitest';
import { syntheticKrs, syntheticNip } from '~/shared/identifiers';
import { csv } from '../modules/organisations/import-cases';
import { eachEngine, portal, type Portal } from '../support/portal';
import { visit, type Visit } from './support';

const here = '/pl/office/organisations/import';
const list = (bytes: Uint8Array, name = 'lista.csv') => new File([Buffer.from(bytes)], name, { type: 'text/csv' });
const wrong = csv('nazwa;forma prawna;krs;nip', `Stowarzyszenie Brzask;stowarzyszenie;${syntheticKrs(1)};${syntheticNip(1)}`, `Fundacja Zła;fundacja;${syntheticKrs(2)};1234567890`, 'Fundacja Nijaka;klub;;');

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const bring = (bytes: Uint8Array, more: Partial<Visit> = {}, lang = 'pl') => visit(p, here.replace('pl', lang), { person: officer, form: { intent: 'bring', origin: 'Wykaz 2026' }, file: list(bytes), ...more });
    return { p, officer, bring };
  }
  const shows = async (p: Portal, path: string) => (await visit(p, path)).status;

  test('a file is brought, shown in sentences of the reader, entered and taken back', async () => {
    const { p, officer, bring } = await scene();
    const { status, location } = await bring(wrong);
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/pl\/office\/organisations\/import\/\w+$/)]);
    const at = (path: string) => visit(p, path, { person: officer });
    const { html } = await at(location);
    expect(html).toContain('Wiersz 3, kolumna „NIP”, wartość „1234567890”: W tym NIP jest błąd: cyfra kontrolna się nie zgadza.');
    expect(html).toContain('Wiersz 4, kolumna „Forma prawna”, wartość „klub”: Nie znamy tej wartości.');
    expect(html).toContain('Nic jeszcze nie zostało zapisane');
    expect((await at(location.replace('pl', 'uk'))).html).toContain('Рядок 3, стовпець «NIP (податковий номер)», значення «1234567890»: У цьому NIP помилка');
    expect((await at(`${location}?show=new`)).html).toContain('Powstanie nowy wpis.');
    expect((await at(`${here}`)).html).toContain('czeka na decyzję');
    const send = (form: Record<string, string>) => visit(p, location, { person: officer, form });
    expect(await send({ intent: 'enter', reading: '1' })).toMatchObject({ status: 422, state: { errors: [{ path: 'onlyGood' }] } });
    expect(await shows(p, '/pl/organisations/stowarzyszenie-brzask')).toBe(404);
    expect((await send({ intent: 'enter', reading: '1', onlyGood: 'yes' })).status).toBe(303);
    expect(await shows(p, '/pl/organisations/stowarzyszenie-brzask')).toBe(200);
    expect((await visit(p, '/pl/organisations?q=brzask')).html).toContain('Stowarzyszenie Brzask');
    const done = await at(location);
    expect(done.html).toContain('Nowy wpis (1)');
    expect((await send({ intent: 'undo' })).status).toBe(303);
    expect(await shows(p, '/pl/organisations/stowarzyszenie-brzask')).toBe(404);
    expect((await at(location)).html).toContain('Wpis usunięty (1)');
    expect((await send({ intent: 'drop' })).status).toBe(409);
  });

  test('what cannot be read is said at the file, and what was typed stays', async () => {
    const { bring, p, officer } = await scene();
    for (const [bytes, sentence] of [
      [csv('nazwa;krs', 'X;1'), 'brakuje kolumny „Forma prawna”'], [Buffer.from('nazwa;forma\nA;fundacja\nB;"x'), 'W wierszu 3 zaczyna się cudzysłów'],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]), 'To nie jest plik CSV, tylko PNG'], [new Uint8Array(), 'jest on pusty'],
    ] as const) {
      const page = await bring(bytes);
      expect([page.status, page.state?.errors]).toEqual([422, [{ path: 'file', message: expect.stringContaining(sentence) as string }]]);
      expect(page.html).toContain('value="Wykaz 2026"');
    }
    const nothing = await visit(p, here, { person: officer, form: { intent: 'bring', origin: 'Wykaz 2026' } });
    expect(nothing.state?.errors[0]?.path).toBe('file');
  });

  test('the template has every heading in the language of the page and is itself refused as empty', async () => {
    const { p, officer, bring } = await scene();
    const template = await visit(p, `${here}/template.csv`, { person: officer });
    expect(template.html.replace('\uFEFF', '')).toMatch(/^nazwa;nazwa po angielsku;.*;opis po rosyjsku\r\n$/);
    expect((await bring(Buffer.from(template.html))).state?.errors[0]?.message).toContain('tylko nagłówki');
  });

  test('the office list leads to the import only whoever may see it', async () => {
    const { p, officer } = await scene();
    expect((await visit(p, '/pl/office/organisations', { person: officer })).html).toContain(`href="${here}"`);
    const finance = await p.person({ roles: ['finance'] });
    expect((await visit(p, '/pl/office/organisations', { person: finance })).html).not.toContain(`href="${here}"`);
    expect((await visit(p, here, { person: finance })).status).toBe(403);
  });
});
