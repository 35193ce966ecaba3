import { expect, test } from 'vitest';
import { may } from '~/access/policy';
import { appointMember, declareImpartiality, dismissMember, startAssessment } from '~/modules/panels/commands.server';
import { keptFromOffers, panelSubject } from '~/modules/panels/queries.server';
import { whyNotStart, type CommitteeState } from '~/modules/panels/rules';
import { eachEngine, portal, type Portal } from '../../support/portal';
import { contest, mailsOf, offerRow } from '../screening/contest';

const none = { outcome: 'none' as const, applicationIds: [], reason: undefined };
const conflict = { outcome: 'declared' as const, applicationIds: ['offer0'], reason: 'Szwagierka prowadzi fundację' };

async function committee(p: Portal, status: 'screening' | 'open' = 'screening') {
  const people = await contest(p, { status, offers: ['formally_valid', 'formally_rejected'] });
  const members = [];
  for (const seat of ['chair', 'city', 'city'] as const) {
    const member = await p.person({ roles: ['committee_member'] });
    await appointMember(p.as(people.head), 'call', { personId: member.id, seat, organisationId: undefined });
    members.push(member);
  }
  const [chair, one, two] = members as [typeof members[0] & object, typeof members[0] & object, typeof members[0] & object];
  return { ...people, chair, one, two };
}

eachEngine((engine) => {
  test('nobody indicated by an offeror, nor acting for one, may sit in the committee', async () => {
    const p = await portal(engine);
    const { head, officer } = await contest(p, { status: 'closed' });
    const outsider = await p.person({ roles: ['committee_member'] });
    const insider = await p.person({ roles: ['committee_member'], memberships: [{ organisationId: 'org0', role: 'viewer', signatory: false }] });
    const resident = await p.person();
    const appoint = (personId: string, seat: 'city' | 'ngo', organisationId?: string) => appointMember(p.as(head), 'call', { personId, seat, organisationId });
    await expect(appoint(outsider.id, 'ngo', 'org0')).rejects.toMatchObject({ code: 'panel.ngoOfferor', field: 'organisationId' });
    await expect(appoint(outsider.id, 'ngo')).rejects.toMatchObject({ code: 'required', field: 'organisationId' });
    await expect(appoint(insider.id, 'city')).rejects.toMatchObject({ code: 'panel.memberOfOfferor', field: 'personId' });
    await expect(appoint(resident.id, 'city')).rejects.toMatchObject({ code: 'panel.notEligible' });
    await appoint(outsider.id, 'city');
    await expect(appoint(outsider.id, 'city')).rejects.toMatchObject({ code: 'panel.alreadyMember' });
    await expect(appointMember(p.as(officer), 'call', { personId: outsider.id, seat: 'city', organisationId: undefined })).rejects.toThrow('panel.appoint');
    expect(await mailsOf(p, 'panel.appointed')).toHaveLength(1);
  });

  test('a member reads no offer before declaring, and none at all after declaring a conflict', async () => {
    const p = await portal(engine);
    const { one, two, officer } = await committee(p);
    const mayRead = async (person: typeof one) => may(person, 'review.write', await panelSubject(p.db.read, 'call'));
    expect(await mayRead(one)).toBe(false);
    await declareImpartiality(p.as(one), 'call', none);
    await declareImpartiality(p.as(two), 'call', conflict);
    expect(await mayRead(one)).toBe(true);
    expect(await mayRead(two)).toBe(false);
    expect(await keptFromOffers(p.db.read, 'call', two.id)).toBe(true);
    expect(await keptFromOffers(p.db.read, 'call', officer.id)).toBe(false);
    await expect(declareImpartiality(p.as(two), 'call', none)).rejects.toMatchObject({ code: 'panel.alreadyDeclared' });
  });

  test('a declared conflict names its offers and its reason', async () => {
    const p = await portal(engine);
    const { one, officer } = await committee(p);
    await expect(declareImpartiality(p.as(one), 'call', { ...conflict, applicationIds: [] })).rejects.toMatchObject({ code: 'panel.whichOffers' });
    await expect(declareImpartiality(p.as(one), 'call', { ...conflict, reason: undefined })).rejects.toMatchObject({ code: 'required', field: 'reason' });
    await expect(declareImpartiality(p.as(one), 'call', { ...conflict, applicationIds: ['somebody-else'] })).rejects.toThrow('application');
    await expect(declareImpartiality(p.as(officer), 'call', none)).rejects.toThrow('panel.declare');
  });

  test('nobody declares while the call is open and the list is not known', async () => {
    const p = await portal(engine);
    const { one } = await committee(p, 'open');
    await expect(declareImpartiality(p.as(one), 'call', none)).rejects.toMatchObject({ code: 'panel.tooEarly' });
  });

  test('the assessment starts with a quorum and opens only the offers that passed', async () => {
    const p = await portal(engine);
    const { head, chair, one, two } = await committee(p);
    await declareImpartiality(p.as(chair), 'call', none);
    await declareImpartiality(p.as(one), 'call', none);
    await expect(startAssessment(p.as(head), 'call')).rejects.toMatchObject({ code: 'panel.undeclared' });
    await declareImpartiality(p.as(two), 'call', conflict);
    await startAssessment(p.as(head), 'call');
    expect((await offerRow(p, 'offer0')).status).toBe('in_assessment');
    expect((await offerRow(p, 'offer1')).status).toBe('formally_rejected');
    const [call] = await p.db.read.select().from(p.db.t.calls);
    expect(call!.status).toBe('assessment');
    expect(await mailsOf(p, 'panel.assessmentStarted')).toHaveLength(2);
  });

  test('a conflicted chair is replaced, because nobody else may open the assessment', async () => {
    const p = await portal(engine);
    const { head, chair, one, two } = await committee(p);
    await declareImpartiality(p.as(chair), 'call', conflict);
    for (const member of [one, two]) await declareImpartiality(p.as(member), 'call', none);
    await expect(startAssessment(p.as(head), 'call')).rejects.toMatchObject({ code: 'panel.noChair' });
    await dismissMember(p.as(head), 'call', chair.id);
    await expect(startAssessment(p.as(head), 'call')).rejects.toMatchObject({ code: 'panel.tooFewMembers' });
    const next = await p.person({ roles: ['head'] });
    await appointMember(p.as(head), 'call', { personId: next.id, seat: 'chair', organisationId: undefined });
    await declareImpartiality(p.as(next), 'call', none);
    await startAssessment(p.as(next), 'call');
    expect((await offerRow(p, 'offer0')).status).toBe('in_assessment');
  });
});

test('the reasons against starting the assessment', () => {
  const member = (seat: 'chair' | 'city', declared: 'none' | 'declared' | null = 'none') => ({ seat, declared });
  const whole: CommitteeState = { members: [member('chair'), member('city'), member('city')], minScores: 2, unchecked: 0, valid: 1 };
  expect(whyNotStart(whole)).toBeNull();
  expect(whyNotStart({ ...whole, unchecked: 1 })).toBe('panel.formalUnfinished');
  expect(whyNotStart({ ...whole, valid: 0 })).toBe('panel.noValidOffers');
  expect(whyNotStart({ ...whole, members: whole.members.slice(1) })).toBe('panel.tooFewMembers');
  expect(whyNotStart({ ...whole, members: [member('chair'), member('city', 'declared'), member('city', 'declared')] })).toBe('panel.noQuorum');
});
