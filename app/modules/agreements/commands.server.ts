import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { EventName, MailTemplate } from '~/i18n/codes';
import { moveApplication } from '~/modules/applications/commands.server';
import { getApplication } from '~/modules/applications/queries.server';
import { nextNumber, record } from '~/modules/audit/commands.server';
import { advanceCall } from '~/modules/calls/commands.server';
import { getCall } from '~/modules/calls/queries.server';
import { getAward } from '~/modules/decisions/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { getOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { legalRule } from '~/modules/programme/queries.server';
import { Forbidden, RuleViolation } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { formatMoney } from '~/shared/money';
import { dayOf } from '~/shared/time';
import type { AgreementForm, CitySignatureForm } from './forms';
import { partyOf } from './content';
import { findAgreementOf, getAgreement, isReportAccepted, listSignatures, sumDueBack, type AgreementRow } from './queries.server';
import { differenceOf, isWithinTerm, whyNotSignedOn, whyNotStep, type AgreementStatus } from './rules';

type Terms = z.output<typeof AgreementForm>;

/** Prepares the agreement from an accepted award: parties, amounts and dates are taken over, the rest is settled here. */
export function prepareAgreement(context: Context, awardId: string, input: Terms) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const award = await getAward(tx, awardId);
    authorise(actor, 'agreement.prepare', {});
    const preparedBy = actorId(actor);
    if (!preparedBy) throw new Forbidden('agreement.prepare');
    refuse(award.status === 'accepted' && award.resultsPublishedAt ? null : 'wrongState');
    refuse((await findAgreementOf(tx, awardId)) ? 'agreement.exists' : null);
    const call = await getCall(tx, award.callId);
    const { content } = await getApplication(tx, award.applicationId);
    const period = content.task;
    if (!period) throw new RuleViolation('agreement.datesMissing');
    const years = await legalRule(tx, 'AGREEMENT_MAX_YEARS', dayOf(now));
    refuse(isWithinTerm(period, years) ? null : 'agreement.tooLong', undefined, { years });
    refuseSum(context, input, award.amount);

    const id = newId();
    const year = dayOf(now).slice(0, 4);
    const number = `UM/${year}/${await nextNumber(tx, context, `agreement-${year}`)}`;
    await tx.insert(tx.t.agreements).values({
      id, number, awardId, callId: award.callId, applicationId: award.applicationId, organisationId: award.organisationId,
      status: 'preparing', title: award.title, form: call.form, amount: award.amount, totalCost: award.updatedTotal ?? award.totalCost,
      startDate: period.startDate, endDate: period.endDate, party: partyOf(await getOrganisation(tx, award.organisationId)),
      ...settled(input), preparedBy, createdAt: now,
    });
    await putInstalments(tx, id, input);
    if (call.status === 'results_published') await advanceCall(tx, context, call.id, 'contracting');
    await record(tx, context, { event: 'agreement.prepared', subject: { kind: 'agreement', id }, detail: { award: award.number, amount: award.amount } });
    return { id, number };
  });
}

/** Changes what was settled while the agreement is still being prepared; whoever changed it last prepared it. */
export function saveAgreement(context: Context, id: string, input: Terms) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const agreement = await getAgreement(tx, id);
    authorise(actor, 'agreement.prepare', {});
    refuse(agreement.status === 'preparing' ? null : 'wrongState');
    refuseSum(context, input, agreement.amount);
    await change(tx, agreement, { ...settled(input), preparedBy: actorId(actor) ?? agreement.preparedBy });
    await tx.delete(tx.t.instalments).where(eq(tx.t.instalments.agreementId, id));
    await putInstalments(tx, id, input);
    await record(tx, context, { event: 'agreement.saved', subject: { kind: 'agreement', id } });
  });
}

/** Gives the agreement to the signatories of the organisation. */
export function releaseForSigning(context: Context, id: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const agreement = await getAgreement(tx, id);
    authorise(actor, 'agreement.release', {});
    await moveAgreement(tx, context, agreement, 'ready_to_sign', 'agreement.released');
    await tellOrganisation(tx, context, agreement, 'agreement.ready', { signatoriesOnly: true });
  });
}

/** Takes an agreement that waits for the organisation back to preparation, to correct it; signatures given so far fall away with the text. */
export function takeBackAgreement(context: Context, id: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { agreementSignatures } = tx.t;
    const agreement = await getAgreement(tx, id);
    authorise(actor, 'agreement.release', {});
    await moveAgreement(tx, context, agreement, 'preparing', 'agreement.takenBack');
    await tx.delete(agreementSignatures).where(eq(agreementSignatures.agreementId, id));
  });
}

/** A signatory signs; once as many signed as the organisation's representation needs, the organisation has signed. */
export function signForOrganisation(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { agreementSignatures } = tx.t;
    const agreement = await getAgreement(tx, id);
    authorise(actor, 'agreement.signForOrganisation', agreement);
    const personId = actorId(actor);
    if (!personId) throw new Forbidden('agreement.signForOrganisation');
    refuse(whyNotStep(agreement.status, 'signed_by_org'));
    const signed = await listSignatures(tx, id);
    refuse(signed.some((signature) => signature.personId === personId) ? 'agreement.alreadySigned' : null);
    await tx.insert(agreementSignatures).values({ agreementId: id, personId, at: now });
    const { representation } = await getOrganisation(tx, agreement.organisationId);
    if (signed.length + 1 >= representation.minSignatures) await moveAgreement(tx, context, agreement, 'signed_by_org', 'agreement.signedByOrganisation', { orgSignedAt: now });
    else await record(tx, context, { event: 'agreement.signed', subject: { kind: 'agreement', id } });
  });
}

