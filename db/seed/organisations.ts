import { RegisterForm, type RegisterInput } from '~/modules/organisations/forms';
import { syntheticKrs, syntheticNip, syntheticNrb, syntheticRegon } from '~/shared/identifiers';

type Seed = Pick<RegisterInput, 'name' | 'legalForm' | 'district' | 'targetGroups' | 'communityRoles' | 'communities' | 'languages' | 'fields' | 'ledByCommunity'> & {
  person: string;
  pl: string;
  en: string;
  uk: string;
};

// Invented: no such organisation exists. Identifiers are of the ranges that are never issued.
const seeds: Seed[] = [
  { name: 'Stowarzyszenie Most na Zabłociu', person: 'Oksana Bondar', legalForm: 'association', district: 'podgorze', targetGroups: ['forced_migrant', 'economic_migrant'], communityRoles: ['self_help', 'self_advocacy'], communities: ['ukrainian'], languages: ['pl', 'uk', 'ru'], fields: ['foreigners_integration', 'communities'], ledByCommunity: 'yes', pl: 'Spotkania językowe, porady i grupa wsparcia prowadzone przez osoby, które same przyjechały do Krakowa.', en: 'Language meetings, advice and a support group run by people who came to Kraków themselves.', uk: 'Мовні зустрічі, поради та група підтримки, які проводять люди, що самі приїхали до Кракова.' },
  { name: 'Fundacja Wspólny Stół', person: 'Nino Beridze', legalForm: 'foundation', district: 'stare-miasto', targetGroups: ['economic_migrant'], communityRoles: ['self_help'], communities: ['georgian'], languages: ['pl', 'en', 'ru'], fields: ['culture', 'foreigners_integration'], ledByCommunity: 'yes', pl: 'Wspólne gotowanie i rozmowy sąsiadów z wielu krajów.', en: 'Cooking and talking together: neighbours from many countries.', uk: 'Спільне приготування їжі та розмови сусідів із багатьох країн.' },
  { name: 'Stowarzyszenie Czerkasy–Kraków', person: 'Andrij Melnyk', legalForm: 'association', district: 'nowa-huta', targetGroups: ['forced_migrant'], communityRoles: ['self_help'], communities: ['ukrainian'], languages: ['pl', 'uk'], fields: ['foreigners_integration', 'youth'], ledByCommunity: 'yes', pl: 'Zajęcia dla dzieci i klub rodziców w Nowej Hucie.', en: 'Activities for children and a parents’ club in Nowa Huta.', uk: 'Заняття для дітей і клуб батьків у Новій Гуті.' },
  { name: 'Stowarzyszenie Głos Romów Małopolski', person: 'Marta Gil', legalForm: 'association', district: 'bienczyce', targetGroups: ['national_ethnic_minority'], communityRoles: ['self_advocacy'], communities: ['roma'], languages: ['pl'], fields: ['minorities', 'education'], ledByCommunity: 'yes', pl: 'Asystentki edukacji i rzecznictwo rodzin romskich w szkołach.', en: 'Education assistants and advocacy for Roma families in schools.', uk: 'Асистентки освіти та захист прав ромських родин у школах.' },
  { name: 'Fundacja Druga Mowa', person: 'Jan Lewicki', legalForm: 'foundation', district: 'krowodrza', targetGroups: ['economic_migrant', 'forced_migrant'], communityRoles: ['support'], communities: [], languages: ['pl', 'en', 'uk'], fields: ['education', 'foreigners_integration'], ledByCommunity: 'no', pl: 'Kursy polskiego dla dorosłych, także wieczorem i przez telefon.', en: 'Polish courses for adults, in the evening and by telephone too.', uk: 'Курси польської для дорослих, також увечері та телефоном.' },
  { name: 'Stowarzyszenie Łemkowska Zagroda', person: 'Teodor Hryc', legalForm: 'association', district: 'pradnik-bialy', targetGroups: ['national_ethnic_minority'], communityRoles: ['self_advocacy'], communities: ['lemko'], languages: ['pl'], fields: ['minorities', 'culture'], ledByCommunity: 'yes', pl: 'Pamięć, śpiew i język Łemków w mieście.', en: 'Memory, song and language of the Lemkos in the city.', uk: 'Пам’ять, спів і мова лемків у місті.' },
  { name: 'Spółdzielnia Socjalna Nasz Warsztat', person: 'Iryna Koval', legalForm: 'social_cooperative', district: 'debniki', targetGroups: ['forced_migrant', 'economic_migrant'], communityRoles: ['self_help', 'support'], communities: ['ukrainian', 'belarusian'], languages: ['pl', 'uk', 'ru'], fields: ['employment', 'foreigners_integration'], ledByCommunity: 'partly', pl: 'Pierwsza praca i doradztwo zawodowe dla osób, które uczą się języka.', en: 'A first job and career advice for people still learning the language.', uk: 'Перша робота і професійне консультування для тих, хто ще вчить мову.' },
  { name: 'Stowarzyszenie Białoruski Krąg', person: 'Ales Karnilau', legalForm: 'association', district: 'grzegorzki', targetGroups: ['forced_migrant', 'national_ethnic_minority'], communityRoles: ['self_help', 'self_advocacy'], communities: ['belarusian'], languages: ['pl', 'ru'], fields: ['human_rights', 'minorities'], ledByCommunity: 'yes', pl: 'Wsparcie prawne i klub kultury Białorusinek i Białorusinów.', en: 'Legal support and a culture club of Belarusians.', uk: 'Правова підтримка та клуб культури білорусок і білорусів.' },
  { name: 'Fundacja Lotus', person: 'Tran Thi Mai', legalForm: 'foundation', district: 'czyzyny', targetGroups: ['economic_migrant'], communityRoles: ['self_help'], communities: ['vietnamese'], languages: ['pl', 'en'], fields: ['communities', 'health'], ledByCommunity: 'yes', pl: 'Tłumaczenia u lekarza i w szkole, klub seniorów.', en: 'Interpreting at the doctor’s and at school, a seniors’ club.', uk: 'Переклад у лікаря та в школі, клуб літніх людей.' },
  { name: 'Stowarzyszenie zwykłe Sąsiedzi z Prokocimia', person: 'Ewa Sroka', legalForm: 'ordinary_association', district: 'biezanow-prokocim', targetGroups: ['economic_migrant', 'forced_migrant'], communityRoles: ['support'], communities: [], languages: ['pl', 'uk'], fields: ['communities', 'volunteering'], ledByCommunity: 'partly', pl: 'Ogród społeczny i pomoc sąsiedzka.', en: 'A community garden and help between neighbours.', uk: 'Громадський сад і сусідська допомога.' },
  { name: 'Dom Spotkań przy Parafii Ormiańskiej', person: 'Armen Petrosjan', legalForm: 'church_entity', district: 'swoszowice', targetGroups: ['national_ethnic_minority'], communityRoles: ['self_help'], communities: ['armenian'], languages: ['pl', 'ru', 'en'], fields: ['minorities', 'charity'], ledByCommunity: 'yes', pl: 'Szkoła sobotnia i pomoc rodzinom ormiańskim.', en: 'A Saturday school and help for Armenian families.', uk: 'Суботня школа і допомога вірменським родинам.' },
  { name: 'Federacja Organizacji Samopomocowych Razem', person: 'Helena Wilk', legalForm: 'association_union', district: 'zwierzyniec', targetGroups: ['national_ethnic_minority', 'economic_migrant', 'forced_migrant'], communityRoles: ['umbrella'], communities: [], languages: ['pl', 'en', 'uk', 'de'], fields: ['ngo_support', 'human_rights'], ledByCommunity: 'partly', pl: 'Sieć i patron małych grup: szkolenia, księgowość, wspólny głos.', en: 'A network and patron of small groups: training, book-keeping, a common voice.', uk: 'Мережа і патрон малих груп: навчання, бухгалтерія, спільний голос.' },
  { name: 'Stowarzyszenie Ogniwo Tatarów', person: 'Selim Achmatowicz', legalForm: 'association', district: 'bronowice', targetGroups: ['national_ethnic_minority'], communityRoles: ['self_advocacy'], communities: ['tatar'], languages: ['pl'], fields: ['minorities'], ledByCommunity: 'yes', pl: 'Historia i kuchnia Tatarów polskich.', en: 'History and cooking of the Polish Tatars.', uk: 'Історія та кухня польських татар.' },
  { name: 'Grupa samopomocowa Mamy z Ruczaju', person: 'Dina Sahin', legalForm: 'informal_group', district: 'debniki', targetGroups: ['economic_migrant'], communityRoles: ['self_help'], communities: ['turkish', 'indian'], languages: ['pl', 'en'], fields: ['family'], ledByCommunity: 'yes', pl: 'Matki z różnych krajów pomagają sobie w pierwszych miesiącach w Krakowie.', en: 'Mothers from different countries help one another in their first months in Kraków.', uk: 'Матері з різних країн допомагають одна одній у перші місяці в Кракові.' },
];

