import type { z } from 'zod';
import { PlaceForm, ServiceForm } from '~/modules/organisations/forms-of-services';
import { addPlace } from '~/modules/organisations/locations.server';
import { hideOrganisation } from '~/modules/organisations/safe-mode.server';
import { addService } from '~/modules/organisations/services.server';
import type { World } from './world';

type Names = { pl: string; uk: string; en: string };
type ServiceSeed = { kind: string; names: Names; hours: [days: string, from: string, to: string][]; languages: string[]; about?: Names; cost?: 'free' | 'partly_paid' | 'paid'; costNote?: string; at?: number; howToCome?: string };
type PlaceSeed = { name: string; street: string; district: string; point: string; access?: string[]; visibility?: 'full' | 'district' | 'hidden' };
type OfferSeed = { places: PlaceSeed[]; services: ServiceSeed[] };

const names = (pl: string, uk: string, en: string): Names => ({ pl, uk, en });
const legal = names('Porady prawne o pobycie i pracy', 'Правові поради щодо перебування та праці', 'Legal advice on residence and work');
const legalAbout = names('Prawnik wyjaśnia karty pobytu, ochronę czasową, umowy i mieszkanie.', 'Юрист пояснює карти побиту, тимчасовий захист, договори та житло.', 'A lawyer explains residence cards, temporary protection, contracts and housing.');
const papers = names('Pomoc przy wnioskach i formularzach', 'Допомога із заявами та формулярами', 'Help with applications and forms');
const polish = names('Kurs języka polskiego', 'Курс польської мови', 'Polish language course');
const meeting = names('Otwarte spotkanie', 'Відкрита зустріч', 'Open meeting');
const interpreting = names('Tłumacz w urzędzie i u lekarza', 'Перекладач в установі та в лікаря', 'Interpreter at an office or a doctor’s');
const children = names('Zajęcia dla dzieci po lekcjach', 'Заняття для дітей після уроків', 'After-school activities for children');

