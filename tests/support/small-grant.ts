import type { SmallGrantContent } from '~/modules/small-grants/content';
import { saveSmallGrant, startSmallGrant, submitSmallGrant } from '~/modules/small-grants/commands.server';
import { findPurposeful, recordPosting, setPool } from '~/modules/small-grants/office.server';
import { postingPlaces } from '~/modules/small-grants/content';
import { grosze } from '~/shared/money';
import { dayOf } from '~/shared/time';
import { monday, type Portal } from './portal';

/** A complete simplified offer of 8 000 zł for the whole of March to May. */
export function smallOffer(change: Partial<SmallGrantContent> = {}): SmallGrantContent {
  return {
    contact: { name: 'Olena Bondar', phone: '12 000 10 10', email: 'kontakt@example.org' },
    title: 'Ogród sąsiedzki', startDate: '2026-04-01', endDate: '2026-06-15', description: 'Wspólny ogród. Zapisy: 600 700 800 lub ogrod@example.org.',
    districts: ['podgorze'], targetGroups: ['forced_migrant'], results: [{ id: 'r', name: 'Spotkania', target: '12', monitoring: 'lista' }], profile: 'Działamy od pięciu lat.',
    costs: [{ id: 'c1', kind: 'Sadzonki i narzędzia', grant: 600_000, other: 0 }, { id: 'c2', kind: 'Prowadzenie', grant: 200_000, other: 100_000 }],
    declarations: { withinStatute: true, feesOnlyPaid: true, taxArrears: 'no', insuranceArrears: 'no', dataAgrees: true, allTrue: true, dataProtection: true },
    ...change,
  };
}

let count = 0;

/** An organisation that may file, with somebody who writes and signs for it. */
export async function filingOrganisation(p: Portal, { legalForm = 'foundation' as const }: { legalForm?: 'foundation' | 'informal_group' } = {}) {
  count += 1;
  const organisationId = `filing-${count}`;
  await p.db.tx(async (tx) => {
    await tx.insert(tx.t.organisations).values({
      id: organisationId, slug: organisationId, status: 'verified', name: `Fundacja ${count}`, nameKey: `fundacja ${count}`, names: {}, legalForm, city: 'Kraków', addressVisibility: 'full',
      descriptions: {}, targetGroups: [], communityRoles: [], ledByCommunity: 'not_stated', communities: [], languages: [], fields: [], representation: { minSignatures: 1, text: '' },
      searchText: '', createdAt: monday,
    });
  });
  const signatory = await p.person({ memberships: [{ organisationId, role: 'owner', signatory: true }] });
  return { organisationId, signatory };
}

/** A pool of the year large enough for any test: 20 % of a million. */
export async function withPool(p: Portal, planned = 100_000_000) {
  const finance = await p.person({ roles: ['finance'] });
  await setPool(p.as(finance), { year: 2026, planned: grosze(planned) });
}

/** An offer that was handed in at this moment. */
export async function submitted(p: Portal, { now = monday, content = smallOffer(), by }: { now?: Date; content?: SmallGrantContent; by?: Awaited<ReturnType<typeof filingOrganisation>> } = {}) {
  const { organisationId, signatory } = by ?? (await filingOrganisation(p));
  const { id } = await startSmallGrant(p.as(signatory, { now }), { organisationId });
  await saveSmallGrant(p.as(signatory, { now }), id, content, 1);
  const { receiptNumber, sha256 } = await submitSmallGrant(p.as(signatory, { now }), id);
  return { id, organisationId, signatory, receiptNumber, sha256 };
}

/** An offer that hangs in all three places since this moment. */
export async function posted(p: Portal, options: { now?: Date; content?: SmallGrantContent; by?: Awaited<ReturnType<typeof filingOrganisation>> } = {}) {
  const offer = await submitted(p, options);
  const now = options.now ?? monday;
  const officer = await p.person({ roles: ['officer'] });
  await findPurposeful(p.as(officer, { now }), offer.id, { title: 'Ogród sąsiedzki', description: 'Wspólny ogród.', profile: 'Działamy od pięciu lat.', finding: 'Zadanie służy sąsiadom.' });
  for (const place of postingPlaces) await recordPosting(p.as(officer, { now }), offer.id, { place, postedOn: dayOf(now), reference: `tablica ${place}` });
  return { ...offer, officer };
}
