import { knownStatus, type ApplicationStatus } from '~/modules/applications/rules';
import { endOf, seatIn, type DeskItem, type DueItem, type Reader } from './rules';

/** An offer of an organisation the reader acts for. */
export type OfferFact = {
  id: string; title: string; status: ApplicationStatus; organisationId: string; version: number;
  submittedAt: Date | null; updatedAt: Date; correctionDueAt: Date | null;
  callStatus: string; closesAt: Date; decisionBy: string; resultsPublishedAt: Date | null;
  /** How many must sign, who signed this text, and the partners who did not answer yet. */
  signatures: number; signedBy: readonly string[]; unanswered: readonly { name: string; invitedAt: Date }[];
  /** Known to everybody once the results are published. */
  points: number | null; position: number | null;
  award: { id: string; status: string; amount: number; answeredAt: Date | null } | null;
};

const endedCalls = ['annulled', 'cancelled'];

/** Where an offer stands for the reader. */
export function itemsOfOffer(offer: OfferFact, reader: Reader): DeskItem[] {
  const seat = seatIn(reader, offer.organisationId);
  const about = { subject: offer.title, organisation: seat.name, href: `/applications/${offer.id}` };
  const since = offer.submittedAt;
  const past = (status: string = offer.status): DeskItem[] => [{
    at: 'past', kind: 'offer', ...about, status, on: offer.submittedAt ?? offer.updatedAt,
    ...(offer.resultsPublishedAt && offer.award ? { amount: offer.award.amount } : {}),
    ...(offer.resultsPublishedAt && offer.points !== null ? { points: offer.points } : {}),
    ...(offer.resultsPublishedAt && offer.position !== null ? { position: offer.position } : {}),
  }];
  const waits = (kind: 'formalCheck' | 'assessment', waitingFor: 'city' | 'committee', due: Date | null = null): DeskItem[] => [{ at: 'waiting', kind, waitingFor, ...about, since, due }];
  if (['withdrawn', 'formally_rejected', 'declined'].includes(offer.status)) return past();
  if (endedCalls.includes(offer.callStatus)) return past('callOver');
  switch (offer.status) {
    case 'draft':
      return reader.now < offer.closesAt ? itemsOfDraft(offer, reader) : past('lapsed');
    case 'submitted':
      return reader.now < offer.closesAt ? [{ at: 'waiting', kind: 'callEnd', waitingFor: 'closing', ...about, since, due: offer.closesAt }] : waits('formalCheck', 'city');
    case 'formal_check':
      return waits('formalCheck', 'city');
    case 'correction_requested': {
      const open = offer.correctionDueAt !== null && reader.now < offer.correctionDueAt;
      if (!open) return waits('formalCheck', 'city');
      return seat.writes || seat.signs ? [{ at: 'due', kind: 'correction', ...about, due: offer.correctionDueAt }] : waitsForSignatures(about, 0, offer.correctionDueAt);
    }
    case 'formally_valid':
    case 'in_assessment':
      return waits('assessment', 'committee', endOf(offer.decisionBy));
    case 'contracted':
      return past();
    default:
      if (knownStatus(offer.status, offer.resultsPublishedAt) !== offer.status) return [{ at: 'waiting', kind: 'decision', waitingFor: 'mayor', ...about, since, due: endOf(offer.decisionBy) }];
      return [...itemsOfAward(offer, reader), ...past()];
  }
}

function itemsOfDraft(offer: OfferFact, reader: Reader): DeskItem[] {
  const seat = seatIn(reader, offer.organisationId);
  const href = `/applications/${offer.id}`;
  const about = { subject: offer.title, organisation: seat.name, href };
  const partners = offer.unanswered.map(({ name, invitedAt }): DeskItem => ({ at: 'waiting', kind: 'joint', waitingFor: 'partner', name, ...about, href: `${href}/partners`, since: invitedAt, due: offer.closesAt }));
  const mine = offer.signedBy.includes(reader.personId);
  const begun = offer.signatures > 1 && offer.signedBy.length > 0;
  const more = Math.max(1, offer.signatures - offer.signedBy.length);
  if (seat.signs && begun && !mine) return [{ at: 'due', kind: 'signOff', ...about, href: `${href}/check`, due: offer.closesAt }, ...partners];
  // Enough have signed, so anybody who may sign hands it in.
  if (seat.signs && mine && offer.signedBy.length >= offer.signatures) return [{ at: 'due', kind: 'draft', ...about, href: `${href}/check`, due: offer.closesAt }, ...partners];
  if (begun) return [...waitsForSignatures({ ...about, href: `${href}/check` }, more, offer.closesAt), ...partners];
  if (seat.writes || seat.signs) return [{ at: 'due', kind: 'draft', ...about, due: offer.closesAt }, ...partners];
  return [...waitsForSignatures(about, 0, offer.closesAt), ...partners];
}

