import { crc32, createDeflateRaw } from 'node:zlib';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const parts: [name: string, xml: string][] = [
  ['[Content_Types].xml', `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`],
  ['_rels/.rels', `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
  ['xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="organisations" sheetId="1" r:id="rId1"/></sheets></workbook>`],
  ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`],
  ['xl/styles.xml', `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`],
];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// Signs that XML cannot hold, and halves of a pair left alone.
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const longestCell = 32_767;

/** One row of the sheet; each cell is text, which no spreadsheet computes. */
export function sheetRow(values: readonly (string | null)[], style?: number): string {
  const cells = values.map((value) => {
    const text = (value ?? '').slice(0, longestCell).replace(unwritable, '').replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
    return text === '' ? '<c/>' : `<c t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row>${cells.join('')}</row>`;
}

type Part = { name: Buffer; at: number; crc: number; packed: number; plain: number };

const noTime = Buffer.from([0, 0, 0x21, 0]);
function numbers(...values: [size: 2 | 4, value: number][]): Buffer {
  const bytes = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of values) at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at);
  return bytes;
}
/** Sizes follow the data, and names are UTF-8. */
const flags = 0x0808;
const sizesOf = ({ crc, packed, plain }: Part) => numbers([4, crc], [4, packed], [4, plain]);
const localHead = (name: Buffer) => Buffer.concat([numbers([4, 0x04034b50], [2, 20], [2, flags], [2, 8]), noTime, numbers([4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]), name]);
const centralHead = (part: Part) =>
  Buffer.concat([numbers([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, 8]), noTime, sizesOf(part), numbers([2, part.name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, part.at]), part.name]);

/** A zip whose parts are written one after the other, without holding any of them. */
async function* zip(files: Iterable<[name: string, text: AsyncIterable<string> | Iterable<string>]>): AsyncGenerator<Buffer> {
  const written: Part[] = [];
  let at = 0;
  for (const [fileName, texts] of files) {
    const part: Part = { name: Buffer.from(fileName), at, crc: 0, packed: 0, plain: 0 };
    const packed = createDeflateRaw({ level: 3 });
    const feed = (async () => {
      for await (const text of texts) {
        const bytes = Buffer.from(text);
        part.crc = crc32(bytes, part.crc);
        part.plain += bytes.length;
        if (!packed.write(bytes)) await new Promise<void>((resolve) => packed.once('drain', resolve));
      }
      packed.end();
    })().catch((error: Error) => void packed.destroy(error));
    const header = localHead(part.name);
    yield header;
    for await (const bytes of packed as AsyncIterable<Buffer>) {
      part.packed += bytes.length;
      yield bytes;
    }
    await feed;
    const after = Buffer.concat([numbers([4, 0x08074b50]), sizesOf(part)]);
    yield after;
    at += header.length + part.packed + after.length;
    written.push(part);
  }
  const central = Buffer.concat(written.map(centralHead));
  yield Buffer.concat([central, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, written.length], [2, written.length], [4, central.length], [4, at], [2, 0])]);
}

/** A workbook of one sheet whose rows are written as they come. */
export function workbook(rows: AsyncIterable<string>): AsyncGenerator<Buffer> {
  async function* sheet() {
    yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`;
    yield* rows;
    yield '</sheetData></worksheet>';
  }
  return zip([...parts.map(([name, xml]): [string, string[]] => [name, [head + xml]]), ['xl/worksheets/sheet1.xml', sheet()]]);
}
