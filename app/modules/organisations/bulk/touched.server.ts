import { and, gt, inArray, or } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { canonicalJson } from '~/shared/canonical-json';
import { sha256Hex } from '~/shared/sha256';
import { followingTables } from '../merges.server';
import type { Organisation } from '../queries.server';

const batch = 200;
const inBatches = (ids: readonly string[]) => Array.from({ length: Math.ceil(ids.length / batch) }, (_, i) => ids.slice(i * batch, (i + 1) * batch));

// What the portal writes by itself, and what follows from the rest.
const ofItself = new Set<keyof Organisation>(['version', 'registerStanding', 'registerAskedAt', 'searchText', 'slug', 'nameKey']);

/** What an entry says, in short, so that it can be seen later whether anybody changed it. */
export function digestOf(entry: Organisation): string {
  return sha256Hex(canonicalJson(Object.fromEntries(Object.entries(entry).filter(([column]) => !ofItself.has(column as keyof Organisation)))));
}

/** The digests of these entries as they are now. */
export async function digestsOf(read: Read, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map([...(await entriesOf(read, ids))].map(([id, entry]) => [id, digestOf(entry)]));
}

/** These entries as they are now, by id. */
export async function entriesOf(read: Read, ids: readonly string[]): Promise<Map<string, Organisation>> {
  const found = new Map<string, Organisation>();
  for (const part of inBatches(ids)) for (const entry of await read.select().from(read.t.organisations).where(inArray(read.t.organisations.id, part))) found.set(entry.id, entry);
  return found;
}

/** Those of these entries that somebody claimed, wrote about, merged or gave something to since. */
export async function askedAboutSince(read: Read, ids: readonly string[], since: Date): Promise<{ claimed: Set<string>; asked: Set<string> }> {
  const { claims, suggestions, mergers } = read.t;
  const claimed = new Set<string>();
  const asked = new Set<string>();
  for (const part of inBatches(ids)) {
    for (const { id } of await read.select({ id: claims.organisationId }).from(claims).where(and(inArray(claims.organisationId, part), gt(claims.askedAt, since)))) claimed.add(id);
    for (const { id } of await read.select({ id: suggestions.organisationId }).from(suggestions).where(and(inArray(suggestions.organisationId, part), gt(suggestions.sentAt, since)))) asked.add(id);
    for (const row of await read.select({ kept: mergers.keptId, merged: mergers.mergedId }).from(mergers).where(and(or(inArray(mergers.keptId, part), inArray(mergers.mergedId, part)), gt(mergers.mergedAt, since))))
      for (const id of [row.kept, row.merged]) asked.add(id);
  }
  return { claimed, asked };
}

/** Those of these entries that something belongs to: people, services, offers, anything that points at them. */
export async function ownersAmong(read: Read, ids: readonly string[]): Promise<Set<string>> {
  const owners = new Set<string>();
  const { memberships } = read.t;
  const tables = [memberships, ...followingTables(read).filter(([name]) => name !== 'formerSlugs').map(([, table]) => table)];
  for (const part of inBatches(ids))
    for (const table of tables) for (const { id } of await read.selectDistinct({ id: table.organisationId }).from(table).where(inArray(table.organisationId, part))) owners.add(id);
  return owners;
}
