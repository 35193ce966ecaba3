import { and, asc, count, desc, eq, isNull, lte } from 'drizzle-orm';
import type { Read } from '#db/open.server';

/** Mails that wait and whose time has come, oldest first. */
export function listDueMails(read: Read, now: Date, limit: number) {
  const { outbox } = read.t;
  return read
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), isNull(outbox.failedAt), lte(outbox.nextTryAt, now)))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(limit);
}

/** The newest mails, for the page that shows them where no SMTP server is set. */
export function listMails(read: Read, { page, size, to }: { page: number; size: number; to?: string }) {
  const { outbox } = read.t;
  return read
    .select()
    .from(outbox)
    .where(to ? eq(outbox.toEmail, to) : undefined)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(size)
    .offset((page - 1) * size);
}

/** How many mails there are, of one address or of all. */
export async function countMails(read: Read, to?: string): Promise<number> {
  const { outbox } = read.t;
  const [row] = await read.select({ n: count() }).from(outbox).where(to ? eq(outbox.toEmail, to) : undefined);
  return Number(row?.n ?? 0);
}
