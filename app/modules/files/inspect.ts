import { inflateSync } from 'node:zlib';
import type { RuleCode } from '~/i18n/codes';
import { BadArchive, contentOf, entriesOf, type Entry } from './zip';

const megabyte = 1024 * 1024;
/** A document of 10 MB unpacks to no more than this, all parts together. */
const mostUnpacked = 100 * megabyte;

const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData)(?![A-Za-z])/;

/** Names in a PDF may be written with codes: /J#61vaScript. */
const decoded = (text: string) => text.replace(/#([0-9A-Fa-f]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Why a PDF is not taken: it runs something, starts something, sends something, or carries another file. */
export function harmInPdf(bytes: Buffer): RuleCode | null {
  const text = bytes.toString('latin1');
  if (/\/Encrypt(?![A-Za-z])/.test(text)) return 'file.archive';
  if (active.test(decoded(text))) return 'file.active';
  let unpacked = 0;
  for (const { index } of text.matchAll(/\/ObjStm(?![A-Za-z])/g)) {
    const begin = /stream\r?\n/.exec(text.slice(index, index + 2_000));
    if (!begin) continue;
    const from = index + begin.index + begin[0].length;
    try {
      const inner = inflateSync(bytes.subarray(from), { maxOutputLength: 20 * megabyte, finishFlush: 2 });
      unpacked += inner.length;
      if (active.test(decoded(inner.toString('latin1')))) return 'file.active';
    } catch {
      return 'file.archive';
    }
    if (unpacked > mostUnpacked) return 'file.archive';
  }
  return null;
}

const escapes = ({ name }: Entry) => name.startsWith('/') || /(^|[/\\])\.\.([/\\]|$)|\\|\0|^[A-Za-z]:/.test(name);
const macros = ({ name }: Entry) => /vbaProject\.bin$|vbaData\.xml$|^Basic\/|^Scripts\/|\/activeX\/|\/embeddings\/|^(ObjectReplacements|Object \d+)\/?|\.(exe|dll|js|vbs|bat|cmd|scr|ps1|jar|hta|lnk)$/i.test(name);
const readable = ({ name }: Entry) => /\.(xml|rels)$/i.test(name);
const outward = /TargetMode\s*=\s*["']External["']/i;
const template = /attachedTemplate|oleObject|frame["']|subDocument/i;

/** Why a document in an archive (DOCX, ODT) is not taken: macros, an outer template, an unpacking that never ends, a way out of its folder. */
export function harmInDocument(bytes: Buffer): RuleCode | null {
  try {
    const entries = entriesOf(bytes);
    if (entries.some(escapes) || entries.some(({ encrypted }) => encrypted)) return 'file.archive';
    if (entries.reduce((sum, { size }) => sum + size, 0) > mostUnpacked) return 'file.archive';
    if (entries.some(macros)) return 'file.active';
    let left = mostUnpacked;
    for (const entry of entries) {
      const content = contentOf(bytes, entry, left);
      left -= content.length;
      if (content.length !== entry.size) return 'file.archive';
      const harm = readable(entry) ? harmInXml(content.toString('utf8')) : null;
      if (harm) return harm;
    }
    return null;
  } catch (error) {
    if (error instanceof BadArchive) return 'file.archive';
    throw error;
  }
}

function harmInXml(xml: string): RuleCode | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return 'file.active';
  if (/macroEnabled/i.test(xml)) return 'file.active';
  const relations = xml.match(/<Relationship\s[^>]*>/gi) ?? [];
  return relations.some((one) => outward.test(one) && template.test(one)) ? 'file.active' : null;
}

/** Why a file of this type is not taken for what is inside it, or null. */
export function harmIn(type: string | undefined, bytes: Buffer): RuleCode | null {
  if (type === 'application/pdf') return harmInPdf(bytes);
  if (type?.startsWith('application/vnd.')) return harmInDocument(bytes);
  return null;
}
