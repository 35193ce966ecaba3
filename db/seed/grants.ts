import { closeAgreement, prepareAgreement, releaseForSigning, signForCity, signForOrganisation } from '~/modules/agreements/commands.server';
import { listAgreements } from '~/modules/agreements/queries.server';
import { completeCall } from '~/modules/decisions/endings.server';
import { answerAward } from '~/modules/decisions/commands.server';
import { listAwards } from '~/modules/decisions/queries.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { confirmPaid, confirmRepayment, orderInstalment } from '~/modules/payments/commands.server';
import { listInstalments, listRepayments } from '~/modules/payments/queries.server';
import { acceptReport, askAboutReport, ensureReport, reviewReport, saveReportPart, submitReport } from '~/modules/reports/commands.server';
import { getReport } from '~/modules/reports/queries.server';
import { grosze } from '~/shared/money';
import type { Staff } from './contest';
import type { World } from './world';

type Signatory = (organisationId: string) => string;

/** Makes agreements of the awards of a call, signed by both sides, and pays the first instalment. */
export async function contract(world: World, staff: Staff & { finance: string }, callId: string, { day, signatoryOf, most }: { day: number; signatoryOf: Signatory; most: number }): Promise<void> {
  for (const award of (await listAwards(world.db.read, { callId })).slice(0, most)) {
    const signatory = signatoryOf(award.organisationId);
    if (award.status === 'awarded')
      await answerAward(await world.as(signatory, world.moment(day, '20:00')), award.id, { answer: 'accept', updatedTotal: grosze(Math.ceil((award.amount * award.totalCost) / award.requested)), note: 'Mniej spotkań, ten sam cel.' });
    const { account } = await getOrganisation(world.db.read, award.organisationId);
    const half = Math.round(award.amount / 2);
    const { id } = await prepareAgreement(await world.as(staff.officer, world.moment(day + 2)), award.id, {
      account: account ?? '', representatives: 'Zarząd, zgodnie ze sposobem reprezentacji', cityRepresentative: 'Dyrektor Wydziału Polityki Społecznej i Zdrowia', shiftLimit: 20,
      instalments: [{ amount: grosze(half), dueOn: world.day(day + 12) }, { amount: grosze(award.amount - half), dueOn: world.day(day + 60) }],
    });
    await releaseForSigning(await world.as(staff.officer, world.moment(day + 3)), id);
    await signForOrganisation(await world.as(signatory, world.moment(day + 4, '19:00')), id);
    await signForCity(await world.as(staff.head, world.moment(day + 6)), id, { signedOn: world.day(day + 6) });
    const [first] = await listInstalments(world.db.read, id);
    if (first) await pay(world, staff, first.id, day + 12);
  }
}

/** The awards nobody took up are declined, and the call's books are closed. */
export async function complete(world: World, staff: Staff, callId: string, { day, signatoryOf }: { day: number; signatoryOf: Signatory }): Promise<void> {
  for (const award of await listAwards(world.db.read, { callId }))
    if (award.status === 'awarded') await answerAward(await world.as(signatoryOf(award.organisationId), world.moment(day, '20:00')), award.id, { answer: 'decline', updatedTotal: undefined, note: 'Zadanie sfinansowaliśmy z innego źródła.' });
  await completeCall(await world.as(staff.officer, world.moment(day + 40)), callId);
}

async function pay(world: World, staff: Staff & { finance: string }, instalmentId: string, day: number): Promise<void> {
  await orderInstalment(await world.as(staff.officer, world.moment(day, '09:00')), instalmentId);
  await confirmPaid(await world.as(staff.finance, world.moment(day + 1, '14:00')), instalmentId, { paidOn: world.day(day + 1), documentNumber: `WB/${world.day(day + 1).replaceAll('-', '')}` });
}

/** Pays the rest of every agreement of a call. */
export async function payRest(world: World, staff: Staff & { finance: string }, callId: string, day: number): Promise<void> {
  for (const { id } of await listAgreements(world.db.read, { callId }))
    for (const instalment of await listInstalments(world.db.read, id)) if (instalment.status === 'planned') await pay(world, staff, instalment.id, day);
}

