/** What people typed, as nested values: `rows[0].name` and `from.day` become lists and objects. */
export type Typed = string | Typed[] | { [key: string]: Typed };

const pathPart = /^[A-Za-z_][\w-]*$/;
const mostFields = 5000;
const mostRows = 500;

function partsOf(name: string): (string | number)[] | null {
  const parts: (string | number)[] = [];
  for (const piece of name.split('.')) {
    const [head, ...indexes] = piece.split('[');
    if (!head || !pathPart.test(head) || head === '__proto__' || head === 'constructor' || head === 'prototype') return null;
    parts.push(head);
    for (const index of indexes) {
      if (!/^\d{1,3}\]$/.test(index)) return null;
      parts.push(Number(index.slice(0, -1)));
    }
  }
  return parts;
}

/** The pairs of a form sent as its bytes, read as URLSearchParams reads them and many times as quick. */
export function pairsOf(body: Buffer): [string, string][] {
  const pairs: [string, string][] = [];
  for (let from = 0; from < body.length; ) {
    const next = body.indexOf(ampersand, from);
    const to = next < 0 ? body.length : next;
    const equals = body.subarray(from, to).indexOf(equalsSign);
    const name = equals < 0 ? to : from + equals;
    if (to > from) pairs.push([decoded(body, from, name), decoded(body, name + 1, to)]);
    from = to + 1;
  }
  return pairs;
}

const [ampersand, equalsSign, plus, space, percent] = [0x26, 0x3d, 0x2b, 0x20, 0x25];

/** The text between two places; it is never longer than what was sent, so it is written over it. */
function decoded(bytes: Buffer, from: number, to: number): string {
  let end = from;
  for (let at = from; at < to; at += 1) {
    let byte = bytes[at] ?? 0;
    if (byte === plus) byte = space;
    else if (byte === percent && at + 2 < to) {
      const [high, low] = [hexDigit(bytes[at + 1]), hexDigit(bytes[at + 2])];
      if (high >= 0 && low >= 0) {
        byte = high * 16 + low;
        at += 2;
      }
    }
    bytes[end++] = byte;
  }
  return bytes.toString('utf8', from, end);
}

/** The value of a hexadecimal digit, or -1. */
function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Reads a form into nested values; unknown shapes of names are passed over, a repeated name gives a list. */
export function readForm(data: Iterable<[string, unknown]>): Record<string, Typed> {
  const root: Record<string, Typed> = {};
  let seen = 0;
  for (const [name, value] of data) {
    if (typeof value !== 'string' || ++seen > mostFields) continue;
    const parts = partsOf(name);
    if (parts) put(root, parts, value);
  }
  return root;
}

function put(root: Record<string, Typed>, parts: (string | number)[], value: string): void {
  let at: Record<string | number, Typed> = root;
  for (const [i, part] of parts.entries()) {
    if (typeof part === 'number' && part >= mostRows) return;
    const next = parts[i + 1];
    if (next === undefined) {
      const before = Object.hasOwn(at, part) ? at[part] : undefined;
      at[part] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
      return;
    }
    const inner = Object.hasOwn(at, part) ? at[part] : undefined;
    if (inner === undefined || typeof inner === 'string') at[part] = typeof next === 'number' ? [] : {};
    at = at[part] as unknown as Record<string | number, Typed>;
  }
}
