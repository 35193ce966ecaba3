import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '#db/open.server';
import { letterOf } from './letter';
import { listDueMails } from './queries.server';

/** Hands one letter to the mail server; throws when it would not take it. */
export type Carrier = (letter: { to: string; lang: string; subject: string; text: string; html: string; messageId: string; stop?: string }) => Promise<void>;

/** A mail that will not be tried again, for whoever watches the portal. */
export type GivenUp = { id: string; template: string; error: string };

/** Minutes to wait after each failed try: six tries over a day and a half. */
const patience = [1, 15, 120, 480, 1440];

/** Nobody else takes a mail that is on its way; after a stop in between it is due again. */
const lease = 10 * 60_000;

type Sending = { carry: Carrier; origin: string; now: Date; onGivenUp?: (mail: GivenUp) => void };

/** Sends what is due; a mail that fails waits longer each time and is given up after the last try. Gives how many left. */
export async function sendDueMails(db: Database, { carry, origin, now, onGivenUp }: Sending): Promise<number> {
  const { outbox } = db.t;
  const host = new URL(origin).hostname;
  let sent = 0;
  for (const mail of await listDueMails(db.read, now, 50)) {
    if (!(await claim(db, mail, now))) continue;
    const { subject, text, html } = letterOf(mail, origin);
    const outcome = await carry({ to: mail.toEmail, lang: mail.lang, subject, text, html, messageId: `<${mail.id}@${host}>`, ...stopOf(mail) }).then(
      () => ({ sentAt: now, lastError: null }),
      (error: Error) => {
        const lastError = error.message.slice(0, 300);
        const wait = isForGood(error) ? undefined : patience[mail.attempts];
        return wait === undefined ? { failedAt: now, lastError } : { nextTryAt: new Date(now.getTime() + wait * 60_000), lastError };
      },
    );
    await db.tx(async (tx) => {
      await tx.update(outbox).set(outcome).where(and(eq(outbox.id, mail.id), isNull(outbox.sentAt)));
    });
    if ('sentAt' in outcome) sent += 1;
    if ('failedAt' in outcome) onGivenUp?.({ id: mail.id, template: mail.template, error: outcome.lastError });
  }
  return sent;
}

/** Where the letters of this kind can be ended; nothing for those that must come. */
function stopOf({ params }: { params: Record<string, string | number> }): { stop?: string } {
  return typeof params.stopAtOnce === 'string' ? { stop: params.stopAtOnce } : {};
}

/** Takes a mail for this process; false when another one has it. The try counts from here, so that a mail that stops the process is not tried for ever. */
function claim(db: Database, { id, attempts }: { id: string; attempts: number }, now: Date): Promise<boolean> {
  const { outbox } = db.t;
  return db.tx(async (tx) => {
    const taken = await tx
      .update(outbox)
      .set({ attempts: attempts + 1, nextTryAt: new Date(now.getTime() + lease) })
      .where(and(eq(outbox.id, id), eq(outbox.attempts, attempts), isNull(outbox.sentAt)))
      .returning({ id: outbox.id });
    return taken.length > 0;
  });
}

/** Whether the mail server knows that this address will never take mail; a wrong password of ours is not that. */
function isForGood(error: Error & { code?: string; responseCode?: number }): boolean {
  return error.code === 'EENVELOPE' && (error.responseCode ?? 0) >= 500;
}

/** A carrier over SMTP. */
export async function smtpCarrier(url: string, from: string): Promise<Carrier> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(url, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as object);
  return async ({ to, lang, stop, ...letter }) => {
    // An address as an object is one address, whatever signs are in it.
    const ending = stop ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};
    const headers = { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated', ...ending };
    await transport.sendMail({ from, to: { name: '', address: to }, headers, ...letter });
  };
}
