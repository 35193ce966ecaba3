import type { Answer, CopyWords, ProposalContent } from '~/modules/proposals/content';
import { saveProposal, startProposal, submitProposal } from '~/modules/proposals/commands.server';
import { decideProposal, examineProposal, publishCopy } from '~/modules/proposals/office.server';
import { monday, type Portal } from './portal';
import { filingOrganisation } from './small-grant';

/** A complete proposal: a club for newcomers at 30 000 zł, of which 24 000 zł are asked for. */
export function proposal(change: Partial<ProposalContent> = {}): ProposalContent {
  return {
    contact: { name: 'Olena Bondar', phone: '12 000 10 10', email: 'olena@example.org' },
    title: 'Klub pierwszych kroków', field: 'foreigners_integration', need: 'Nowi mieszkańcy nie wiedzą, gdzie zapytać.', benefit: 'Szybciej znajdą lekarza, szkołę i pracę.',
    description: 'Dyżury w trzech językach. Zapisy: 600 700 800.', districts: ['podgorze'], place: 'Biblioteka przy Limanowskiego', startDate: '2026-09-01', endDate: '2026-12-15',
    beneficiaries: 'Osoby, które przyjechały w ostatnim roku.', people: 200,
    results: [{ id: 'r1', name: 'Dyżury', target: '60' }],
    costs: [{ id: 'c1', kind: 'Doradczynie', asked: 2_000_000, own: 600_000 }, { id: 'c2', kind: 'Sala', asked: 400_000, own: 0 }],
    experience: 'Od pięciu lat prowadzimy punkt informacyjny.',
    declarations: { withinStatute: true, noPromise: true, allTrue: true, dataProtection: true },
    ...change,
  };
}

type Filing = { now?: Date; content?: ProposalContent; by?: Awaited<ReturnType<typeof filingOrganisation>> };

/** A proposal filed at this moment. */
export async function filed(p: Portal, { now = monday, content = proposal(), by }: Filing = {}) {
  const { organisationId, signatory } = by ?? (await filingOrganisation(p));
  const { id } = await startProposal(p.as(signatory, { now }), { organisationId });
  await saveProposal(p.as(signatory, { now }), id, content, 1);
  return { id, organisationId, signatory, ...(await submitProposal(p.as(signatory, { now }), id)) };
}

export const copy: CopyWords = {
  title: 'Klub pierwszych kroków', need: 'Nowi mieszkańcy nie wiedzą, gdzie zapytać.', benefit: 'Szybciej znajdą lekarza, szkołę i pracę.', description: 'Dyżury w trzech językach.',
  place: 'Biblioteka w Podgórzu', beneficiaries: 'Osoby, które przyjechały w ostatnim roku.', experience: 'Prowadzimy punkt informacyjny.',
};
export const yes: Answer = { purposeful: true, reason: 'Zadanie odpowiada na potrzebę, której Miasto jeszcze nie obejmuje.', callForm: 'support', announceOn: '2026-05-04' };
export const no: Answer = { purposeful: false, reason: 'Takie punkty Miasto już prowadzi w trzech dzielnicach.' };

/** A proposal that an officer has read for everybody and drafted an answer to. */
export async function examined(p: Portal, { answer = yes, ...filing }: Filing & { answer?: Answer } = {}) {
  const one = await filed(p, filing);
  const officer = await p.person({ roles: ['officer'] });
  const as = p.as(officer, { now: filing.now ?? monday });
  await publishCopy(as, one.id, copy);
  await examineProposal(as, one.id, answer);
  return { ...one, officer };
}

/** A proposal that the City found purposeful. */
export async function purposeful(p: Portal, filing: Filing = {}) {
  const one = await examined(p, filing);
  const head = await p.person({ roles: ['head'] });
  await decideProposal(p.as(head, { now: filing.now ?? monday }), one.id, yes);
  return { ...one, head };
}
