import type { Lang } from '~/i18n/messages';

/** Where an entry of the registry stands. */
export const organisationStatuses = [
  'draft', 'submitted', 'needs_correction', 'verified', 'unclaimed', 'claimed', 'claimed_submitted', 'suspended', 'archived',
] as const;
export type OrganisationStatus = (typeof organisationStatuses)[number];

/** Legal forms in the order in which people look for them. */
export const legalForms = [
  'association', 'ordinary_association', 'association_branch', 'association_union', 'foundation', 'church_entity',
  'social_cooperative', 'nonprofit_company', 'sports_club_starosta', 'rural_housewives_circle', 'volunteer_fire_brigade',
  'lgu_association', 'foreign_org_branch', 'informal_group', 'public_institution', 'business',
] as const;
export type LegalForm = (typeof legalForms)[number];

/** How much of its address an organisation shows: one seated in a private flat may hide it. */
export const addressVisibilities = ['full', 'district', 'hidden'] as const;

/** Whether the community itself leads the organisation: its own statement, never checked through anybody's origin. */
export const ledByCommunityAnswers = ['yes', 'partly', 'no', 'not_stated'] as const;

/** What people come for, in the order in which a person new to the city asks. */
export const serviceKinds = [
  'legal_help', 'documents', 'housing', 'work', 'health', 'psychological', 'crisis', 'language_course', 'interpreting', 'children',
  'education', 'material_help', 'community', 'culture', 'advocacy', 'ngo_support', 'other',
] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** Whether a service costs anything. */
export const serviceCosts = ['free', 'partly_paid', 'paid'] as const;

/** Whether a service is offered now. */
export const serviceStatuses = ['active', 'paused', 'ended'] as const;

/** Days of the week as calendars write them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** When a service is open: the days, and the hours of the clock in Kraków ('HH:MM'). */
export type OpeningHours = { days: Weekday[]; from: string; to: string };

/** What makes a place usable; everything not said is unknown. */
export const placeAccess = ['step_free', 'lift', 'accessible_toilet', 'induction_loop', 'sign_language', 'guide_dog', 'quiet_room'] as const;
export type PlaceAccess = (typeof placeAccess)[number];

/** Where a text comes from: written by the organisation, translated by a person, or by a machine. */
export const textOrigins = ['own', 'human', 'machine'] as const;
export type TextOrigin = { origin: (typeof textOrigins)[number]; by?: string };
export type Provenance = Partial<Record<Lang, TextOrigin>>;

/** What a register says of the body behind an entry. */
export const registerStandings = ['not_asked', 'active', 'in_liquidation', 'dissolving', 'not_found'] as const;

/** How an officer made sure that the organisation is what it says. */
export const verificationMethods = ['krs_api', 'extract_upload', 'manual'] as const;
export type VerificationMethod = (typeof verificationMethods)[number];

/** The organisation as it stands in an offer (part II.1), frozen with it. */
export type OfferorSnapshot = {
  name: string;
  legalForm: LegalForm;
  krs: string | null;
  nip: string | null;
  regon: string | null;
  registerNumber: string | null;
  registerAuthority: string | null;
  street: string | null;
  postcode: string | null;
  city: string;
  district: string | null;
  website: string | null;
  email: string | null;
  phone: string | null;
};

/** The two sides of a patronage. */
export const patronageSides = ['group', 'patron'] as const;
export type PatronageSide = (typeof patronageSides)[number];

/** Where a patronage stands: asked for, agreed by both, refused by the other side, or over. */
export const patronageStatuses = ['proposed', 'active', 'declined', 'ended'] as const;
export type PatronageStatus = (typeof patronageStatuses)[number];
