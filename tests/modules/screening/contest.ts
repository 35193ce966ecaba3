import type { Person } from '~/access/actor';
import type { OfferContent } from '~/modules/applications/content';
import type { ApplicationStatus } from '#db/schema/applications';
import type { callStatuses } from '#db/schema/calls';
import type { Portal } from '../../support/portal';
import { monday } from '../../support/portal';

export const closing = new Date('2026-03-02T11:00:00Z');
export const later = (days: number) => new Date(closing.getTime() + days * 86_400_000);

/** A small offer without a mistake in it. */
export const goodOffer: OfferContent = {
  contact: { name: 'Olena Kowal', phone: '+48 600 000 000', email: 'olena@example.org' },
  task: { title: 'Razem w dzielnicy', startDate: '2026-04-01', endDate: '2026-11-30', synthesis: 'Spotkania sąsiedzkie i nauka języka polskiego.', districts: ['III'], targetGroups: ['migrants'] },
  schedule: { actions: [{ id: 'a1', year: 2026, name: 'Kursy', description: 'Trzy grupy po dziesięć osób.', targetGroup: 'Nowi mieszkańcy', from: '2026-04-01', to: '2026-11-30', outsourced: '' }] },
  results: { text: 'Trzydzieści osób ukończy kurs.', results: [{ id: 'r1', name: 'Uczestnicy', target: '30', unit: 'osób', monitoring: 'Listy obecności' }] },
  profile: { experience: 'Pięć lat kursów.', resources: 'Sala i dwie lektorki.' },
  budget: {
    lines: [
      { id: 'c1', actionId: 'a1', kind: 'Lektor', unit: 'godzina', unitCost: 10_000, quantity: 20_000 },
      { id: 'c2', actionId: null, kind: 'Księgowość', unit: 'miesiąc', unitCost: 10_000, quantity: 500 },
    ],
    sources: { grant: 1_800_000, ownCash: 250_000, otherSources: 0, personal: 0, inKind: 0, fees: 0 },
  },
  other: { paid: false, information: '' },
  declarations: { withinStatute: true, feesOnlyPaid: true, taxArrears: 'no', insuranceArrears: 'no', dataAgrees: true, allTrue: true, dataProtection: true },
  attachments: { none: true },
};

type Wanted = { status: (typeof callStatuses)[number]; offers?: ApplicationStatus[] };

/** A contest put straight into the tables: a call with two checklist items and two criteria, and offers in given states. */
export async function contest(p: Portal, { status, offers = ['submitted'] }: Wanted) {
  const officer = await p.person({ roles: ['officer'], name: 'Ewa Urzędnik' });
  const second = await p.person({ roles: ['officer'], name: 'Jan Drugi' });
  const head = await p.person({ roles: ['head'], name: 'Maria Kierownik' });
  const signatories: Person[] = [];
  await p.db.tx(async (tx) => {
    const { calls, callCriteria, callChecklist } = tx.t;
    await tx.insert(calls).values({
      id: 'call', slug: 'razem', number: 'OKO/1/2026', status, title: 'Razem w Krakowie', titles: {}, summaries: {}, taskArea: 'integration',
      form: 'support', budget: 10_000_000, minGrant: 100_000, maxGrant: 2_000_000, maxShare: 9000, offersPerOrganisation: 1,
      eligibleForms: ['association', 'foundation'], partialFunding: true, rules: 'Zasady', conditions: 'Warunki', taskFrom: '2026-04-01',
      taskTo: '2026-12-31', closesAt: closing, procedure: 'Tryb', decisionBy: '2026-04-30', previousTasks: 'Brak', committeeRecruitment: 'Nabór',
      threshold: 60, minScores: 2, correctionDays: 7, budgetLine: '851/85195', authorId: officer.id, createdAt: monday,
    });
    await tx.insert(callChecklist).values([
      { id: 'f1', callId: 'call', position: 1, code: 'F1', correctable: false },
      { id: 'f6', callId: 'call', position: 2, code: 'F6', correctable: true },
    ]);
    await tx.insert(callCriteria).values([
      { id: 'k1', callId: 'call', position: 1, key: 'quality', max: 30 },
      { id: 'k2', callId: 'call', position: 2, key: 'feasibility', max: 15 },
    ]);
    for (const [i] of offers.entries()) {
      await tx.insert(tx.t.organisations).values({
        id: `org${i}`, slug: `org${i}`, status: 'verified', name: `Fundacja ${i}`, nameKey: `fundacja ${i}`, names: {}, legalForm: 'foundation',
        city: 'Kraków', addressVisibility: 'full', descriptions: {}, targetGroups: [], communityRoles: [], ledByCommunity: 'yes', communities: [],
        languages: [], fields: [], representation: { minSignatures: 1, text: 'jednoosobowo' }, searchText: '', createdAt: monday,
      });
    }
  });
  for (const [i] of offers.entries()) {
    signatories.push(await p.person({ memberships: [{ organisationId: `org${i}`, role: 'owner', signatory: true }] }));
  }
  await p.db.tx(async (tx) => {
    for (const [i, state] of offers.entries()) {
      await tx.insert(tx.t.applications).values({
        id: `offer${i}`, callId: 'call', organisationId: `org${i}`, status: state, title: `Zadanie ${i}`, content: goodOffer, requested: 1_800_000,
        totalCost: 2_050_000, createdBy: signatories[i]!.id, createdAt: monday, updatedAt: monday, submittedAt: monday, receiptNumber: `R-${i}`,
      });
    }
  });
  return { officer, second, head, signatories };
}

/** The row of an offer as it stands. */
export async function offerRow(p: Portal, id = 'offer0') {
  const rows = await p.db.read.select().from(p.db.t.applications);
  return rows.find((row) => row.id === id)!;
}

/** Mails waiting to leave, by template. */
export async function mailsOf(p: Portal, template: string) {
  return (await p.db.read.select().from(p.db.t.outbox)).filter((mail) => mail.template === template);
}
