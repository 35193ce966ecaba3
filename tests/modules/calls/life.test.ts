import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { startApplication } from '~/modules/applications/commands.server';
import { translator } from '~/i18n/translate';
import { closeDueCalls, openCall, recordPublication } from '~/modules/calls/commands.server';
import { changesOf, findEnding, listQuestions, listVersions } from '~/modules/calls/life-queries.server';
import { changesInWords } from '~/modules/calls/facts-life';
import { getCall, listChecklist, listCriteria, listPublications } from '~/modules/calls/queries.server';
import { answerQuestion, askAboutCall, setQuestionAside } from '~/modules/calls/questions.server';
import { copyCall } from '~/modules/calls/reuse.server';
import { publicationPlaces } from '~/modules/calls/rules';
import { approveCorrigendum, dropVersion, proposeCorrigendum, proposeExtension, recordRepublication } from '~/modules/calls/versions.server';
import { annulCall, cancelCall, completeCall, confirmExtension, putCorrigendumInForce } from '~/modules/decisions/endings.server';
import { grosze } from '~/shared/money';
import { instantAt } from '~/shared/time';
import { acceptedAward } from '../../support/award';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, portal, type Portal } from '../../support/portal';
import { verified } from '../organisations/entries';

const order = { orderNumber: '500/2026', orderDate: '2026-03-02' };
const mailsOf = async (p: Portal, template: string) => (await p.db.read.select().from(p.db.t.outbox).where(eq(p.db.t.outbox.template, template))).map(({ toEmail }) => toEmail);
const eventsOf = async (p: Portal) => (await p.db.read.select().from(p.db.t.events)).map(({ event }) => event);

/** An open call with one draft and one offer handed in. */
async function busyCall(p: Portal) {
  const call = await announced(p);
  const drafting = await verified(p, call.officer, 1);
  const offering = await verified(p, call.officer, 2);
  await startApplication(p.as(drafting.owner), { callId: call.callId, organisationId: drafting.id });
  const { id: offerId } = await completeOffer(p, { callId: call.callId, organisationId: offering.id, editor: offering.owner, submit: true });
  return { ...call, drafting, offering, offerId };
}

/** The announcement of this call as a corrigendum would write it. */
async function corrected(p: Portal, callId: string, change: Record<string, unknown>) {
  const { title, budget, minGrant, maxGrant, rules, conditions, taskFrom, taskTo, closesAt, procedure, decisionBy, previousTasks, committeeRecruitment, maxShare, adminCap } = await getCall(p.db.read, callId);
  return { reason: 'Pomyłka w kwocie.', fields: { title, budget: grosze(budget), minGrant: grosze(minGrant), maxGrant: grosze(maxGrant), rules, conditions, taskFrom, taskTo, closesAt, procedure, decisionBy, previousTasks, committeeRecruitment, maxShare, adminCap, ...change } };
}

