/** The value as it would come back from JSON, without the way over text and back. */
export function plain(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') throw new TypeError('JSON has no such numbers');
  if (typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return value.map((one) => plain(one) ?? null);
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') return plain(toJSON.call(value));
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    // Set by name it would change what the object is.
    if (key === '__proto__') continue;
    const one = plain((value as Record<string, unknown>)[key]);
    if (one !== undefined) made[key] = one;
  }
  return made;
}
