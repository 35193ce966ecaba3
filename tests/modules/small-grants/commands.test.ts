import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { prepareAgreement, releaseForSigning, signForCity, signForOrganisation } from '~/modules/agreements/commands.server';
import { listPublicInitiatives } from '~/modules/agreements/queries.server';
import { listPublicCalls } from '~/modules/calls/queries.server';
import { commentOnSmallGrant, saveSmallGrant, startSmallGrant, submitSmallGrant, withdrawSmallGrant } from '~/modules/small-grants/commands.server';
import { answerComment, approveSmallGrant, askCorrection, closeDueComments, findPurposeful, hideComment, recordPosting, refuseSmallGrant } from '~/modules/small-grants/office.server';
import { balanceOn, getPublicSmallGrant, getSmallGrant, listComments, listPublicSmallGrants } from '~/modules/small-grants/queries.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { sha256Hex } from '~/shared/sha256';
import { terms } from '../../support/award';
import { eachEngine, monday, portal } from '../../support/portal';
import { filingOrganisation, posted, smallOffer, submitted, withPool } from '../../support/small-grant';

const dayMs = 86_400_000;
const later = (days: number) => new Date(monday.getTime() + days * dayMs);
const decision = { orderNumber: '12/2026', orderDate: '2026-03-10', reason: 'Zadanie odpowiada na potrzeby sąsiadów.' };

