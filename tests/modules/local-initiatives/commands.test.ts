import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous } from '~/access/actor';
import { reportLocalInitiative, saveLocalInitiative, startLocalInitiative, submitLocalInitiative, withdrawLocalInitiative } from '~/modules/local-initiatives/commands.server';
import { agreeToLocalInitiative, askCompletion, assessLocalInitiative, completeLocalInitiative, endLocalInitiative, publishCopy, recordAgreement, refuseLocalInitiative, returnReport } from '~/modules/local-initiatives/office.server';
import { listInitiativeFacts } from '~/modules/desk/facts-of-requests.server';
import { getLocalInitiative, getPublicLocalInitiative, listLocalInitiativesForOffice, listPublicLocalInitiatives } from '~/modules/local-initiatives/queries.server';
import { findReceipt } from '~/modules/receipts/queries.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { sha256Hex } from '~/shared/sha256';
import { agreed, agreement, assessed, copy, filed, points, request } from '../../support/local-initiative';
import { eachEngine, monday, portal } from '../../support/portal';
import { filingOrganisation } from '../../support/small-grant';

const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const yes = { reason: 'Skwer służy wszystkim sąsiadom.' };
const no = { refusalReason: 'Miasto nie ma tego terenu.' };
const done = { outcome: 'done' as const, text: 'Posadziliśmy 120 krzewów.', people: 18, hours: 130 };
const end = { summary: 'Na skwerze rośnie 120 krzewów.', thingsBack: true };

