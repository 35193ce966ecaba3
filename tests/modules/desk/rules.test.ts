import { describe, expect, test } from 'vitest';
import { deskOf, type DeskItem, type Reader } from '~/modules/desk/rules';
import { itemsOfAgreement, type AgreementFact } from '~/modules/desk/rules-of-grants';
import { itemsOfHelp, itemsOfInvitation, itemsOfOffer, itemsOfRemarks, type OfferFact, type RemarkFact } from '~/modules/desk/rules-of-offers';
import { itemOfAsked, itemsOfOrganisation, itemsOfPatronage, type OrganisationFact } from '~/modules/desk/rules-of-organisations';
import { itemsOfInitiative, itemsOfProposal, itemsOfSmallGrant } from '~/modules/desk/rules-of-requests';
import { instantAt, startOfDay } from '~/shared/time';

const now = instantAt('2026-03-02', '10:00');
const before = instantAt('2026-02-01', '09:00');
const closesAt = instantAt('2026-03-31', '15:00');
const overdue = instantAt('2026-03-01', '15:00');
const endOf = (day: string) => startOfDay(day);

const readerAs = (seat: { writes?: boolean; signs?: boolean }): Reader => ({ personId: 'me', now, seats: new Map([['ours', { organisationId: 'ours', name: 'Nasza', writes: false, signs: false, ...seat }]]) });
const who = { editor: readerAs({ writes: true }), signatory: readerAs({ signs: true }), viewer: readerAs({}) };

/** A thing on the desk in a few words: where, what, whom it waits for, by when. */
const brief = (items: DeskItem[]) =>
  items.map((item) => (item.at === 'due' ? [item.kind, item.due] : item.at === 'waiting' ? [`${item.kind} → ${item.waitingFor}`, item.due] : [`past ${item.kind}: ${item.status}`, null]));

const offer: OfferFact = {
  id: 'o', title: 'Klub rozmów', status: 'draft', organisationId: 'ours', version: 3, submittedAt: null, updatedAt: before, correctionDueAt: null,
  callStatus: 'open', closesAt, decisionBy: '2026-04-30', resultsPublishedAt: null, signatures: 1, signedBy: [], unanswered: [], points: null, position: null, award: null,
};
const award = { id: 'w', status: 'awarded', amount: 100, answeredAt: null };
const published = { callStatus: 'results_published', closesAt: overdue, submittedAt: before, resultsPublishedAt: before };

