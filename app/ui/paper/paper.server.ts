import PDFDocument from 'pdfkit';
import { linesOf } from './lines';
import regular from './source-sans-3-regular.ttf?inline';
import semibold from './source-sans-3-semibold.ttf?inline';

const bytesOf = (dataUrl: string) => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
const fonts = { regular: bytesOf(regular), semibold: bytesOf(semibold) };

const margin = 48;
const foot = 72;
const leading = 1.3;
const ink = '#1a1a1a';
const rule = '#8a8a8a';
const head = '#efefef';
const pad = 4;

export type PaperColumn = { label: string; /** Part of the width. */ share: number; numeric?: boolean };
export type PaperRow = { cells: string[]; strong?: boolean };
export type PaperTable = { caption: string; columns: PaperColumn[]; rows: PaperRow[] };
type Page = { title: string; lang: string; madeAt: Date; /** The same two lines at the foot of every page. */ footer: [string, string]; page: (n: number, of: number) => string; watermark?: string };
type Struct = PDFKit.PDFStructureElement;
type Style = { font: keyof typeof fonts; size: number };

const text: Style = { font: 'regular', size: 10 };
const small: Style = { font: 'regular', size: 8.5 };
const headings: Record<1 | 2 | 3, Style> = { 1: { font: 'semibold', size: 18 }, 2: { font: 'semibold', size: 13 }, 3: { font: 'semibold', size: 10.5 } };

