import { inflateRawSync, crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { exportStream } from '~/http/export.server';
import { asText, csvLine } from '~/modules/organisations/export/csv';
import { sheetRow } from '~/modules/organisations/export/xlsx';
import { listFound, wantedFrom } from '~/modules/organisations/directory.server';
import { facetValues } from '~/modules/organisations/facet-values';
import * as route from '~/routes/api/export';
import { ask } from '../support/pages';
import { eachEngine, monday, portal } from '../support/portal';
import { verified } from '../modules/organisations/entries';
import { faultsOfCsvw, faultsOfRows, parseCsv } from '../standards/rules';

/** The parts of a zip, found by its directory as every program does it, each checked by its sum. */
function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [crc, packed, plain, length, local] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)] as const;
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = inflateRawSync(bytes.subarray(from, from + packed));
    expect([name, content.length, crc32(content)]).toEqual([name, plain, crc]);
    files.set(name, content.toString());
    at += 46 + length;
  }
  return files;
}

test.each([['=1+1', "'=1+1"], ['+48 12', "'+48 12"], ['-5', "'-5"], ['@cmd', "'@cmd"], ['\tx', "'\tx"], ['\rx', "'\rx"], ['Dom = nasz', 'Dom = nasz'], ['', '']])('a cell %j is written as %j', (value, text) =>
  expect(asText(value)).toBe(text));

test('a line of CSV keeps what is in quotes together', () => {
  expect(csvLine(['a,b', 'say "yes"', null, 'two\nlines'])).toBe('"a,b","say ""yes""",,"two\nlines"\r\n');
});

test('a sheet holds every text as text, without what XML cannot hold', () => {
  expect(sheetRow(['=1+1', 'a<b & c', '\u0000x\ud800', null])).toBe(
    '<row><c t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c t="inlineStr"><is><t xml:space="preserve">a&lt;b &amp; c</t></is></c><c t="inlineStr"><is><t xml:space="preserve">x</t></is></c><c/></row>',
  );
});

eachEngine((engine) => {
  async function filled() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    await verified(p, officer, 1, { name: '=HYPERLINK("http://evil.example")', district: 'podgorze' });
    const { id } = await verified(p, officer, 2, { name: 'Żółte Drzwi, Fundacja', district: 'podgorze' });
    await verified(p, officer, 3, { name: 'Łąka', district: 'krowodrza' });
    return { p, hidden: id };
  }

  test('the list that a reader narrowed comes as CSV for a spreadsheet, with nothing that computes', async () => {
    const { p } = await filled();
    const answer = await route.loader({ request: new Request('http://portal.test/pl/organisations/export/csv?district=podgorze'), params: { lang: 'pl', format: 'csv' }, context: contextOf(p) });
    const bytes = Buffer.from(await (answer as Response).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heading, ...lines] = bytes.toString().slice(1).trimEnd().split('\r\n');
    expect(heading).toMatch(/^name,legal_form,krs,nip,/);
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(lines.join('\n')).toContain('"Żółte Drzwi, Fundacja",fundacja,');
    expect((answer as Response).headers.get('content-disposition')).toBe('attachment; filename="organisations-2026-03-02.csv"');
  });

  test('what its columns mean stands beside it, for the same question, and fits it', async () => {
    const { p } = await filled();
    const query = '?district=podgorze';
    const file = (await route.loader({ request: new Request(`http://portal.test/pl/organisations/export/csv${query}`), params: { lang: 'pl', format: 'csv' }, context: contextOf(p) })) as Response;
    const link = /^<([^>]+)>; rel="describedby"; type="application\/csvm\+json"$/.exec(file.headers.get('link') ?? '')?.[1] ?? '';
    expect(link).toBe(`/pl/organisations/export/csv-metadata.json${query}`);
    const answer = (await route.loader({ request: new Request(`http://portal.test${link}`), params: { lang: 'pl', format: 'csv-metadata.json' }, context: contextOf(p) })) as Response;
    expect(answer.headers.get('content-type')).toBe('application/csvm+json; charset=utf-8');
    const about = (await answer.json()) as Parameters<typeof faultsOfCsvw>[0];
    expect(new URL(about.url ?? '', `http://portal.test${link}`).href).toBe(`http://portal.test/pl/organisations/export/csv${query}`);
    expect(faultsOfCsvw(about)).toEqual([]);
    expect(faultsOfRows(parseCsv(await file.text()), about)).toEqual([]);
    expect(about.tableSchema?.columns?.[1]?.titles).toMatchObject({ und: 'legal_form', pl: 'Forma prawna', de: 'Rechtsform' });
  });

  test('an organisation at risk keeps its address to itself', async () => {
    const { p, hidden } = await filled();
    const { organisations: o } = p.db.t;
    const { eq } = await import('drizzle-orm');
    await p.db.tx(async (tx) => void (await tx.update(o).set({ safeMode: true }).where(eq(o.id, hidden))));
    const { body } = await ask(p, route, '/pl/organisations/export/csv', { params: { format: 'csv' } });
    const line = body.split('\r\n').find((one) => one.includes('Żółte Drzwi'));
    expect(line).not.toContain('Zmyślona');
    expect(line).not.toContain('31-000');
    expect(line).not.toContain('Podgórze');
  });

  test('the same list comes as a workbook with headings in the language of the reader', async () => {
    const { p } = await filled();
    const answer = (await route.loader({ request: new Request('http://portal.test/de/organisations/export/xlsx'), params: { lang: 'de', format: 'xlsx' }, context: contextOf(p) })) as Response;
    const files = unzip(Buffer.from(await answer.arrayBuffer()));
    expect([...files.keys()]).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<row>/g)).toHaveLength(4);
    expect(sheet).toContain('Stadtbezirk');
    expect(sheet.indexOf('Łąka')).toBeGreaterThan(0);
  });

  test('there is no other format', async () => {
    const p = await portal(engine);
    expect((await ask(p, route, '/pl/organisations/export/exe', { params: { format: 'exe' } })).status).toBe(404);
  });

  test('only two lists are written at once; one that its reader left makes room', async () => {
    const { p } = await filled();
    const order = { format: 'csv' as const, chosen: await listFound(p.db, wantedFrom(new URLSearchParams(), facetValues)), lang: 'pl' as const, origin: 'http://portal.test' };
    const leaving = new AbortController();
    const start = (signal = new AbortController().signal) => exportStream({ db: p.db, order, thread: undefined, drained: async () => {}, signal });
    const kept = start();
    start(leaving.signal);
    expect(start).toThrow('other lists');
    leaving.abort();
    await start().cancel();
    expect(await new Response(kept).text()).toContain('Łąka');
  });
});

function contextOf(p: Awaited<ReturnType<typeof portal>>) {
  return { db: p.db, origin: 'http://portal.test', requestId: 'r', ip: '', now: () => monday, actor: system } as never;
}
