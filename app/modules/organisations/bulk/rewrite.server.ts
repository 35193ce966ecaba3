import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import type { Context } from '~/access/context';
import { freeSlug, searchColumn, writeFacets } from '../entry.server';
import { noteEdit } from '../history.server';
import type { Organisation } from '../queries.server';

/** Writes other values into an entry, with everything that follows from them: words, filters, address, public history. */
export async function rewriteEntry(tx: Tx, context: Context, before: Organisation, changes: Partial<Organisation>): Promise<void> {
  const { organisations } = tx.t;
  const { id, version } = before;
  const slug = changes.slug ?? (changes.name === undefined || changes.name === before.name ? before.slug : await freeSlug(tx, changes.name, id));
  // What the register said was said of the number before.
  const unasked = changes.krs === undefined || changes.krs === before.krs ? {} : { registerStanding: 'not_asked' as const, registerAskedAt: null };
  const entry = { ...before, ...changes, ...unasked, slug };
  await tx.update(organisations).set({ ...changes, ...unasked, slug, searchText: searchColumn(entry), version: version + 1 }).where(eq(organisations.id, id));
  await writeFacets(tx, id, entry);
  await noteEdit(tx, context, before, entry);
}
