import { eq } from 'drizzle-orm';
import type { Actor } from '~/access/actor';
import { syntheticKrs, syntheticNip } from '~/shared/identifiers';
import type { Portal } from '../../support/portal';
import { monday } from '../../support/portal';
import { verified as registered } from '../organisations/entries';

type Place = Partial<Portal['db']['t']['locations']['$inferInsert']>;
type Service = Partial<Portal['db']['t']['services']['$inferInsert']>;

/** A verified organisation with numbers that no award of these tests has. */
function verified(p: Portal, officer: Actor, number: number, more: Record<string, unknown> = {}) {
  return registered(p, officer, number, { krs: syntheticKrs(900 + number), nip: syntheticNip(900 + number), ...more });
}

/** A place of an organisation, as its row. */
export async function place(p: Portal, organisationId: string, id: string, more: Place = {}) {
  await p.db.tx((tx) =>
    tx.insert(tx.t.locations).values({
      id, organisationId, name: 'Biuro', street: 'ul. Zmyślona 1', postcode: '30-701', city: 'Kraków', district: 'podgorze', visibility: 'full', latitude: 50_047_800,
      longitude: 19_960_300, access: ['lift', 'induction_loop'], accessNote: 'Wejście od podwórza', ...more,
    }),
  );
}

/** A service of an organisation, as its row. */
export async function service(p: Portal, organisationId: string, id: string, more: Service = {}) {
  await p.db.tx((tx) =>
    tx.insert(tx.t.services).values({
      id, organisationId, kind: 'legal_help', names: { pl: 'Porady prawne', uk: 'Правова допомога' }, descriptions: { pl: 'Dyżur prawnika.', en: 'A lawyer on duty.' },
      cost: 'free', languages: ['pl', 'uk'], targetGroups: ['forced_migrant'], hours: [{ days: ['MO', 'WE'], from: '16:00', to: '19:00' }], hoursNote: 'Po umówieniu',
      howToCome: 'Wejście od podwórza', changedAt: monday, ...more,
    }),
  );
}

/** Changes columns of an entry that no command of these tests writes. */
export async function changed(p: Portal, organisationId: string, values: Partial<Portal['db']['t']['organisations']['$inferInsert']>) {
  await p.db.tx(async (tx) => {
    const { organisations } = tx.t;
    await tx.update(organisations).set(values).where(eq(organisations.id, organisationId));
  });
}

export const secret = 'TAJNE';

/** A small city: an open organisation, one that hides its address, one at risk, one not yet verified, each with services and places. */
export async function city(p: Portal) {
  const officer = await p.person({ roles: ['officer'] });
  const open = await verified(p, officer, 1, { fields: ['foreigners_integration', 'education'], website: 'https://most.example.org', phone: '+48 12 000 00 00' });
  await place(p, open.id, 'place-open');
  await place(p, open.id, 'place-district', { position: 1, visibility: 'district', name: `${secret} schronisko`, street: `ul. ${secret} 2`, accessNote: secret, district: 'debniki' });
  await place(p, open.id, 'place-hidden', { position: 2, visibility: 'hidden', name: secret, street: `ul. ${secret} 3` });
  await service(p, open.id, 'service-open', { locationId: 'place-open' });
  await service(p, open.id, 'service-district', { locationId: 'place-district', kind: 'crisis', howToCome: secret, hoursNote: secret, costNote: secret, status: 'paused' });
  await service(p, open.id, 'service-hidden', { locationId: 'place-hidden', howToCome: secret, hoursNote: secret, costNote: secret, cost: 'paid', status: 'ended' });
  await service(p, open.id, 'service-anywhere', { kind: 'other', names: {}, descriptions: {}, hours: [], languages: [], targetGroups: [] });
  await changed(p, open.id, { names: { uk: 'Фонд Зустріч' }, socialLinks: ['https://social.example.org/most'], foundedYear: 2015, contactName: secret, account: secret });

  const modest = await verified(p, officer, 2, { addressVisibility: 'hidden', street: `ul. ${secret} 4` });
  const atRisk = await verified(p, officer, 3, { street: `ul. ${secret} 5`, postcode: '31-999' });
  await place(p, atRisk.id, 'place-risk', { name: secret, street: `ul. ${secret} 6` });
  await service(p, atRisk.id, 'service-risk', { locationId: 'place-risk', howToCome: secret, hoursNote: secret, costNote: secret });
  await changed(p, atRisk.id, { safeMode: true, contactName: secret, contactConsentAt: monday, logoFileId: secret });

  const draft = await verified(p, officer, 4, { name: `Fundacja ${secret}` });
  await place(p, draft.id, 'place-draft', { name: secret });
  await service(p, draft.id, 'service-draft', { names: { pl: secret } });
  await changed(p, draft.id, { status: 'suspended' });
  const silent = await verified(p, officer, 5, { name: 'Fundacja Bez Opisu' });
  await changed(p, silent.id, { descriptions: {} });
  return { open, modest, atRisk, draft, silent };
}