// One for each invented organisation, in their order; the streets do not exist.
const offers: OfferSeed[] = [
  {
    places: [{ name: 'Świetlica na Zabłociu', street: 'ul. Wymyślona 3', district: 'podgorze', point: '50.0475, 19.9610', access: ['step_free', 'accessible_toilet', 'guide_dog'] }, { name: 'Punkt w Nowej Hucie', street: 'os. Wymyślone 8', district: 'nowa-huta', point: '50.0722, 20.0372', access: ['step_free'] }],
    services: [
      { kind: 'legal_help', names: legal, about: legalAbout, hours: [['MO WE', '16:00', '19:00']], languages: ['uk', 'ru', 'pl'], at: 0, howToCome: 'Bez zapisów. Weź dokument pobytowy, jeśli go masz.' },
      { kind: 'psychological', names: names('Rozmowa z psycholożką', 'Розмова з психологинею', 'Talk with a psychologist'), hours: [['TH', '15:00', '18:30']], languages: ['uk', 'ru'], at: 0, howToCome: 'Zadzwoń i umów się.' },
      { kind: 'language_course', names: polish, hours: [['TU TH', '17:30', '19:00']], languages: ['pl', 'uk'], at: 1, cost: 'partly_paid', costNote: '50 zł za podręcznik' },
      { kind: 'children', names: children, hours: [['MO TU WE TH FR', '14:00', '17:00']], languages: ['uk', 'pl'], at: 0 },
    ],
  },
  {
    places: [{ name: 'Kuchnia Wspólny Stół', street: 'ul. Nieistniejąca 4', district: 'stare-miasto', point: '50.0621, 19.9389', access: ['guide_dog'] }],
    services: [
      { kind: 'culture', names: names('Wspólne gotowanie', 'Спільне готування', 'Cooking together'), hours: [['SA', '12:00', '16:00']], languages: ['pl', 'en', 'ru', 'ka'], at: 0, cost: 'partly_paid', costNote: 'Składka na produkty: 20 zł' },
      { kind: 'community', names: meeting, hours: [['FR', '18:00', '20:00']], languages: ['pl', 'en', 'ka'], at: 0 },
    ],
  },
  {
    places: [{ name: 'Klub Czerkasy', street: 'os. Wymyślone 15', district: 'nowa-huta', point: '50.0741, 20.0415', access: ['step_free', 'lift'] }],
    services: [
      { kind: 'legal_help', names: legal, about: legalAbout, hours: [['TU', '10:00', '14:00']], languages: ['uk', 'pl'], at: 0, howToCome: 'Zapisy telefoniczne.' },
      { kind: 'children', names: children, hours: [['MO WE FR', '15:00', '18:00']], languages: ['uk', 'pl'], at: 0 },
      { kind: 'material_help', names: names('Ubrania i wyprawki szkolne', 'Одяг і шкільне приладдя', 'Clothes and school kits'), hours: [['SA', '10:00', '13:00']], languages: ['uk', 'pl'], at: 0 },
    ],
  },
  {
    places: [{ name: 'Świetlica w Bieńczycach', street: 'os. Zmyślone 2', district: 'bienczyce', point: '50.0859, 20.0281' }],
    services: [
      { kind: 'education', names: names('Asystentka edukacji romskiej', 'Асистентка ромської освіти', 'Roma education assistant'), hours: [['MO TU WE TH FR', '08:00', '14:00']], languages: ['pl', 'rom'], at: 0 },
      { kind: 'advocacy', names: names('Wsparcie przy dyskryminacji', 'Підтримка в разі дискримінації', 'Support against discrimination'), hours: [['WE', '16:00', '18:00']], languages: ['pl', 'rom'] },
    ],
  },
  {
    places: [{ name: 'Sala lekcyjna Druga Mowa', street: 'ul. Pomyślana 11', district: 'krowodrza', point: '50.0722, 19.9201', access: ['step_free', 'lift', 'accessible_toilet', 'induction_loop'] }],
    services: [
      { kind: 'language_course', names: polish, hours: [['MO WE', '18:00', '19:30'], ['SA', '10:00', '13:00']], languages: ['pl', 'en', 'uk'], at: 0, cost: 'partly_paid', costNote: 'Od 120 zł za semestr, dla osób uchodźczych bezpłatnie' },
      { kind: 'language_course', names: names('Konwersacje przez internet', 'Розмовний клуб онлайн', 'Conversation online'), hours: [['TU TH', '19:00', '20:00']], languages: ['pl', 'en', 'uk'] },
      { kind: 'interpreting', names: interpreting, hours: [], languages: ['en', 'uk'], cost: 'paid', costNote: '80 zł za godzinę' },
    ],
  },
  {
    places: [{ name: 'Zagroda', street: 'ul. Niebyła 6', district: 'pradnik-bialy', point: '50.0945, 19.9283' }],
    services: [
      { kind: 'culture', names: names('Warsztaty śpiewu łemkowskiego', 'Майстерні лемківського співу', 'Lemko singing workshops'), hours: [['TH', '18:00', '20:00']], languages: ['pl', 'rue'], at: 0 },
      { kind: 'language_course', names: names('Nauka języka łemkowskiego', 'Вивчення лемківської мови', 'Lemko language lessons'), hours: [['SA', '11:00', '12:30']], languages: ['pl', 'rue'], at: 0 },
    ],
  },
  {
    places: [{ name: 'Warsztat', street: 'ul. Wyobrażona 22', district: 'debniki', point: '50.0338, 19.9108', access: ['step_free', 'accessible_toilet'] }],
    services: [
      { kind: 'work', names: names('Pomoc w znalezieniu pracy', 'Допомога з пошуком роботи', 'Help in finding work'), hours: [['MO TU WE TH', '09:00', '15:00']], languages: ['pl', 'uk', 'ru'], at: 0 },
      { kind: 'legal_help', names: names('Porady o umowie o pracę', 'Поради щодо трудового договору', 'Advice on work contracts'), about: legalAbout, hours: [['FR', '12:00', '16:00']], languages: ['uk', 'ru', 'pl'], at: 0, howToCome: 'Zabierz umowę.' },
      { kind: 'education', names: names('Kurs krawiecki', 'Курси шиття', 'Sewing course'), hours: [['SA', '09:00', '13:00']], languages: ['pl', 'uk'], at: 0, cost: 'paid', costNote: '300 zł za kurs' },
    ],
  },
  {
    places: [{ name: 'Mieszkanie grupy', street: 'ul. Cicha Zmyślona 5', district: 'grzegorzki', point: '50.0633, 19.9658' }],
    services: [
      { kind: 'documents', names: papers, hours: [['TU TH', '17:00', '19:00']], languages: ['be', 'ru', 'pl'], at: 0, howToCome: 'Napisz, podamy miejsce.' },
      { kind: 'psychological', names: names('Grupa wsparcia', 'Група підтримки', 'Support group'), hours: [['SU', '16:00', '18:00']], languages: ['be', 'ru'], at: 0 },
    ],
  },
  {
    places: [{ name: 'Biuro Lotus', street: 'ul. Przykładna 9', district: 'czyzyny', point: '50.0656, 20.0107', access: ['lift'] }],
    services: [
      { kind: 'interpreting', names: interpreting, hours: [['MO TU WE TH FR', '08:00', '16:00']], languages: ['vi', 'pl', 'en'], at: 0, howToCome: 'Zadzwoń dwa dni wcześniej.' },
      { kind: 'health', names: names('Jak działa przychodnia', 'Як працює поліклініка', 'How a clinic works'), hours: [['SA', '10:00', '12:00']], languages: ['vi', 'en'], at: 0 },
    ],
  },
  {
    places: [{ name: 'Kawiarenka sąsiedzka', street: 'ul. Wymarzona 14', district: 'biezanow-prokocim', point: '50.0178, 20.0010', access: ['step_free', 'guide_dog', 'quiet_room'] }],
    services: [
      { kind: 'legal_help', names: legal, about: legalAbout, hours: [['TH', '16:30', '19:00']], languages: ['uk', 'pl'], at: 0, howToCome: 'Bez zapisów.' },
      { kind: 'community', names: meeting, hours: [['SU', '15:00', '18:00']], languages: ['pl', 'uk'], at: 0 },
      { kind: 'housing', names: names('Jak wynająć mieszkanie', 'Як винайняти житло', 'How to rent a flat'), hours: [['MO', '17:00', '19:00']], languages: ['pl', 'uk'], at: 0 },
    ],
  },
  {
    places: [{ name: 'Dom Spotkań', street: 'ul. Umyślna 1', district: 'swoszowice', point: '49.9896, 19.9505', access: ['step_free'] }],
    services: [
      { kind: 'community', names: meeting, hours: [['SU', '13:00', '16:00']], languages: ['pl', 'ru', 'en', 'hy'], at: 0 },
      { kind: 'material_help', names: names('Paczki żywnościowe', 'Продуктові набори', 'Food parcels'), hours: [['FR', '10:00', '12:00']], languages: ['pl', 'ru', 'uk'], at: 0 },
    ],
  },
  {
    places: [{ name: 'Biuro federacji', street: 'ul. Domyślna 30', district: 'zwierzyniec', point: '50.0553, 19.9021', access: ['lift', 'accessible_toilet', 'induction_loop', 'sign_language'] }],
    services: [
      { kind: 'ngo_support', names: names('Księgowość i statut: porady dla grup', 'Бухгалтерія та статут: поради для груп', 'Book-keeping and statutes: advice for groups'), hours: [['TU TH', '10:00', '16:00']], languages: ['pl', 'en', 'uk', 'de'], at: 0 },
      { kind: 'documents', names: papers, hours: [['WE', '12:00', '17:00']], languages: ['pl', 'en', 'uk', 'de'], at: 0 },
    ],
  },
  {
    places: [{ name: 'Pokój spotkań', street: 'ul. Zmyślna 7', district: 'bronowice', point: '50.0825, 19.8722', visibility: 'district' }],
    services: [
      { kind: 'culture', names: names('Kuchnia tatarska', 'Татарська кухня', 'Tatar cooking'), hours: [['SA', '11:00', '15:00']], languages: ['pl'], at: 0 },
      { kind: 'education', names: names('Lekcje o historii Tatarów', 'Уроки з історії татар', 'Lessons on the history of the Tatars'), hours: [], languages: ['pl'], howToCome: 'Przyjeżdżamy do szkół.' },
    ],
  },
  {
    places: [{ name: 'U jednej z nas', street: 'ul. Zmyślona 40', district: 'debniki', point: '50.0239, 19.8989', visibility: 'hidden' }],
    services: [
      { kind: 'community', names: names('Kawa z mamami', 'Кава з мамами', 'Coffee with mothers'), hours: [['WE', '10:00', '12:00']], languages: ['pl', 'en', 'tr'], at: 0, howToCome: 'Napisz, podamy adres.' },
      { kind: 'children', names: names('Wymiana ubranek i wózków', 'Обмін одягом і візочками', 'Exchange of clothes and prams'), hours: [], languages: ['pl', 'en'] },
    ],
  },
];