/** A document to print that a screen reader can read too: tagged (PDF/UA), with its language, its fonts and real table cells. */
export function paper({ title, lang, madeAt, footer, page, watermark }: Page) {
  const doc = new PDFDocument({
    size: 'A4', margins: { top: margin, left: margin, right: margin, bottom: 0 }, bufferPages: true, autoFirstPage: true, font: null as never,
    tagged: true, lang, pdfVersion: '1.7', subset: 'PDF/UA' as never, displayTitle: true, info: { Title: title, CreationDate: madeAt, ModDate: madeAt },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const [name, bytes] of Object.entries(fonts)) doc.registerFont(name, bytes);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const width = doc.page.width - 2 * margin;
  const bottom = () => doc.page.height - foot;
  const height = ({ size }: Style) => size * leading;
  let y = margin;

  const use = ({ font, size }: Style) => doc.font(font).fontSize(size).fillColor(ink);
  const measure = (style: Style) => {
    use(style);
    return (words: string) => doc.widthOfString(words);
  };
  const draw = (line: string, x: number, at: number, style: Style, room: number, numeric = false) => {
    use(style);
    const left = numeric ? x + room - doc.widthOfString(line) : x;
    doc.text(line, left, at, { lineBreak: false });
  };
  const ornament = (type: 'Layout' | 'Pagination', paint: () => void) => {
    doc.markContent('Artifact', { type });
    paint();
    doc.endMarkedContent();
  };
  const turn = () => {
    doc.addPage();
    y = margin;
  };

  /** Writes lines under one tag, over as many pages as they need. */
  function write(tag: string, words: string, style: Style, { indent = 0, keep = 1 }: { indent?: number; keep?: number } = {}) {
    const element = doc.struct(tag);
    root.add(element);
    const lines = linesOf(words, width - indent, measure(style));
    if (y + height(style) * Math.min(lines.length, 2) + (keep - 1) * height(text) > bottom()) turn();
    for (let rest = lines; rest.length > 0; ) {
      const fit = Math.max(1, Math.floor((bottom() - y) / height(style)));
      const content = doc.markStructureContent(tag);
      for (const line of rest.slice(0, fit)) {
        draw(line, margin + indent, y, style, width - indent);
        y += height(style);
      }
      doc.endMarkedContent();
      element.add(content);
      rest = rest.slice(fit);
      if (rest.length > 0) turn();
    }
    element.end();
  }

  /** One row of a table; what does not fit on the page goes on in the same cells on the next. */
  function row(table: Struct, { cells, strong = false }: PaperRow, columns: PaperColumn[], isHead: boolean) {
    const style: Style = isHead || strong ? { ...small, font: 'semibold' } : small;
    const line = height(style);
    const element = doc.struct('TR');
    table.add(element);
    const widths = columns.map(({ share }) => width * share);
    const rest = cells.map((cell, i) => linesOf(cell, (widths[i] ?? 0) - 2 * pad, measure(style)));
    const boxes = columns.map((_, i) => {
      const cell = isHead ? doc.struct('TH', { scope: 'Column' } as never) : i === 0 ? doc.struct('TH', { scope: 'Row' } as never) : doc.struct('TD');
      element.add(cell);
      return cell;
    });
    const tallest = () => Math.max(...rest.map(({ length }) => length));
    if (y + Math.min(tallest(), 3) * line + 2 * pad > bottom()) turn();
    while (tallest() > 0) {
      const fit = Math.min(tallest(), Math.max(1, Math.floor((bottom() - y - 2 * pad) / line)));
      const deep = fit * line + 2 * pad;
      ornament('Layout', () => {
        let x = margin;
        for (const wide of widths) {
          doc.lineWidth(0.5);
          if (isHead) doc.rect(x, y, wide, deep).fillAndStroke(head, rule);
          else doc.rect(x, y, wide, deep).stroke(rule);
          x += wide;
        }
      });
      let x = margin;
      columns.forEach(({ numeric = false }, i) => {
        const content = doc.markStructureContent(isHead || i === 0 ? 'TH' : 'TD');
        const room = (widths[i] ?? 0) - 2 * pad;
        rest[i]?.splice(0, fit).forEach((words, n) => draw(words, x + pad, y + pad + n * line, style, room, numeric && !isHead));
        doc.endMarkedContent();
        boxes[i]?.add(content);
        x += widths[i] ?? 0;
      });
      y += deep;
      if (tallest() > 0) turn();
    }
    element.end();
  }

  return {
    heading(level: 1 | 2 | 3, words: string) {
      if (y > margin) y += level === 1 ? 0 : level === 2 ? 14 : 8;
      write(`H${level}`, words, headings[level], { keep: 3 });
      y += 3;
    },
    paragraph(words: string) {
      write('P', words, text);
      y += 4;
    },
    table({ caption, columns, rows }: PaperTable) {
      write('P', caption, { ...small, font: 'semibold' }, { keep: 4 });
      y += 2;
      const element = doc.struct('Table', { title: caption });
      root.add(element);
      row(element, { cells: columns.map(({ label }) => label) }, columns, true);
      for (const one of rows) row(element, one, columns, false);
      element.end();
      y += 8;
    },
    /** Leaves room, as for signatures. */
    space(points: number) {
      y += points;
    },
    /** Puts the footer on every page and gives the bytes. */
    async finish(): Promise<Buffer> {
      const { count } = doc.bufferedPageRange();
      const quiet: Style = { ...small, size: 7.5 };
      for (let i = 0; i < count; i += 1) {
        doc.switchToPage(i);
        ornament('Pagination', () => {
          const at = doc.page.height - foot + 18;
          doc.moveTo(margin, at - 6).lineTo(margin + width, at - 6).lineWidth(0.5).stroke(rule);
          footer.forEach((line, n) => draw(line, margin, at + n * height(quiet), quiet, width));
          draw(page(i + 1, count), margin, at + 2 * height(quiet), quiet, width, true);
          if (!watermark) return;
          doc.save();
          doc.rotate(-55, { origin: [doc.page.width / 2, doc.page.height / 2] });
          doc.font('semibold').fontSize(110).fillColor('#8a8a8a', 0.18);
          doc.text(watermark, (doc.page.width - doc.widthOfString(watermark)) / 2, doc.page.height / 2 - 70, { lineBreak: false });
          doc.restore();
        });
      }
      root.end();
      const done = new Promise<void>((resolve) => doc.on('end', () => resolve()));
      doc.end();
      await done;
      return Buffer.concat(chunks);
    },
  };
}

export type Paper = ReturnType<typeof paper>;
