import { and, eq, like, ne } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import { refuse } from '~/access/authorise';
import { RuleViolations } from '~/shared/errors';
import { slugOf } from '~/shared/ids';
import { polishSortKey, searchText } from '~/shared/text';
import type { OwnDataInput, RegisterInput } from './forms';
import type { Organisation } from './queries.server';
import { problemsOfRegister, shownAddress } from './rules';
import { authoritativeOf, consentAt, originsOf, problemsOfWords } from './rules-of-words';

const filled = <T extends Record<string, string | undefined>>(texts: T | undefined) =>
  Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => text)) as Partial<Record<keyof T, string>>;

const listed = (typed: string | undefined) => (typed ?? '').split(/[,;]/).map((one) => one.trim()).filter(Boolean).slice(0, 10);

/** The columns of what an organisation says of itself now; a person who agreed to be named before need not agree again. */
export function ownColumns(input: Omit<OwnDataInput, 'version'>, now: Date, before?: Organisation) {
  return {
    nameOrigins: originsOf(input.names, input.nameOrigins), descriptionOrigins: originsOf(input.descriptions, input.descriptionOrigins),
    authoritativeLang: authoritativeOf(input), socialLinks: [...new Set(input.socialLinks)],
    contactName: input.contactName ?? null, contactConsentAt: consentAt(input.contactName, before, now),
    names: filled(input.names), shortName: input.shortName ?? null, street: input.street ?? null, postcode: input.postcode ?? null,
    city: input.city, district: input.district ?? null, addressVisibility: input.addressVisibility, email: input.email,
    phone: input.phone ?? null, website: input.website ?? null, foundedYear: input.foundedYear ?? null,
    descriptions: filled(input.descriptions), targetGroups: input.targetGroups, communityRoles: input.communityRoles,
    ledByCommunity: input.ledByCommunity, communities: [...new Set([...input.communities, ...listed(input.otherCommunities)])],
    languages: input.languages, fields: input.fields, oppStatus: input.oppStatus, account: input.account ?? null,
    representation: { minSignatures: input.minSignatures, text: input.representationText ?? '' },
  };
}

type RegisterData = Pick<RegisterInput, 'name' | 'legalForm' | 'krs' | 'nip' | 'regon' | 'registerNumber' | 'registerAuthority'>;

/** The columns the register vouches for. */
export function registerColumns({ name, legalForm, krs, nip, regon, registerNumber, registerAuthority }: RegisterData) {
  return {
    name, nameKey: polishSortKey(name), legalForm, krs: krs ?? null, nip: nip ?? null, regon: regon ?? null,
    registerNumber: registerNumber ?? null, registerAuthority: registerAuthority ?? null,
  };
}

type Searchable = Pick<Organisation, 'name' | 'names' | 'shortName' | 'descriptions' | 'communities'>;

/** Refuses texts that do not say where they come from, and a person named without their consent, each at its field. */
export function refuseWrongWords(input: Pick<OwnDataInput, 'names' | 'descriptions' | 'nameOrigins' | 'descriptionOrigins' | 'authoritativeLang' | 'contactName' | 'contactConsent'>): void {
  const problems = problemsOfWords(input);
  if (input.contactName && !input.contactConsent) problems.push({ field: 'contactConsent', code: 'words.consentNeeded' });
  if (problems.length > 0) throw new RuleViolations(problems);
}

/** The words by which an entry is found. */
export function searchColumn({ name, names, shortName, descriptions, communities }: Searchable): string {
  return searchText([name, shortName, ...Object.values(names), ...Object.values(descriptions), ...communities]);
}

/** Refuses an entry whose numbers do not fit its legal form or already belong to another entry, each at its field. */
export async function refuseWrongRegister(tx: Tx, { legalForm, krs, nip, registerNumber, registerAuthority }: Omit<RegisterData, 'name' | 'regon'>, ownId = ''): Promise<void> {
  const problems = problemsOfRegister({ legalForm, krs, registerNumber, registerAuthority });
  if (problems.length > 0) throw new RuleViolations(problems);
  const { organisations } = tx.t;
  const taken = async (column: typeof organisations.krs | typeof organisations.nip, value: string | undefined) =>
    value !== undefined &&
    (await tx.select({ id: organisations.id }).from(organisations).where(and(eq(column, value), ne(organisations.id, ownId)))).length > 0;
  refuse((await taken(organisations.krs, krs)) ? 'organisation.krsTaken' : null, 'krs');
  refuse((await taken(organisations.nip, nip)) ? 'organisation.nipTaken' : null, 'nip');
}

/** A free address for an entry of this name. */
export async function freeSlug(tx: Tx, name: string, ownId = ''): Promise<string> {
  const { organisations } = tx.t;
  const base = slugOf(name);
  // The last signs may give way to a number, so the search looks at a little less than the whole.
  const near = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(and(like(organisations.slug, `${base.slice(0, 55)}%`), ne(organisations.id, ownId)));
  // An address that leads to another entry is not free either.
  const { formerSlugs } = tx.t;
  const former = await tx.select({ slug: formerSlugs.slug }).from(formerSlugs).where(and(like(formerSlugs.slug, `${base.slice(0, 55)}%`), ne(formerSlugs.organisationId, ownId)));
  return slugOf(name, [...near, ...former].map(({ slug }) => slug));
}

type Faceted = Pick<Organisation, 'legalForm' | 'district' | 'addressVisibility' | 'safeMode' | 'targetGroups' | 'communityRoles' | 'languages' | 'fields' | 'communities'>;

/** The values by which an entry can be filtered, as rows; a hidden district is not one of them. */
export function facetRows(organisationId: string, entry: Faceted) {
  const { district } = shownAddress({ ...entry, street: null, postcode: null });
  const values: Record<string, readonly (string | null)[]> = {
    form: [entry.legalForm], district: [district], group: entry.targetGroups, role: entry.communityRoles, language: entry.languages,
    field: entry.fields, community: entry.communities,
  };
  return Object.entries(values).flatMap(([facet, list]) => list.filter((value) => value !== null).map((value) => ({ organisationId, facet, value })));
}

/** Writes anew the values by which an entry can be filtered. */
export async function writeFacets(tx: Tx, organisationId: string, entry: Faceted): Promise<void> {
  const { organisationFacets } = tx.t;
  await tx.delete(organisationFacets).where(eq(organisationFacets.organisationId, organisationId));
  await tx.insert(organisationFacets).values(facetRows(organisationId, entry));
}
