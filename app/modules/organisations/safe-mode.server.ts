import { eq } from 'drizzle-orm';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { writeFacets } from './entry.server';
import { getOrganisation } from './queries.server';

/** Hides where an organisation at risk is, its people and pictures on every surface, at once and in every state of the entry. */
export function hideOrganisation(context: Context, id: string): Promise<void> {
  return turn(context, id, true);
}

/** Shows again what safe mode hid; what had been hidden piece by piece stays hidden. */
export function showOrganisationAgain(context: Context, id: string): Promise<void> {
  return turn(context, id, false);
}

function turn(context: Context, id: string, safeMode: boolean): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const before = await getOrganisation(tx, id);
    authorise(actor, safeMode ? 'organisation.hide' : 'organisation.showAgain', { organisationId: id });
    if (before.safeMode === safeMode) return;
    const { organisations } = tx.t;
    await tx.update(organisations).set({ safeMode, version: before.version + 1 }).where(eq(organisations.id, id));
    // The district is one of the values the directory is filtered by. The history says nothing: when somebody is at risk is not told.
    await writeFacets(tx, id, { ...before, safeMode });
    await record(tx, context, { event: safeMode ? 'organisation.hidden' : 'organisation.shownAgain', subject: { kind: 'organisation', id } });
  });
}
