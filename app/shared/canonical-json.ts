function sorted(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  if (value === null || typeof value !== 'object') return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return sorted((value.toJSON as () => unknown)());
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return new Ordered(entries.map(([key, part]) => [key, sorted(part)]));
}

/** Entries in a fixed order; a plain object would move keys that look like numbers to the front. */
class Ordered {
  constructor(readonly entries: [string, unknown][]) {}
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (value instanceof Ordered) return `{${value.entries.map(([key, part]) => `${JSON.stringify(key)}:${write(part)}`).join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}

/** The one JSON text of a value: keys in order, nothing undefined, no spaces; so that its digest can be compared later. */
export function canonicalJson(value: unknown): string {
  return write(sorted(value));
}
