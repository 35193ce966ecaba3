import { and, asc, count, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { prepared } from '#db/prepared';
import { NotFound } from '~/shared/errors';
import { digest } from '~/shared/ids';
import type { OfferorSnapshot, OrganisationStatus } from './content';
import { publicStatuses, shownAddress, shownPerson, shownPlace } from './rules';
import { shownOrigins } from './rules-of-words';

// An address can hold signs that PostgreSQL refuses to compare; no entry has them.
const isName = (part: string) => /^[\w-]{1,80}$/.test(part);

/** An entry with everything the registry holds, for its members and the City, or NotFound. */
export async function getOrganisation(read: Read, id: string) {
  const { organisations } = read.t;
  const one = prepared(read, 'organisation', (from) => from.select().from(organisations).where(eq(organisations.id, sql.placeholder('id'))));
  const [organisation] = isName(id) ? await one.execute({ id }) : [];
  if (!organisation) throw new NotFound('organisation');
  return organisation;
}

export type Organisation = Awaited<ReturnType<typeof getOrganisation>>;

/** An entry as everybody may read it: no account, no address it hides; NotFound unless it is public. */
export async function getPublicOrganisation(read: Read, slug: string) {
  const { organisations: o } = read.t;
  if (!isName(slug)) throw new NotFound('organisation');
  const [row] = await read
    .select({
      id: o.id, slug: o.slug, status: o.status, name: o.name, names: o.names, shortName: o.shortName, legalForm: o.legalForm, krs: o.krs,
      nip: o.nip, regon: o.regon, registerNumber: o.registerNumber, registerAuthority: o.registerAuthority, street: o.street,
      postcode: o.postcode, city: o.city, district: o.district, addressVisibility: o.addressVisibility, email: o.email, phone: o.phone,
      website: o.website, foundedYear: o.foundedYear, descriptions: o.descriptions, targetGroups: o.targetGroups,
      communityRoles: o.communityRoles, ledByCommunity: o.ledByCommunity, communities: o.communities, languages: o.languages,
      fields: o.fields, oppStatus: o.oppStatus, source: o.source, sourceNote: o.sourceNote, verifiedAt: o.verifiedAt, confirmedAt: o.confirmedAt,
      registerStanding: o.registerStanding, registerAskedAt: o.registerAskedAt, nameOrigins: o.nameOrigins, descriptionOrigins: o.descriptionOrigins, authoritativeLang: o.authoritativeLang, socialLinks: o.socialLinks,
      contactName: o.contactName, contactConsentAt: o.contactConsentAt, logoFileId: o.logoFileId, safeMode: o.safeMode,
    })
    .from(o)
    .where(and(eq(o.slug, slug), inArray(o.status, publicStatuses)));
  if (!row) throw new NotFound('organisation');
  // That an organisation hides is itself nobody's business: it looks like one that shows only its town.
  const { safeMode, contactConsentAt: _agreed, ...open } = row;
  return {
    ...open, addressVisibility: safeMode ? ('hidden' as const) : row.addressVisibility, ...shownAddress(row), ...shownPerson(row), nameOrigins: shownOrigins(row.nameOrigins, row), descriptionOrigins: shownOrigins(row.descriptionOrigins, row),
  };
}

/** The places of public entries as everybody may see them, of one organisation or of all. */
export async function listPublicLocations(read: Read, organisationId?: string) {
  const { locations, organisations } = read.t;
  const rows = await read
    .select({ location: locations, safeMode: organisations.safeMode })
    .from(locations)
    .innerJoin(organisations, eq(organisations.id, locations.organisationId))
    .where(and(inArray(organisations.status, publicStatuses), organisationId ? eq(locations.organisationId, organisationId) : undefined))
    .orderBy(asc(locations.organisationId), asc(locations.position), asc(locations.id));
  return rows.map(({ location, safeMode }) => shownPlace(location, { safeMode })).filter((place) => place !== null);
}

/** The services of public entries, of one organisation or of all; the place of one is named only where it may be seen. */
export async function listPublicServices(read: Read, organisationId?: string) {
  const { services, organisations } = read.t;
  const places = new Set((await listPublicLocations(read, organisationId)).map(({ id }) => id));
  const rows = await read
    .select({ service: services, safeMode: organisations.safeMode })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(inArray(organisations.status, publicStatuses), organisationId ? eq(services.organisationId, organisationId) : undefined))
    .orderBy(asc(services.organisationId), asc(services.position), asc(services.id));
  // Where people are at risk, free words could say where they meet.
  const quiet = { hoursNote: null, howToCome: null, costNote: null };
  return rows.map(({ service, safeMode }) => ({
    ...service, ...(safeMode ? quiet : {}), locationId: service.locationId && places.has(service.locationId) ? service.locationId : null,
  }));
}