type Reporting = { day: number; signatoryOf: Signatory; unspent: (i: number) => number; until: 'submitted' | 'settled'; most: number };

/** Reports on the agreements of a call: written, asked about once, accepted by another person, money returned, settled. */
export async function report(world: World, staff: Staff & { finance: string }, callId: string, { day, signatoryOf, unspent, until, most }: Reporting): Promise<void> {
  const agreements = await listAgreements(world.db.read, { callId });
  for (const [i, agreement] of agreements.slice(0, most).entries()) {
    const signatory = signatoryOf(agreement.organisationId);
    const at = (offset: number, clock: string) => world.as(signatory, world.moment(day + offset, clock));
    const id = await ensureReport(await at(0, '18:00'), agreement.id);
    const { content, amount, totalCost } = await getReport(world.db.read, id);
    const left = unspent(i);
    const lines = content.expenses?.lines ?? [];
    const agreed = lines.reduce((all, line) => all + line.agreed, 0);
    // The offer may have been cut: spend in the proportion of the agreement, the last line takes the rest.
    const spentTotal = totalCost - left - (left > 0 ? Math.round((left * (totalCost - amount)) / amount) : 0);
    let rest = spentTotal;
    const spent = lines.map((line, n) => {
      const value = n === lines.length - 1 ? rest : Math.floor((line.agreed * spentTotal) / agreed);
      rest -= value;
      return { lineId: line.lineId, spent: grosze(value) };
    });
    const version = async () => (await getReport(world.db.read, id)).version;
    const own = spentTotal - (amount - left);
    await saveReportPart(await at(1, '18:10'), id, 'results', {
      version: await version(), summary: 'Grupa spotyka się dalej, już bez dotacji. Uczestnicy sami prowadzą dyżury.',
      outcomes: (content.results?.outcomes ?? []).map(({ resultId, planned }) => ({ resultId, achieved: planned, evidence: 'dziennik zajęć' })),
    });
    await saveReportPart(await at(1, '18:20'), id, 'actions', { version: await version(), description: 'Odbyły się wszystkie spotkania i dyżury z harmonogramu.', deviations: left > 0 ? 'Sala była tańsza, niż planowaliśmy.' : undefined });
    await saveReportPart(await at(1, '18:30'), id, 'expenses', { version: await version(), lines: spent });
    await saveReportPart(await at(1, '18:40'), id, 'sources', {
      version: await version(), grantUsed: grosze(amount - left), bankInterest: grosze(0), otherIncome: grosze(0), ownCash: grosze(Math.floor(own / 2)), fees: grosze(0),
      publicSources: grosze(0), otherSources: grosze(0), personal: grosze(own - Math.floor(own / 2)), inKind: grosze(0),
    });
    await saveReportPart(await at(1, '18:50'), id, 'additional', { version: await version(), information: undefined, statusUnchanged: true, allTrue: true, dataProtection: true });
    await submitReport(await at(2, '19:00'), id);
    if (until === 'submitted') continue;
    if (i === 0) {
      await askAboutReport(await world.as(staff.officer, world.moment(day + 5)), id, { questions: 'Ile osób przyszło na spotkania po raz pierwszy?' });
      await submitReport(await at(7, '20:00'), id, { questionsAnswer: 'Po raz pierwszy przyszło 18 osób.' });
    }
    await reviewReport(await world.as(staff.officer, world.moment(day + 9)), id, { note: 'Sprawozdanie zgodne z umową.' });
    await acceptReport(await world.as(staff.head, world.moment(day + 11)), id);
    for (const repayment of await listRepayments(world.db.read, agreement.id)) {
      await confirmRepayment(await world.as(staff.finance, world.moment(day + 16)), repayment.id, { returnedOn: world.day(day + 15) });
      await closeAgreement(await world.as(staff.head, world.moment(day + 17)), agreement.id);
    }
  }
}
