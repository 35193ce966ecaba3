import querystring from 'node:querystring';

// Documented, but missing in the types of Node.
const { unescapeBuffer } = querystring as unknown as { unescapeBuffer: (text: string) => Buffer };

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

/** The pairs of a form sent as text, read as URLSearchParams reads them and several times as quick. */
export function pairsOf(body: string): Iterable<[string, string]> {
  // Browsers send nothing but ASCII.
  if (/[^\n -~]/.test(body)) return new URLSearchParams(body);
  return body.split('&').filter(Boolean).map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return at < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
  });
}

function decoded(part: string): string {
  const spaced = part.replaceAll('+', ' ');
  return spaced.includes('%') ? unescapeBuffer(spaced).toString() : spaced;
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