const waitsForSignatures = (about: { subject: string; organisation: string; href: string }, n: number, due: Date | null): DeskItem[] =>
  [{ at: 'waiting', kind: 'signatures', waitingFor: 'signatory', ...about, ...(n > 0 ? { n } : {}), since: null, due }];

/** A published award: the organisation says whether it takes it, then the City writes the agreement. */
function itemsOfAward({ title, organisationId, award, resultsPublishedAt }: OfferFact, reader: Reader): DeskItem[] {
  if (!award || !resultsPublishedAt) return [];
  const seat = seatIn(reader, organisationId);
  const about = { subject: title, organisation: seat.name, href: `/awards/${award.id}` };
  if (award.status === 'accepted') return [{ at: 'waiting', kind: 'agreementText', waitingFor: 'city', ...about, since: award.answeredAt, due: null }];
  if (award.status !== 'awarded') return [];
  return seat.signs ? [{ at: 'due', kind: 'award', ...about, due: null }] : waitsForSignatures(about, 0, null);
}

/** A place in the joint offer of another organisation. */
export type InvitationFact = { applicationId: string; title: string; closesAt: Date; filerName: string; organisationId: string; status: 'invited' | 'accepted' | 'declined'; applicationStatus: ApplicationStatus };

/** What an invitation to a joint offer asks of the reader while the call is open. */
export function itemsOfInvitation({ applicationId, title, closesAt, filerName, organisationId, status, applicationStatus }: InvitationFact, reader: Reader): DeskItem[] {
  const seat = seatIn(reader, organisationId);
  const about = { subject: title, organisation: seat.name, href: `/applications/${applicationId}/partners` };
  if (status === 'accepted' && applicationStatus !== 'draft') return [{ at: 'past', kind: 'offer', ...about, status: 'joint', on: closesAt }];
  if (status === 'declined' || applicationStatus !== 'draft' || reader.now >= closesAt) return [];
  if (status === 'accepted') return [{ at: 'waiting', kind: 'jointDraft', waitingFor: 'partner', name: filerName, ...about, since: null, due: closesAt }];
  return seat.signs ? [{ at: 'due', kind: 'invitation', ...about, due: closesAt, from: filerName }] : waitsForSignatures(about, 0, closesAt);
}

/** Until when an offer can be written in, or null when it cannot. */
export function writtenUntil({ status, closesAt, correctionDueAt }: Pick<OfferFact, 'status' | 'closesAt' | 'correctionDueAt'>): Date | null {
  return status === 'draft' ? closesAt : status === 'correction_requested' ? correctionDueAt : null;
}

/** An offer of others on which the reader helps, until a moment. */
export type HelpFact = { applicationId: string; title: string; organisation: string; role: 'helper' | 'mentor'; until: Date; status: ApplicationStatus; closesAt: Date; correctionDueAt: Date | null };

/** What a helper or a mentor finds on the desk. */
export function itemsOfHelp({ applicationId, title, organisation, role, until, status, ...offer }: HelpFact): DeskItem[] {
  const about = { subject: title, organisation, href: `/applications/${applicationId}` };
  const due = writtenUntil({ status, ...offer });
  if (due) return [{ at: 'due', kind: role === 'helper' ? 'help' : 'advice', ...about, due: due < until ? due : until }];
  return [{ at: 'past', kind: 'offer', ...about, status: 'helped', on: until }];
}

/** A remark on an offer that can still be written. */
export type RemarkFact = { applicationId: string; title: string; organisation: string; section: string; authorId: string; author: string; mentions: readonly string[]; at: Date; due: Date | null };

/** Offers in which somebody named the reader and the reader neither answered nor wrote since; one item for each offer. */
export function itemsOfRemarks(remarks: readonly RemarkFact[], lastWritten: ReadonlyMap<string, Date>, { personId }: Reader): DueItem[] {
  const open = new Map<string, RemarkFact>();
  for (const remark of remarks.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (remark.authorId === personId) open.delete(remark.applicationId);
    else if (remark.mentions.includes(personId)) open.set(remark.applicationId, remark);
  }
  return [...open.values()]
    .filter(({ applicationId, at }) => (lastWritten.get(applicationId)?.getTime() ?? 0) < at.getTime())
    .map(({ applicationId, title, organisation, section, author, due }) => ({ at: 'due', kind: 'mention', subject: title, organisation, href: `/applications/${applicationId}/comments#${section}`, due, from: author }));
}
