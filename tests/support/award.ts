import type { Person } from '~/access/actor';
import type { OfferContent } from '~/modules/applications/content';
import type { AgreementForm } from '~/modules/agreements/forms';
import { syntheticKrs, syntheticNip, syntheticNrb } from '~/shared/identifiers';
import { grosze } from '~/shared/money';
import type { z } from 'zod';
import { monday, type Portal } from './portal';

const offer: OfferContent = {
  task: {
    title: 'Klub rozmów po polsku', startDate: '2026-04-01', endDate: '2026-11-30',
    synthesis: 'Cotygodniowe spotkania językowe w dwóch dzielnicach.', districts: ['podgorze'], targetGroups: ['forced_migrant'],
  },
  results: { text: '', results: [{ id: 'r1', name: 'Spotkania', target: '32', unit: 'spotkania', monitoring: 'lista obecności' }] },
};

type Wanted = { amount?: number; krs?: string | null; content?: OfferContent; status?: 'awarded' | 'accepted'; published?: boolean };
let count = 0;

/** An award that waits for its agreement: an organisation with a signatory, a call with published results, an offer. */
export async function acceptedAward(p: Portal, { amount = 2_000_000, krs, content = offer, status = 'accepted', published = true }: Wanted = {}) {
  count += 1;
  const n = count;
  const { db } = p;
  const organisationId = `organisation-${n}`;
  const callId = `call-${n}`;
  const applicationId = `application-${n}`;
  const awardId = `award-${n}`;
  const author = await p.person({ roles: ['officer'] });
  await db.tx(async (tx) => {
    await tx.insert(tx.t.organisations).values({
      id: organisationId, slug: `fundacja-${n}`, status: 'verified', name: `Fundacja Przykładowa ${n}`, nameKey: `fundacja ${n}`, names: {},
      legalForm: 'foundation', krs: krs === undefined ? syntheticKrs(n) : krs, nip: syntheticNip(n), city: 'Kraków', addressVisibility: 'full',
      descriptions: {}, targetGroups: [], communityRoles: [], ledByCommunity: 'not_stated', communities: [], languages: [], fields: [],
      account: syntheticNrb(n), representation: { minSignatures: 1, text: 'jednoosobowo' }, searchText: `fundacja ${n}`, createdAt: monday,
    });
    await tx.insert(tx.t.calls).values({
      id: callId, slug: `nabor-${n}`, number: `OK-2026-${n}`, status: 'results_published', title: `Nabór ${n}`, titles: {}, summaries: {},
      taskArea: 'language', form: 'support', budget: 10_000_000, minGrant: 0, maxGrant: 10_000_000, maxShare: 9000, eligibleForms: [],
      partialFunding: true, rules: '', conditions: '', taskFrom: '2026-04-01', taskTo: '2026-12-31', closesAt: monday, procedure: '',
      decisionBy: '2026-03-31', previousTasks: '', committeeRecruitment: '', threshold: 60, budgetLine: '', authorId: author.id,
      resultsPublishedAt: published ? monday : null, createdAt: monday,
    });
    await tx.insert(tx.t.applications).values({
      id: applicationId, callId, organisationId, status: 'awarded', title: content.task?.title ?? 'Zadanie', content, requested: amount,
      totalCost: 2_500_000, createdBy: author.id, createdAt: monday, updatedAt: monday, submittedAt: monday,
    });
    await tx.insert(tx.t.awards).values({
      id: awardId, number: `OK-2026-${String(n).padStart(3, '0')}`, callId, applicationId, organisationId, status, requested: amount, amount,
      orderNumber: '300/2026', orderDate: '2026-03-01', createdAt: monday,
    });
  });
  const signatory = await p.person({ memberships: [{ organisationId, role: 'owner', signatory: true }] });
  return { awardId, organisationId, callId, applicationId, amount, number: `OK-2026-${String(n).padStart(3, '0')}`, signatory };
}

/** What an officer settles: the whole grant in two instalments, unless the test says otherwise. */
export function terms(amount = 2_000_000, change: Partial<z.output<typeof AgreementForm>> = {}): z.output<typeof AgreementForm> {
  const first = Math.floor(amount / 2);
  return {
    account: syntheticNrb(7),
    representatives: 'Anna Przykładowa, prezeska zarządu',
    cityRepresentative: 'Prezydent Miasta Krakowa',
    shiftLimit: 15,
    instalments: [
      { amount: grosze(first), dueOn: '2026-04-15' },
      { amount: grosze(amount - first), dueOn: '2026-08-15' },
    ],
    ...change,
  };
}

/** Somebody of the City with this role. */
export function clerk(p: Portal, role: 'officer' | 'head' | 'mayor' | 'finance'): Promise<Person> {
  return p.person({ roles: [role] });
}
