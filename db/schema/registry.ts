import { memberRoles } from '../../app/access/roles';
import { languages } from '../../app/i18n/messages';
import {
  changeOutcomes, claimOutcomes, confirmationStages, handOverStatuses, lifeEvents, suggestionOutcomes, suggestionTopics,
  type MergeChoice, type RegisterFields,
} from '../../app/modules/organisations/content-of-life';
import type { Kit } from '../kit';
import type { identityTables } from './identity';
import type { organisationTables } from './organisations';

/** What happens to an entry between its registration and its end, and to the people who act for it. */
export function registryTables(k: Kit, { people }: ReturnType<typeof identityTables>, { organisations }: ReturnType<typeof organisationTables>) {
  /** An organisation asks to change what an officer vouched for. */
  const changeRequests = k.table('change_requests', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    status: k.enum('status', [...changeOutcomes]).notNull(),
    before: k.json<RegisterFields>('before').notNull(),
    after: k.json<RegisterFields>('after').notNull(),
    note: k.text('note').notNull(),
    askedBy: k.key('asked_by').notNull().references(() => people.id),
    askedAt: k.instant('asked_at').notNull(),
    decidedBy: k.key('decided_by').references(() => people.id),
    decidedAt: k.instant('decided_at'),
    reason: k.text('reason'),
  }, (t) => [k.index('change_requests_status').on(t.status, t.askedAt), k.index('change_requests_organisation').on(t.organisationId)]);
  /** A person says that an entry made from public lists is their organisation's. */
  const claims = k.table('claims', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    personId: k.key('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    status: k.enum('status', [...claimOutcomes]).notNull(),
    position: k.text('position').notNull(),
    justification: k.text('justification').notNull(),
    askedAt: k.instant('asked_at').notNull(),
    decidedBy: k.key('decided_by').references(() => people.id),
    decidedAt: k.instant('decided_at'),
    reason: k.text('reason'),
  }, (t) => [k.index('claims_status').on(t.status, t.askedAt), k.index('claims_organisation').on(t.organisationId), k.index('claims_person').on(t.personId)]);
  /** Anybody says what is wrong in an entry; the address is kept only to answer. */
  const suggestions = k.table('suggestions', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    status: k.enum('status', [...suggestionOutcomes]).notNull(),
    topic: k.enum('topic', [...suggestionTopics]).notNull(),
    text: k.text('text').notNull(),
    email: k.text('email'),
    lang: k.enum('lang', [...languages]).notNull(),
    sentAt: k.instant('sent_at').notNull(),
    answer: k.text('answer'),
    answeredBy: k.key('answered_by').references(() => people.id),
    answeredAt: k.instant('answered_at'),
  }, (t) => [k.index('suggestions_status').on(t.status, t.sentAt), k.index('suggestions_organisation').on(t.organisationId)]);
  /** What changed in the public face of an entry: names of fields, never their values. */
  const entryChanges = k.table('entry_changes', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    at: k.instant('at').notNull(),
    kind: k.enum('kind', [...lifeEvents]).notNull(),
    fields: k.json<string[]>('fields').notNull().default([]),
  }, (t) => [k.index('entry_changes_organisation').on(t.organisationId, t.at)]);
  /** Addresses an entry had before; they lead to where it is now. */
  const formerSlugs = k.table('former_slugs', {
    slug: k.key('slug').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    since: k.instant('since').notNull(),
  }, (t) => [k.index('former_slugs_organisation').on(t.organisationId)]);
  /** Two entries of one organisation made one: what was chosen, and what followed. */
  const mergers = k.table('mergers', {
    id: k.key('id').primaryKey(),
    keptId: k.key('kept_id').notNull().references(() => organisations.id),
    mergedId: k.key('merged_id').notNull().references(() => organisations.id),
    chosen: k.json<MergeChoice>('chosen').notNull(),
    /** The register data of the entry that was given up. */
    givenUp: k.json<RegisterFields>('given_up').notNull(),
    moved: k.json<Record<string, number>>('moved').notNull(),
    reason: k.text('reason').notNull(),
    mergedBy: k.key('merged_by').notNull().references(() => people.id),
    mergedAt: k.instant('merged_at').notNull(),
  });
  /** Pairs of entries an officer looked at and found to be two organisations. */
  const notDuplicates = k.table('not_duplicates', {
    firstId: k.key('first_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    secondId: k.key('second_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    saidBy: k.key('said_by').notNull().references(() => people.id),
    saidAt: k.instant('said_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.firstId, t.secondId] })]);
  /** The only owner is gone: one officer proposes a new one, another confirms, the old one may object. */
  const handOvers = k.table('hand_overs', {
    id: k.key('id').primaryKey(),
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    status: k.enum('status', [...handOverStatuses]).notNull(),
    toPersonId: k.key('to_person_id').notNull().references(() => people.id),
    /** What the new owner is already, if anything: kept for the case that the hand-over is stopped. */
    roleBefore: k.enum('role_before', [...memberRoles]),
    reason: k.text('reason').notNull(),
    proposedBy: k.key('proposed_by').notNull().references(() => people.id),
    proposedAt: k.instant('proposed_at').notNull(),
    confirmedBy: k.key('confirmed_by').references(() => people.id),
    confirmedAt: k.instant('confirmed_at'),
    /** The end of the days in which the old owner may object. */
    objectionsUntil: k.instant('objections_until'),
    objectionDigest: k.key('objection_digest').unique(),
    objection: k.text('objection'),
    endedAt: k.instant('ended_at'),
    endReason: k.text('end_reason'),
  }, (t) => [k.index('hand_overs_organisation').on(t.organisationId), k.index('hand_overs_status').on(t.status)]);
  /** What was already said to the owners about the yearly confirmation, once for each confirmation before it. */
  const confirmationNotices = k.table('confirmation_notices', {
    organisationId: k.key('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    confirmedAt: k.instant('confirmed_at').notNull(),
    notice: k.enum('notice', [...confirmationStages]).notNull(),
    at: k.instant('at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.organisationId, t.confirmedAt, t.notice] })]);
  return { changeRequests, claims, suggestions, entryChanges, formerSlugs, mergers, notDuplicates, handOvers, confirmationNotices };
}