describe('an offer', () => {
  test.each<[string, Partial<OfferFact>, keyof typeof who, ReturnType<typeof brief>]>([
    ['a draft in an open call', {}, 'editor', [['draft', closesAt]]],
    ['a draft in an open call', {}, 'signatory', [['draft', closesAt]]],
    ['a draft of which one only reads', {}, 'viewer', [['signatures → signatory', closesAt]]],
    ['a draft after the end of its call', { closesAt: overdue }, 'editor', [['past offer: lapsed', null]]],
    ['a draft in the very moment the call closes', { closesAt: now }, 'editor', [['past offer: lapsed', null]]],
    ['a draft another signed, where two must', { signatures: 2, signedBy: ['other'] }, 'signatory', [['signOff', closesAt]]],
    ['a draft I signed, where two must', { signatures: 2, signedBy: ['me'] }, 'signatory', [['signatures → signatory', closesAt]]],
    ['a draft both signed', { signatures: 2, signedBy: ['me', 'other'] }, 'signatory', [['draft', closesAt]]],
    ['a draft somebody signed, for who writes', { signatures: 2, signedBy: ['other'] }, 'editor', [['signatures → signatory', closesAt]]],
    ['a draft that waits for a partner', { unanswered: [{ name: 'Partnerska', invitedAt: before }] }, 'editor', [['draft', closesAt], ['joint → partner', closesAt]]],
    ['handed in while the call is open', { status: 'submitted', submittedAt: before }, 'editor', [['callEnd → closing', closesAt]]],
    ['handed in, the call is over', { status: 'submitted', submittedAt: before, closesAt: overdue }, 'editor', [['formalCheck → city', null]]],
    ['in the formal check', { status: 'formal_check', closesAt: overdue }, 'editor', [['formalCheck → city', null]]],
    ['a correction asked for', { status: 'correction_requested', correctionDueAt: closesAt }, 'signatory', [['correction', closesAt]]],
    ['a correction asked for, its time over', { status: 'correction_requested', correctionDueAt: overdue }, 'editor', [['formalCheck → city', null]]],
    ['a correction of which one only reads', { status: 'correction_requested', correctionDueAt: closesAt }, 'viewer', [['signatures → signatory', closesAt]]],
    ['before the committee', { status: 'in_assessment' }, 'editor', [['assessment → committee', endOf('2026-05-01')]]],
    ['chosen, not published', { status: 'awarded', award }, 'signatory', [['decision → mayor', endOf('2026-05-01')]]],
    ['not chosen, not published', { status: 'rejected' }, 'editor', [['decision → mayor', endOf('2026-05-01')]]],
    ['chosen and published', { status: 'awarded', award, ...published }, 'signatory', [['award', null], ['past offer: awarded', null]]],
    ['chosen and published, for who does not sign', { status: 'awarded', award, ...published }, 'editor', [['signatures → signatory', null], ['past offer: awarded', null]]],
    ['the grant accepted', { status: 'awarded', award: { ...award, status: 'accepted' }, ...published }, 'signatory', [['agreementText → city', null], ['past offer: awarded', null]]],
    ['on the reserve list, published', { status: 'reserve', ...published }, 'editor', [['past offer: reserve', null]]],
    ['refused in the formal check', { status: 'formally_rejected' }, 'editor', [['past offer: formally_rejected', null]]],
    ['withdrawn', { status: 'withdrawn' }, 'editor', [['past offer: withdrawn', null]]],
    ['in a call that was annulled', { status: 'in_assessment', callStatus: 'annulled' }, 'editor', [['past offer: callOver', null]]],
    ['under agreement', { status: 'contracted', award, ...published }, 'editor', [['past offer: contracted', null]]],
  ])('%s %o (%s)', (_name, change, reader, expected) => expect(brief(itemsOfOffer({ ...offer, ...change }, who[reader]))).toEqual(expected));

  test('points, place and amount are told only when they are published', () => {
    const result = { status: 'rejected' as const, points: 6250, position: 4, award: { ...award, status: 'declined' } };
    expect(itemsOfOffer({ ...offer, ...result, ...published }, who.editor)[0]).toMatchObject({ points: 6250, position: 4, amount: 100 });
    const hidden = itemsOfOffer({ ...offer, ...result, status: 'withdrawn' }, who.editor)[0];
    expect(hidden).not.toHaveProperty('points');
    expect(hidden).not.toHaveProperty('amount');
  });

  test('of two signatures, the one that is missing is counted', () => {
    expect(itemsOfOffer({ ...offer, signatures: 3, signedBy: ['me'] }, who.signatory)[0]).toMatchObject({ waitingFor: 'signatory', n: 2 });
  });
});

