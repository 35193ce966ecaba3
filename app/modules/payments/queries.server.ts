import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { NotFound } from '~/shared/errors';

/** Instalments of an agreement in their order. */
export function listInstalments(read: Read, agreementId: string) {
  const { instalments } = read.t;
  return read
    .select({
      id: instalments.id, position: instalments.position, amount: instalments.amount, dueOn: instalments.dueOn, status: instalments.status,
      orderedBy: instalments.orderedBy, confirmedBy: instalments.confirmedBy, paidOn: instalments.paidOn, documentNumber: instalments.documentNumber,
    })
    .from(instalments)
    .where(eq(instalments.agreementId, agreementId))
    .orderBy(asc(instalments.position));
}

/** One instalment, or NotFound. */
export async function getInstalment(read: Read, id: string) {
  const { instalments } = read.t;
  const [instalment] = await read
    .select({
      id: instalments.id, agreementId: instalments.agreementId, position: instalments.position, amount: instalments.amount,
      status: instalments.status, orderedBy: instalments.orderedBy, orderedAt: instalments.orderedAt,
    })
    .from(instalments)
    .where(eq(instalments.id, id));
  if (!instalment) throw new NotFound('instalment');
  return instalment;
}

/** Money that has to come back from an agreement, by due day. */
export function listRepayments(read: Read, agreementId: string) {
  const { repayments } = read.t;
  return read
    .select({ id: repayments.id, amount: repayments.amount, reason: repayments.reason, dueOn: repayments.dueOn, status: repayments.status, returnedOn: repayments.returnedOn })
    .from(repayments)
    .where(eq(repayments.agreementId, agreementId))
    .orderBy(asc(repayments.dueOn), asc(repayments.id));
}

/** One repayment, or NotFound. */
export async function getRepayment(read: Read, id: string) {
  const { repayments } = read.t;
  const [repayment] = await read
    .select({ id: repayments.id, agreementId: repayments.agreementId, amount: repayments.amount, status: repayments.status, createdAt: repayments.createdAt })
    .from(repayments)
    .where(eq(repayments.id, id));
  if (!repayment) throw new NotFound('repayment');
  return repayment;
}

/** What was paid under each of these agreements and when last, by agreement. */
export async function paidUnder(read: Read, agreementIds: readonly string[]): Promise<Map<string, { amount: number; lastOn: string }>> {
  if (agreementIds.length === 0) return new Map();
  const { instalments } = read.t;
  const rows = await read
    .select({ agreementId: instalments.agreementId, amount: instalments.amount, paidOn: instalments.paidOn })
    .from(instalments)
    .where(and(inArray(instalments.agreementId, [...agreementIds]), eq(instalments.status, 'paid')));
  const paid = new Map<string, { amount: number; lastOn: string }>();
  for (const { agreementId, amount, paidOn } of rows) {
    const before = paid.get(agreementId) ?? { amount: 0, lastOn: '' };
    const on = paidOn ?? '';
    paid.set(agreementId, { amount: before.amount + amount, lastOn: on > before.lastOn ? on : before.lastOn });
  }
  return paid;
}
