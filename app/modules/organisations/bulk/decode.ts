import type { Encoding } from '../content-of-imports';

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);

// Where the two Polish code pages differ: ą ś ź Ą Ś Ź of each.
const onlyWindows = new Set([0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f]);
const onlyIso = new Set([0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac]);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The encoding the bytes speak for: a mark at the start, else UTF-8 where it reads, else the Polish code page whose letters there are more of. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  let windows = 0;
  let iso = 0;
  for (const byte of bytes) {
    if (onlyWindows.has(byte)) windows += 1;
    else if (onlyIso.has(byte)) iso += 1;
    // Quotation marks and dashes of Windows; nothing that is written stands there in ISO 8859-2.
    else if (byte >= 0x80 && byte < 0xa0) windows += 1;
  }
  return iso > windows ? 'iso-8859-2' : 'windows-1250';
}

/** The text in this encoding, without the mark at its start; what cannot be read becomes a question mark in a diamond. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
