import type { Lang } from '../../app/i18n/messages';
import type { Kit } from '../kit';

/** The frame of the programme: dated statutory numbers and the provisional priority areas. */
export function programmeTables(k: Kit) {
  const legalRules = k.table('legal_rules', {
    id: k.key('id').primaryKey(),
    code: k.key('code').notNull(),
    value: k.big('value').notNull(),
    unit: k.key('unit').notNull(),
    validFrom: k.key('valid_from').notNull(),
    validTo: k.key('valid_to'),
    source: k.text('source').notNull(),
  }, (t) => [k.uniqueIndex('legal_rules_code_from').on(t.code, t.validFrom)]);
  const priorityAreas = k.table('priority_areas', {
    code: k.key('code').primaryKey(),
    position: k.int('position').notNull(),
    names: k.json<Record<Lang, string>>('names').notNull(),
    status: k.enum('status', ['provisional', 'official']).notNull(),
  });
  /** What results of offers add to; a row is never deleted, so that what was counted keeps its name. */
  const programmeIndicators = k.table('programme_indicators', {
    code: k.key('code').primaryKey(),
    area: k.key('area').notNull(),
    position: k.int('position').notNull(),
    names: k.json<Record<Lang, string>>('names').notNull(),
    status: k.enum('status', ['provisional', 'official']).notNull(),
    /** Kraków days between which a result of an offer can be linked to it. */
    validFrom: k.key('valid_from').notNull(),
    validTo: k.key('valid_to'),
  });
  return { legalRules, priorityAreas, programmeIndicators };
}
