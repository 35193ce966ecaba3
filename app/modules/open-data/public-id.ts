import { createHash } from 'node:crypto';

/** What has an identifier of its own in the open data; a new kind must not change the ids of the others. */
export type Published =
  | 'organization' | 'service' | 'location' | 'service_at_location' | 'address' | 'phone' | 'identifier' | 'url' | 'language' | 'schedule'
  | 'cost' | 'accessibility' | 'area' | 'attribute' | 'taxonomy' | 'term' | 'funding';

// Chosen once: another namespace would give every published record another id.
const namespace = Buffer.from('8f0d6c1e5b7a4a7c9d2e3f4051627384', 'hex');

/** The UUID (version 5) of a record: from our own id, so it stays when the slug or the name changes. */
export function publicId(kind: Published, ...id: (string | number)[]): string {
  const bytes = createHash('sha1').update(namespace).update([kind, ...id].join('\u0000')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
