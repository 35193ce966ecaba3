import { expect, test } from 'vitest';
import { prepareAgreement } from '~/modules/agreements/commands.server';
import { confirmPaid, confirmRepayment, orderInstalment, scheduleRepayment } from '~/modules/payments/commands.server';
import { listInstalments, listRepayments, paidUnder } from '~/modules/payments/queries.server';
import { Forbidden } from '~/shared/errors';
import { activeAgreement } from '../../support/agreement';
import { acceptedAward, clerk, terms } from '../../support/award';
import { eachEngine, portal } from '../../support/portal';

const payment = { paidOn: '2026-03-02', documentNumber: 'WB 45/2026' };

eachEngine((engine) => {
  test('one person orders an instalment and another confirms it as paid', async () => {
    const p = await portal(engine);
    const { agreementId, signatory } = await activeAgreement(p);
    const finance = await clerk(p, 'finance');
    const second = await clerk(p, 'finance');
    const [first] = await listInstalments(p.db.read, agreementId);
    const id = first?.id ?? '';

    await expect(confirmPaid(p.as(second), id, payment)).rejects.toMatchObject({ code: 'wrongState' });
    await expect(orderInstalment(p.as(signatory), id)).rejects.toBeInstanceOf(Forbidden);
    await orderInstalment(p.as(finance), id);
    await expect(orderInstalment(p.as(second), id)).rejects.toMatchObject({ code: 'wrongState' });
    await expect(confirmPaid(p.as(finance), id, payment)).rejects.toMatchObject({ code: 'fourEyes' });
    await expect(confirmPaid(p.as(second), id, { ...payment, paidOn: '2026-03-03' })).rejects.toMatchObject({ code: 'payment.inFuture' });
    await expect(confirmPaid(p.as(second), id, { ...payment, paidOn: '2026-03-01' })).rejects.toMatchObject({ code: 'payment.beforeOrder' });
    await confirmPaid(p.as(second), id, payment);
    await expect(confirmPaid(p.as(second), id, payment)).rejects.toMatchObject({ code: 'wrongState' });
    expect((await listInstalments(p.db.read, agreementId))[0]).toMatchObject({ status: 'paid', ...payment });
    expect(await paidUnder(p.db.read, [agreementId])).toEqual(new Map([[agreementId, { amount: 1_000_000, lastOn: '2026-03-02' }]]));
    const mails = await p.db.read.select({ template: p.db.t.outbox.template }).from(p.db.t.outbox);
    expect(mails.map(({ template }) => template)).toContain('payment.paid');
  });

  test('no instalment is ordered before the agreement is in force', async () => {
    const p = await portal(engine);
    const { awardId } = await acceptedAward(p);
    const officer = p.as(await clerk(p, 'officer'));
    const { id } = await prepareAgreement(officer, awardId, terms());
    const [first] = await listInstalments(p.db.read, id);
    await expect(orderInstalment(officer, first?.id ?? '')).rejects.toMatchObject({ code: 'payment.notActive' });
  });

  test('money that comes back is confirmed once, by finance or the head', async () => {
    const p = await portal(engine);
    const { agreementId, officer, head } = await activeAgreement(p);
    const id = await p.db.tx((tx) => scheduleRepayment(tx, p.as(officer), { agreementId, amount: 500, reason: 'unspent', dueOn: '2026-12-15' }));
    await expect(confirmRepayment(p.as(officer), id, { returnedOn: '2026-03-02' })).rejects.toBeInstanceOf(Forbidden);
    await expect(confirmRepayment(p.as(head), id, { returnedOn: '2026-03-03' })).rejects.toMatchObject({ code: 'payment.inFuture' });
    await confirmRepayment(p.as(head), id, { returnedOn: '2026-03-02' });
    await expect(confirmRepayment(p.as(head), id, { returnedOn: '2026-03-02' })).rejects.toMatchObject({ code: 'wrongState' });
    expect(await listRepayments(p.db.read, agreementId)).toMatchObject([{ status: 'returned', returnedOn: '2026-03-02' }]);
  });
});
