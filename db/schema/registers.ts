import { outcomes, standings, type RegisterSubset } from '../../app/modules/registers/content';
import type { Kit } from '../kit';
import type { organisationTables } from './organisations';

/** What the court's register answered: for a while by number, and for good beside the entry it was compared with. */
export function registerTables(k: Kit, { organisations }: Pick<ReturnType<typeof organisationTables>, 'organisations'>) {
  const registryAnswers = k.table('registry_answers', {
    krs: k.key('krs').primaryKey(),
    outcome: k.enum('outcome', [...outcomes]).notNull(),
    subset: k.json<RegisterSubset>('subset'),
    askedAt: k.instant('asked_at').notNull(),
  });
  const registrySnapshots = k.table('registry_snapshots', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    standing: k.enum('standing', [...standings]).notNull(),
    fetchedAt: k.instant('fetched_at').notNull(),
    sha256: k.key('sha256').notNull(),
    /** Nothing when the register does not know the number. */
    subset: k.json<RegisterSubset>('subset'),
  }, (t) => [k.index('registry_snapshots_organisation').on(t.organisationId, t.fetchedAt)]);
  return { registryAnswers, registrySnapshots };
}
