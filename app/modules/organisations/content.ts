/** Where an entry of the registry stands. */
export const organisationStatuses = [
  'draft', 'submitted', 'needs_correction', 'verified', 'unclaimed', 'suspended', 'archived',
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
