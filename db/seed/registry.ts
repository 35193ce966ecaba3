import { claimEntry } from '~/modules/organisations/claims.server';
import { requestChange } from '~/modules/organisations/changes.server';
import { importPublicOrganisations, registerOrganisation, verifyOrganisation } from '~/modules/organisations/commands.server';
import { RegisterForm } from '~/modules/organisations/forms';
import { confirmEntry, remindToConfirm, setAside } from '~/modules/organisations/lifecycle.server';
import { getOrganisation, getPublicOrganisation } from '~/modules/organisations/queries.server';
import { registerPart } from '~/modules/organisations/rules-of-life';
import { suggestCorrection } from '~/modules/organisations/suggestions.server';
import { syntheticKrs, syntheticNip, syntheticRegon } from '~/shared/identifiers';
import type { World } from './world';

type Place = { id: string; person: string };

const invented = { nameEn: null, street: null, postcode: null, fields: [], communities: [], source: 'https://example.org', note: 'Invented entry of the demo: there is no such organisation.' };

/** Most entries were confirmed this year, one will soon be due, and one was forgotten. */
async function confirmations(world: World, places: Place[]) {
  const verified = places.slice(0, -2);
  const forgotten = verified.length - 3;
  for (const [i, { id, person }] of verified.entries()) if (i !== forgotten) await confirmEntry(await world.as(person, world.moment(i === 5 ? -345 : -75 - i, '17:30')), id);
  await remindToConfirm(world.itself(world.moment(-1, '03:00')));
}

async function suspended(world: World, officer: string) {
  const owner = await world.person({ name: 'Roman Kłos', email: 'dwabrzegi@example.org', role: 'owner of a suspended entry' });
  const input = RegisterForm.parse({
    name: 'Fundacja Dwa Brzegi Rzeki', legalForm: 'foundation', krs: syntheticKrs(92), nip: syntheticNip(92), regon: syntheticRegon(92), city: 'Kraków', district: 'podgorze',
    street: 'ul. Przykładowa 92', postcode: '30-192', addressVisibility: 'full', email: 'dwabrzegi@example.org', ledByCommunity: 'no', communityRoles: ['support'],
    targetGroups: ['economic_migrant'], languages: ['pl', 'en'], descriptions: { pl: 'Spacery po mieście z przewodnikiem w prostym języku.' }, minSignatures: '1', next: 'submit',
  });
  const { id } = await registerOrganisation(await world.as(owner, world.moment(-200)), input);
  await verifyOrganisation(await world.as(officer, world.moment(-196)), id, { method: 'manual', reason: 'Odpis z rejestru, rozmowa telefoniczna.' });
  await setAside(await world.as(officer, world.moment(-7)), id, { step: 'suspend', reason: 'Listy na adres siedziby wracają, a telefon nie odpowiada. Podaj aktualny adres, wtedy przywrócimy wpis.' });
}

/** Entries in every turn of their life: a change, a claim, a suggestion, a suspicion of a duplicate, a suspension, a year without confirmation. */
export async function seedRegistry(world: World, { officer, places }: { officer: string; places: Place[] }): Promise<void> {
  await confirmations(world, places);
  await suspended(world, officer);
  await importPublicOrganisations(world.itself(world.moment(-90)), [
    { ...invented, slug: 'klub-sasiedzki-przyklad', name: 'Klub Sąsiedzki Przykład', legalForm: 'association', website: null, district: 'czyzyny', targetGroups: ['economic_migrant'] },
    { ...invented, slug: 'lotus-krakow', name: 'Lotus Kraków', legalForm: 'foundation', website: null, district: 'czyzyny', targetGroups: ['economic_migrant'] },
  ]);
  const neighbour = await world.person({ name: 'Joanna Bury', email: 'klub@example.org', role: 'claims an entry made from public lists' });
  const club = await getPublicOrganisation(world.db.read, 'klub-sasiedzki-przyklad');
  await claimEntry(await world.as(neighbour, world.moment(-2, '19:10')), club.id, { position: 'skarbniczka', justification: 'Prowadzę klub od 2019 roku. Mój adres służbowy jest na stronie klubu, można też zadzwonić do świetlicy.' });
  const [first, , third] = places;
  if (third) {
    const { name, krs, nip, regon, registerNumber, registerAuthority, legalForm } = registerPart(await getOrganisation(world.db.read, third.id));
    await requestChange(await world.as(third.person, world.moment(-3, '12:40')), third.id, {
      name: `${name} Razem`, legalForm, krs: krs ?? undefined, nip: nip ?? undefined, regon: regon ?? undefined, registerNumber: registerNumber ?? undefined,
      registerAuthority: registerAuthority ?? undefined, note: 'Walne zebranie zmieniło nazwę, zmiana jest już w KRS.',
    });
  }
  if (first)
    await suggestCorrection({ ...world.itself(world.moment(-1, '20:05')), actor: { kind: 'anonymous' }, lang: 'uk' }, first.id, {
      topic: 'hours', text: 'У середу двері були зачинені о 17:00, хоча на сайті написано, що відчинено до 18:00.', email: 'susidka@example.org',
    });
}
