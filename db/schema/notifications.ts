import { languages } from '../../app/i18n/messages';
import type { Kit } from '../kit';

/** Mails to be sent: written in the transaction of the command, sent after it by a job. */
export function notificationTables(k: Kit) {
  const outbox = k.table('outbox', {
    id: k.key('id').primaryKey(),
    template: k.key('template').notNull(),
    toEmail: k.key('to_email').notNull(),
    lang: k.enum('lang', [...languages]).notNull(),
    params: k.json<Record<string, string | number>>('params').notNull(),
    /** Local path of the one thing the mail asks for. */
    link: k.text('link'),
    createdAt: k.instant('created_at').notNull(),
    nextTryAt: k.instant('next_try_at').notNull(),
    attempts: k.int('attempts').notNull().default(0),
    sentAt: k.instant('sent_at'),
    failedAt: k.instant('failed_at'),
    lastError: k.text('last_error'),
  }, (t) => [k.index('outbox_due').on(t.sentAt, t.nextTryAt)]);
  return { outbox };
}
