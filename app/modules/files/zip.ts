import { inflateRawSync } from 'node:zlib';

/** One entry of an archive, as its directory says. */
export type Entry = { name: string; method: number; encrypted: boolean; packed: number; size: number; at: number };

const mostEntries = 2_000;

/** The archive cannot be read, or is built to do harm. */
export class BadArchive extends Error {}

/** The directory of an archive; refuses one that is cut, split, in the 64-bit form, or overfull. */
export function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > bytes.length) throw new BadArchive('no directory');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count !== bytes.readUInt16LE(end + 8) || count > mostEntries || at > end) throw new BadArchive('directory');
  const entries: Entry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new BadArchive('entry');
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10), encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24), at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** The bytes of an entry, never more than so many whatever the directory says. */
export function contentOf(bytes: Buffer, entry: Entry, most: number): Buffer {
  const { at } = entry;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw new BadArchive('header');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw new BadArchive('cut');
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new BadArchive('method');
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch {
    throw new BadArchive('packed');
  }
}
