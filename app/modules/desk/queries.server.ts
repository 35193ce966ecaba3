import { asc, eq } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import type { Person } from '~/access/actor';
import { listHelped } from '~/modules/applications/helper-queries.server';
import { listInvitationsTo } from '~/modules/applications/partners.server';
import { legalRule } from '~/modules/programme/queries.server';
import { dayOf } from '~/shared/time';
import { listAgreementFacts } from './facts-of-grants.server';
import { lastWrittenBy, listOfferFacts, listRemarkFacts } from './facts-of-offers.server';
import { listAskedFacts, listInitiativeFacts, listPatronageFacts, listProposalFacts, listSmallGrantFacts } from './facts-of-requests.server';
import { deskOf, type Reader } from './rules';
import { itemsOfAgreement } from './rules-of-grants';
import { itemsOfHelp, itemsOfInvitation, itemsOfOffer, itemsOfRemarks } from './rules-of-offers';
import { itemOfAsked, itemsOfOrganisation, itemsOfPatronage } from './rules-of-organisations';
import { itemsOfInitiative, itemsOfProposal, itemsOfSmallGrant } from './rules-of-requests';

function listOwn(read: Read, personId: string) {
  const { memberships, organisations: o } = read.t;
  return read
    .select({ id: o.id, name: o.name, status: o.status, submittedAt: o.submittedAt, confirmedAt: o.confirmedAt, role: memberships.role, signatory: memberships.signatory })
    .from(memberships)
    .innerJoin(o, eq(o.id, memberships.organisationId))
    .where(eq(memberships.personId, personId))
    .orderBy(asc(o.nameKey), asc(o.id));
}

/** Everything that is due, waits for others or is past for a person, in as many queries as there are kinds of things. */
export async function readDesk(read: Read, { id: personId }: Person, now: Date) {
  const own = await listOwn(read, personId);
  const ids = own.map(({ id }) => id);
  const seats = new Map(own.map(({ id, name, role, signatory }) => [id, { organisationId: id, name, writes: role !== 'viewer', signs: signatory }]));
  const owners = new Set(own.filter(({ role }) => role === 'owner').map(({ id }) => id));
  const reader: Reader = { personId, now, seats };
  const today = dayOf(now);
  const [helped, invitations, offers, agreements, grants, proposals, initiatives, asked, patronages, proposalMonths, initiativeMonths] = await Promise.all([
    listHelped(read, personId, now), listInvitationsTo(read, ids), listOfferFacts(read, ids), listAgreementFacts(read, ids), listSmallGrantFacts(read, ids), listProposalFacts(read, ids), listInitiativeFacts(read, personId, ids),
    listAskedFacts(read, personId, ids), listPatronageFacts(read, ids), legalRule(read, 'OP_ANSWER', today), legalRule(read, 'LI_ANSWER', today),
  ]);
  const remarks = await listRemarkFacts(read, ids, helped.map(({ applicationId }) => applicationId), now);
  const written = await lastWrittenBy(read, personId, remarks.map(({ applicationId }) => applicationId));
  return {
    organisations: own.map(({ id, name, status }) => ({ id, name, status })),
    ...deskOf([
      ...offers.flatMap((offer) => itemsOfOffer(offer, reader)),
      ...invitations.flatMap((invitation) => itemsOfInvitation(invitation, reader)),
      ...helped.flatMap((help) => itemsOfHelp(help)),
      ...agreements.flatMap((agreement) => itemsOfAgreement(agreement, reader)),
      ...grants.flatMap((grant) => itemsOfSmallGrant(grant, reader)),
      ...proposals.flatMap((proposal) => itemsOfProposal(proposal, proposalMonths, reader)),
      ...initiatives.flatMap((initiative) => itemsOfInitiative(initiative, initiativeMonths, reader)),
      ...own.flatMap((organisation) => itemsOfOrganisation({ ...organisation, owner: owners.has(organisation.id) }, reader)),
      ...asked.map(itemOfAsked),
      ...patronages.flatMap((patronage) => itemsOfPatronage(patronage, owners, reader)),
      ...itemsOfRemarks(remarks, written, reader),
    ]),
  };
}