eachEngine((engine) => {
  test('the Mayor cancels an announced call on a clause; whoever has a draft or an offer is told', async () => {
    const p = await portal(engine);
    const { callId, head, officer, drafting, offering } = await busyCall(p);
    const input = { clause: 'pkt 9 ogłoszenia', reason: 'Rada zmieniła budżet.', ...order };
    await expect(cancelCall(p.as(officer), callId, input)).rejects.toThrow('call.cancel');
    await expect(cancelCall(p.as(head), callId, { ...input, orderDate: '2026-03-03' })).rejects.toMatchObject({ code: 'call.orderInFuture' });
    await cancelCall(p.as(head), callId, input);
    expect((await getCall(p.db.read, callId)).status).toBe('cancelled');
    expect(await findEnding(p.db.read, callId)).toMatchObject({ kind: 'cancelled', clause: 'pkt 9 ogłoszenia' });
    expect((await mailsOf(p, 'call.cancelled')).toSorted()).toEqual([drafting.owner.email, offering.owner.email].toSorted());
    expect(await eventsOf(p)).toContain('call.cancelled');
    for (const place of publicationPlaces) await recordPublication(p.as(officer), callId, { of: 'ending', place, publishedOn: '2026-03-02', reference: 'BIP' });
    expect(await listPublications(p.db.read, callId, 'ending')).toHaveLength(3);
    await expect(cancelCall(p.as(head), callId, input)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('a call nobody ever announced cannot be cancelled, nor one already decided', async () => {
    const p = await portal(engine);
    const head = await p.person({ roles: ['head'] });
    const { callId } = await acceptedAward(p);
    await expect(cancelCall(p.as(head), callId, { clause: 'x', reason: 'y', ...order })).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('a call is annulled only when there is no offer or none formally valid', async () => {
    const p = await portal(engine);
    const { callId, head, offerId } = await busyCall(p);
    const { closesAt } = await getCall(p.db.read, callId);
    await closeDueCalls(p.as(system, { now: closesAt }));
    const input = { reason: 'Żadna oferta nie spełniła wymagań.', ...order };
    await expect(annulCall(p.as(head, { now: closesAt }), callId, input)).rejects.toMatchObject({ code: 'call.offersValid' });
    await p.db.tx(async (tx) => { await tx.update(tx.t.applications).set({ status: 'formally_rejected' }).where(eq(tx.t.applications.id, offerId)); });
    await annulCall(p.as(head, { now: closesAt }), callId, input);
    expect((await getCall(p.db.read, callId)).status).toBe('annulled');
    expect(await mailsOf(p, 'call.annulled')).toHaveLength(2);
    const open = await announced(p);
    await expect(annulCall(p.as(head), open.callId, input)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('a call is completed when every award has its agreement or was declined', async () => {
    const p = await portal(engine);
    const { callId, awardId, signatory } = await acceptedAward(p);
    const officer = await p.person({ roles: ['officer'] });
    await expect(completeCall(p.as(officer), callId)).rejects.toMatchObject({ code: 'call.awardsPending' });
    await p.db.tx(async (tx) => {
      await tx.update(tx.t.awards).set({ status: 'contracted' }).where(eq(tx.t.awards.id, awardId));
      await tx.update(tx.t.calls).set({ status: 'contracting' }).where(eq(tx.t.calls.id, callId));
    });
    await completeCall(p.as(officer), callId);
    expect((await getCall(p.db.read, callId)).status).toBe('completed');
    expect(await mailsOf(p, 'call.completed')).toEqual([signatory.email]);
  });

  test('a corrigendum is proposed, approved by another, published in three places, and then the call says what changed', async () => {
    const p = await portal(engine);
    const { callId, officer, head, drafting, offering } = await busyCall(p);
    const change = { maxGrant: grosze(6_000_000), decisionBy: '2026-05-15', closesAt: instantAt('2026-04-10', '15:00') };
    const id = await proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, change));
    await expect(proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, { ...change, title: 'Inny' }))).rejects.toMatchObject({ code: 'call.correctionPending' });
    await expect(approveCorrigendum(p.as(officer), id)).rejects.toThrow('call.correct');
    await approveCorrigendum(p.as(head), id);
    await expect(putCorrigendumInForce(p.as(officer), id)).rejects.toMatchObject({ code: 'call.publications' });
    for (const place of publicationPlaces) await recordRepublication(p.as(officer), { version: id, place, publishedOn: '2026-03-02', reference: 'sprostowanie' });
    expect((await getCall(p.db.read, callId)).maxGrant).toBe(5_000_000);
    await putCorrigendumInForce(p.as(officer), id);
    expect(await getCall(p.db.read, callId)).toMatchObject({ maxGrant: 6_000_000, closesAt: change.closesAt, status: 'open' });
    const [version] = await listVersions(p.db.read, callId, ['in_force']);
    expect(version?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['maxGrant', 5_000_000, 6_000_000], ['closesAt', instantAt('2026-03-31', '15:00').toISOString(), change.closesAt.toISOString()], ['decisionBy', '2026-04-30', '2026-05-15'],
    ]);
    expect((await mailsOf(p, 'call.corrected')).toSorted()).toEqual([drafting.owner.email, offering.owner.email].toSorted());
    expect((await changesOf(p.db.read, [callId])).get(callId)?.times).toBe(1);
  });

  test('a corrigendum changes share limits, criteria and what can be corrected, and says so in words', async () => {
    const p = await portal(engine);
    const { callId, officer, head } = await busyCall(p);
    const criteria = [{ key: 'quality', max: 60 }, { key: 'costs', max: 40 }] as const;
    const change = { maxShare: 8000, adminCap: null, criteria, correctable: ['F5'], closesAt: instantAt('2026-04-10', '15:00') };
    await expect(proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, { ...change, criteria: [{ key: 'quality', max: 60 }] }))).rejects.toThrow('call.criteriaSum');
    const id = await proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, change));
    await approveCorrigendum(p.as(head), id);
    for (const place of publicationPlaces) await recordRepublication(p.as(officer), { version: id, place, publishedOn: '2026-03-02', reference: 'sprostowanie' });
    await putCorrigendumInForce(p.as(officer), id);
    expect(await getCall(p.db.read, callId)).toMatchObject({ maxShare: 8000, adminCap: null });
    expect((await listCriteria(p.db.read, callId)).map(({ key, max }) => [key, max])).toEqual([['costs', 40], ['quality', 60]]);
    expect((await listChecklist(p.db.read, callId)).filter(({ correctable }) => correctable).map(({ code }) => code)).toEqual(['F5']);
    const [version] = changesInWords(await listVersions(p.db.read, callId, ['in_force']), translator('en'));
    expect(version?.changes.map(({ field, after }) => [field, after]).filter(([field]) => field !== 'closesAt')).toEqual([
      ['maxShare', '80%'], ['adminCap', ''], ['criteria', expect.stringContaining(': 60')], ['correctable', expect.any(String)],
    ]);
  });

  test('the 21 days run again from the last publication of the corrigendum', async () => {
    const p = await portal(engine);
    const { callId, officer, head } = await announced(p);
    const late = new Date('2026-03-20T09:00:00Z');
    const kept = await corrected(p, callId, { rules: 'Dotacja do 80% kosztów.' });
    await expect(proposeCorrigendum(p.as(officer, { now: late }), callId, kept)).rejects.toMatchObject({ code: 'call.tooSoon', field: 'closesOn' });
    const exact = { rules: 'Dotacja do 80% kosztów.', closesAt: instantAt('2026-04-11', '00:00') };
    const id = await proposeCorrigendum(p.as(officer, { now: late }), callId, await corrected(p, callId, exact));
    await approveCorrigendum(p.as(head, { now: late }), id);
    const next = new Date('2026-03-21T09:00:00Z');
    for (const place of publicationPlaces) await recordRepublication(p.as(officer, { now: next }), { version: id, place, publishedOn: place === 'bip' ? '2026-03-21' : '2026-03-20', reference: 'x' });
    await expect(putCorrigendumInForce(p.as(officer, { now: next }), id)).rejects.toMatchObject({ code: 'call.tooSoon' });
    await recordRepublication(p.as(officer, { now: next }), { version: id, place: 'bip', publishedOn: '2026-03-20', reference: 'x' });
    await putCorrigendumInForce(p.as(officer, { now: next }), id);
    expect((await getCall(p.db.read, callId)).rules).toBe('Dotacja do 80% kosztów.');
  });

  test('a corrigendum changes something, keeps the seven items whole, and can be taken back', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    await expect(proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, {}))).rejects.toMatchObject({ code: 'call.nothingChanged' });
    await expect(proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, { maxGrant: grosze(90_000_000) }))).rejects.toMatchObject({ violations: [{ code: 'call.limits' }] });
    const id = await proposeCorrigendum(p.as(officer), callId, await corrected(p, callId, { title: 'Inny tytuł' }));
    await dropVersion(p.as(officer), id);
    expect((await getCall(p.db.read, callId)).title).toBe('Integracja mieszkańców Krakowa');
    expect(await listVersions(p.db.read, callId, ['proposed', 'approved'])).toEqual([]);
  });

  test('two persons move the deadline, and every holder of a draft is told', async () => {
    const p = await portal(engine);
    const { callId, officer, head } = await busyCall(p);
    const input = { closesAt: instantAt('2026-04-07', '15:00'), cause: 'other' as const, outage: undefined, reason: 'Święta.' };
    await expect(proposeExtension(p.as(officer), callId, { ...input, closesAt: instantAt('2026-03-30', '15:00') })).rejects.toMatchObject({ code: 'call.notLater' });
    await expect(proposeExtension(p.as(officer), callId, { ...input, closesAt: instantAt('2026-04-30', '15:00') })).rejects.toMatchObject({ code: 'call.decisionBy' });
    const id = await proposeExtension(p.as(officer), callId, input);
    await expect(confirmExtension(p.as(officer), id)).rejects.toThrow('call.correct');
    await confirmExtension(p.as(head), id);
    expect((await getCall(p.db.read, callId)).closesAt).toEqual(input.closesAt);
    expect(await mailsOf(p, 'call.extended')).toHaveLength(2);
  });

  test('nobody confirms an extension they proposed, even with both roles', async () => {
    const p = await portal(engine);
    const both = await p.person({ roles: ['officer', 'head'] });
    const { callId } = await announced(p);
    const id = await proposeExtension(p.as(both), callId, { closesAt: instantAt('2026-04-07', '15:00'), cause: 'other', outage: undefined, reason: 'x' });
    await expect(confirmExtension(p.as(both), id)).rejects.toMatchObject({ code: 'fourEyes' });
  });

  test('an outage at the deadline gives the time back, even after the portal closed the call', async () => {
    const p = await portal(engine);
    const { callId, officer, head } = await announced(p);
    const { closesAt } = await getCall(p.db.read, callId);
    const now = new Date(closesAt.getTime() + 3_600_000);
    await closeDueCalls(p.as(system, { now }));
    const input = { closesAt: instantAt('2026-04-02', '15:00'), cause: 'outage' as const, reason: 'Awaria serwera.' };
    const outage = { from: new Date(closesAt.getTime() - 7_200_000), to: new Date(closesAt.getTime() + 600_000) };
    await expect(proposeExtension(p.as(officer, { now }), callId, { ...input, outage: undefined })).rejects.toMatchObject({ code: 'call.outage' });
    await expect(proposeExtension(p.as(officer, { now }), callId, { ...input, cause: 'other', outage: undefined })).rejects.toMatchObject({ code: 'call.extensionLate' });
    await expect(proposeExtension(p.as(officer, { now }), callId, { ...input, outage: { ...outage, to: new Date(now.getTime() + 1) } })).rejects.toMatchObject({ code: 'call.outage' });
    const id = await proposeExtension(p.as(officer, { now }), callId, { ...input, outage });
    await confirmExtension(p.as(head, { now }), id);
    expect(await getCall(p.db.read, callId)).toMatchObject({ status: 'open', closesAt: input.closesAt });
    await expect(openCall(p.as(officer, { now }), callId)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('anybody asks, the officer answers, everybody reads, and the address is forgotten', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    await askAboutCall(p.as({ kind: 'anonymous' }, { lang: 'uk' }), callId, { question: 'Чи можна купити проєктор?', email: 'kto@example.org' });
    await askAboutCall(p.as({ kind: 'anonymous' }, { now: new Date('2026-03-02T10:00:00Z') }), callId, { question: 'Kupcie kryptowaluty', email: undefined });
    expect(await listQuestions(p.db.read, callId)).toEqual([]);
    const [first, second] = await listQuestions(p.db.read, callId, ['asked']);
    await expect(answerQuestion(p.as({ kind: 'anonymous' }), { question: first?.id ?? '', answer: 'Tak.' })).rejects.toThrow('call.answer');
    await answerQuestion(p.as(officer), { question: first?.id ?? '', answer: 'Tak.' });
    await setQuestionAside(p.as(officer), second?.id ?? '');
    expect((await listQuestions(p.db.read, callId)).map(({ question, answer }) => [question, answer])).toEqual([['Чи можна купити проєктор?', 'Tak.']]);
    expect(await mailsOf(p, 'call.answered')).toEqual(['kto@example.org']);
    expect((await p.db.read.select().from(p.db.t.callQuestions)).map(({ email }) => email)).toEqual([null, null]);
    await expect(answerQuestion(p.as(officer), { question: first?.id ?? '', answer: 'Nie.' })).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('questions from one network are throttled', async () => {
    const p = await portal(engine);
    const { callId } = await announced(p);
    const ask = () => askAboutCall({ ...p.as({ kind: 'anonymous' }), ip: '203.0.113.9' }, callId, { question: 'Kiedy wyniki?', email: undefined });
    for (let i = 0; i < 10; i += 1) await ask();
    await expect(ask()).rejects.toThrow();
  });

  test('an earlier call becomes the draft of a new one, a year later', async () => {
    const p = await portal(engine);
    const { callId } = await announced(p);
    const other = await p.person({ roles: ['officer'] });
    const { id } = await copyCall(p.as(other, { now: new Date('2026-11-02T09:00:00Z') }), callId);
    expect(await getCall(p.db.read, id)).toMatchObject({
      status: 'draft', authorId: other.id, title: 'Integracja mieszkańców Krakowa', taskFrom: '2027-05-01', decisionBy: '2027-04-30', openedAt: null, orderNumber: null,
      closesAt: instantAt('2027-03-31', '15:00'),
    });
    await expect(copyCall(p.as(await p.person()), callId)).rejects.toThrow('call.draft');
  });
});