// People in exile, whom somebody looks for.
const atRisk = 7;

/** What the invented organisations do, where and when; one of them is at risk and hides. */
export async function seedServices(world: World, organisations: readonly { id: string; person: string }[]): Promise<void> {
  for (const [i, { id, person }] of organisations.entries()) {
    const { places = [], services = [] } = offers[i] ?? {};
    const context = await world.as(person, world.moment(-60 + i, '17:00'));
    const at: string[] = [];
    for (const { point, visibility = 'full', ...place } of places)
      at.push((await addPlace(context, id, input(PlaceForm, { ...place, visibility, coordinates: point, postcode: '30-000', city: 'Kraków' }))).id);
    for (const { hours, about, cost = 'free', at: place, ...service } of services)
      await addService(context, id, input(ServiceForm, {
        ...service, cost, status: 'active', descriptions: about, targetGroups: service.kind === 'legal_help' ? ['forced_migrant', 'economic_migrant'] : [],
        hours: hours.map(([days, from, to]) => ({ days: days.split(' '), from, to })), locationId: place === undefined ? undefined : at[place],
      }));
    if (i === atRisk) await hideOrganisation(context, id);
  }
}

const input = <Form extends z.ZodType>(form: Form, typed: unknown): z.output<Form> => form.parse(typed);