/** The City signs, never by the person who prepared it: the agreement, the award and the offer are bound from now on. */
export function signForCity(context: Context, id: string, { signedOn }: z.output<typeof CitySignatureForm>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const agreement = await getAgreement(tx, id);
    authorise(actor, 'agreement.signForCity', {});
    refuse(whyNotStep(agreement.status, 'active'));
    refuse(agreement.preparedBy === actorId(actor) ? 'fourEyes' : null);
    refuse(whyNotSignedOn(signedOn, { organisation: dayOf(agreement.orgSignedAt ?? now), today: dayOf(now) }), 'signedOn');
    await moveAgreement(tx, context, agreement, 'active', 'agreement.signedByCity', { citySignedBy: actorId(actor), citySignedAt: now, signedOn });
    await tx.update(tx.t.awards).set({ status: 'contracted' }).where(eq(tx.t.awards.id, agreement.awardId));
    await moveApplication(tx, context, await getApplication(tx, agreement.applicationId), 'contracted');
    await tellOrganisation(tx, context, agreement, 'agreement.active');
  });
}

/** The final report was handed in: the settlement begins. Called within the transaction of the report. */
export async function beginSettlement(tx: Tx, context: Context, agreementId: string) {
  await moveAgreement(tx, context, await getAgreement(tx, agreementId), 'under_settlement', 'agreement.settlementBegun');
}

/** Settles the agreement once no money is due back. Called within the transaction that accepts the report. */
export async function settleAgreement(tx: Tx, context: Context, agreementId: string) {
  const agreement = await getAgreement(tx, agreementId);
  refuse(whyNotStep(agreement.status, 'settled'));
  const due = await sumDueBack(tx, agreementId);
  refuse(due > 0 ? 'agreement.moneyDue' : null, undefined, { amount: formatMoney(due, context.lang) });
  await moveAgreement(tx, context, agreement, 'settled', 'agreement.settled', { settledAt: context.now });
  await tellOrganisation(tx, context, agreement, 'agreement.settled');
}

/** The head settles an agreement whose report was accepted with money to return, after the money came. */
export function closeAgreement(context: Context, id: string) {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'agreement.settle', {});
    refuse((await isReportAccepted(tx, id)) ? null : 'agreement.reportNotAccepted');
    await settleAgreement(tx, context, id);
  });
}

type Values = Partial<Tx['t']['agreements']['$inferInsert']>;

/** Moves an agreement along its table of steps, once, and writes it down. */
export async function moveAgreement(tx: Tx, context: Context, agreement: AgreementRow, to: AgreementStatus, event: EventName, values: Values = {}) {
  refuse(whyNotStep(agreement.status, to));
  await change(tx, agreement, { ...values, status: to });
  await record(tx, context, { event, subject: { kind: 'agreement', id: agreement.id } });
}

async function change(tx: Tx, { id, version }: AgreementRow, values: Values) {
  const { agreements } = tx.t;
  const changed = await tx
    .update(agreements)
    .set({ ...values, version: version + 1 })
    .where(and(eq(agreements.id, id), eq(agreements.version, version)))
    .returning({ id: agreements.id });
  refuse(changed.length === 1 ? null : 'changed');
}

function refuseSum({ lang }: Context, { instalments }: Terms, amount: number) {
  const difference = differenceOf(instalments, amount);
  const params = { amount: formatMoney(amount, lang), difference: formatMoney(Math.abs(difference), lang) };
  refuse(difference > 0 ? 'agreement.instalmentsOver' : difference < 0 ? 'agreement.instalmentsUnder' : null, 'instalments[0].amount', params);
}

function settled({ account, representatives, cityRepresentative, shiftLimit }: Terms) {
  return { account, organisationRepresentatives: representatives, cityRepresentative, shiftLimit: shiftLimit * 100 };
}

async function putInstalments(tx: Tx, agreementId: string, { instalments }: Terms) {
  const inOrder = instalments.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  await tx.insert(tx.t.instalments).values(inOrder.map(({ amount, dueOn }, i) => ({ id: newId(), agreementId, position: i + 1, amount, dueOn, status: 'planned' as const })));
}

async function tellOrganisation(tx: Tx, context: Context, agreement: AgreementRow, template: MailTemplate, { signatoriesOnly = false } = {}) {
  const members = await listMembers(tx, agreement.organisationId);
  for (const { email, lang } of members.filter(({ signatory }) => signatory || !signatoriesOnly))
    await tellLater(tx, context, {
      template,
      to: { email, lang },
      params: { number: agreement.number, title: agreement.title, amount: formatMoney(agreement.amount, lang) },
      link: `/agreements/${agreement.id}`,
    });
}
