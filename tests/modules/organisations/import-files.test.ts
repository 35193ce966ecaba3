import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bringFile } from '~/modules/organisations/bulk/imports.server';
import { guessEncoding, decode } from '~/modules/organisations/bulk/decode';
import { columnOf } from '~/modules/organisations/bulk/headings';
import { readTable, Unreadable } from '~/modules/organisations/bulk/read';
import { readRow } from '~/modules/organisations/bulk/values';
import { listFound, nothingWanted } from '~/modules/organisations/directory.server';
import { enterImport } from '~/modules/organisations/bulk/enter.server';
import { undoImport } from '~/modules/organisations/bulk/undo.server';
import { syntheticKrs } from '~/shared/identifiers';
import { eachEngine, portal } from '../../support/portal';
import { csv, inCodePage } from './import-cases';

const text = 'nazwa;forma prawna\r\nŁódź „śpiewająca” i źdźbło;stowarzyszenie\r\n';
const utf16 = (big: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('the letters of a file', () => {
  test.each([
    ['utf-8', Buffer.from(text)], ['utf-8', Buffer.from(`\uFEFF${text}`)], ['utf-16le', utf16(false)], ['utf-16be', utf16(true)],
    ['windows-1250', inCodePage(text, 'windows-1250')], ['iso-8859-2', inCodePage(text.replace(/[„”]/g, ''), 'iso-8859-2')],
  ] as const)('%s is known by its bytes', (encoding, bytes) => {
    expect(guessEncoding(bytes)).toBe(encoding);
    expect(readTable(decode(bytes, encoding)).rows[0]?.cells.name?.replace(/[„”]/g, '')).toBe('Łódź śpiewająca i źdźbło');
  });
});

const tableOf = (...lines: string[]) => readTable(lines.join('\n'));
const why = (content: string) => {
  try {
    return readTable(content).rows.length;
  } catch (error) {
    return error instanceof Unreadable ? [error.code, error.params] : error;
  }
};

describe('the shape of a file', () => {
  test.each([[',', 'comma'], [';', 'semicolon'], ['\t', 'tab']])('columns are found behind "%s" (%s)', (separator) => {
    expect(tableOf(`Nazwa${separator}FORMA PRAWNA`, `"A${separator}B"${separator}fundacja`)).toMatchObject({ separator, rows: [{ row: 2, cells: { name: `A${separator}B`, legal_form: 'fundacja' } }] });
  });

  test.each([['Adres e-mail', 'email'], ['E-MAIL', 'email'], ['  Numer   KRS ', 'krs'], ['legal_form', 'legal_form'], ['Legal form', 'legal_form'], ['języki', 'languages'], ['JEZYKI', 'languages'], ['Wpis w portalu', 'address'], ['coś', undefined]])(
    '"%s" is the heading of %s', (heading, column) => expect(columnOf(heading)).toBe(column),
  );

  test('rows are counted as a spreadsheet counts them, and empty ones and columns without a name are passed over', () => {
    const { rows, unknown } = tableOf('', 'nazwa;forma;uwagi;;', 'Pierwsza;fundacja;x;;', ';;;;', '', 'Druga;fundacja', 'Trzecia;fundacja;;;;;', 'Czwarta;fundacja;;;;nadmiar');
    expect(unknown).toEqual(['uwagi']);
    expect(rows.map(({ row, ragged }) => [row, ragged])).toEqual([[3, undefined], [6, 2], [7, undefined], [8, 6]]);
  });

  test.each([
    ['no bytes', '', ['import.empty', {}]],
    ['empty lines', '\n \n', ['import.empty', {}]],
    ['only headings', 'nazwa;forma\n', ['import.noRows', {}]],
    ['no legal form', 'nazwa;krs\nX;1', ['import.columnMissing', { column: 'legal_form' }]],
    ['a letter', 'to nie jest tabela', ['import.columnMissing', { column: 'name' }]],
    ['a heading twice', 'nazwa;forma;name\nX;Y;Z', ['import.columnTwice', { column: 'name' }]],
    ['an open quotation mark', 'nazwa;forma\nA;fundacja\nB;"fundacja\nC;fundacja', ['import.unclosed', { row: 3 }]],
    ['a zero byte', 'nazwa;forma\nA\u0000;fundacja', ['import.nul', {}]],
    ['5,001 rows', `nazwa;forma\n${'A;fundacja\n'.repeat(5001)}`, ['import.rowsMany', { max: 5000 }]],
    ['300 columns', `nazwa;forma${';x'.repeat(300)}\nA;fundacja`, ['import.columnsMany', { max: 200 }]],
    ['5,000 rows and the empty ones a spreadsheet adds', `nazwa;forma\n${'A;fundacja\n'.repeat(5000)}${';\n'.repeat(9000)}`, 5000],
    ['quotation marks inside names', 'nazwa;forma\nFundacja "Zorza";fundacja\n"Dom" i szkoła;fundacja', 2],
  ])('%s', (_what, content, said) => expect(why(content)).toEqual(said));
});

describe('the cells of a row', () => {
  const read = (cells: Record<string, string>) => readRow({ row: 5, cells: { name: 'Fundacja Wzór', legal_form: 'fundacja', ...cells } }, 2);
  test.each([
    ['nip', '1234567890', 'nip.check'], ['nip', '6,76E+09', 'nip.length'], ['regon', '123456789', 'regon.check'], ['krs', 'KRS', 'krs.format'], ['email', 'nie ma', 'email.format'],
    ['website', 'ftp://x', 'url.format'], ['founded_year', '3000', 'number.tooLarge'], ['legal_form', 'klub', 'import.unknownWord'], ['district', 'Praga', 'import.unknownWord'],
    ['languages', 'polski; klingoński', 'import.unknownWord'], ['name', '', 'required'], ['name', 'AB', 'tooShort'], ['legal_form', '', 'required'],
    ['description', 'Prezes ma PESEL 44051401359', 'pesel.found'],
  ] as const)('%s "%s" is refused', (column, value, code) => {
    const { values, problems } = read({ [column]: value });
    expect(values).toBeNull();
    expect(problems.map((problem) => [problem.column, problem.code])).toEqual([[column, code]]);
  });

  test('everything that is wrong in a row is said, each at its column with its value', () => {
    const { problems } = read({ nip: '123', email: 'x', languages: 'quenya; polski; sindarin' });
    expect(problems.map(({ column, value }) => `${column} ${value}`)).toEqual(['nip 123', 'email x', 'languages quenya', 'languages sindarin']);
  });

  test('zeros that a spreadsheet took away are put back, and that is said', () => {
    const { values, notes } = read({ krs: '990001' });
    expect([values?.krs, notes[0]?.code, notes[0]?.params]).toEqual(['0000990001', 'import.zerosAdded', { number: '0000990001' }]);
  });

  test.each(['=1+1', '+1', '-1', '@x', "'=1+1"])('a cell like "%s" is text', (cell) => expect(read({ name: `${cell} Fundacja` }).values?.name).toBe(`${cell.replace(/^'/, '')} Fundacja`));

  test('districts, forms and groups are understood in any language and by their codes', () => {
    expect(read({ legal_form: 'Фонд', district: 'Dzielnica XIII Podgórze', languages: 'українська, English', target_groups: 'forced_migrant', fields: 'legal_aid' }).values).toMatchObject({
      legalForm: 'foundation', district: 'podgorze', languages: ['uk', 'en'], targetGroups: ['forced_migrant'], fields: ['legal_aid'],
    });
  });
});

/** A picture of one grey point. */
function png(): Uint8Array {
  const chunk = (type: string, data: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, data.length]), Buffer.from(type), data, Buffer.alloc(4)]);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])), chunk('IDAT', deflateSync(Buffer.from([0, 9]))), chunk('IEND', Buffer.alloc(0))]);
}

