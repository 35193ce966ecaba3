import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { MailTemplate } from '~/i18n/codes';
import { getAgreement } from '~/modules/agreements/queries.server';
import { record } from '~/modules/audit/commands.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { listMembers } from '~/modules/organisations/queries.server';
import { newId } from '~/shared/ids';
import { formatMoney } from '~/shared/money';
import { dayOf, formatDay, type Day } from '~/shared/time';
import { getInstalment, getRepayment } from './queries.server';
import { whyNotOn, type RepaymentReason } from './rules';

/** Orders the payment of an instalment of an agreement in force. */
export function orderInstalment(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { instalments } = tx.t;
    const instalment = await getInstalment(tx, id);
    authorise(actor, 'payment.order', {});
    const agreement = await getAgreement(tx, instalment.agreementId);
    refuse(agreement.status === 'active' ? null : 'payment.notActive');
    const ordered = await tx
      .update(instalments)
      .set({ status: 'ordered', orderedBy: actorId(actor), orderedAt: now })
      .where(and(eq(instalments.id, id), eq(instalments.status, 'planned')))
      .returning({ id: instalments.id });
    refuse(ordered.length === 1 ? null : 'wrongState');
    await record(tx, context, { event: 'instalment.ordered', subject: { kind: 'instalment', id }, detail: { agreement: agreement.number, position: instalment.position, amount: instalment.amount } });
  });
}

/** Confirms that an ordered instalment left the account; never by the person who ordered it. */
export function confirmPaid(context: Context, id: string, { paidOn, documentNumber }: { paidOn: Day; documentNumber: string }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { instalments } = tx.t;
    const instalment = await getInstalment(tx, id);
    authorise(actor, 'payment.confirm', {});
    refuse(instalment.status === 'ordered' ? null : 'wrongState');
    refuse(instalment.orderedBy === actorId(actor) ? 'fourEyes' : null);
    refuse(whyNotOn(paidOn, { from: dayOf(instalment.orderedAt ?? now), today: dayOf(now) }), 'paidOn');
    const paid = await tx
      .update(instalments)
      .set({ status: 'paid', confirmedBy: actorId(actor), paidOn, documentNumber })
      .where(and(eq(instalments.id, id), eq(instalments.status, 'ordered')))
      .returning({ id: instalments.id });
    refuse(paid.length === 1 ? null : 'wrongState');
    const agreement = await getAgreement(tx, instalment.agreementId);
    await record(tx, context, { event: 'instalment.paid', subject: { kind: 'instalment', id }, detail: { agreement: agreement.number, position: instalment.position, amount: instalment.amount, document: documentNumber } });
    await tellOrganisation(tx, context, agreement, 'payment.paid', { amount: instalment.amount, on: paidOn });
  });
}

type Return = { agreementId: string; amount: number; reason: RepaymentReason; dueOn: Day };

/** Writes down money that has to come back, and tells the organisation. Called within the transaction that found it. */
export async function scheduleRepayment(tx: Tx, context: Context, { agreementId, amount, reason, dueOn }: Return): Promise<string> {
  const agreement = await getAgreement(tx, agreementId);
  const id = newId();
  await tx.insert(tx.t.repayments).values({ id, agreementId, amount, reason, dueOn, status: 'due', createdAt: context.now });
  await record(tx, context, { event: 'repayment.scheduled', subject: { kind: 'repayment', id }, detail: { agreement: agreement.number, amount, reason } });
  await tellOrganisation(tx, context, agreement, 'payment.repayment', { amount, on: dueOn });
  return id;
}

/** Confirms that the money came back to the City. */
export function confirmRepayment(context: Context, id: string, { returnedOn }: { returnedOn: Day }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { repayments } = tx.t;
    const repayment = await getRepayment(tx, id);
    authorise(actor, 'repayment.confirm', {});
    refuse(repayment.status === 'due' ? null : 'wrongState');
    refuse(returnedOn > dayOf(now) ? 'payment.inFuture' : null, 'returnedOn');
    const returned = await tx
      .update(repayments)
      .set({ status: 'returned', returnedOn, recordedBy: actorId(actor) })
      .where(and(eq(repayments.id, id), eq(repayments.status, 'due')))
      .returning({ id: repayments.id });
    refuse(returned.length === 1 ? null : 'wrongState');
    const { number } = await getAgreement(tx, repayment.agreementId);
    await record(tx, context, { event: 'repayment.returned', subject: { kind: 'repayment', id }, detail: { agreement: number, amount: repayment.amount } });
  });
}

type Party = { id: string; number: string; title: string; organisationId: string };

async function tellOrganisation(tx: Tx, context: Context, agreement: Party, template: MailTemplate, { amount, on }: { amount: number; on: Day }) {
  for (const { email, lang } of await listMembers(tx, agreement.organisationId))
    await tellLater(tx, context, {
      template,
      to: { email, lang },
      params: { number: agreement.number, title: agreement.title, amount: formatMoney(amount, lang), day: formatDay(on, lang) },
      link: `/agreements/${agreement.id}`,
    });
}
