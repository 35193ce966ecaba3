import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { beginSettlement, prepareAgreement, releaseForSigning, saveAgreement, settleAgreement, signForCity, signForOrganisation, takeBackAgreement } from '~/modules/agreements/commands.server';
import { AgreementForm } from '~/modules/agreements/forms';
import { getAgreement, listPublicInitiatives, listSignatures } from '~/modules/agreements/queries.server';
import { agreementSteps, isWithinTerm, whyNotStep, type AgreementStatus } from '~/modules/agreements/rules';
import { confirmRepayment, scheduleRepayment } from '~/modules/payments/commands.server';
import { listInstalments } from '~/modules/payments/queries.server';
import { Forbidden } from '~/shared/errors';
import { syntheticNrb } from '~/shared/identifiers';
import { grosze } from '~/shared/money';
import { activeAgreement } from '../../support/agreement';
import { acceptedAward, clerk, terms } from '../../support/award';
import { eachEngine, portal } from '../../support/portal';

describe('the steps of an agreement', () => {
  const statuses = Object.keys(agreementSteps) as AgreementStatus[];
  const allowed = ['preparing ready_to_sign', 'ready_to_sign preparing', 'ready_to_sign signed_by_org', 'signed_by_org active', 'active under_settlement', 'under_settlement settled'];
  test.each(statuses.flatMap((from) => statuses.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    expect(whyNotStep(from, to)).toBe(allowed.includes(`${from} ${to}`) ? null : 'wrongState');
  });

  test('last at most five years from the first day', () => {
    expect(isWithinTerm({ startDate: '2026-04-01', endDate: '2031-03-31' }, 5)).toBe(true);
    expect(isWithinTerm({ startDate: '2026-04-01', endDate: '2031-04-01' }, 5)).toBe(false);
  });

  test('the form refuses an account with a wrong check digit and leaves out empty instalments', () => {
    const typed = { account: syntheticNrb(3), representatives: 'Anna', cityRepresentative: 'Prezydent', shiftLimit: '15' };
    const rows = [{ amount: '200,00', dueOn: { day: '1', month: '4', year: '2026' } }, { amount: '', dueOn: { day: '', month: '', year: '' } }];
    expect(AgreementForm.parse({ ...typed, instalments: rows }).instalments).toEqual([{ amount: 20_000, dueOn: '2026-04-01' }]);
    const wrong = `${syntheticNrb(3).slice(0, -1)}${(Number(syntheticNrb(3).at(-1)) + 1) % 10}`;
    expect(AgreementForm.safeParse({ ...typed, account: wrong, instalments: rows }).success).toBe(false);
    expect(AgreementForm.safeParse({ ...typed, instalments: [] }).success).toBe(false);
  });
});