eachEngine((engine) => {
  test('what is no list of organisations is refused with a sentence at the file, and kept nowhere', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const bring = (bytes: Uint8Array) => bringFile(p.as(officer), { fileName: 'lista.csv', bytes, origin: 'Wykaz' });
    for (const [bytes, code, params] of [
      [new Uint8Array(), 'import.empty', {}], [png(), 'import.notCsv', { type: 'PNG' }], [Buffer.from('%PDF-1.7\n'), 'import.notCsv', { type: 'PDF' }],
      [Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'import.tooLarge', { max: 5 }], [Buffer.from('nazwa;forma\nA\u0000;x'), 'import.nul', {}],
      [csv('nazwa;krs', 'X;1'), 'import.columnMissing', { column: 'Forma prawna' }],
    ] as const)
      await expect(bring(bytes)).rejects.toMatchObject({ code, field: 'file', params });
    expect(await p.db.read.$count(p.db.t.organisationImports)).toBe(0);
  });

  test('five thousand organisations are entered and taken back', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    // Names of five syllables, none like another.
    const part = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'na', 'pe', 'ri', 'so', 'tu', 'wa', 'ze'];
    const name = (n: number) => [n, n * 7, n * 13, n * 31, Math.floor(n / 17), Math.floor(n / 289)].map((i) => part[i % 17]).join('');
    const lines = Array.from({ length: 5000 }, (_, n) => `Fundacja ${name(n)};fundacja;${syntheticKrs(n + 1)};Opis organizacji numer ${n}`);
    const id = await bringFile(p.as(officer), { fileName: 'duży.csv', bytes: csv('nazwa;forma prawna;krs;opis', ...lines), origin: 'Wykaz' });
    await enterImport(p.as(officer), id, { onlyGood: true, alike: true });
    expect((await listFound(p.db, nothingWanted)).length).toBe(5000);
    await undoImport(p.as(officer), id);
    expect(await listFound(p.db, nothingWanted)).toEqual([]);
  }, 60_000);
});