export type SeedOrganisation = { person: string; input: RegisterInput };

// Some wrote their texts themselves, some had them translated, and some asked a machine and say so.
const wordsOf = (i: number, person: string) => ({
  descriptionOrigins: i % 3 === 2 ? { en: { origin: 'machine', by: 'DeepL' }, uk: { origin: 'own' } } : { en: { origin: 'human', by: 'Biuro Tłumaczeń Przykład' }, uk: { origin: 'own' } },
  ...(i === 0 ? { names: { uk: 'Товариство «Міст на Заблотті»', en: 'Bridge on Zabłocie Association' }, nameOrigins: { uk: { origin: 'own' }, en: { origin: 'human', by: 'Biuro Tłumaczeń Przykład' } } } : {}),
  ...(i % 4 === 0 ? { contactName: person, contactConsent: 'yes' } : {}),
  ...(i % 2 === 0 ? { socialLinks: [`https://social.example.org/organizacja${i + 1}`] } : {}),
});

const withoutKrs = ['ordinary_association', 'church_entity', 'informal_group'];

/** The invented organisations of the demo, each with the person who registers it. */
export const seedOrganisations: SeedOrganisation[] = seeds.map(({ person, pl, en, uk, ...seed }, i) => {
  const informal = seed.legalForm === 'informal_group';
  const record = withoutKrs.includes(seed.legalForm) && !informal;
  return {
    person,
    input: RegisterForm.parse({
      ...seed,
      ...wordsOf(i, person),
      krs: withoutKrs.includes(seed.legalForm) ? undefined : syntheticKrs(i + 1),
      nip: informal ? undefined : syntheticNip(i + 1),
      regon: informal ? undefined : syntheticRegon(i + 1),
      registerNumber: record ? `${100 + i}` : undefined,
      registerAuthority: record ? (seed.legalForm === 'church_entity' ? 'Małopolski Urząd Wojewódzki' : 'Prezydent Miasta Krakowa') : undefined,
      shortName: undefined,
      street: `ul. Przykładowa ${i + 3}`,
      postcode: `30-${String(100 + i)}`,
      city: 'Kraków',
      addressVisibility: i % 5 === 4 ? 'district' : 'full',
      email: `kontakt${i + 1}@example.org`,
      phone: `12 000 10 ${String(10 + i)}`,
      website: undefined,
      foundedYear: String(2005 + i),
      descriptions: { pl, en, uk },
      oppStatus: i % 6 === 0 ? 'yes' : undefined,
      account: informal ? undefined : syntheticNrb(i + 1),
      minSignatures: '1',
      representationText: 'Każdy członek zarządu samodzielnie',
      next: 'submit',
    }),
  };
});