describe('an offer of others', () => {
  const invitation = { applicationId: 'o', title: 'Razem', closesAt, filerName: 'Wiodąca', organisationId: 'ours', status: 'invited' as const, applicationStatus: 'draft' as const };
  test.each<[string, Partial<typeof invitation> | { status: 'accepted' | 'declined' } | { applicationStatus: 'submitted' }, keyof typeof who, ReturnType<typeof brief>]>([
    ['an invitation, for who signs', {}, 'signatory', [['invitation', closesAt]]],
    ['an invitation, for who does not', {}, 'editor', [['signatures → signatory', closesAt]]],
    ['an invitation after the call', { closesAt: overdue }, 'signatory', []],
    ['accepted, being written', { status: 'accepted' }, 'signatory', [['jointDraft → partner', closesAt]]],
    ['accepted and handed in', { status: 'accepted', applicationStatus: 'submitted' }, 'signatory', [['past offer: joint', null]]],
    ['unanswered and handed in without us', { applicationStatus: 'submitted' }, 'signatory', []],
    ['declined', { status: 'declined' }, 'signatory', []],
  ])('%s %o (%s)', (_name, change, reader, expected) => expect(brief(itemsOfInvitation({ ...invitation, ...change }, who[reader]))).toEqual(expected));

  const help = { applicationId: 'o', title: 'Cudza', organisation: 'Inna', until: closesAt, closesAt, correctionDueAt: closesAt };
  const sooner = instantAt('2026-03-05', '12:00');
  test.each([['helper', 'draft', 'help'], ['mentor', 'draft', 'advice'], ['helper', 'correction_requested', 'help']] as const)('a %s of a %s finds %s', (role, status, kind) => {
    expect(brief(itemsOfHelp({ ...help, role, status }))).toEqual([[kind, closesAt]]);
  });
  test('help is due when the help ends or the offer does, whichever comes first', () => {
    for (const change of [{ until: sooner }, { closesAt: sooner }]) expect(brief(itemsOfHelp({ ...help, role: 'helper', status: 'draft', ...change }))).toEqual([['help', sooner]]);
    expect(brief(itemsOfHelp({ ...help, role: 'mentor', status: 'correction_requested', closesAt: overdue, correctionDueAt: sooner }))).toEqual([['advice', sooner]]);
  });
  test('help with what was handed in is past', () => expect(brief(itemsOfHelp({ ...help, role: 'helper', status: 'submitted' }))).toEqual([['past offer: helped', null]]));
});

describe('a remark', () => {
  const remark = (more: Partial<RemarkFact>): RemarkFact => ({ applicationId: 'o', title: 'Klub', organisation: 'Nasza', section: 'budget', authorId: 'ada', author: 'Ada', mentions: ['me'], at: before, due: closesAt, ...more });
  const later = new Date(before.getTime() + 60_000);
  test.each<[string, RemarkFact[], Date | undefined, number]>([
    ['that names me', [remark({})], undefined, 1],
    ['that names somebody else', [remark({ mentions: ['ewa'] })], undefined, 0],
    ['that I answered', [remark({ at: later, authorId: 'me', mentions: [] }), remark({})], undefined, 0],
    ['after which I wrote in the offer', [remark({})], later, 0],
    ['after what I wrote', [remark({ at: later })], before, 1],
    ['after my answer', [remark({ authorId: 'me', mentions: [] }), remark({ at: later })], undefined, 1],
    ['twice in one offer', [remark({}), remark({ at: later })], undefined, 1],
    ['in two offers', [remark({}), remark({ applicationId: 'p' })], undefined, 2],
  ])('%s', (_name, remarks, written, n) => expect(itemsOfRemarks(remarks, new Map(written ? [['o', written]] : []), who.editor)).toHaveLength(n));

  test('leads to its section', () => expect(itemsOfRemarks([remark({})], new Map(), who.editor)[0]).toMatchObject({ href: '/applications/o/comments#budget', from: 'Ada', due: closesAt }));
});