eachEngine((engine) => {
  test('a request of a resident goes from the draft over points, decision and agreement to what came of it, in public and without a name', async () => {
    const p = await portal(engine);
    const resident = await p.person({ name: 'Marta Kanarek', lang: 'uk' });
    const officer = await p.person({ roles: ['officer'] });
    const head = await p.person({ roles: ['head'] });
    const { id, receiptNumber, sha256 } = await filed(p, { by: resident });
    expect(receiptNumber).toBe('IL-2026-0001');
    const [frozen] = await p.db.read.select().from(p.db.t.localInitiativeSubmissions);
    expect([sha256Hex(frozen?.snapshot ?? ''), frozen?.submittedAt]).toEqual([sha256, monday]);
    expect(await findReceipt(p.db.read, receiptNumber, sha256)).toMatchObject({ kind: 'local_initiative', valid: true });
    // That it was filed is known at once; its words only when an officer has read them.
    expect(await listPublicLocalInitiatives(p.db.read)).toMatchObject([{ number: receiptNumber, status: 'submitted', title: null, area: 'ecology', districts: ['podgorze'] }]);
    expect(await getPublicLocalInitiative(p.db.read, receiptNumber)).toMatchObject({ copy: null, applicant: 'residents', organisation: null });

    await expect(assessLocalInitiative(p.as(officer), id, points(40, 40, 10))).rejects.toMatchObject({ code: 'localInitiative.notPublished' });
    await expect(publishCopy(p.as(officer), id, { ...copy, what: 'Zapisy: 600 700 800' })).rejects.toMatchObject({ violations: [{ field: 'what', code: 'localInitiative.notRedacted' }] });
    await publishCopy(p.as(officer), id, copy);
    await assessLocalInitiative(p.as(officer), id, points(40, 40, 10));
    expect((await getPublicLocalInitiative(p.db.read, receiptNumber)).scores).toBeNull();
    await agreeToLocalInitiative(p.as(head), id, yes);
    await recordAgreement(p.as(officer), id, agreement);
    await recordAgreement(p.as(officer), id, { ...agreement, number: 'IL/8/2026' });
    await reportLocalInitiative(p.as(resident, { now: later(100) }), id, done);
    await returnReport(p.as(officer, { now: later(101) }), id, { returnNote: 'Ile krzewów się przyjęło?' });
    await reportLocalInitiative(p.as(resident, { now: later(102) }), id, done);
    await expect(completeLocalInitiative(p.as(officer, { now: later(103) }), id, { ...end, thingsBack: false })).rejects.toMatchObject({ code: 'localInitiative.thingsOut' });
    await completeLocalInitiative(p.as(officer, { now: later(103) }), id, end);

    const shown = await getPublicLocalInitiative(p.db.read, receiptNumber);
    expect(shown).toMatchObject({ status: 'completed', outcome: 'done', summary: end.summary, decisionReason: yes.reason, agreement: { number: 'IL/8/2026' }, copy: { title: copy.title } });
    expect(shown.scores?.map(({ criterion, points: given, max }) => [criterion, given, max])).toEqual([['need', 40, 45], ['work', 40, 45], ['district', 10, 10]]);
    expect(JSON.stringify([shown, await listPublicLocalInitiatives(p.db.read)])).not.toMatch(/Kanarek|Bondar|12 000 10 10|olena@|600 700 800/);

    const mails = await p.db.read.select({ template: p.db.t.outbox.template, to: p.db.t.outbox.toEmail, lang: p.db.t.outbox.lang }).from(p.db.t.outbox);
    const to = (email: string) => mails.filter((mail) => mail.to === email).map(({ template }) => template);
    expect(to(resident.email).toSorted()).toEqual(['agreed', 'agreementRecorded', 'completed', 'received', 'reportReturned'].map((name) => `localInitiative.${name}`));
    expect(to(officer.email).toSorted()).toEqual(['reported', 'reported', 'toReview'].map((name) => `localInitiative.${name}`));
    expect(to(head.email)).toEqual(['localInitiative.toDecide']);
    expect(new Set(mails.filter((mail) => mail.to === resident.email).map(({ lang }) => lang))).toEqual(new Set(['uk']));
    // No money moves: nothing of this is an award, an agreement of a grant or an instalment.
    expect(await Promise.all([p.db.read.$count(p.db.t.awards), p.db.read.$count(p.db.t.agreements), p.db.read.$count(p.db.t.instalments)])).toEqual([0, 0, 0]);
  });

  test('two decisions at once are one, and the loser is told', async () => {
    const p = await portal(engine);
    const { id } = await assessed(p);
    const [one, other] = [await p.person({ roles: ['head'] }), await p.person({ roles: ['mayor'] })];
    const answers = await Promise.allSettled([agreeToLocalInitiative(p.as(one), id, yes), refuseLocalInitiative(p.as(other), id, no)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected');
    expect(['wrongState', 'changed']).toContain((lost?.reason as { code: string }).code);
    const decisions = (await p.db.read.select({ event: p.db.t.events.event }).from(p.db.t.events)).filter(({ event }) => ['localInitiative.agreed', 'localInitiative.refused'].includes(event));
    expect(decisions).toHaveLength(1);
  });

  test('who gave the points does not decide, and nobody acts for the City in a matter of their own', async () => {
    const p = await portal(engine);
    const { id, officer } = await assessed(p);
    await p.db.tx(async (tx) => void (await tx.insert(tx.t.roleGrants).values({ personId: officer.id, role: 'head', grantedAt: monday })));
    const both = { ...officer, roles: [...officer.roles, 'head' as const] };
    await expect(agreeToLocalInitiative(p.as(both), id, yes)).rejects.toMatchObject({ code: 'fourEyes' });
    await expect(refuseLocalInitiative(p.as(both), id, no)).rejects.toMatchObject({ code: 'fourEyes' });
    const neighbour = await p.person({ roles: ['officer', 'head'] });
    const own = await filed(p, { by: neighbour });
    await expect(publishCopy(p.as(neighbour), own.id, copy)).rejects.toMatchObject({ code: 'fourEyes' });
    const { organisationId, signatory } = await filingOrganisation(p);
    const through = await filed(p, { by: signatory, organisationId });
    const member = await p.person({ roles: ['officer'], memberships: [{ organisationId, role: 'viewer', signatory: false }] });
    await expect(publishCopy(p.as(member), through.id, copy)).rejects.toMatchObject({ code: 'fourEyes' });
  });

  test('with too few points the City can only refuse; points can be corrected until the decision', async () => {
    const p = await portal(engine);
    const head = await p.person({ roles: ['head'] });
    const { id, officer, receiptNumber } = await assessed(p, { scores: points(29, 30, 0) });
    await expect(agreeToLocalInitiative(p.as(head), id, yes)).rejects.toMatchObject({ code: 'localInitiative.tooFewPoints' });
    await expect(assessLocalInitiative(p.as(officer), id, points(46, 30, 0))).rejects.toMatchObject({ violations: [{ field: 'need.points', code: 'localInitiative.overMax' }] });
    await assessLocalInitiative(p.as(officer), id, points(30, 30, 0));
    await expect(refuseLocalInitiative(p.as(head), id, { refusalReason: 'Proszę dzwonić: 600 700 800.' })).rejects.toMatchObject({ violations: [{ field: 'refusalReason', code: 'localInitiative.notRedacted' }] });
    await refuseLocalInitiative(p.as(head), id, no);
    expect(await getPublicLocalInitiative(p.db.read, receiptNumber)).toMatchObject({ status: 'refused', decisionReason: no.refusalReason });
    await expect(assessLocalInitiative(p.as(officer), id, points(45, 45, 10))).rejects.toMatchObject({ code: 'wrongState' });
    await expect(agreeToLocalInitiative(p.as(head), id, yes)).rejects.toMatchObject({ code: 'wrongState' });
    const again = await assessed(p, { scores: points(30, 30, 0) });
    await agreeToLocalInitiative(p.as(head), again.id, yes);
  });

  test('a completion keeps the number and the day of filing, freezes the new words, and hides the text until it is read again', async () => {
    const p = await portal(engine);
    const { id, resident, receiptNumber, sha256 } = await filed(p);
    const officer = await p.person({ roles: ['officer'] });
    await publishCopy(p.as(officer), id, copy);
    await expect(askCompletion(p.as(officer), id, { note: 'Do kogo należy skwer?', dueOn: '2026-03-08' })).rejects.toMatchObject({ code: 'localInitiative.completionDays', field: 'dueOn' });
    await askCompletion(p.as(officer), id, { note: 'Do kogo należy skwer?', dueOn: '2026-03-09' });
    // To the end of the day residents have, nobody judges.
    await expect(assessLocalInitiative(p.as(officer, { now: new Date('2026-03-09T22:59:59Z') }), id, points(40, 40, 0))).rejects.toMatchObject({ code: 'localInitiative.waitsForCompletion' });
    const { version } = await getLocalInitiative(p.db.read, id);
    await saveLocalInitiative(p.as(resident, { now: later(2) }), id, request({ place: 'Skwer miejski' }), version);
    const again = await submitLocalInitiative(p.as(resident, { now: later(2) }), id);
    expect([again.receiptNumber, again.sha256 === sha256]).toEqual([receiptNumber, false]);
    expect(await getLocalInitiative(p.db.read, id)).toMatchObject({ submittedAt: monday, publicCopy: null, status: 'submitted' });
    expect(await p.db.read.$count(p.db.t.localInitiativeSubmissions)).toBe(2);

    const silent = await filed(p);
    await publishCopy(p.as(officer), silent.id, copy);
    await askCompletion(p.as(officer), silent.id, { note: 'Do kogo należy skwer?', dueOn: '2026-03-09' });
    await assessLocalInitiative(p.as(officer, { now: new Date('2026-03-09T23:00:00Z') }), silent.id, points(20, 20, 0));
    expect((await getLocalInitiative(p.db.read, silent.id)).status).toBe('assessed');
  });

  test('a request is taken back before the decision and not after; its words go, that it was filed stays', async () => {
    const p = await portal(engine);
    const { id, resident, receiptNumber } = await assessed(p);
    await withdrawLocalInitiative(p.as(resident), id);
    expect(await getPublicLocalInitiative(p.db.read, receiptNumber)).toMatchObject({ status: 'withdrawn', copy: null });
    expect(await listPublicLocalInitiatives(p.db.read)).toMatchObject([{ number: receiptNumber, title: null }]);
    const other = await agreed(p);
    await expect(withdrawLocalInitiative(p.as(other.resident), other.id)).rejects.toMatchObject({ code: 'wrongState' });
    await expect(reportLocalInitiative(p.as(other.resident), other.id, done)).rejects.toMatchObject({ code: 'wrongState' });
    await endLocalInitiative(p.as(other.officer), other.id, { endReason: 'Mieszkańcy zrezygnowali z podpisania umowy.' });
    expect(await getPublicLocalInitiative(p.db.read, other.receiptNumber)).toMatchObject({ status: 'ended', summary: 'Mieszkańcy zrezygnowali z podpisania umowy.' });
    await expect(recordAgreement(p.as(other.officer), other.id, agreement)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('who may: a draft is its author’s alone; a stranger neither reads, writes, files nor withdraws; nobody unknown begins; residents do not decide', async () => {
    const p = await portal(engine);
    const stranger = await p.person();
    await expect(startLocalInitiative(p.as(anonymous), {})).rejects.toBeInstanceOf(Forbidden);
    const { id, resident, officer } = await assessed(p);
    for (const attempt of [() => saveLocalInitiative(p.as(stranger), id, request(), 4), () => submitLocalInitiative(p.as(stranger), id), () => withdrawLocalInitiative(p.as(stranger), id), () => reportLocalInitiative(p.as(stranger), id, done)])
      await expect(attempt()).rejects.toBeInstanceOf(Forbidden);
    for (const attempt of [() => agreeToLocalInitiative(p.as(resident), id, yes), () => publishCopy(p.as(resident), id, copy), () => agreeToLocalInitiative(p.as(officer), id, yes), () => completeLocalInitiative(p.as(resident), id, end)])
      await expect(attempt()).rejects.toBeInstanceOf(Forbidden);
    await expect(saveLocalInitiative(p.as(resident), id, request(), 4)).rejects.toMatchObject({ code: 'wrongState' });
    const draft = await startLocalInitiative(p.as(resident), {});
    await saveLocalInitiative(p.as(resident), draft.id, request(), 1);
    await expect(saveLocalInitiative(p.as(resident), draft.id, request(), 1)).rejects.toMatchObject({ code: 'changed' });
    await expect(submitLocalInitiative(p.as(resident), draft.id, { version: 1 })).rejects.toMatchObject({ code: 'changed' });
    expect((await listLocalInitiativesForOffice(p.db.read, '2026-03-02')).map((one) => one.id)).toEqual([id]);
    expect((await listInitiativeFacts(p.db.read, resident.id, [])).map((one) => one.id).toSorted()).toEqual([draft.id, id].toSorted());
    expect(await listInitiativeFacts(p.db.read, stranger.id, [])).toEqual([]);
  });

  test('a group and an organisation file by their signatories, are named, and a business is refused', async () => {
    const p = await portal(engine);
    const group = await filingOrganisation(p, { legalForm: 'informal_group' });
    const { id, receiptNumber } = await filed(p, { by: group.signatory, organisationId: group.organisationId });
    const { organisationName } = await getLocalInitiative(p.db.read, id);
    expect(await getPublicLocalInitiative(p.db.read, receiptNumber)).toMatchObject({ applicant: 'group', organisation: { name: organisationName } });
    const editor = await p.person({ memberships: [{ organisationId: group.organisationId, role: 'editor', signatory: false }] });
    const mine = await startLocalInitiative(p.as(editor), { organisationId: group.organisationId });
    await saveLocalInitiative(p.as(editor), mine.id, request(), 1);
    await expect(submitLocalInitiative(p.as(editor), mine.id)).rejects.toBeInstanceOf(Forbidden);
    // It belongs to the group, so whoever leaves the group cannot take it along.
    await expect(saveLocalInitiative(p.as({ ...editor, memberships: [] }), mine.id, request(), 2)).rejects.toBeInstanceOf(Forbidden);
    await expect(startLocalInitiative(p.as(await p.person()), { organisationId: group.organisationId })).rejects.toBeInstanceOf(Forbidden);
    const { organisations } = p.db.t;
    await p.db.tx(async (tx) => void (await tx.update(organisations).set({ status: 'archived' }).where(eq(organisations.id, group.organisationId))));
    expect(await getPublicLocalInitiative(p.db.read, receiptNumber)).toMatchObject({ organisation: { name: organisationName, slug: null } });
    await p.db.tx(async (tx) => void (await tx.update(organisations).set({ status: 'submitted' }).where(eq(organisations.id, group.organisationId))));
    await expect(submitLocalInitiative(p.as(group.signatory), mine.id)).rejects.toMatchObject({ code: 'localInitiative.notVerified' });
    await p.db.tx(async (tx) => void (await tx.update(organisations).set({ legalForm: 'business' }).where(eq(organisations.id, group.organisationId))));
    await expect(startLocalInitiative(p.as(group.signatory), { organisationId: group.organisationId })).rejects.toMatchObject({ code: 'localInitiative.legalForm' });
  });

  test('of an organisation at risk nobody reads where its initiative is', async () => {
    const p = await portal(engine);
    const { organisationId, signatory } = await filingOrganisation(p);
    const officer = await p.person({ roles: ['officer'] });
    const { id, receiptNumber } = await filed(p, { by: signatory, organisationId });
    await publishCopy(p.as(officer), id, copy);
    expect(await getPublicLocalInitiative(p.db.read, receiptNumber)).toMatchObject({ districts: ['podgorze'], copy: { place: copy.place, districts: ['podgorze'] } });
    const { organisations } = p.db.t;
    await p.db.tx(async (tx) => void (await tx.update(organisations).set({ safeMode: true }).where(eq(organisations.id, organisationId))));
    expect(await getPublicLocalInitiative(p.db.read, receiptNumber)).toMatchObject({ districts: [], copy: { place: '', districts: [] } });
    expect(await listPublicLocalInitiatives(p.db.read)).toMatchObject([{ districts: [] }]);
  });

  test('the City answers within a month of the first filing, and the desk says what is late', async () => {
    const p = await portal(engine);
    await filed(p);
    const on = async (day: string) => (await listLocalInitiativesForOffice(p.db.read, day)).map(({ due, overdue }) => [due, overdue]);
    expect([await on('2026-04-02'), await on('2026-04-03')]).toEqual([[['2026-04-02', false]], [['2026-04-02', true]]]);
  });

  test('nothing is there under a number that was never given, nor of a draft', async () => {
    const p = await portal(engine);
    await startLocalInitiative(p.as(await p.person()), {});
    for (const number of ['IL-2026-0001', "' or 1=1", '']) await expect(getPublicLocalInitiative(p.db.read, number)).rejects.toBeInstanceOf(NotFound);
    expect(await listPublicLocalInitiatives(p.db.read)).toEqual([]);
  });
});
