import { expect, test } from 'vitest';
import { system, type Actor } from '~/access/actor';
import { advanceCall, approveCall, closeDueCalls, draftCall, openCall, recordPublication, returnCall, saveCall, sendCallToReview } from '~/modules/calls/commands.server';
import { getCall, getPublicCall, listChecklist, listCriteria, listPublications } from '~/modules/calls/queries.server';
import { earliestDeadline, type CallStatus } from '~/modules/calls/rules';
import { announced, approved, callInput, publishEverywhere } from '../../support/call';
import { eachEngine, monday, portal } from '../../support/portal';

const order = { orderNumber: '412/2026', orderDate: '2026-03-02' };
const earliest = earliestDeadline('2026-03-02', 21);

eachEngine((engine) => {
  test('a call is drafted, approved by somebody else, published in three places and opened', async () => {
    const p = await portal(engine);
    const { callId, slug, officer, head } = await announced(p);
    const call = await getCall(p.db.read, callId);
    expect(call).toMatchObject({ status: 'open', authorId: officer.id, approverId: head.id, openedAt: monday });
    expect((await getPublicCall(p.db.read, slug)).id).toBe(callId);
    expect((await listCriteria(p.db.read, callId)).reduce((sum, { max }) => sum + max, 0)).toBe(100);
    expect((await listChecklist(p.db.read, callId)).filter(({ correctable }) => correctable).map(({ code }) => code)).toEqual(['F5', 'F6', 'F9', 'F10', 'F12']);
  });

  test('published last on 2 March, the deadline may be 24 March 00:00 and not a millisecond sooner', async () => {
    const p = await portal(engine);
    await announced(p, { closesAt: earliest });
    const early = await approved(p, { closesAt: new Date(earliest.getTime() - 1) });
    await publishEverywhere(p, early.officer, early.callId);
    await expect(openCall(p.as(early.officer), early.callId)).rejects.toMatchObject({ code: 'call.tooSoon', params: { earliest: expect.stringContaining('24') as string } });
    expect((await getCall(p.db.read, early.callId)).status).toBe('approved');
  });

  test('nobody approves an announcement they wrote, even with both roles', async () => {
    const p = await portal(engine);
    const both = await p.person({ roles: ['officer', 'head'] });
    const { id } = await draftCall(p.as(both), callInput());
    await sendCallToReview(p.as(both), id);
    await expect(approveCall(p.as(both), id, order)).rejects.toMatchObject({ code: 'fourEyes' });
    const officer = await p.person({ roles: ['officer'] });
    await expect(approveCall(p.as(officer), id, order)).rejects.toThrow('call.approve');
  });

  test('an announcement without one of the seven items stays a draft', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, slug } = await draftCall(p.as(officer), callInput({ previousTasks: undefined }));
    await expect(sendCallToReview(p.as(officer), id)).rejects.toMatchObject({ violations: [{ code: 'call.art13', field: 'previousTasks' }] });
    expect((await getCall(p.db.read, id)).status).toBe('draft');
    await expect(getPublicCall(p.db.read, slug)).rejects.toThrow('call');
  });

  test('a returned announcement keeps its reason, can be edited again, and later cannot', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const head = await p.person({ roles: ['head'] });
    const { id } = await draftCall(p.as(officer), callInput());
    await sendCallToReview(p.as(officer), id);
    await expect(saveCall(p.as(officer), id, callInput())).rejects.toMatchObject({ code: 'wrongState' });
    await returnCall(p.as(head), id, { reason: 'Popraw kwoty.' });
    expect(await getCall(p.db.read, id)).toMatchObject({ status: 'draft', returnReason: 'Popraw kwoty.' });
    await saveCall(p.as(officer), id, callInput({ title: 'Nowy tytuł' }));
    expect((await getCall(p.db.read, id)).title).toBe('Nowy tytuł');
  });

  test('a call does not open before it hangs in all three places', async () => {
    const p = await portal(engine);
    const { callId, officer } = await approved(p);
    const publication = { of: 'announcement' as const, publishedOn: '2026-03-02', reference: 'bip.krakow.pl' };
    for (const place of ['bip', 'website'] as const) await recordPublication(p.as(officer), callId, { ...publication, place });
    await expect(openCall(p.as(officer), callId)).rejects.toMatchObject({ code: 'call.publications' });
    await expect(recordPublication(p.as(officer), callId, { ...publication, place: 'bip', publishedOn: '2026-03-03' })).rejects.toMatchObject({ code: 'call.publishedInFuture' });
    await expect(recordPublication(p.as(officer), callId, { ...publication, place: 'bip', publishedOn: '2026-03-01' })).rejects.toMatchObject({ code: 'call.publishedBeforeOrder' });
  });

  test('the call closes by itself exactly at the deadline, once', async () => {
    const p = await portal(engine);
    const { callId } = await announced(p);
    const { closesAt } = await getCall(p.db.read, callId);
    expect(await closeDueCalls(p.as(system, { now: new Date(closesAt.getTime() - 1) }))).toBe(0);
    expect(await closeDueCalls(p.as(system, { now: closesAt }))).toBe(1);
    expect((await getCall(p.db.read, callId)).status).toBe('closed');
    expect(await closeDueCalls(p.as(system, { now: closesAt }))).toBe(0);
  });

  test('a deadline one day after the earliest opens too', async () => {
    const p = await portal(engine);
    const { callId } = await announced(p, { closesAt: new Date(earliest.getTime() + 86_400_000) });
    expect((await getCall(p.db.read, callId)).status).toBe('open');
  });

  test('when publications came too late, the approved announcement goes back and begins anew', async () => {
    const p = await portal(engine);
    const { callId, officer, head } = await approved(p, { closesAt: earliest });
    const tuesday = new Date('2026-03-03T09:00:00Z');
    await publishEverywhere(p, officer, callId, tuesday);
    await expect(openCall(p.as(officer, { now: tuesday }), callId)).rejects.toMatchObject({ code: 'call.tooSoon' });
    await returnCall(p.as(head), callId, { reason: 'Przesuń termin.' });
    expect(await getCall(p.db.read, callId)).toMatchObject({ status: 'draft', approverId: null, orderNumber: null });
    expect(await listPublications(p.db.read, callId, 'announcement')).toEqual([]);
  });

  test('of two tabs the second does not overwrite what the first saved', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id } = await draftCall(p.as(officer), callInput());
    await saveCall(p.as(officer), id, callInput({ title: 'Pierwsza karta', version: 1 }));
    await expect(saveCall(p.as(officer), id, callInput({ title: 'Druga karta', version: 1 }))).rejects.toMatchObject({ code: 'changed' });
    expect((await getCall(p.db.read, id)).title).toBe('Pierwsza karta');
  });

  test('two calls with one title have their own numbers and addresses', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const first = await draftCall(p.as(officer), callInput());
    const second = await draftCall(p.as(officer), callInput());
    expect([first.slug, second.slug]).toEqual(['integracja-mieszkancow-krakowa-2026', 'integracja-mieszkancow-krakowa-2026-2']);
    expect([(await getCall(p.db.read, first.id)).number, (await getCall(p.db.read, second.id)).number]).toEqual(['OK/2026/1', 'OK/2026/2']);
  });

  test('a step belongs to the person the table names, whoever asks for it', async () => {
    const p = await portal(engine);
    const { callId, officer, head } = await announced(p);
    const step = (actor: Actor, to: CallStatus) => p.db.tx((tx) => advanceCall(tx, p.as(actor), callId, to));
    await expect(step(head, 'closed')).rejects.toThrow('call.close');
    await expect(step(officer, 'assessment')).rejects.toMatchObject({ code: 'wrongState' });
    await step(officer, 'closed');
    await step(officer, 'screening');
    expect((await getCall(p.db.read, callId)).status).toBe('screening');
  });

  test('the author hears of the approval and of the deadline', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    await closeDueCalls(p.as(system, { now: (await getCall(p.db.read, callId)).closesAt }));
    const mails = await p.db.read.select().from(p.db.t.outbox);
    expect(mails.map(({ template, toEmail }) => [template, toEmail])).toEqual([['call.approved', officer.email], ['call.closed', officer.email]]);
  });
});
