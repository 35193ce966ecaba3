import { patronageSides, patronageStatuses } from '../../app/modules/organisations/content';
import type { Kit } from '../kit';
import type { identityTables } from './identity';
import type { organisationTables } from './organisations';

type Known = Pick<ReturnType<typeof organisationTables>, 'organisations'> & Pick<ReturnType<typeof identityTables>, 'people'>;

/** A registered organisation stands behind a group that has no legal capacity of its own. */
export function patronageTables(k: Kit, { organisations, people }: Known) {
  const patronages = k.table('patronages', {
    id: k.key('id').primaryKey(),
    groupId: k.key('group_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    patronId: k.key('patron_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    status: k.enum('status', [...patronageStatuses]).notNull(),
    /** What the patron does for the group, in the words of whoever proposed it. */
    scope: k.text('scope').notNull(),
    proposedBy: k.enum('proposed_by', [...patronageSides]).notNull(),
    proposedByPerson: k.key('proposed_by_person').notNull().references(() => people.id),
    proposedAt: k.instant('proposed_at').notNull(),
    groupAcceptedAt: k.instant('group_accepted_at'),
    patronAcceptedAt: k.instant('patron_accepted_at'),
    endedAt: k.instant('ended_at'),
    endedBy: k.enum('ended_by', [...patronageSides]),
  }, (t) => [k.index('patronages_group').on(t.groupId), k.index('patronages_patron').on(t.patronId)]);
  return { patronages };
}
