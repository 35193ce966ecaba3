import type { Context } from '~/access/context';
import { newId } from '~/shared/ids';
import { programmeIndicators } from './indicators';
import { legalRules, sinceTheAct } from './legal-rules';
import { priorityAreas } from './priority-areas';

/** Puts in the statutory numbers and priority areas that are not there yet; what officers changed stays. */
export function ensureReferenceData({ db }: Context): Promise<void> {
  return db.tx(async (tx) => {
    for (const rule of legalRules)
      await tx.insert(tx.t.legalRules).values({ id: newId(), ...rule, validFrom: sinceTheAct, validTo: null }).onConflictDoNothing();
    for (const [position, area] of priorityAreas.entries())
      await tx.insert(tx.t.priorityAreas).values({ ...area, position, status: 'provisional' }).onConflictDoNothing();
    for (const [position, indicator] of programmeIndicators.entries())
      await tx.insert(tx.t.programmeIndicators).values({ ...indicator, position, status: 'provisional', validFrom: sinceTheAct, validTo: null }).onConflictDoNothing();
  });
}
