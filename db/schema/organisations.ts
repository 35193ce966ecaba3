import { memberRoles } from '../../app/access/roles';
import { languages, type Lang } from '../../app/i18n/messages';
import {
  addressVisibilities, ledByCommunityAnswers, legalForms, organisationStatuses, registerStandings, serviceCosts, serviceKinds, serviceStatuses, verificationMethods,
  type OpeningHours, type PlaceAccess, type Provenance,
} from '../../app/modules/organisations/content';
import type { Kit } from '../kit';
import type { identityTables } from './identity';

/** How an organisation signs: how many people together, and the sentence of its register. */
export type Representation = { minSignatures: number; text: string };

/** The registry: entries, the values they can be filtered by, and the people who act for them. */
export function organisationTables(k: Kit, { people }: ReturnType<typeof identityTables>) {
  const organisations = k.table('organisations', {
    id: k.key('id').primaryKey(),
    slug: k.key('slug').notNull().unique(),
    status: k.enum('status', [...organisationStatuses]).notNull(),
    name: k.text('name').notNull(),
    nameKey: k.key('name_key').notNull(),
    names: k.json<Partial<Record<Lang, string>>>('names').notNull(),
    shortName: k.text('short_name'),
    legalForm: k.enum('legal_form', [...legalForms]).notNull(),
    krs: k.key('krs').unique(),
    nip: k.key('nip').unique(),
    regon: k.key('regon'),
    registerNumber: k.text('register_number'),
    registerAuthority: k.text('register_authority'),
    street: k.text('street'),
    postcode: k.key('postcode'),
    city: k.text('city').notNull(),
    district: k.key('district'),
    addressVisibility: k.enum('address_visibility', [...addressVisibilities]).notNull(),
    email: k.text('email'),
    phone: k.text('phone'),
    website: k.text('website'),
    foundedYear: k.int('founded_year'),
    descriptions: k.json<Partial<Record<Lang, string>>>('descriptions').notNull(),
    /** Where each translation of the name and the description comes from, and which text counts when they differ. */
    nameOrigins: k.json<Provenance>('name_origins').notNull().default({}),
    descriptionOrigins: k.json<Provenance>('description_origins').notNull().default({}),
    authoritativeLang: k.enum('authoritative_lang', [...languages]).notNull().default('pl'),
    socialLinks: k.json<string[]>('social_links').notNull().default([]),
    /** Shown only with the consent of the person, recorded with its moment. */
    contactName: k.text('contact_name'),
    contactConsentAt: k.instant('contact_consent_at'),
    logoFileId: k.key('logo_file_id'),
    /** An organisation at risk shows no address, no person and no picture anywhere. */
    safeMode: k.bool('safe_mode').notNull().default(false),
    targetGroups: k.json<string[]>('target_groups').notNull(),
    communityRoles: k.json<string[]>('community_roles').notNull(),
    ledByCommunity: k.enum('led_by_community', [...ledByCommunityAnswers]).notNull(),
    communities: k.json<string[]>('communities').notNull(),
    languages: k.json<string[]>('languages').notNull(),
    fields: k.json<string[]>('fields').notNull(),
    oppStatus: k.bool('opp_status').notNull().default(false),
    /** Bank account (NRB, 26 digits): never public. */
    account: k.key('account'),
    representation: k.json<Representation>('representation').notNull(),
    source: k.text('source'),
    sourceNote: k.text('source_note'),
    returnReason: k.text('return_reason'),
    submittedAt: k.instant('submitted_at'),
    verifiedAt: k.instant('verified_at'),
    verifiedBy: k.key('verified_by').references(() => people.id),
    verificationMethod: k.enum('verification_method', [...verificationMethods]),
    /** Why the officer was sure without a register and without a document. */
    verificationNote: k.text('verification_note'),
    confirmedAt: k.instant('confirmed_at'),
    registerStanding: k.enum('register_standing', [...registerStandings]).notNull().default('not_asked'),
    registerAskedAt: k.instant('register_asked_at'),
    /** The entry this one was merged into; its address leads there. */
    mergedInto: k.key('merged_into'),
    statusReason: k.text('status_reason'),
    /** What an entry was before an officer suspended or archived it. */
    statusBefore: k.enum('status_before', [...organisationStatuses]),
    searchText: k.key('search_text').notNull(),
    createdBy: k.key('created_by').references(() => people.id),
    createdAt: k.instant('created_at').notNull(),
    version: k.int('version').notNull().default(1),
  }, (t) => [k.index('organisations_status_name').on(t.status, t.nameKey), k.index('organisations_name').on(t.nameKey, t.id), k.index('organisations_district').on(t.district)]);
  /** One row for each value an entry can be filtered by: target group, role, language, field, community. */
  const organisationFacets = k.table('organisation_facets', {
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    facet: k.key('facet').notNull(),
    value: k.key('value').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.organisationId, t.facet, t.value] }), k.index('organisation_facets_value').on(t.facet, t.value)]);
  const memberships = k.table('memberships', {
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    personId: k.key('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    role: k.enum('role', [...memberRoles]).notNull(),
    signatory: k.bool('signatory').notNull().default(false),
    since: k.instant('since').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.organisationId, t.personId] }), k.index('memberships_person').on(t.personId)]);
  const invitations = k.table('invitations', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    email: k.key('email').notNull(),
    lang: k.enum('lang', [...languages]).notNull(),
    role: k.enum('role', [...memberRoles]).notNull(),
    signatory: k.bool('signatory').notNull().default(false),
    digest: k.key('digest').notNull().unique(),
    invitedBy: k.key('invited_by').notNull().references(() => people.id),
    createdAt: k.instant('created_at').notNull(),
    expiresAt: k.instant('expires_at').notNull(),
    acceptedAt: k.instant('accepted_at'),
  }, (t) => [k.index('invitations_organisation').on(t.organisationId)]);
  /** Places where people are received; the seat of the organisation is in its entry. */
  const locations = k.table('locations', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    name: k.text('name').notNull(),
    street: k.text('street'),
    postcode: k.key('postcode'),
    city: k.text('city').notNull(),
    district: k.key('district'),
    visibility: k.enum('visibility', [...addressVisibilities]).notNull(),
    /** WGS 84 in millionths of a degree. */
    latitude: k.int('latitude'),
    longitude: k.int('longitude'),
    access: k.json<PlaceAccess[]>('access').notNull().default([]),
    accessNote: k.text('access_note'),
    position: k.int('position').notNull().default(0),
  }, (t) => [k.index('locations_organisation').on(t.organisationId)]);
  /** What an organisation does for people: the thing they look for. */
  const services = k.table('services', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    locationId: k.key('location_id').references(() => locations.id, { onDelete: 'set null' }),
    kind: k.enum('kind', [...serviceKinds]).notNull(),
    status: k.enum('status', [...serviceStatuses]).notNull().default('active'),
    names: k.json<Partial<Record<Lang, string>>>('names').notNull(),
    descriptions: k.json<Partial<Record<Lang, string>>>('descriptions').notNull().default({}),
    cost: k.enum('cost', [...serviceCosts]).notNull(),
    costNote: k.text('cost_note'),
    languages: k.json<string[]>('languages').notNull().default([]),
    targetGroups: k.json<string[]>('target_groups').notNull().default([]),
    hours: k.json<OpeningHours[]>('hours').notNull().default([]),
    hoursNote: k.text('hours_note'),
    howToCome: k.text('how_to_come'),
    position: k.int('position').notNull().default(0),
    changedAt: k.instant('changed_at').notNull(),
  }, (t) => [k.index('services_organisation').on(t.organisationId), k.index('services_kind').on(t.kind)]);
  return { organisations, organisationFacets, memberships, invitations, locations, services };
}
