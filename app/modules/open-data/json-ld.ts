import type { Lang } from '~/i18n/messages';
import type { LegalForm } from '~/modules/organisations/content';
import { inLanguageOf } from '~/modules/organisations/rules';
import { isoInstant } from '~/shared/time';

type Texts = Partial<Record<Lang, string>>;
type At = { origin: string; lang: Lang };
type Thing = { '@type': string } & Record<string, unknown>;
const funder = { '@type': 'GovernmentOrganization', name: 'Gmina Miejska Kraków', url: 'https://www.krakow.pl/' };

/** The things a page tells search engines of (schema.org), to be written into its head. */
export function linked(...things: Thing[]) {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** The way from the home page to this page. */
export function breadcrumbList({ origin, lang }: At, steps: readonly { name: string; path: string }[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: `${origin}/${lang}${path}` })),
  };
}

type Entry = {
  slug: string; name: string; names: Texts; legalForm: LegalForm; descriptions: Texts; krs: string | null; nip: string | null; regon: string | null;
  street: string | null; postcode: string | null; city: string; website: string | null; email: string | null; phone: string | null; languages: string[];
};

const typeOf = (form: LegalForm) => (form === 'public_institution' ? 'GovernmentOrganization' : form === 'business' ? 'Organization' : 'NGO');
const registers = [['krs', 'PL-KRS'], ['regon', 'PL-REGON'], ['nip', 'PL-NIP']] as const;

/** A public entry with what it offers; only what its page shows. */
export function organisationThing(entry: Entry, services: readonly { names: Texts }[], { origin, lang }: At): Thing {
  const description = inLanguageOf(entry.descriptions, lang)?.text;
  const translated = entry.names[lang];
  const offers = services.flatMap(({ names }) => inLanguageOf(names, lang)?.text ?? []);
  return {
    '@type': typeOf(entry.legalForm), '@id': `${origin}/pl/organisations/${entry.slug}`, name: entry.name, url: `${origin}/${lang}/organisations/${entry.slug}`,
    ...(translated && translated !== entry.name ? { alternateName: translated } : {}),
    ...(description ? { description } : {}),
    ...(entry.website ? { sameAs: [entry.website] } : {}),
    ...(entry.email ? { email: entry.email } : {}),
    ...(entry.phone ? { telephone: entry.phone } : {}),
    identifier: registers.flatMap(([field, propertyID]) => (entry[field] ? [{ '@type': 'PropertyValue', propertyID, value: entry[field] }] : [])),
    address: {
      '@type': 'PostalAddress', ...(entry.street ? { streetAddress: entry.street } : {}), ...(entry.postcode ? { postalCode: entry.postcode } : {}), addressLocality: entry.city,
      addressCountry: 'PL',
    },
    knowsLanguage: entry.languages,
    areaServed: { '@type': 'AdministrativeArea', name: 'Kraków' },
    ...(offers.length > 0 ? { makesOffer: offers.map((name) => ({ '@type': 'Offer', itemOffered: { '@type': 'Service', name } })) } : {}),
  };
}

type Call = { slug: string; title: string; summary: string; closesAt: Date };

/** The page of a call: it expires with the deadline, and is about a grant of the City. */
export function callThing({ slug, title, summary, closesAt }: Call, { origin, lang }: At): Thing {
  const url = `${origin}/${lang}/calls/${slug}`;
  return {
    '@type': 'WebPage', '@id': url, url, name: title, inLanguage: lang, expires: isoInstant(closesAt),
    mainEntity: { '@type': 'Grant', name: title, ...(summary ? { description: summary } : {}), url, funder },
  };
}

type Award = { number: string; title: string; about: string; amount: number; organisationName: string; organisationSlug: string | null };

/** A grant that was awarded. */
export function awardThing({ number, title, about, amount, organisationName, organisationSlug }: Award, { origin, lang }: At): Thing {
  const path = `/initiatives/${encodeURIComponent(number)}`;
  return {
    '@type': 'MonetaryGrant', '@id': `${origin}/pl${path}`, url: `${origin}/${lang}${path}`, name: title, identifier: number, ...(about ? { description: about } : {}),
    amount: { '@type': 'MonetaryAmount', value: amount / 100, currency: 'PLN' }, funder,
    fundedItem: {
      '@type': 'Organization', name: organisationName, ...(organisationSlug ? { '@id': `${origin}/pl/organisations/${organisationSlug}`, url: `${origin}/${lang}/organisations/${organisationSlug}` } : {}),
    },
  };
}

type Consultation = { slug: string; titles: Texts; questions: Texts; opensAt: Date; closesAt: Date };

/** A consultation, as something that takes place on this portal between two moments. */
export function consultationThing({ slug, titles, questions, opensAt, closesAt }: Consultation, { origin, lang }: At): Thing {
  const url = `${origin}/${lang}/consultations/${slug}`;
  return {
    '@type': 'Event', '@id': `${origin}/pl/consultations/${slug}`, url, name: inLanguageOf(titles, lang)?.text ?? slug, description: inLanguageOf(questions, lang)?.text ?? '',
    startDate: isoInstant(opensAt), endDate: isoInstant(closesAt), inLanguage: lang, eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode', location: { '@type': 'VirtualLocation', url }, organizer: funder,
  };
}
