import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '#db/open.server';
import { letterOf } from './letter';
import { listDueMails } from './queries.server';

/** Hands one letter to the mail server; throws when it would not take it. */
export type Carrier = (letter: { to: string; subject: string; text: string; html: string; messageId: string }) => Promise<void>;

/** Minutes to wait after each failed try: five tries over a day. */
const patience = [1, 15, 120, 480, 1440];

/** Sends what is due; a mail that fails waits longer each time and is given up after the last try. Gives how many left. */
export async function sendDueMails(db: Database, { carry, origin, now }: { carry: Carrier; origin: string; now: Date }): Promise<number> {
  const { outbox } = db.t;
  let sent = 0;
  for (const mail of await listDueMails(db.read, now, 50)) {
    const { subject, text, html } = letterOf(mail, origin);
    const host = new URL(origin).hostname;
    const outcome = await carry({ to: mail.toEmail, subject, text, html, messageId: `<${mail.id}@${host}>` }).then(
      () => ({ sentAt: now, lastError: null }),
      (error: Error) => {
        const wait = patience[mail.attempts];
        return wait === undefined
          ? { failedAt: now, lastError: error.message.slice(0, 300) }
          : { nextTryAt: new Date(now.getTime() + wait * 60_000), lastError: error.message.slice(0, 300) };
      },
    );
    if ('sentAt' in outcome) sent += 1;
    await db.tx(async (tx) => {
      await tx.update(outbox).set({ ...outcome, attempts: mail.attempts + 1 }).where(and(eq(outbox.id, mail.id), isNull(outbox.sentAt)));
    });
  }
  return sent;
}

/** A carrier over SMTP. */
export async function smtpCarrier(url: string, from: string): Promise<Carrier> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(url, { connectionTimeout: 10_000, socketTimeout: 30_000 } as object);
  return async (letter) => {
    await transport.sendMail({ from, ...letter });
  };
}
