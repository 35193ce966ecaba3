import type { LocalInitiativeContent } from '~/modules/local-initiatives/content';
import { saveLocalInitiative, startLocalInitiative, submitLocalInitiative } from '~/modules/local-initiatives/commands.server';
import { agreeToLocalInitiative, assessLocalInitiative, publishCopy } from '~/modules/local-initiatives/office.server';
import type { Person } from '~/access/actor';
import { monday, type Portal } from './portal';

/** A complete request: neighbours plant a square in spring, worth 6 000 zł of their own and 4 000 zł of the City's. */
export function request(change: Partial<LocalInitiativeContent> = {}): LocalInitiativeContent {
  return {
    contact: { name: 'Olena Bondar', phone: '12 000 10 10', email: 'olena@example.org' },
    title: 'Zielony skwer', area: 'ecology', districts: ['podgorze'], place: 'Skwer przy ulicy Limanowskiego', what: 'Sadzimy krzewy. Zapisy: 600 700 800.', needs: 'Sąsiedzi nie mają gdzie usiąść w cieniu.',
    startDate: '2026-05-01', endDate: '2026-06-15', people: 15,
    steps: [{ id: 's1', name: 'Dostawa krzewów', from: '2026-05-01', to: '2026-05-03', doer: 'city' }, { id: 's2', name: 'Sadzenie', from: '2026-05-09', to: '2026-05-10', doer: 'residents' }],
    contributions: [{ id: 'c1', kind: 'work', name: 'Kopanie i sadzenie', hours: 120, value: 500_000 }, { id: 'c2', kind: 'things', name: 'Konewki', hours: 0, value: 100_000 }],
    requests: [{ id: 'r1', kind: 'materials', name: 'Krzewy i ziemia', value: 350_000 }, { id: 'r2', kind: 'equipment', name: 'Taczki i łopaty', value: 50_000 }],
    declarations: { resident: true, noMoney: true, allTrue: true, dataProtection: true },
    ...change,
  };
}

/** A request filed at this moment, by a resident or through an organisation. */
export async function filed(p: Portal, { now = monday, content = request(), by, organisationId }: { now?: Date; content?: LocalInitiativeContent; by?: Person; organisationId?: string } = {}) {
  const resident = by ?? (await p.person());
  const { id } = await startLocalInitiative(p.as(resident, { now }), { organisationId });
  await saveLocalInitiative(p.as(resident, { now }), id, content, 1);
  return { id, resident, ...(await submitLocalInitiative(p.as(resident, { now }), id)) };
}

export const copy = { title: 'Zielony skwer', place: 'Skwer w Podgórzu', what: 'Sadzimy krzewy.', needs: 'Sąsiedzi nie mają gdzie usiąść w cieniu.' };

/** Points of this much for each criterion. */
export function points(need: number, work: number, district: number) {
  const reason = 'Wynika to z opisu we wniosku.';
  return { need: { points: need, reason }, work: { points: work, reason }, district: { points: district, reason } };
}

/** A request that an officer has read for everybody and given points. */
export async function assessed(p: Portal, options: Parameters<typeof filed>[1] & { scores?: ReturnType<typeof points> } = {}) {
  const initiative = await filed(p, options);
  const officer = await p.person({ roles: ['officer'] });
  const as = p.as(officer, { now: options.now ?? monday });
  await publishCopy(as, initiative.id, copy);
  await assessLocalInitiative(as, initiative.id, options.scores ?? points(40, 40, 10));
  return { ...initiative, officer };
}

/** A request to which the City agreed. */
export async function agreed(p: Portal, options: Parameters<typeof assessed>[1] = {}) {
  const initiative = await assessed(p, options);
  const head = await p.person({ roles: ['head'] });
  await agreeToLocalInitiative(p.as(head, { now: options.now ?? monday }), initiative.id, { reason: 'Skwer służy wszystkim sąsiadom.' });
  return { ...initiative, head };
}

/** An agreement signed on the day of the decision, with wheelbarrows lent. */
export const agreement = {
  number: 'IL/7/2026', signedOn: '2026-03-02', startsOn: '2026-05-01', endsOn: '2026-06-30', residentsDo: 'Kopią i sadzą krzewy.', cityDoes: 'Kupuje krzewy i użycza taczek.',
  steps: request().steps, costs: [{ id: 'k1', name: 'Krzewy', city: 350_000, residents: 0 }], lent: [{ id: 'l1', name: 'Cztery taczki' }],
};