eachEngine((engine) => {
  test('a small grant goes from filing over comments to a decision, an agreement and the public list', async () => {
    const p = await portal(engine);
    await withPool(p);
    const { id, signatory, receiptNumber, sha256 } = await submitted(p);
    expect(receiptNumber).toMatch(/^MG-2026-\d{4}$/);
    const [frozen] = await p.db.read.select().from(p.db.t.smallGrantSubmissions);
    expect(sha256Hex(frozen?.snapshot ?? '')).toBe(sha256);
    await expect(getPublicSmallGrant(p.db.read, receiptNumber)).rejects.toBeInstanceOf(NotFound);

    const officer = await p.person({ roles: ['officer'] });
    const head = await p.person({ roles: ['head'] });
    await expect(findPurposeful(p.as(officer), id, { title: 'Ogród', description: 'Zapisy 600 700 800', profile: 'Od lat.', finding: 'Służy sąsiadom.' })).rejects.toMatchObject({ violations: [{ field: 'description', code: 'smallGrant.notRedacted' }] });
    await findPurposeful(p.as(officer), id, { title: 'Ogród', description: 'Wspólny ogród.', profile: 'Od lat.', finding: 'Służy sąsiadom.' });
    await recordPosting(p.as(officer), id, { place: 'bip', postedOn: '2026-03-02', reference: 'BIP 1' });
    expect(await listPublicSmallGrants(p.db.read)).toEqual([]);
    await recordPosting(p.as(officer), id, { place: 'notice_board', postedOn: '2026-03-02', reference: 'tablica' });
    await recordPosting(p.as(officer, { now: later(1) }), id, { place: 'website', postedOn: '2026-03-03', reference: 'strona' });
    expect(await getPublicSmallGrant(p.db.read, receiptNumber)).toMatchObject({ status: 'posted', commentsUntil: '2026-03-10', copy: { description: 'Wspólny ogród.' } });

    const anyone = p.as({ kind: 'anonymous' }, { now: later(2) });
    const { commentId } = await commentOnSmallGrant(anyone, id, { text: 'Чудова ідея!', lang: 'uk', authorName: 'Сусідка', email: 'susidka@example.org' });
    const rude = await commentOnSmallGrant(anyone, id, { text: 'Obelga.', lang: 'pl', authorName: undefined, email: undefined });
    // 10 March is the last day, to its end.
    expect(await closeDueComments(p.as(system, { now: new Date('2026-03-10T22:59:59Z') }))).toBe(0);
    await commentOnSmallGrant(p.as({ kind: 'anonymous' }, { now: new Date('2026-03-10T22:59:59Z') }), id, { text: 'Zdążyłem.', lang: 'pl', authorName: undefined, email: undefined });
    await expect(commentOnSmallGrant(p.as({ kind: 'anonymous' }, { now: new Date('2026-03-10T23:00:00Z') }), id, { text: 'Za późno.', lang: 'pl', authorName: undefined, email: undefined })).rejects.toMatchObject({ code: 'smallGrant.commentsOver' });
    expect(await closeDueComments(p.as(system, { now: new Date('2026-03-10T23:00:00Z') }))).toBe(1);

    const now = later(9);
    await answerComment(p.as(officer, { now }), { commentId, answer: 'Dziękujemy.' });
    await hideComment(p.as(officer, { now }), { commentId: rude.commentId, hidingReason: 'Obraża inne osoby.' });
    await expect(approveSmallGrant(p.as(head, { now }), id, decision)).rejects.toMatchObject({ code: 'smallGrant.commentsWait', params: { n: 1 } });
    const last = (await listComments(p.db.read, id)).at(-1);
    await answerComment(p.as(officer, { now }), { commentId: last?.id ?? '', answer: 'Przyjęliśmy.' });
    const both = await p.person({ roles: ['officer', 'head'] });
    await p.db.tx(async (tx) => {
      await tx.update(tx.t.smallGrants).set({ reviewedBy: both.id }).where(eq(tx.t.smallGrants.id, id));
    });
    await expect(approveSmallGrant(p.as(both, { now }), id, decision)).rejects.toMatchObject({ code: 'fourEyes' });
    await approveSmallGrant(p.as(head, { now }), id, decision);
    expect(await balanceOn(p.db.read, '2026-12-31', (await getSmallGrant(p.db.read, id)).organisationId)).toMatchObject({ organisation: 800_000, granted: 800_000 });

    // The agreement is made like any other, and no contest appears in the list of calls.
    const { applicationId } = await getSmallGrant(p.db.read, id);
    const [award] = await p.db.read.select().from(p.db.t.awards).where(eq(p.db.t.awards.applicationId, applicationId ?? ''));
    const agreement = await prepareAgreement(p.as(officer, { now }), award?.id ?? '', terms(800_000));
    await releaseForSigning(p.as(officer, { now }), agreement.id);
    await signForOrganisation(p.as(signatory, { now }), agreement.id);
    await signForCity(p.as(head, { now }), agreement.id, { signedOn: '2026-03-11' });
    expect(await listPublicInitiatives(p.db.read)).toMatchObject([{ number: receiptNumber, agreementStatus: 'active', amount: 800_000 }]);
    expect(await listPublicCalls(p.db.read, now)).toEqual([]);

    const mails = await p.db.read.select({ template: p.db.t.outbox.template }).from(p.db.t.outbox);
    expect(mails.map(({ template }) => template)).toEqual(expect.arrayContaining(['smallGrant.received', 'smallGrant.posted', 'smallGrant.commentAnswered', 'smallGrant.approved']));
    expect(JSON.stringify(await getPublicSmallGrant(p.db.read, receiptNumber))).not.toContain('600 700 800');
  });

  test('the second grant of the year stops at the limit of the organisation, at filing and again at the decision', async () => {
    const p = await portal(engine);
    await withPool(p);
    const by = await filingOrganisation(p);
    const offers = [];
    for (const title of ['Pierwszy', 'Drugi', 'Trzeci']) offers.push(await posted(p, { by, content: smallOffer({ title }) }));
    await closeDueComments(p.as(system, { now: later(9) }));
    const head = p.as(await p.person({ roles: ['head'] }), { now: later(9) });
    await approveSmallGrant(head, offers[0]?.id ?? '', decision);
    await approveSmallGrant(head, offers[1]?.id ?? '', decision);
    await expect(approveSmallGrant(head, offers[2]?.id ?? '', decision)).rejects.toMatchObject({ violations: [{ code: 'smallGrant.organisationYear' }] });
    await expect(submitted(p, { by, now: later(9), content: smallOffer({ title: 'Czwarty' }) })).rejects.toMatchObject({ violations: [{ code: 'smallGrant.organisationYear' }] });
    await refuseSmallGrant(head, offers[2]?.id ?? '', { refusalReason: 'Limit roku jest wyczerpany.' });
    expect(await getPublicSmallGrant(p.db.read, offers[2]?.receiptNumber ?? '')).toMatchObject({ status: 'refused', decisionReason: 'Limit roku jest wyczerpany.' });
  });

  test('a correction keeps the number and the day of filing, and freezes the new words beside the old', async () => {
    const p = await portal(engine);
    await withPool(p);
    const offer = await submitted(p);
    const officer = p.as(await p.person({ roles: ['officer'] }));
    await askCorrection(officer, offer.id, { note: 'Podaj liczbę uczestników.' });
    const { version, submittedAt } = await getSmallGrant(p.db.read, offer.id);
    await saveSmallGrant(p.as(offer.signatory, { now: later(1) }), offer.id, smallOffer({ description: 'Dwunastu uczestników.' }), version);
    const again = await submitSmallGrant(p.as(offer.signatory, { now: later(1) }), offer.id);
    expect(again.receiptNumber).toBe(offer.receiptNumber);
    expect(again.sha256).not.toBe(offer.sha256);
    expect((await getSmallGrant(p.db.read, offer.id)).submittedAt).toEqual(submittedAt);
    expect(await p.db.read.$count(p.db.t.smallGrantSubmissions)).toBe(2);
  });

  test('who may: an informal group cannot file, a stranger cannot write or withdraw, an organisation cannot decide', async () => {
    const p = await portal(engine);
    await withPool(p);
    const group = await filingOrganisation(p, { legalForm: 'informal_group' });
    await expect(startSmallGrant(p.as(group.signatory), { organisationId: group.organisationId })).rejects.toMatchObject({ code: 'application.legalForm' });
    const offer = await submitted(p);
    const { signatory: stranger } = await filingOrganisation(p);
    await expect(saveSmallGrant(p.as(stranger), offer.id, smallOffer(), 3)).rejects.toBeInstanceOf(Forbidden);
    await expect(withdrawSmallGrant(p.as(stranger), offer.id)).rejects.toBeInstanceOf(Forbidden);
    await expect(approveSmallGrant(p.as(offer.signatory), offer.id, decision)).rejects.toBeInstanceOf(Forbidden);
    await expect(saveSmallGrant(p.as(offer.signatory), offer.id, smallOffer(), 3)).rejects.toMatchObject({ code: 'wrongState' });
    await withdrawSmallGrant(p.as(offer.signatory), offer.id);
    expect((await getSmallGrant(p.db.read, offer.id)).status).toBe('withdrawn');
  });
});
