import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { languages } from '~/i18n/messages';
import { ensureReferenceData } from '~/modules/programme/commands.server';
import { legalRules } from '~/modules/programme/legal-rules';
import { legalRule, listPriorityAreas } from '~/modules/programme/queries.server';
import { eachEngine, portal } from '../../support/portal';

eachEngine((engine) => {
  test('the statutory numbers are those of the Act', async () => {
    const { db } = await portal(engine);
    const on = (code: Parameters<typeof legalRule>[1]) => legalRule(db.read, code, '2026-03-02');
    expect(await Promise.all([on('CALL_21_DAYS'), on('SG_AMOUNT'), on('SG_DAYS'), on('SG_ORG_YEAR'), on('SG_POOL'), on('SG_7WD'), on('SG_7D')])).toEqual([21, 1_000_000, 90, 2_000_000, 20, 7, 7]);
    expect(await Promise.all([on('REPORT_DUE'), on('RETURN_DUE'), on('JUSTIFY_30'), on('AGREEMENT_MAX_YEARS')])).toEqual([30, 15, 30, 5]);
    expect(await Promise.all([on('LI_ANSWER'), on('LI_NEED'), on('LI_WORK'), on('LI_DISTRICT'), on('LI_PASS')])).toEqual([1, 45, 45, 10, 60]);
  });

  test('a number changes from the day of the new rule, and not for what came before', async () => {
    const { db } = await portal(engine);
    await db.tx(async (tx) => {
      await tx.insert(tx.t.legalRules).values({ id: 'new', code: 'CALL_21_DAYS', value: 30, unit: 'days', validFrom: '2027-01-01', validTo: null, source: 'bill' });
    });
    const on = (day: string) => legalRule(db.read, 'CALL_21_DAYS', day);
    expect([await on('2026-12-31'), await on('2027-01-01'), await on('2028-05-01')]).toEqual([21, 30, 30]);
    await expect(on('2003-12-31')).rejects.toThrow('no legal rule CALL_21_DAYS');
  });

  test('starting the portal again adds nothing and keeps what officers changed', async () => {
    const p = await portal(engine);
    await p.db.tx(async (tx) => {
      await tx.update(tx.t.priorityAreas).set({ status: 'official' });
    });
    await ensureReferenceData(p.as(system));
    const areas = await listPriorityAreas(p.db.read);
    expect(areas).toHaveLength(12);
    expect(areas.every(({ status }) => status === 'official')).toBe(true);
    expect(areas.flatMap(({ names }) => languages.filter((lang) => !names[lang]))).toEqual([]);
    expect(await p.db.read.select().from(p.db.t.legalRules)).toHaveLength(legalRules.length);
  });
});
