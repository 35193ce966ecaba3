/** The 18 districts of Kraków in their official order; names are not translated. Centres are in WGS 84. */
export const districts = [
  { slug: 'stare-miasto', roman: 'I', name: 'Stare Miasto', lat: 50.0631, lon: 19.941 },
  { slug: 'grzegorzki', roman: 'II', name: 'Grzegórzki', lat: 50.0633, lon: 19.9658 },
  { slug: 'pradnik-czerwony', roman: 'III', name: 'Prądnik Czerwony', lat: 50.0862, lon: 19.9734 },
  { slug: 'pradnik-bialy', roman: 'IV', name: 'Prądnik Biały', lat: 50.1011, lon: 19.9179 },
  { slug: 'krowodrza', roman: 'V', name: 'Krowodrza', lat: 50.0724, lon: 19.9174 },
  { slug: 'bronowice', roman: 'VI', name: 'Bronowice', lat: 50.0825, lon: 19.8722 },
  { slug: 'zwierzyniec', roman: 'VII', name: 'Zwierzyniec', lat: 50.0583, lon: 19.8547 },
  { slug: 'debniki', roman: 'VIII', name: 'Dębniki', lat: 50.0158, lon: 19.8655 },
  { slug: 'lagiewniki-borek-falecki', roman: 'IX', name: 'Łagiewniki-Borek Fałęcki', lat: 50.0164, lon: 19.9301 },
  { slug: 'swoszowice', roman: 'X', name: 'Swoszowice', lat: 49.9896, lon: 19.9505 },
  { slug: 'podgorze-duchackie', roman: 'XI', name: 'Podgórze Duchackie', lat: 50.0123, lon: 19.9661 },
  { slug: 'biezanow-prokocim', roman: 'XII', name: 'Bieżanów-Prokocim', lat: 50.0178, lon: 20.0282 },
  { slug: 'podgorze', roman: 'XIII', name: 'Podgórze', lat: 50.0407, lon: 20.0081 },
  { slug: 'czyzyny', roman: 'XIV', name: 'Czyżyny', lat: 50.0656, lon: 20.0107 },
  { slug: 'mistrzejowice', roman: 'XV', name: 'Mistrzejowice', lat: 50.0981, lon: 20.0073 },
  { slug: 'bienczyce', roman: 'XVI', name: 'Bieńczyce', lat: 50.0864, lon: 20.0274 },
  { slug: 'wzgorza-krzeslawickie', roman: 'XVII', name: 'Wzgórza Krzesławickie', lat: 50.1006, lon: 20.0912 },
  { slug: 'nowa-huta', roman: 'XVIII', name: 'Nowa Huta', lat: 50.0725, lon: 20.1315 },
] as const;
export type District = (typeof districts)[number]['slug'];

/** The slugs of the districts, in the same order. */
export const districtSlugs: readonly District[] = districts.map(({ slug }) => slug);

/** The district as it is written: "XIII Podgórze"; an unknown slug stays as it is. */
export function districtName(slug: string): string {
  const district = districts.find((one) => one.slug === slug);
  return district ? `${district.roman} ${district.name}` : slug;
}

/** The three target groups of the programme; always of an organisation or a project, never of a person. */
export const targetGroups = ['national_ethnic_minority', 'economic_migrant', 'forced_migrant'] as const;
export type TargetGroup = (typeof targetGroups)[number];

/** How an organisation stands to its community. */
export const communityRolesList = ['self_advocacy', 'self_help', 'support', 'umbrella'] as const;
export type CommunityRole = (typeof communityRolesList)[number];

/** Languages in which organisations serve people; the portal's own five come first. */
export const languagesServed = [
  'pl', 'en', 'uk', 'de', 'ru', 'be', 'lt', 'cs', 'sk', 'hy', 'ka', 'az', 'tr', 'ar', 'fa', 'es', 'pt', 'fr', 'it', 'hi', 'vi', 'zh',
  'he', 'yi', 'rom', 'rue', 'csb', 'pjm',
] as const;
export type LanguageServed = (typeof languagesServed)[number];

/** Communities that can be ticked: the minorities of the act of 2005, then communities of migrants; the list is open. */
export const communities = [
  'belarusian', 'czech', 'lithuanian', 'german', 'armenian', 'russian', 'slovak', 'ukrainian', 'jewish', 'karaim', 'lemko', 'roma',
  'tatar', 'kashubian', 'georgian', 'indian', 'vietnamese', 'moldovan', 'turkish', 'latin_american', 'arab', 'african',
] as const;
export type Community = (typeof communities)[number];

/** Fields of public tasks of art. 4(1) of the act; the number has changed over the years, the slug has not. */
export const taskFieldNumbers = {
  minorities: '5', foreigners_integration: '5a', social_assistance: '1', family_support: '1a', legal_aid: '1b', reintegration: '2',
  charity: '3', national_tradition: '4', health: '6', disability: '7', employment: '8', equality: '9', seniors: '10',
  entrepreneurship: '11', innovation: '12', communities: '13', education: '14', youth: '15', culture: '16', sport: '17', ecology: '18',
  tourism: '19', public_safety: '20', defence: '21', human_rights: '22', civic_advice: '22a', rescue: '23', victims: '24',
  consumers: '25', european_integration: '26', volunteering: '27', diaspora: '28', veterans: '29', promotion_abroad: '30', family: '31',
  addictions: '32', revitalisation: '32a', ngo_support: '33',
} as const;
export type TaskField = keyof typeof taskFieldNumbers;

/** The slugs of the fields, those closest to the programme first. */
export const taskFields = Object.keys(taskFieldNumbers) as TaskField[];