/** People who act for an organisation, in the order in which they joined. */
export function listMembers(read: Read, organisationId: string) {
  const { memberships, people } = read.t;
  return prepared(read, 'members', (from) =>
    from
      .select({
        personId: memberships.personId, name: people.name, email: people.email, lang: people.lang, role: memberships.role,
        signatory: memberships.signatory,
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(eq(memberships.organisationId, sql.placeholder('organisationId')))
      .orderBy(asc(memberships.since), asc(people.name), asc(people.id)),
  ).execute({ organisationId });
}

/** Organisations for which a person acts. */
export function listOrganisationsOf(read: Read, personId: string) {
  const { memberships, organisations } = read.t;
  return read
    .select({
      id: organisations.id, slug: organisations.slug, name: organisations.name, status: organisations.status, role: memberships.role,
      signatory: memberships.signatory,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.personId, personId))
    .orderBy(asc(organisations.nameKey), asc(organisations.id));
}

/** The organisation as part II.1 of an offer names it. */
export async function snapshotOf(read: Read, organisationId: string): Promise<OfferorSnapshot> {
  const { name, legalForm, krs, nip, regon, registerNumber, registerAuthority, street, postcode, city, district, website, email, phone } =
    await getOrganisation(read, organisationId);
  return { name, legalForm, krs, nip, regon, registerNumber, registerAuthority, street, postcode, city, district, website, email, phone };
}

/** How many entries everybody may read. */
export async function countPublic(read: Read): Promise<number> {
  const { organisations } = read.t;
  const [row] = await read.select({ n: count() }).from(organisations).where(inArray(organisations.status, publicStatuses));
  return Number(row?.n ?? 0);
}

/** Entries for the City's desk, of one state or all; those handed in first wait longest. */
export function listOrganisationsForOffice(read: Read, { status }: { status?: OrganisationStatus } = {}) {
  const { organisations } = read.t;
  return read
    .select({
      id: organisations.id, slug: organisations.slug, name: organisations.name, legalForm: organisations.legalForm, status: organisations.status,
      submittedAt: organisations.submittedAt, verifiedAt: organisations.verifiedAt,
    })
    .from(organisations)
    .where(status === 'submitted' ? inArray(organisations.status, ['submitted', 'claimed_submitted']) : status ? eq(organisations.status, status) : ne(organisations.status, 'draft'))
    .orderBy(asc(organisations.submittedAt), asc(organisations.nameKey), asc(organisations.id));
}

/** Invitations that were sent and can still be accepted. */
export function listInvitations(read: Read, organisationId: string, now: Date) {
  const { invitations } = read.t;
  return read
    .select({ id: invitations.id, email: invitations.email, role: invitations.role, signatory: invitations.signatory, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(and(eq(invitations.organisationId, organisationId), isNull(invitations.acceptedAt), gt(invitations.expiresAt, now)))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}

/** The invitation behind a link, with the name of the organisation, whether or not it can still be accepted. */
export async function findInvitation(read: Read, token: string) {
  const { invitations, organisations } = read.t;
  const [row] = await read
    .select({
      id: invitations.id, organisationId: invitations.organisationId, organisationName: organisations.name, email: invitations.email,
      role: invitations.role, signatory: invitations.signatory, expiresAt: invitations.expiresAt, acceptedAt: invitations.acceptedAt,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(invitations.digest, digest(token)));
  return row;
}