describe('an agreement', () => {
  const agreement: AgreementFact = {
    id: 'a', number: 'U/1', title: 'Klub', status: 'active', organisationId: 'ours', amount: 100, createdAt: before, orgSignedAt: before, settledAt: null, signatures: 1, signedBy: [], report: null, repayments: [],
  };
  const report = { id: 'r', status: 'scheduled' as const, dueOn: '2026-03-31', questionsDueOn: null, submittedAt: null };
  test.each<[string, Partial<AgreementFact>, keyof typeof who, ReturnType<typeof brief>]>([
    ['being prepared', { status: 'preparing' }, 'signatory', [['agreementText → city', null]]],
    ['to be signed', { status: 'ready_to_sign' }, 'signatory', [['agreement', null]]],
    ['to be signed, for who does not sign', { status: 'ready_to_sign' }, 'editor', [['signatures → signatory', null]]],
    ['that I signed first of two', { status: 'ready_to_sign', signatures: 2, signedBy: ['me'] }, 'signatory', [['signatures → signatory', null]]],
    ['signed by us', { status: 'signed_by_org' }, 'signatory', [['citySignature → city', null]]],
    ['in force, its report due soon', { report }, 'editor', [['report', endOf('2026-04-01')], ['past agreement: active', null]]],
    ['in force, its report far away', { report: { ...report, dueOn: '2026-09-30' } }, 'editor', [['past agreement: active', null]]],
    ['in force, its report begun early', { report: { ...report, status: 'draft', dueOn: '2026-09-30' } }, 'editor', [['report', endOf('2026-10-01')], ['past agreement: active', null]]],
    ['in force, its report late', { report: { ...report, dueOn: '2026-02-15' } }, 'editor', [['report', endOf('2026-02-16')], ['past agreement: active', null]]],
    ['with questions about the report', { report: { ...report, status: 'clarification_requested', questionsDueOn: '2026-03-09' } }, 'editor', [['clarification', endOf('2026-03-10')], ['past agreement: active', null]]],
    ['with the report handed in', { report: { ...report, status: 'submitted' } }, 'editor', [['reportCheck → city', null], ['past agreement: active', null]]],
    ['with money to pay back', { status: 'under_settlement', repayments: [{ id: 'z', dueOn: '2026-03-15' }] }, 'editor', [['repayment', endOf('2026-03-16')], ['past agreement: under_settlement', null]]],
    ['settled', { status: 'settled' }, 'editor', [['past agreement: settled', null]]],
  ])('%s %o (%s)', (_name, change, reader, expected) => expect(brief(itemsOfAgreement({ ...agreement, ...change }, who[reader]))).toEqual(expected));
});

describe('what is asked of the City outside contests', () => {
  const request = { id: 'x', title: 'Świetlica', organisationId: 'ours', submittedAt: before, decidedAt: null, updatedAt: before };
  test.each([
    ['draft', [['smallGrantDraft', null]]], ['correction_requested', [['smallGrantCorrection', null]]], ['submitted', [['smallGrantReview → city', null]]], ['purposeful', [['smallGrantPosting → city', null]]],
    ['posted', [['smallGrantComments → residents', endOf('2026-03-10')]]], ['comments_closed', [['smallGrantDecision → mayor', null]]], ['approved', [['past smallGrant: approved', null]]],
  ] as const)('a small grant: %s', (status, expected) => expect(brief(itemsOfSmallGrant({ ...request, status, commentsUntil: '2026-03-09' }, who.editor))).toEqual(expected));
  test('a small grant that others write waits for them', () => expect(brief(itemsOfSmallGrant({ ...request, status: 'draft', commentsUntil: null }, who.viewer))).toEqual([['signatures → signatory', null]]));
  test.each([
    // A month after Sunday 1 February 2026 is Sunday 1 March: the City answers by Monday.
    ['draft', [['proposalDraft', null]]], ['question_asked', [['proposalQuestion', null]]], ['submitted', [['proposalAnswer → city', endOf('2026-03-03')]]], ['not_purposeful', [['past proposal: not_purposeful', null]]],
  ] as const)('a proposal: %s', (status, expected) => expect(brief(itemsOfProposal({ ...request, status }, 1, who.editor))).toEqual(expected));
  test.each([
    ['draft', [['initiativeDraft', null]]], ['completion_requested', [['initiativeCompletion', endOf('2026-03-10')]]], ['submitted', [['initiativeAnswer → city', endOf('2026-03-02')]]], ['agreed', [['initiativeAgreement → city', null]]],
    ['in_progress', [['initiativeReport', endOf('2026-07-01')]]], ['reported', [['initiativeClose → city', null]]], ['completed', [['past localInitiative: completed', null]]],
  ] as const)('a local initiative of residents: %s', (status, expected) =>
    expect(brief(itemsOfInitiative({ ...request, organisationId: null, status, completionDue: '2026-03-09', endsOn: '2026-06-30' }, 1, who.viewer))).toEqual(expected));
});