eachEngine((engine) => {
  test('an agreement takes its party, amounts and dates from the award and the offer', async () => {
    const p = await portal(engine);
    const award = await acceptedAward(p);
    const officer = await clerk(p, 'officer');
    const { id, number } = await prepareAgreement(p.as(officer), award.awardId, terms());
    expect(number).toBe('UM/2026/1');
    const agreement = await getAgreement(p.db.read, id);
    expect(agreement).toMatchObject({ status: 'preparing', amount: 2_000_000, totalCost: 2_500_000, startDate: '2026-04-01', endDate: '2026-11-30', shiftLimit: 1500 });
    expect(agreement.party.name).toContain('Fundacja Przykładowa');
    expect((await listInstalments(p.db.read, id)).map(({ position, amount }) => [position, amount])).toEqual([[1, 1_000_000], [2, 1_000_000]]);
    await expect(prepareAgreement(p.as(officer), award.awardId, terms())).rejects.toMatchObject({ code: 'agreement.exists' });
  });

  test('instalments must add up to the grant, and the refusal says by how much they do not', async () => {
    const p = await portal(engine);
    const { awardId } = await acceptedAward(p);
    const officer = p.as(await clerk(p, 'officer'));
    const instalments = (amount: number) => ({ instalments: [{ amount: grosze(amount), dueOn: '2026-04-15' }] });
    await expect(prepareAgreement(officer, awardId, terms(0, instalments(1_999_999)))).rejects.toMatchObject({
      code: 'agreement.instalmentsUnder', params: { difference: expect.stringContaining('0,01') },
    });
    await expect(prepareAgreement(officer, awardId, terms(0, instalments(2_100_000)))).rejects.toMatchObject({
      code: 'agreement.instalmentsOver', params: { difference: expect.stringMatching(/1.?000,00/) },
    });
  });

  test('nothing is prepared before the results are published, before the answer, or for more than five years', async () => {
    const p = await portal(engine);
    const officer = p.as(await clerk(p, 'officer'));
    const unpublished = await acceptedAward(p, { published: false });
    const unanswered = await acceptedAward(p, { status: 'awarded' });
    const long = await acceptedAward(p, { content: { task: { title: 'Długo', startDate: '2026-04-01', endDate: '2031-04-01', synthesis: '', districts: [], targetGroups: [] } } });
    await expect(prepareAgreement(officer, unpublished.awardId, terms())).rejects.toMatchObject({ code: 'wrongState' });
    await expect(prepareAgreement(officer, unanswered.awardId, terms())).rejects.toMatchObject({ code: 'wrongState' });
    await expect(prepareAgreement(officer, long.awardId, terms())).rejects.toMatchObject({ code: 'agreement.tooLong' });
  });

  test('only a signatory of this organisation signs for it', async () => {
    const p = await portal(engine);
    const award = await acceptedAward(p);
    const other = await acceptedAward(p);
    const officer = await clerk(p, 'officer');
    const { id } = await prepareAgreement(p.as(officer), award.awardId, terms());
    await expect(signForOrganisation(p.as(award.signatory), id)).rejects.toMatchObject({ code: 'wrongState' });
    await releaseForSigning(p.as(officer), id);
    await expect(signForOrganisation(p.as(other.signatory), id)).rejects.toBeInstanceOf(Forbidden);
    const clerkOnly = await p.person({ memberships: [{ organisationId: award.organisationId, role: 'owner', signatory: false }] });
    await expect(signForOrganisation(p.as(clerkOnly), id)).rejects.toBeInstanceOf(Forbidden);
    await signForOrganisation(p.as(award.signatory), id);
    expect((await getAgreement(p.db.read, id)).status).toBe('signed_by_org');
  });

  test('an organisation that signs two together has signed only when two different people did', async () => {
    const p = await portal(engine);
    const award = await acceptedAward(p);
    const { organisations } = p.db.t;
    await p.db.tx(async (tx) => {
      await tx.update(organisations).set({ representation: { minSignatures: 2, text: 'dwie osoby łącznie' } }).where(eq(organisations.id, award.organisationId));
    });
    const second = await p.person({ memberships: [{ organisationId: award.organisationId, role: 'editor', signatory: true }] });
    const officer = await clerk(p, 'officer');
    const { id } = await prepareAgreement(p.as(officer), award.awardId, terms());
    await releaseForSigning(p.as(officer), id);
    await signForOrganisation(p.as(award.signatory), id);
    await expect(signForOrganisation(p.as(award.signatory), id)).rejects.toMatchObject({ code: 'agreement.alreadySigned' });
    expect((await getAgreement(p.db.read, id)).status).toBe('ready_to_sign');

    // Taken back and given again, the text may differ: earlier signatures do not count for it.
    await takeBackAgreement(p.as(officer), id);
    await releaseForSigning(p.as(officer), id);
    await signForOrganisation(p.as(second), id);
    expect((await getAgreement(p.db.read, id)).status).toBe('ready_to_sign');
    await signForOrganisation(p.as(award.signatory), id);
    expect((await getAgreement(p.db.read, id)).status).toBe('signed_by_org');
    expect((await listSignatures(p.db.read, id)).map(({ personId }) => personId).toSorted()).toEqual([award.signatory.id, second.id].toSorted());
  });

  test('whoever prepared the agreement cannot sign it for the City', async () => {
    const p = await portal(engine);
    const award = await acceptedAward(p);
    const both = await p.person({ roles: ['officer', 'head'] });
    const head = await clerk(p, 'head');
    const { id } = await prepareAgreement(p.as(both), award.awardId, terms());
    await releaseForSigning(p.as(both), id);
    await expect(signForCity(p.as(head), id, { signedOn: '2026-03-02' })).rejects.toMatchObject({ code: 'wrongState' });
    await signForOrganisation(p.as(award.signatory), id);
    await expect(signForCity(p.as(both), id, { signedOn: '2026-03-02' })).rejects.toMatchObject({ code: 'fourEyes' });
    await expect(signForCity(p.as(head), id, { signedOn: '2026-03-03' })).rejects.toMatchObject({ code: 'agreement.signedInFuture' });
    await expect(signForCity(p.as(head), id, { signedOn: '2026-03-01' })).rejects.toMatchObject({ code: 'agreement.signedTooEarly' });
    await signForCity(p.as(head), id, { signedOn: '2026-03-02' });

    expect(await getAgreement(p.db.read, id)).toMatchObject({ status: 'active', signedOn: '2026-03-02' });
    const { awards, applications, calls } = p.db.t;
    expect(await p.db.read.select({ status: awards.status }).from(awards).where(eq(awards.id, award.awardId))).toEqual([{ status: 'contracted' }]);
    expect(await p.db.read.select({ status: applications.status }).from(applications).where(eq(applications.id, award.applicationId))).toEqual([{ status: 'contracted' }]);
    expect(await p.db.read.select({ status: calls.status }).from(calls).where(eq(calls.id, award.callId))).toEqual([{ status: 'contracting' }]);
  });

  test('an agreement nobody signed can be taken back and corrected; a signed one cannot', async () => {
    const p = await portal(engine);
    const award = await acceptedAward(p);
    const officer = p.as(await clerk(p, 'officer'));
    const { id } = await prepareAgreement(officer, award.awardId, terms());
    await releaseForSigning(officer, id);
    await expect(saveAgreement(officer, id, terms())).rejects.toMatchObject({ code: 'wrongState' });
    await takeBackAgreement(officer, id);
    await saveAgreement(officer, id, terms(0, { instalments: [{ amount: grosze(2_000_000), dueOn: '2026-05-01' }] }));
    expect(await listInstalments(p.db.read, id)).toHaveLength(1);
    await releaseForSigning(officer, id);
    await signForOrganisation(p.as(award.signatory), id);
    await expect(takeBackAgreement(officer, id)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('an agreement is not settled while money is due back', async () => {
    const p = await portal(engine);
    const { agreementId, officer } = await activeAgreement(p);
    const finance = p.as(await clerk(p, 'finance'));
    await expect(p.db.tx((tx) => settleAgreement(tx, finance, agreementId))).rejects.toMatchObject({ code: 'wrongState' });
    const repayment = await p.db.tx(async (tx) => {
      await beginSettlement(tx, p.as(officer), agreementId);
      return scheduleRepayment(tx, p.as(officer), { agreementId, amount: 12_345, reason: 'unspent', dueOn: '2026-12-15' });
    });
    await expect(p.db.tx((tx) => settleAgreement(tx, finance, agreementId))).rejects.toMatchObject({ code: 'agreement.moneyDue' });
    await confirmRepayment(finance, repayment, { returnedOn: '2026-03-02' });
    await p.db.tx((tx) => settleAgreement(tx, finance, agreementId));
    expect((await getAgreement(p.db.read, agreementId)).status).toBe('settled');
  });

  test('funded initiatives are public once the results are, and a declined grant is not among them', async () => {
    const p = await portal(engine);
    await acceptedAward(p, { published: false });
    const shown = await acceptedAward(p);
    expect((await listPublicInitiatives(p.db.read)).map(({ number }) => number)).toEqual([shown.number]);
    await p.db.tx(async (tx) => {
      await tx.update(tx.t.awards).set({ status: 'declined' }).where(eq(tx.t.awards.id, shown.awardId));
    });
    expect(await listPublicInitiatives(p.db.read)).toEqual([]);
  });
});
