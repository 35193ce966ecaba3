import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import type { AskedFact, PatronageFact } from './rules-of-organisations';
import type { InitiativeFact, ProposalFact, SmallGrantFact } from './rules-of-requests';

/** Small grants of these organisations. */
export function listSmallGrantFacts(read: Read, organisationIds: readonly string[]): Promise<SmallGrantFact[]> {
  const { smallGrants: g } = read.t;
  return read
    .select({ id: g.id, title: g.title, status: g.status, organisationId: g.organisationId, submittedAt: g.submittedAt, decidedAt: g.decidedAt, updatedAt: g.updatedAt, commentsUntil: g.commentsUntil })
    .from(g)
    .where(inArray(g.organisationId, [...organisationIds]));
}

/** Proposals of these organisations. */
export function listProposalFacts(read: Read, organisationIds: readonly string[]): Promise<ProposalFact[]> {
  const { proposals: p } = read.t;
  return read
    .select({ id: p.id, title: p.title, status: p.status, organisationId: p.organisationId, submittedAt: p.submittedAt, decidedAt: p.decidedAt, updatedAt: p.updatedAt })
    .from(p)
    .where(inArray(p.organisationId, [...organisationIds]));
}

/** Local initiatives of a person and of these organisations. */
export async function listInitiativeFacts(read: Read, personId: string, organisationIds: readonly string[]): Promise<InitiativeFact[]> {
  const { localInitiatives: i } = read.t;
  const rows = await read
    .select({
      id: i.id, title: i.title, status: i.status, organisationId: i.organisationId, submittedAt: i.submittedAt, decidedAt: i.decidedAt, updatedAt: i.updatedAt,
      completionDue: i.completionDue, agreement: i.agreement,
    })
    .from(i)
    .where(or(and(isNull(i.organisationId), eq(i.personId, personId)), inArray(i.organisationId, [...organisationIds])));
  return rows.map(({ agreement, ...initiative }) => ({ ...initiative, endsOn: agreement?.endsOn ?? null }));
}

/** Changes of register data asked for by these organisations, and entries a person says are theirs, while the City has not answered. */
export async function listAskedFacts(read: Read, personId: string, organisationIds: readonly string[]): Promise<AskedFact[]> {
  const { changeRequests, claims, organisations: o } = read.t;
  const [changes, claimed] = await Promise.all([
    read
      .select({ organisationId: o.id, name: o.name, slug: o.slug, askedAt: changeRequests.askedAt })
      .from(changeRequests)
      .innerJoin(o, eq(o.id, changeRequests.organisationId))
      .where(and(inArray(o.id, [...organisationIds]), eq(changeRequests.status, 'open'))),
    read
      .select({ organisationId: o.id, name: o.name, slug: o.slug, askedAt: claims.askedAt })
      .from(claims)
      .innerJoin(o, eq(o.id, claims.organisationId))
      .where(and(eq(claims.personId, personId), eq(claims.status, 'open'))),
  ]);
  return [...changes.map((one) => ({ kind: 'entryChange' as const, ...one })), ...claimed.map((one) => ({ kind: 'claim' as const, ...one }))];
}

/** Patronages of these organisations that wait for an answer. */
export async function listPatronageFacts(read: Read, organisationIds: readonly string[]): Promise<PatronageFact[]> {
  const { patronages: p, organisations: o } = read.t;
  const asked = (side: 'group' | 'patron') => {
    const [own, other] = side === 'group' ? [p.groupId, p.patronId] : [p.patronId, p.groupId];
    return read
      .select({ ownId: own, otherName: o.name, proposedBy: p.proposedBy, proposedAt: p.proposedAt })
      .from(p)
      .innerJoin(o, eq(o.id, other))
      .where(and(inArray(own, [...organisationIds]), eq(p.status, 'proposed')));
  };
  const [asGroup, asPatron] = await Promise.all([asked('group'), asked('patron')]);
  return [
    ...asGroup.map(({ proposedBy, ...one }) => ({ ...one, proposedByUs: proposedBy === 'group' })),
    ...asPatron.map(({ proposedBy, ...one }) => ({ ...one, proposedByUs: proposedBy === 'patron' })),
  ];
}
