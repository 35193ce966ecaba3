import type { Person } from '~/access/actor';
import { approveCall, draftCall, openCall, recordPublication, sendCallToReview } from '~/modules/calls/commands.server';
import type { CallForm } from '~/modules/calls/forms';
import { criterionDefaults, publicationPlaces } from '~/modules/calls/rules';
import { applicantForms } from '~/modules/organisations/legal-forms';
import { grosze } from '~/shared/money';
import { dayOf, instantAt } from '~/shared/time';
import type { z } from 'zod';
import { monday, type Portal } from './portal';

export type CallInput = z.output<typeof CallForm>;

/** A complete announcement that can go to approval. */
export function callInput(change: Partial<CallInput> = {}): CallInput {
  return {
    title: 'Integracja mieszkańców Krakowa', titles: { en: 'Integration of residents', uk: undefined, de: undefined, ru: undefined },
    taskArea: 'foreigners_integration', form: 'support',
    budget: grosze(20_000_000), minGrant: grosze(500_000), maxGrant: grosze(5_000_000), maxShare: 9000, adminCap: 1500,
    offersPerOrganisation: 2, eligibleForms: [...applicantForms], partialFunding: true,
    rules: 'Dotacja do 90% kosztów.', conditions: 'Zadanie w Krakowie.', taskFrom: '2026-05-01', taskTo: '2026-12-15',
    closesAt: instantAt('2026-03-31', '15:00'), procedure: 'Komisja ocenia oferty.', decisionBy: '2026-04-30',
    previousTasks: 'W 2025 r. dotacje na 100 000 zł.', committeeRecruitment: 'Zgłoszenia do 20 marca.',
    version: undefined, threshold: 60, minScores: 2, correctionDays: 7, budgetLine: '853/85395/2360',
    criteria: criterionDefaults.map(({ key, max }) => ({ key, max })), correctable: ['F5', 'F6', 'F9', 'F10', 'F12'],
    ...change,
  };
}

type Wanted = { closesAt?: Date; now?: Date; officer?: Person; input?: Partial<CallInput> };

/** A call approved by the head but not yet published. */
export async function approved(p: Portal, { closesAt, now = monday, officer: known, input = {} }: Wanted = {}) {
  const officer = known ?? (await p.person({ roles: ['officer'] }));
  const head = await p.person({ roles: ['head'] });
  const { id, slug } = await draftCall(p.as(officer, { now }), callInput({ ...input, ...(closesAt ? { closesAt } : {}) }));
  await sendCallToReview(p.as(officer, { now }), id);
  await approveCall(p.as(head, { now }), id, { orderNumber: '412/2026', orderDate: dayOf(now) });
  return { callId: id, slug, officer, head };
}

/** Publishes the announcement of a call in all three places on the day of `now`. */
export async function publishEverywhere(p: Portal, officer: Person, callId: string, now = monday) {
  for (const place of publicationPlaces)
    await recordPublication(p.as(officer, { now }), callId, { of: 'announcement', place, publishedOn: dayOf(now), reference: `ogłoszenie: ${place}` });
}

/** A call that takes offers: drafted, approved by somebody else, published in three places and opened. */
export async function announced(p: Portal, wanted: Wanted = {}) {
  const call = await approved(p, wanted);
  const { now = monday } = wanted;
  await publishEverywhere(p, call.officer, call.callId, now);
  await openCall(p.as(call.officer, { now }), call.callId);
  return call;
}
