import type { OrganisationStatus } from '~/modules/organisations/content';
import { confirmationOf } from '~/modules/organisations/rules-of-life';
import { endOf, seatIn, type DeskItem, type Reader } from './rules';

/** An organisation the reader acts for, with what is open in its entry. */
export type OrganisationFact = {
  id: string; name: string; status: OrganisationStatus; submittedAt: Date | null; confirmedAt: Date | null; owner: boolean;
};

/** What the entry of an organisation asks of the reader. */
export function itemsOfOrganisation({ id, name, status, submittedAt, confirmedAt, owner }: OrganisationFact, reader: Reader): DeskItem[] {
  const seat = seatIn(reader, id);
  const about = { subject: name, organisation: '', href: `/my/${id}` };
  if (status === 'draft' || status === 'claimed') return owner ? [{ at: 'due', kind: 'entry', ...about, due: null }] : [];
  if (status === 'needs_correction') return owner ? [{ at: 'due', kind: 'entryCorrection', ...about, due: null }] : [];
  if (status === 'submitted' || status === 'claimed_submitted') return [{ at: 'waiting', kind: 'entryCheck', waitingFor: 'city', ...about, since: submittedAt, due: null }];
  if (status !== 'verified' || !confirmedAt || !seat.writes) return [];
  const { stage, lastDay } = confirmationOf(confirmedAt, reader.now);
  return stage ? [{ at: 'due', kind: 'confirmation', ...about, due: endOf(lastDay) }] : [];
}

/** Something asked of the City about an entry: a change of its register data, or that it is the reader's. */
export type AskedFact = { kind: 'entryChange' | 'claim'; organisationId: string; name: string; slug: string; askedAt: Date };

/** What was asked of the City about an entry waits for it. */
export function itemOfAsked({ kind, organisationId, name, slug, askedAt }: AskedFact): DeskItem {
  return { at: 'waiting', kind, waitingFor: 'city', subject: name, organisation: '', href: kind === 'claim' ? `/organisations/${slug}/claim` : `/my/${organisationId}/change`, since: askedAt, due: null };
}

/** A patronage that one side proposed and the other has not answered. */
export type PatronageFact = { ownId: string; otherName: string; proposedByUs: boolean; proposedAt: Date };

/** A proposed patronage asks the side that did not propose it. */
export function itemsOfPatronage({ ownId, otherName, proposedByUs, proposedAt }: PatronageFact, owners: ReadonlySet<string>, reader: Reader): DeskItem[] {
  const { name, signs } = seatIn(reader, ownId);
  const about = { subject: otherName, organisation: name, href: `/my/${ownId}/patronage` };
  if (!proposedByUs) return signs || owners.has(ownId) ? [{ at: 'due', kind: 'patronage', ...about, due: null }] : [];
  return [{ at: 'waiting', kind: 'patronageAnswer', waitingFor: 'partner', name: otherName, ...about, since: proposedAt, due: null }];
}
