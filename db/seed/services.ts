import type { ServiceKind } from '~/modules/organisations/content';
import { PlaceForm, ServiceForm } from '~/modules/organisations/forms-of-services';
import { addPlace } from '~/modules/organisations/locations.server';
import { addService } from '~/modules/organisations/services.server';
import { seedOrganisations } from './organisations';
import type { World } from './world';

type Place = { id: string; person: string; district: string };

const texts = {
  legal_help: { pl: 'Bezpłatne porady prawne', uk: 'Безплатні правові консультації', en: 'Free legal advice' },
  documents: { pl: 'Pomoc w dokumentach i legalizacji pobytu', uk: 'Допомога з документами й легалізацією', en: 'Help with documents and residence permits' },
  language_course: { pl: 'Kurs języka polskiego', uk: 'Курс польської мови', en: 'Polish course' },
  interpreting: { pl: 'Tłumaczenie u lekarza i w urzędzie', uk: 'Переклад у лікаря та в установі', en: 'Interpreting at the doctor’s and in offices' },
  work: { pl: 'Doradztwo zawodowe', uk: 'Професійні консультації', en: 'Career advice' },
  psychological: { pl: 'Rozmowa z psycholożką', uk: 'Розмова з психологинею', en: 'Talking to a psychologist' },
  children: { pl: 'Zajęcia dla dzieci', uk: 'Заняття для дітей', en: 'Activities for children' },
  community: { pl: 'Spotkania sąsiedzkie', uk: 'Зустрічі сусідів', en: 'Meetings of neighbours' },
  culture: { pl: 'Klub kultury', uk: 'Клуб культури', en: 'Culture club' },
  advocacy: { pl: 'Rzecznictwo i wsparcie w sporach ze szkołą', uk: 'Захист інтересів у школі', en: 'Advocacy at school' },
  ngo_support: { pl: 'Patronat i księgowość małych grup', uk: 'Патронат і бухгалтерія малих груп', en: 'Patronage and book-keeping for small groups' },
  health: { pl: 'Punkt zdrowia', uk: 'Пункт здоров’я', en: 'Health point' },
} satisfies Partial<Record<ServiceKind, { pl: string; uk: string; en: string }>>;
type Offered = keyof typeof texts;

const offered: Offered[][] = [
  ['legal_help', 'language_course', 'community'], ['community', 'culture'], ['children', 'community', 'documents'], ['advocacy', 'children'], ['language_course', 'interpreting'],
  ['culture', 'community'], ['work', 'documents', 'legal_help'], ['legal_help', 'culture', 'psychological'], ['interpreting', 'health'], ['community', 'children'],
  ['children', 'community'], ['ngo_support', 'legal_help'], ['culture'],
];

/** What the organisations of the demo do for people, and where. */
export async function seedServices(world: World, places: readonly Place[]): Promise<void> {
  for (const [i, kinds] of offered.entries()) {
    const place = places[i];
    const seed = seedOrganisations[i];
    if (!place || !seed) continue;
    const context = await world.as(place.person, world.moment(-370 + i, '17:30'));
    const { id: locationId } = await addPlace(context, place.id, PlaceForm.parse({
      name: 'Siedziba', street: seed.input.street ?? '', postcode: seed.input.postcode ?? '', city: 'Kraków', district: place.district, visibility: seed.input.addressVisibility, access: i % 2 === 0 ? ['step_free', 'accessible_toilet'] : ['lift'],
    }));
    for (const [k, kind] of kinds.entries())
      await addService(context, place.id, ServiceForm.parse({
        kind, status: 'active', names: texts[kind], cost: 'free', languages: seed.input.languages, targetGroups: seed.input.targetGroups, locationId,
        hours: [{ days: k % 2 === 0 ? ['MO', 'WE'] : ['TU', 'TH'], from: '16:00', to: '19:00' }],
      }));
  }
}
