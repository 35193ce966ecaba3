import { languages, type Lang } from '../../app/i18n/messages';
import { consultationStatuses, dispositions } from '../../app/modules/consultations/content';
import type { Kit } from '../kit';
import type { identityTables } from './identity';

/** Public consultations: what the City asks, what people said, and what the City answered. */
export function consultationTables(k: Kit, { people }: ReturnType<typeof identityTables>) {
  const consultations = k.table('consultations', {
    id: k.key('id').primaryKey(),
    slug: k.key('slug').notNull().unique(),
    status: k.enum('status', [...consultationStatuses]).notNull(),
    titles: k.json<Record<Lang, string>>('titles').notNull(),
    questions: k.json<Record<Lang, string>>('questions').notNull(),
    backgrounds: k.json<Record<Lang, string>>('backgrounds').notNull(),
    opensAt: k.instant('opens_at').notNull(),
    closesAt: k.instant('closes_at').notNull(),
    authorId: k.key('author_id').notNull().references(() => people.id),
    reportSummary: k.json<Partial<Record<Lang, string>>>('report_summary'),
    reportPublishedAt: k.instant('report_published_at'),
    createdAt: k.instant('created_at').notNull(),
  });
  const consultationComments = k.table('consultation_comments', {
    id: k.key('id').primaryKey(),
    consultationId: k.key('consultation_id').notNull().references(() => consultations.id, { onDelete: 'cascade' }),
    /** Given when the author confirms, so that the public row of numbers has no holes. */
    number: k.int('number'),
    lang: k.enum('lang', [...languages]).notNull(),
    text: k.text('text').notNull(),
    authorName: k.text('author_name'),
    email: k.key('email').notNull(),
    status: k.enum('status', ['unconfirmed', 'received', 'hidden']).notNull(),
    confirmedAt: k.instant('confirmed_at'),
    hiddenReason: k.text('hidden_reason'),
    disposition: k.enum('disposition', [...dispositions]),
    answer: k.text('answer'),
    answeredBy: k.key('answered_by').references(() => people.id),
    answeredAt: k.instant('answered_at'),
    createdAt: k.instant('created_at').notNull(),
  }, (t) => [k.uniqueIndex('consultation_comments_number').on(t.consultationId, t.number)]);
  return { consultations, consultationComments };
}
