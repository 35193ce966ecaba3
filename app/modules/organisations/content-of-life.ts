import type { LegalForm } from './content';

/** Fields an officer vouched for; after verification they change only by a request. */
export const registerFields = ['name', 'legalForm', 'krs', 'nip', 'regon', 'registerNumber', 'registerAuthority'] as const;
export type RegisterField = (typeof registerFields)[number];
export type RegisterFields = {
  name: string; legalForm: LegalForm; krs: string | null; nip: string | null; regon: string | null;
  registerNumber: string | null; registerAuthority: string | null;
};

/** Where a request to change verified fields stands. */
export const changeOutcomes = ['open', 'accepted', 'returned', 'withdrawn'] as const;

/** Where a claim of an entry stands. */
export const claimOutcomes = ['open', 'granted', 'refused', 'withdrawn'] as const;

/** What an officer made of a suggestion. */
export const suggestionOutcomes = ['open', 'taken', 'not_taken'] as const;

/** What a suggestion is about. */
export const suggestionTopics = ['contact', 'hours', 'description', 'closed', 'other'] as const;
export type SuggestionTopic = (typeof suggestionTopics)[number];

/** What everybody may read in the history of an entry. */
export const lifeEvents = ['listed', 'claimed', 'verified', 'edited', 'register', 'confirmed', 'unconfirmed', 'suspended', 'archived', 'restored', 'merged'] as const;
export type LifeEvent = (typeof lifeEvents)[number];

/** Where the hand-over of an organisation to a new owner stands. */
export const handOverStatuses = ['proposed', 'confirmed', 'done', 'objected', 'refused'] as const;
export type HandOverStatus = (typeof handOverStatuses)[number];

/** For each field of two entries that become one, from which of them it is taken. */
export type MergeChoice = Partial<Record<MergeField, 'kept' | 'merged'>>;

/** What the portal says to owners about the yearly confirmation, in order. */
export const confirmationStages = ['month', 'week', 'over'] as const;
export type ConfirmationStage = (typeof confirmationStages)[number];

/** The parts of an entry everybody may read, as its history names them. */
export const publicFields = [
  ...registerFields, 'names', 'shortName', 'address', 'contact', 'website', 'foundedYear', 'descriptions', 'targetGroups', 'communityRoles',
  'ledByCommunity', 'communities', 'languages', 'fields', 'oppStatus', 'socialLinks', 'contactName', 'logo', 'services', 'places',
] as const;
export type PublicField = (typeof publicFields)[number];

/** The parts of two entries that are chosen one by one when they become one. */
export const mergeFields = [
  ...registerFields, 'names', 'shortName', 'address', 'contact', 'website', 'foundedYear', 'descriptions', 'targetGroups', 'communityRoles',
  'ledByCommunity', 'communities', 'languages', 'fields', 'socialLinks',
] as const;
export type MergeField = (typeof mergeFields)[number];
