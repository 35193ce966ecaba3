import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printOffer, type PrintedOffer } from '~/modules/applications/print/official-form.server';
import { instantAt } from '~/shared/time';
import { completeContent } from '../../support/offer';

const limits = { form: 'support' as const, minGrant: 1_000_000, taskFrom: '2026-05-01', taskTo: '2026-12-15' };
const offer = (more: Partial<PrintedOffer> = {}): PrintedOffer => ({
  content: completeContent(limits),
  offerors: [{ name: 'Fundacja „Жити разом” źdźbło', legalForm: 'foundation', krs: '0000000001', street: 'ul. Zmyślona 7', postcode: '31-000', city: 'Kraków' }],
  call: { title: 'Integracja mieszkańców Krakowa', number: 'K/1/2026' },
  files: [{ name: 'statut.pdf', sha256: 'b'.repeat(64) }],
  indicators: [{ code: 'events', name: 'Liczba wydarzeń międzykulturowych', current: true }], draftSum: 'd'.repeat(64), madeAt: instantAt('2026-03-02', '10:00'),
  receipt: { number: 'OK-2026-000001', at: instantAt('2026-03-02', '10:00'), sha256: 'a'.repeat(64) },
  ...more,
});

type Node = { role?: string; type?: string; id?: string; children?: Node[] };
async function read(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const told: [string, string][] = [];
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    let at = '';
    let all = '';
    for (const item of items) {
      if ('str' in item) {
        texts.set(at, `${texts.get(at) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
        all += `${item.str} `;
      } else at = item.type === 'endMarkedContent' ? '' : (item.id ?? '');
    }
    pages.push(all);
    const walk = (node: Node, role: string) => {
      if (node.type === 'content') told.push([role, (texts.get(node.id ?? '') ?? '').trim()]);
      for (const child of node.children ?? []) walk(child, node.role ?? role);
    };
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) walk(tree, '');
  }
  return { pdf, told, pages };
}

test('the printed offer is a tagged Polish PDF with its fonts inside', async () => {
  const bytes = await printOffer(offer());
  if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, bytes);
  const { pdf } = await read(bytes);
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  const { info, metadata } = await pdf.getMetadata();
  expect(info).toMatchObject({ PDFFormatVersion: '1.7', Language: 'pl', Title: 'Oferta realizacji zadania publicznego: Klub rozmów po polsku' });
  expect(metadata?.getRaw()).toContain('pdfuaid');
  const raw = bytes.toString('latin1');
  expect(raw.match(/\/FontFile2 /g)?.length).toBeGreaterThanOrEqual(2);
  expect(raw).not.toContain('/Helvetica');
});

test('its parts come in the order of the regulation, and every cell of its tables is a cell', async () => {
  const { told } = await read(await printOffer(offer()));
  const heads = told.filter(([role]) => role === 'H2').map(([, text]) => text.split('.')[0]);
  expect(heads).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII']);
  expect(told.filter(([role, text]) => role === 'H3' && text.startsWith('V.')).map(([, text]) => text.slice(0, 4))).toEqual(['V.A.', 'V.B.', 'V.C.']);
  expect(told[0]).toEqual(['H1', 'Oferta realizacji zadania publicznego']);
  const cells = told.filter(([role]) => role === 'TD' || role === 'TH').map(([, text]) => text);
  for (const cell of ['Wartość [PLN] razem', 'I.1.1.', 'Suma kosztów administracyjnych', 'Planowana dotacja w ramach niniejszej oferty', '10 000,00', '80%', 'Fundacja „Жити разом” źdźbło'])
    expect(cells.map((one) => one.replaceAll('\u00a0', ' ').replace(' %', '%'))).toContain(cell);
});

test('a joint offer names both offerors, splits the costs in V.C and says who does what', async () => {
  const base = offer();
  const other = { name: 'Stowarzyszenie Most', legalForm: 'association', krs: '0000000002', city: 'Kraków' };
  const { told } = await read(await printOffer({ ...base, offerors: [...base.offerors, other], partners: [{ offeror: other, share: 400_001, tasks: 'Prowadzi spotkania.' }] }));
  expect(told[0]?.[1]).toBe('Oferta wspólna realizacji zadania publicznego');
  const cells = told.filter(([role]) => role === 'TD').map(([, text]) => text.replaceAll('\u00a0', ' '));
  expect(cells).toEqual(expect.arrayContaining(['8 499,99', '4 000,01', '12 500,00', 'Oferent 2: Stowarzyszenie Most']));
  expect(told.some(([role, text]) => role === 'P' && text.startsWith('Stowarzyszenie Most: Prowadzi spotkania.'))).toBe(true);
});

test('every page carries the number and the control sum; a draft is marked and empty fields say so', async () => {
  const long = completeContent(limits);
  if (long.profile) long.profile.experience = 'Prowadziliśmy zajęcia w świetlicy na Zabłociu. '.repeat(300);
  if (long.schedule?.actions[0]) long.schedule.actions[0].description = 'Rozmowy w małych grupach o codziennych sprawach. '.repeat(120);
  const { pages, told } = await read(await printOffer(offer({ content: long })));
  expect(pages.length).toBeGreaterThan(4);
  pages.forEach((page, i) => {
    expect(page).toContain('OK-2026-000001');
    expect(page).toContain('a'.repeat(64));
    expect(page).toContain(`Strona ${i + 1} z ${pages.length}`);
    expect(page).not.toContain('PROJEKT');
  });
  expect(told.filter(([, text]) => text.includes('Rozmowy w małych grupach')).every(([role]) => role === 'TD')).toBe(true);
  const { receipt: _none, ...rest } = offer({ content: {} });
  const draft = await read(await printOffer(rest));
  for (const page of draft.pages) expect(page).toContain('PROJEKT');
  expect(draft.told.filter(([, text]) => text === 'nie dotyczy').length).toBeGreaterThan(10);
});

test('a task of several years has a column for each of them in V.A, and the grant by year in VI', async () => {
  const content = completeContent({ ...limits, taskTo: '2028-06-30' });
  const [leading, room, books] = content.budget!.lines;
  for (const line of [leading, room, books]) line!.years = { y1: line!.unitCost - 300, y2: 200, y3: 100 };
  content.budget!.sources.grantYears = { y1: 999_400, y2: 400, y3: 200 };
  const { told } = await read(await printOffer(offer({ content })));
  const cells = told.filter(([role]) => role === 'TD' || role === 'TH').map(([, text]) => text.replaceAll('\u00a0', ' '));
  for (const cell of ['Wartość [PLN] rok 1', 'Wartość [PLN] rok 2', 'Wartość [PLN] rok 3', '12 491,00', '6,00', '3,00']) expect(cells).toContain(cell);
  expect(told.some(([role, text]) => role === 'P' && text.replaceAll('\u00a0', ' ').includes('rok 1 (2026): 9 994,00 zł; rok 2 (2027): 4,00 zł; rok 3 (2028): 2,00 zł'))).toBe(true);
});

test('answers to the questions of a call are an annex, a table as a table, and a result names its indicator', async () => {
  const content = completeContent(limits);
  content.results!.results[0]!.indicator = 'events';
  content.extra = { answers: [{ id: 'q1', label: 'Czy będą dzieci?', answer: 'tak' }, { id: 'q2', label: 'Zespół', answer: 'Ola\ttrenerka\nJan', columns: ['Imię', 'Rola'] }] };
  const { told } = await read(await printOffer(offer({ content })));
  const cells = told.filter(([role]) => role === 'TD' || role === 'TH').map(([, text]) => text);
  expect(cells).toEqual(expect.arrayContaining(['Czy będą dzieci?', 'Imię', 'Rola', 'Ola', 'trenerka', 'Jan']));
  expect(cells.some((cell) => cell.includes('Wskaźnik programu: Liczba wydarzeń międzykulturowych'))).toBe(true);
  expect(told.filter(([role]) => role === 'H3').map(([, text]) => text)).toContain('Załącznik: odpowiedzi na dodatkowe pytania naboru');
});

test('texts written in two languages are named in an annex, and everything before it is the same form', async () => {
  const content = completeContent(limits);
  const words = { experience: { lang: 'uk' as const, text: 'Ми вчимо', mark: 'person' as const, by: 'Olena Kowal' } };
  const two = await read(await printOffer(offer({ content: { ...content, profile: { ...content.profile!, words } } })));
  const plain = await read(await printOffer(offer()));
  const cells = (told: [string, string][]) => told.map(([, text]) => text).filter((text) => text && !/^Strona/.test(text));
  const [whole, usual] = [cells(two.told), cells(plain.told)];
  const annex = whole.indexOf('Załącznik: teksty napisane w dwóch językach');
  expect(whole.slice(0, annex).filter((text) => usual.includes(text))).toEqual(whole.slice(0, annex));
  expect(whole.slice(annex).join(' ')).toMatch(/doświadczenie ukraiński tłumaczenie wykonała osoba: Olena Kowal/);
  expect(whole.join(' ')).not.toContain('Ми вчимо');
  expect(usual.join(' ')).not.toContain('w dwóch językach');
});
