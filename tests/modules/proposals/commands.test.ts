import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous } from '~/access/actor';
import { replyToQuestion, saveProposal, startProposal, submitProposal, withdrawProposal } from '~/modules/proposals/commands.server';
import { askQuestion, decideProposal, examineProposal, linkCall, publishCopy } from '~/modules/proposals/office.server';
import { listProposalFacts } from '~/modules/desk/facts-of-requests.server';
import { getProposal, getPublicProposal, listProposalsBehind, listProposalsForOffice, listPublicProposals, listQuestions } from '~/modules/proposals/queries.server';
import { findReceipt } from '~/modules/receipts/queries.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { sha256Hex } from '~/shared/sha256';
import { announced } from '../../support/call';
import { eachEngine, monday, portal } from '../../support/portal';
import { copy, examined, filed, no, proposal, purposeful, yes } from '../../support/proposal';
import { filingOrganisation } from '../../support/small-grant';

const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const question = { question: 'Kto poprowadzi dyżury?' };

eachEngine((engine) => {
  test('a proposal goes from the draft over a question to the answer, in public and without a person', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const head = await p.person({ roles: ['head'] });
    const { id, signatory, receiptNumber, sha256 } = await filed(p);
    expect(receiptNumber).toBe('WI-2026-0001');
    const { snapshot, submittedAt } = await getProposal(p.db.read, id);
    expect([sha256Hex(snapshot ?? ''), submittedAt]).toEqual([sha256, monday]);
    expect(await findReceipt(p.db.read, receiptNumber, sha256)).toMatchObject({ kind: 'proposal', valid: true });
    expect(await listPublicProposals(p.db.read, '2026-03-02')).toMatchObject([{ number: receiptNumber, title: null, due: '2026-04-02' }]);
    expect((await getPublicProposal(p.db.read, receiptNumber)).copy).toBeNull();

    await askQuestion(p.as(officer), id, question);
    await replyToQuestion(p.as(signatory, { now: later(1) }), id, { reply: 'Nasze trzy doradczynie.' });
    expect(await listQuestions(p.db.read, id)).toMatchObject([{ ...question, reply: 'Nasze trzy doradczynie.', repliedAt: later(1) }]);
    await expect(replyToQuestion(p.as(signatory), id, { reply: 'Jeszcze raz.' })).rejects.toMatchObject({ code: 'wrongState' });

    await expect(examineProposal(p.as(officer), id, yes)).rejects.toMatchObject({ code: 'proposal.notPublished' });
    await expect(publishCopy(p.as(officer), id, { ...copy, description: 'Zapisy: 600 700 800' })).rejects.toMatchObject({ violations: [{ field: 'description', code: 'proposal.notRedacted' }] });
    await publishCopy(p.as(officer), id, copy);
    await examineProposal(p.as(officer), id, no);
    await examineProposal(p.as(officer), id, yes);
    expect((await getPublicProposal(p.db.read, receiptNumber)).answer).toBeNull();
    await decideProposal(p.as(head, { now: later(3) }), id, yes);
    const shown = await getPublicProposal(p.db.read, receiptNumber);
    expect(shown).toMatchObject({ status: 'purposeful', answer: yes, decidedAt: later(3), copy: { title: copy.title } });
    expect(JSON.stringify([shown, await listPublicProposals(p.db.read, '2026-03-05')])).not.toMatch(/Bondar|12 000 10 10|olena@|600 700 800|doradczynie\./);

    const mails = await p.db.read.select({ template: p.db.t.outbox.template, to: p.db.t.outbox.toEmail }).from(p.db.t.outbox);
    const to = (email: string) => mails.filter((mail) => mail.to === email).map(({ template }) => template).toSorted();
    expect(to(signatory.email)).toEqual(['proposal.purposeful', 'proposal.question', 'proposal.received']);
    expect(to(officer.email)).toEqual(['proposal.replied', 'proposal.toExamine']);
    expect(new Set(to(head.email))).toEqual(new Set(['proposal.toDecide']));
  });

  test('the City says no with its reasons, and that ends it', async () => {
    const p = await portal(engine);
    const { id, signatory, officer, receiptNumber } = await examined(p, { answer: no });
    const head = await p.person({ roles: ['mayor'] });
    await expect(decideProposal(p.as(head), id, { ...yes, announceOn: '2026-03-02' })).rejects.toMatchObject({ violations: [{ field: 'announceOn', code: 'proposal.announcedInPast' }] });
    await decideProposal(p.as(head), id, no);
    expect(await getPublicProposal(p.db.read, receiptNumber)).toMatchObject({ status: 'not_purposeful', answer: no });
    const attempts = [() => withdrawProposal(p.as(signatory), id), () => askQuestion(p.as(officer), id, question), () => examineProposal(p.as(officer), id, yes), () => decideProposal(p.as(head), id, yes), () => publishCopy(p.as(officer), id, copy), () => linkCall(p.as(officer), id, {})];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('two decisions at once are one, and the loser is told', async () => {
    const p = await portal(engine);
    const { id } = await examined(p);
    const [one, other] = [await p.person({ roles: ['head'] }), await p.person({ roles: ['mayor'] })];
    const answers = await Promise.allSettled([decideProposal(p.as(one), id, yes), decideProposal(p.as(other), id, no)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected');
    expect(['wrongState', 'changed']).toContain((lost?.reason as { code: string }).code);
    const events = await p.db.read.select({ event: p.db.t.events.event }).from(p.db.t.events);
    expect(events.filter(({ event }) => ['proposal.purposeful', 'proposal.notPurposeful'].includes(event))).toHaveLength(1);
  });

  test('who drafted the answer does not give it, and nobody acts for the City in a matter of their own organisation', async () => {
    const p = await portal(engine);
    const { id, organisationId, officer } = await examined(p);
    await expect(decideProposal(p.as({ ...officer, roles: ['officer', 'head'] }), id, yes)).rejects.toMatchObject({ code: 'fourEyes' });
    const member = await p.person({ roles: ['officer', 'head'], memberships: [{ organisationId, role: 'viewer', signatory: false }] });
    for (const attempt of [() => decideProposal(p.as(member), id, yes), () => publishCopy(p.as(member), id, copy), () => examineProposal(p.as(member), id, yes)])
      await expect(attempt()).rejects.toMatchObject({ code: 'fourEyes' });
  });

  test('a proposal is taken back before the answer; its words go, that it was filed stays', async () => {
    const p = await portal(engine);
    const { id, signatory, receiptNumber } = await examined(p);
    await withdrawProposal(p.as(signatory), id);
    expect(await getPublicProposal(p.db.read, receiptNumber)).toMatchObject({ status: 'withdrawn', copy: null, answer: null });
    expect(await listPublicProposals(p.db.read, '2026-03-02')).toMatchObject([{ number: receiptNumber, title: null, due: null }]);
  });

  test('who may: members write, signatories file and take back, strangers and officers do neither, residents decide nothing', async () => {
    const p = await portal(engine);
    const by = await filingOrganisation(p);
    const role = (name: 'editor' | 'viewer') => p.person({ memberships: [{ organisationId: by.organisationId, role: name, signatory: false }] });
    const [editor, viewer, stranger, officer] = [await role('editor'), await role('viewer'), await p.person(), await p.person({ roles: ['officer'] })];
    for (const actor of [anonymous, viewer, stranger, officer]) await expect(startProposal(p.as(actor), by)).rejects.toBeInstanceOf(Forbidden);
    const { id } = await startProposal(p.as(editor), by);
    await saveProposal(p.as(editor), id, proposal(), 1);
    await expect(saveProposal(p.as(editor), id, proposal(), 1)).rejects.toMatchObject({ code: 'changed' });
    await expect(saveProposal(p.as(stranger), id, proposal(), 2)).rejects.toBeInstanceOf(Forbidden);
    for (const actor of [editor, stranger, officer]) await expect(submitProposal(p.as(actor), id)).rejects.toBeInstanceOf(Forbidden);
    await expect(submitProposal(p.as(by.signatory), id, { version: 1 })).rejects.toMatchObject({ code: 'changed' });
    await submitProposal(p.as(by.signatory), id, { version: 2 });
    await expect(submitProposal(p.as(by.signatory), id)).rejects.toMatchObject({ code: 'wrongState' });
    await expect(saveProposal(p.as(editor), id, proposal(), 3)).rejects.toMatchObject({ code: 'wrongState' });
    for (const attempt of [() => withdrawProposal(p.as(editor), id), () => askQuestion(p.as(by.signatory), id, question), () => decideProposal(p.as(officer), id, yes), () => replyToQuestion(p.as(viewer), id, { reply: 'Tak.' }), () => linkCall(p.as(editor), id, {})])
      await expect(attempt()).rejects.toBeInstanceOf(Forbidden);
    expect((await listProposalFacts(p.db.read, [by.organisationId])).map((one) => one.id)).toEqual([id]);
    expect(await listProposalFacts(p.db.read, [])).toEqual([]);
  });

  test('only a verified organisation of the right form files, and only what is complete', async () => {
    const p = await portal(engine);
    const group = await filingOrganisation(p, { legalForm: 'informal_group' });
    await expect(startProposal(p.as(group.signatory), group)).rejects.toMatchObject({ code: 'proposal.legalForm' });
    const by = await filingOrganisation(p);
    const { id } = await startProposal(p.as(by.signatory), by);
    await expect(submitProposal(p.as(by.signatory), id)).rejects.toMatchObject({ violations: expect.arrayContaining([{ field: 'title', code: 'required' }]) as unknown });
    await saveProposal(p.as(by.signatory), id, proposal(), 1);
    const { organisations } = p.db.t;
    await p.db.tx(async (tx) => void (await tx.update(organisations).set({ status: 'submitted' }).where(eq(organisations.id, by.organisationId))));
    await expect(submitProposal(p.as(by.signatory), id)).rejects.toMatchObject({ code: 'proposal.notVerified' });
  });

  test('of an organisation at risk nobody reads who it is and where', async () => {
    const p = await portal(engine);
    const { organisationId, receiptNumber } = await examined(p);
    expect(await getPublicProposal(p.db.read, receiptNumber)).toMatchObject({ organisation: { slug: organisationId }, copy: { place: copy.place, districts: ['podgorze'] } });
    const { organisations } = p.db.t;
    await p.db.tx(async (tx) => void (await tx.update(organisations).set({ safeMode: true }).where(eq(organisations.id, organisationId))));
    expect(await getPublicProposal(p.db.read, receiptNumber)).toMatchObject({ organisation: null, copy: { place: '', districts: [] } });
    expect(await listPublicProposals(p.db.read, '2026-03-02')).toMatchObject([{ organisationName: null }]);
  });

  test('the month runs on over a question, and the desk says what is near and what is late', async () => {
    const p = await portal(engine);
    const { id } = await filed(p);
    await askQuestion(p.as(await p.person({ roles: ['officer'] })), id, question);
    const on = async (day: string) => (await listProposalsForOffice(p.db.read, day)).map(({ due, clock }) => `${due} ${clock}`);
    expect([await on('2026-03-20'), await on('2026-04-02'), await on('2026-04-03')]).toEqual([['2026-04-02 running'], ['2026-04-02 near'], ['2026-04-02 overdue']]);
  });

  test('a purposeful proposal names the call that came of it, and the call names the proposal', async () => {
    const p = await portal(engine);
    const { id, officer, receiptNumber } = await purposeful(p);
    const { callId } = await announced(p);
    await expect(linkCall(p.as(officer), id, { callId: 'nothing' })).rejects.toBeInstanceOf(NotFound);
    await linkCall(p.as(officer), id, { callId });
    expect((await getPublicProposal(p.db.read, receiptNumber)).callId).toBe(callId);
    expect(await listProposalsBehind(p.db.read, callId)).toMatchObject([{ number: receiptNumber, title: copy.title }]);
    await linkCall(p.as(officer), id, {});
    expect(await listProposalsBehind(p.db.read, callId)).toEqual([]);
  });

  test('nothing is there under a number that was never given, nor of a draft', async () => {
    const p = await portal(engine);
    const by = await filingOrganisation(p);
    await startProposal(p.as(by.signatory), by);
    for (const number of ['WI-2026-0001', "' or 1=1", '']) await expect(getPublicProposal(p.db.read, number)).rejects.toBeInstanceOf(NotFound);
    expect(await listPublicProposals(p.db.read, '2026-03-02')).toEqual([]);
  });
});
