import type { OfferContent } from '~/modules/applications/content';
import type { City } from './city';
import { dayOf, inclusiveDays, isoInstant, startOfDay } from '~/shared/time';

export type PublishedAward = {
  number: string;
  title: string;
  content: OfferContent;
  requested: number;
  amount: number;
  paid: { amount: number; lastOn: string } | null;
  orderDate: string;
  organisation: { id: string; name: string; krs: string | null; regon: string | null; nip: string | null; slug: string | null };
  call: { number: string; slug: string; title: string; area: { code: string; name: string | null } };
  agreed: { startDate: string; endDate: string } | null;
  /** Moments at which something about the award became known. */
  changes: readonly (Date | null)[];
};

/** The identifier of an organisation on org-id.guide, or under our own prefix when no register knows it. */
export function orgId({ id, krs, regon, nip }: Pick<PublishedAward['organisation'], 'id' | 'krs' | 'regon' | 'nip'>, city: City): string {
  if (krs) return `PL-KRS-${krs}`;
  if (regon) return `PL-REGON-${regon}`;
  if (nip) return `PL-NIP-${nip}`;
  return `${city.id}-ORG-${id}`;
}

function zloty(amount: number): number {
  return amount / 100;
}

/** A public text without the e-mail addresses that somebody typed into it. */
export function withoutAddresses(words: string): string {
  return words.replace(/\S+@\S+\.\S+/g, '').replace(/\s+/g, ' ').trim();
}

function monthsOf({ startDate, endDate }: { startDate: string; endDate: string }): number {
  return Math.max(1, Math.round(inclusiveDays(startDate, endDate) / (365.25 / 12)));
}

function lastOf(moments: readonly (Date | null)[]): Date {
  return new Date(Math.max(0, ...moments.map((moment) => moment?.getTime() ?? 0)));
}

/** One award as a grant of the 360Giving standard. */
function grantOf(award: PublishedAward, { origin, city, districtName }: Publication, source: string) {
  const { number, content, organisation, call, agreed, paid } = award;
  const title = award.title.slice(0, 140);
  const about = withoutAddresses(content.task?.synthesis ?? '');
  const period = agreed ?? content.task ?? null;
  return {
    id: `${city.id}-${number}`,
    title,
    description: about && about !== title ? about : `Zadanie publiczne w naborze „${call.title}”`,
    currency: 'PLN',
    amountAppliedFor: zloty(award.requested),
    amountAwarded: zloty(award.amount),
    amountDisbursed: zloty(paid?.amount ?? 0),
    awardDate: award.orderDate,
    url: `${origin}/pl/initiatives/${encodeURIComponent(number)}`,
    ...(period ? { plannedDates: [{ startDate: period.startDate, endDate: period.endDate, duration: monthsOf(period) }] } : {}),
    recipientOrganization: [
      {
        id: orgId(organisation, city),
        name: organisation.name,
        addressLocality: 'Kraków',
        addressCountry: 'Poland',
        ...(organisation.slug ? { url: `${origin}/pl/organisations/${organisation.slug}` } : {}),
      },
    ],
    fundingOrganization: [city],
    grantProgramme: [{ code: call.number, title: call.title, url: `${origin}/pl/calls/${call.slug}` }],
    fromOpenCall: 'Yes',
    // The activity covers one town: GLS050 is the second-level area in the code list.
    locationScope: 'GLS050',
    beneficiaryLocation: placesOf(content.task?.districts ?? [], districtName),
    classifications: [{ vocabulary: 'otwarty-krakow-obszary', code: call.area.code, title: call.area.name ?? call.area.code }],
    dateModified: isoInstant(lastOf([...award.changes, paid?.lastOn ? startOfDay(paid.lastOn) : null])),
    dataSource: source,
  };
}

function placesOf(districts: readonly string[], districtName: (slug: string) => string) {
  if (districts.length === 0) return [{ name: 'Kraków', countryCode: 'PL' }];
  return districts.map((slug) => ({ name: `Kraków, ${districtName(slug)}`, countryCode: 'PL' }));
}

/** From where, by whom, and with which names of places the package goes out. */
export type Publication = { origin: string; city: City; districtName: (slug: string) => string };
export type GivingGrant = ReturnType<typeof grantOf>;

/** The name of the file with the awards of one year, or of all. */
export function givingFile(year?: string): string {
  return year ? `360giving-${year}.json` : '360giving.json';
}

/** The 360Giving package of all awards, or of those of one year; the same awards give the same bytes. */
export function packageOf(awards: readonly PublishedAward[], publication: Publication, year?: string) {
  const { origin, city } = publication;
  const source = `${origin}/open-data/${givingFile(year)}`;
  const grants = awards.map((award) => grantOf(award, publication, source));
  const changes = awards.flatMap((award) => award.changes.filter((moment) => moment !== null));
  const first = new Date(Math.min(...changes.map((moment) => moment.getTime())));
  return {
    version: '1.4',
    title: year ? `Dotacje programu Otwarty Kraków, ${year}` : 'Dotacje programu Otwarty Kraków',
    description: 'Dotacje z otwartych konkursów ofert, których wyniki ogłoszono',
    issued: dayOf(first),
    modified: grants.map(({ dateModified }) => dateModified).toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? isoInstant(first),
    identifier: city.id,
    publisher: { name: city.name, identifier: city.id, website: origin },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    downloadURL: source,
    grants,
  };
}
