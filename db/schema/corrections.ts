import { reasonCodes, type OfferSection } from '../../app/modules/applications/content';
import type { Kit } from '../kit';
import type { applicationTables } from './applications';
import type { identityTables } from './identity';

type Earlier = ReturnType<typeof identityTables> & ReturnType<typeof applicationTables>;

/** What the City questions in an offer, field by field, and what the organisation answers. */
export function correctionTables(k: Kit, { people, applications }: Earlier) {
  const correctionQuestions = k.table('correction_questions', {
    id: k.key('id').primaryKey(),
    applicationId: k.key('application_id').notNull().references(() => applications.id, { onDelete: 'cascade' }),
    section: k.key('section').notNull().$type<OfferSection>(),
    /** The place in the section: a field, a whole table, or one row of it. */
    place: k.key('place').notNull(),
    code: k.enum('code', [...reasonCodes]).notNull(),
    words: k.text('words'),
    askedBy: k.key('asked_by').notNull().references(() => people.id),
    askedAt: k.instant('asked_at').notNull(),
    answer: k.text('answer'),
    answeredBy: k.key('answered_by').references(() => people.id),
    answeredAt: k.instant('answered_at'),
  }, (t) => [k.uniqueIndex('correction_questions_place').on(t.applicationId, t.section, t.place)]);
  return { correctionQuestions };
}