describe('the entry of an organisation', () => {
  const ours: OrganisationFact = { id: 'ours', name: 'Nasza', status: 'verified', submittedAt: before, confirmedAt: before, owner: true };
  test.each<[string, Partial<OrganisationFact>, keyof typeof who, ReturnType<typeof brief>]>([
    ['not finished', { status: 'draft' }, 'editor', [['entry', null]]],
    ['not finished, for who cannot send it', { status: 'draft', owner: false }, 'editor', []],
    ['returned', { status: 'needs_correction' }, 'editor', [['entryCorrection', null]]],
    ['being checked', { status: 'submitted' }, 'viewer', [['entryCheck → city', null]]],
    ['confirmed lately', {}, 'editor', []],
    ['confirmed almost a year ago', { confirmedAt: instantAt('2025-03-20', '10:00') }, 'editor', [['confirmation', endOf('2026-03-21')]]],
    ['confirmed more than a year ago', { confirmedAt: instantAt('2025-01-20', '10:00') }, 'editor', [['confirmation', endOf('2026-01-21')]]],
    ['confirmed long ago, for who only reads', { confirmedAt: instantAt('2025-01-20', '10:00') }, 'viewer', []],
  ])('%s %o (%s)', (_name, change, reader, expected) => expect(brief(itemsOfOrganisation({ ...ours, ...change }, who[reader]))).toEqual(expected));

  test('a change or a claim waits for the City where it was asked', () => {
    const asked = { organisationId: 'ours', name: 'Nasza', slug: 'nasza', askedAt: before };
    expect(itemOfAsked({ kind: 'entryChange', ...asked })).toMatchObject({ kind: 'entryChange', waitingFor: 'city', since: before, href: '/my/ours/change' });
    expect(itemOfAsked({ kind: 'claim', ...asked })).toMatchObject({ kind: 'claim', href: '/organisations/nasza/claim' });
  });

  test.each<[boolean, string[], keyof typeof who, ReturnType<typeof brief>]>([
    [false, ['ours'], 'editor', [['patronage', null]]], [false, [], 'signatory', [['patronage', null]]], [false, [], 'editor', []], [true, ['ours'], 'editor', [['patronageAnswer → partner', null]]],
  ])('a patronage proposed by us: %s, owners %o, %s', (proposedByUs, owners, reader, expected) =>
    expect(brief(itemsOfPatronage({ ownId: 'ours', otherName: 'Grupa', proposedByUs, proposedAt: before }, new Set(owners), who[reader]))).toEqual(expected));
});

test('what is due comes soonest first and without a deadline last, what waits from its oldest, the past from its newest', () => {
  const about = { subject: '', organisation: '', href: '' };
  const due = (id: string, at: Date | null): DeskItem => ({ at: 'due', kind: 'draft', ...about, subject: id, due: at });
  const waiting = (id: string, since: Date | null): DeskItem => ({ at: 'waiting', kind: 'callEnd', waitingFor: 'closing', ...about, subject: id, since, due: null });
  const past = (id: string, on: Date | null): DeskItem => ({ at: 'past', kind: 'offer', status: 'withdrawn', ...about, subject: id, on });
  const desk = deskOf([due('none', null), due('later', closesAt), due('late', overdue), waiting('new', now), waiting('?', null), waiting('old', before), past('old', before), past('new', now)]);
  expect(Object.values(desk).map((items) => items.map(({ subject }) => subject))).toEqual([['late', 'later', 'none'], ['old', 'new', '?'], ['new', 'old']]);
});
