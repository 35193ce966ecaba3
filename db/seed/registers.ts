import { verifyOrganisation, registerOrganisation } from '~/modules/organisations/commands.server';
import { RegisterForm, type RegisterInput } from '~/modules/organisations/forms';
import { answerPatronage, proposePatronage } from '~/modules/organisations/patronages.server';
import { checkInRegister, reaskRegister } from '~/modules/organisations/registers.server';
import { offlineProvider } from '~/modules/registers/offline.server';
import type { Context } from '~/access/context';
import { syntheticKrs, syntheticNip, syntheticRegon } from '~/shared/identifiers';
import type { World } from './world';

/** An officer verifies an entry by the register where it can, and says on what grounds where it cannot. */
export async function verifyAsOfficer(context: Context, organisationId: string, { krs }: Pick<RegisterInput, 'krs'>): Promise<void> {
  if (!krs) return verifyOrganisation(context, organisationId, { method: 'manual', reason: 'Sprawdzono w ewidencji i telefonicznie.' });
  await checkInRegister(context, offlineProvider(), organisationId);
  await verifyOrganisation(context, organisationId, { method: 'krs_api' });
}

type Newcomer = { day: number; person: string; email: string; role?: string; entry: Record<string, unknown> };

async function enter(world: World, officer: string, { day, person, email, role, entry }: Newcomer) {
  const owner = await world.person({ name: person, email, ...(role ? { role } : {}) });
  const input = RegisterForm.parse({ city: 'Kraków', addressVisibility: 'district', email, ledByCommunity: 'yes', minSignatures: '1', next: 'submit', ...entry });
  const { id } = await registerOrganisation(await world.as(owner, world.moment(day, '18:00')), input);
  await verifyOrganisation(await world.as(officer, world.moment(day + 3)), id, { method: 'manual', reason: 'Rozmowa z założycielami.' });
  return { id, owner };
}

type Place = { id: string; person: string };

/** An organisation that is being wound up, a group with a patron, and a group that asks for one; gives the group with a patron. */
export async function seedRegisters(world: World, { officer, patron, asked }: { officer: string; patron: Place; asked: Place }): Promise<Place> {
  await enter(world, officer, {
    day: -150, person: 'Halina Mazur', email: 'przystanek@example.org',
    entry: {
      name: 'Stowarzyszenie Dawny Przystanek', legalForm: 'association', krs: syntheticKrs(91), nip: syntheticNip(91), regon: syntheticRegon(91), district: 'grzegorzki',
      street: 'ul. Przykładowa 93', postcode: '30-190', ledByCommunity: 'no', communityRoles: ['support'], targetGroups: ['economic_migrant'], languages: ['pl'],
      descriptions: { pl: 'Świetlica dla rodzin, które dopiero przyjechały do Krakowa.' },
    },
  });
  const rondo = await enter(world, officer, {
    day: -60, person: 'Lesia Hnatiuk', email: 'grupa1@example.org', role: 'informal group with a patron',
    entry: {
      name: 'Grupa sąsiedzka Rondo', legalForm: 'informal_group', district: 'mistrzejowice', communityRoles: ['self_help'], targetGroups: ['forced_migrant'],
      communities: ['ukrainian'], languages: ['pl', 'uk'], descriptions: { pl: 'Sąsiadki i sąsiedzi z Mistrzejowic: wspólne obiady i pomoc w urzędach.', uk: 'Сусідки та сусіди з Містшейовіц: спільні обіди й допомога в установах.' },
    },
  });
  const tea = await enter(world, officer, {
    day: -40, person: 'Farida Azizi', email: 'grupa2@example.org', role: 'informal group that asks for a patron',
    entry: {
      name: 'Klub Rozmów przy Herbacie', legalForm: 'informal_group', district: 'debniki', communityRoles: ['self_help'], targetGroups: ['economic_migrant'],
      languages: ['pl', 'en'], descriptions: { pl: 'Raz w tygodniu rozmawiamy po polsku przy herbacie.', en: 'Once a week we talk in Polish over tea.' },
    },
  });
  const { id } = await proposePatronage(await world.as(rondo.owner, world.moment(-50)), rondo.id, {
    otherId: patron.id, scope: 'Patron składa oferty, podpisuje umowy i prowadzi księgowość. Grupa prowadzi spotkania i zdaje patronowi krótkie relacje.',
  });
  await answerPatronage(await world.as(patron.person, world.moment(-48)), patron.id, id, 'accept');
  await proposePatronage(await world.as(tea.owner, world.moment(-4)), tea.id, { otherId: asked.id, scope: 'Prosimy o patronat nad klubem rozmów: umowa, rachunki i sala raz w tygodniu.' });
  await reaskRegister(world.itself(world.moment(-3, '03:00')), offlineProvider());
  return { id: rondo.id, person: rondo.owner };
}
