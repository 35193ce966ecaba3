import { and, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Read } from '#db/open.server';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { Lang } from '~/i18n/messages';
import { record } from '~/modules/audit/commands.server';
import { limits, networkOf, throttle } from '~/modules/identity/throttle.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { NotFound, RuleViolation } from '~/shared/errors';
import { digest, newId, newToken } from '~/shared/ids';
import { daysBetween, dayOf, formatInstantZone } from '~/shared/time';
import type { AlertForm } from './forms-life';
import { inWordsOf } from './rules';
import { lettersDue } from './rules-finding';

const confirmationDays = 7;
const age = (now: Date) => new Date(now.getTime() - confirmationDays * 24 * 3_600_000);

/** Somebody asks for letters about calls; nothing is sent before they open the link in the first one. */
export async function wantAlerts(context: Context, { email, targetGroup: group }: z.output<typeof AlertForm>): Promise<void> {
  const targetGroup = group ?? '';
  const { db, actor, now, lang, ip } = context;
  authorise(actor, 'alert.ask', {});
  if (ip !== undefined) await throttle(context, limits.comments, networkOf(ip));
  await throttle(context, limits.mailsToAddress, `alert ${email}`);
  await db.tx(async (tx) => {
    const { callAlerts } = tx.t;
    const [known] = await tx.select({ id: callAlerts.id, confirmedAt: callAlerts.confirmedAt }).from(callAlerts).where(and(eq(callAlerts.email, email), eq(callAlerts.targetGroup, targetGroup)));
    const id = known?.id ?? newId();
    await record(tx, context, { event: 'alert.wanted', subject: { kind: 'alert', id } });
    // Whoever asks again for what they have learns nothing about it here, and gets no second letter.
    if (known?.confirmedAt) return;
    const token = newToken();
    const fresh = { lang, confirmDigest: digest(token), createdAt: now };
    if (known) await tx.update(callAlerts).set(fresh).where(eq(callAlerts.id, id));
    else await tx.insert(callAlerts).values({ id, email, targetGroup, stopToken: newToken(), ...fresh });
    await tellLater(tx, context, { template: 'alert.confirm', to: { email, lang }, params: { days: confirmationDays }, link: `/calls/alerts/confirm/${token}` });
  });
}

/** The address is confirmed: from now on letters come. */
export function confirmAlerts(context: Context, token: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'alert.ask', {});
    const { callAlerts } = tx.t;
    const [confirmed] = await tx
      .update(callAlerts)
      .set({ confirmedAt: now })
      .where(and(eq(callAlerts.confirmDigest, digest(token)), isNull(callAlerts.confirmedAt), gt(callAlerts.createdAt, age(now))))
      .returning({ id: callAlerts.id });
    if (!confirmed) throw new RuleViolation('alert.linkOver');
    await record(tx, context, { event: 'alert.confirmed', subject: { kind: 'alert', id: confirmed.id } });
  });
}

/** Whether a link of a letter still leads somewhere: the one that confirms, or the one that stops. */
export async function knowsAlert(read: Read, { confirm, stop }: { confirm?: string; stop?: string }): Promise<boolean> {
  const { callAlerts } = read.t;
  return (await read.$count(callAlerts, confirm === undefined ? eq(callAlerts.stopToken, stop ?? '') : eq(callAlerts.confirmDigest, digest(confirm)))) > 0;
}

/** Stops the letters and forgets the address. */
export function stopAlerts(context: Context, token: string): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'alert.ask', {});
    const { callAlerts } = tx.t;
    const [stopped] = await tx.delete(callAlerts).where(eq(callAlerts.stopToken, token)).returning({ id: callAlerts.id });
    if (!stopped) throw new NotFound('alert');
    await record(tx, context, { event: 'alert.stopped', subject: { kind: 'alert', id: stopped.id } });
  });
}

/** Sends the letters that are due about open calls, each once; a job of the portal itself. Gives how many. */
export async function sendAlerts(context: Context): Promise<number> {
  const { db, actor, now, origin } = context;
  authorise(actor, 'alert.send', {});
  const { callAlerts, callAlertsSent, calls } = db.t;
  if ((await db.read.$count(callAlerts)) === 0) return 0;
  return db.tx(async (tx) => {
    await tx.delete(callAlerts).where(and(isNull(callAlerts.confirmedAt), lt(callAlerts.createdAt, age(now))));
    const alerts = await tx.select().from(callAlerts).where(isNotNull(callAlerts.confirmedAt));
    const open = await tx.select().from(calls).where(and(eq(calls.status, 'open'), eq(calls.kind, 'open_call'), gt(calls.closesAt, now)));
    const sent = await tx.select().from(callAlertsSent);
    const done = new Set(sent.map(({ alertId, callId, what }) => `${alertId} ${callId} ${what}`));
    let count = 0;
    for (const alert of alerts)
      for (const call of open) {
        if (alert.targetGroup && call.targetGroups.length > 0 && !call.targetGroups.includes(alert.targetGroup)) continue;
        const due = lettersDue(call, alert.confirmedAt ?? now, daysBetween(dayOf(now), dayOf(call.closesAt)));
        for (const { kind, what } of due) {
          if (done.has(`${alert.id} ${call.id} ${what}`)) continue;
          await tx.insert(callAlertsSent).values({ alertId: alert.id, callId: call.id, what, sentAt: now });
          const lang: Lang = alert.lang;
          const params = { title: inWordsOf(lang, call.title, call.titles).text, closes: formatInstantZone(call.closesAt, lang), stop: `${origin}/${lang}/calls/alerts/stop/${alert.stopToken}`, stopAtOnce: `${origin}/${lang}/letters/alerts/${alert.stopToken}` };
          await tellLater(tx, context, { template: `alert.${kind}` as const, to: { email: alert.email, lang }, params, link: `/calls/${call.slug}` });
          count += 1;
        }
      }
    return count;
  });
}
