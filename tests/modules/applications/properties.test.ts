import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CostLine, OfferContent } from '~/modules/applications/content';
import { budgetSums, lineTotal, problemsOfOffer, type CallLimits } from '~/modules/applications/rules';
import { isOpen } from '~/modules/calls/rules';
import { addDays, clockOf, dayOf, instantAt, isBefore, type Day } from '~/shared/time';
import { cases } from '../../support/cases';

const amount = fc.integer({ min: 0, max: 100_000_000 });
const line: fc.Arbitrary<CostLine> = fc.record({ id: fc.uuid(), actionId: fc.constantFrom('a', 'b', null), kind: fc.constant('k'), unit: fc.constant('u'), unitCost: amount, quantity: fc.integer({ min: 0, max: 100_000 }) });
const budget = fc.record({ lines: fc.array(line, { maxLength: 12 }), sources: fc.record({ grant: amount, ownCash: amount, otherSources: amount, personal: amount, inKind: amount, fees: amount }) });
const limits: CallLimits = { form: 'support', minGrant: 0, maxGrant: 1_000_000_000_000, maxShare: 10_000, adminCap: null, taskFrom: '2026-01-01', taskTo: '2026-12-31' };
const codes = (content: OfferContent) => problemsOfOffer(content, limits).map(({ code }) => code);

describe('the budget in whole grosze', () => {
  test('adds up part by part, and balances exactly when the sources are the costs', { timeout: 600_000 }, () => {
    fc.assert(fc.property(budget, (made) => {
      const sums = budgetSums(made);
      expect(sums.total).toBe(made.lines.reduce((all, one) => all + lineTotal(one), 0));
      expect(sums.realisation + sums.admin).toBe(sums.total);
      expect(sums.actions.reduce((all, { total }) => all + total, 0)).toBe(sums.realisation);
      expect(sums.grant + sums.ownFinancial + sums.ownNonFinancial + sums.fees + sums.missing).toBe(sums.total);
      expect(codes({ budget: made }).includes('offer.balance')).toBe(sums.missing !== 0);
      // Whatever was missing, one's own money put in to the grosz balances it, and one grosz more or less does not.
      if (sums.missing + made.sources.ownCash < 0) return;
      const with_ = (more: number) => ({ budget: { ...made, sources: { ...made.sources, ownCash: made.sources.ownCash + sums.missing + more } } });
      expect(codes(with_(0))).not.toContain('offer.balance');
      for (const grosz of [-1, 1]) expect(codes(with_(grosz))).toContain('offer.balance');
    }), { numRuns: cases });
  });
});

// The last Sundays of March and October, when an hour is skipped or comes twice.
const lastSunday = (year: number, month: string): Day => {
  let day = `${year}-${month}-31` as Day;
  while (new Date(`${day}T12:00:00Z`).getUTCDay() !== 0) day = addDays(day, -1);
  return day;
};
const changes = [2024, 2025, 2026, 2027, 2028, 2029, 2030].flatMap((year) => [lastSunday(year, '03'), lastSunday(year, '10')]);
const two = (number: number) => String(number).padStart(2, '0');
const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const anyDay = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2024-01-01' as Day, days));
const day = fc.oneof(anyDay, fc.constantFrom(...changes, ...changes.map((one) => addDays(one, -1)), ...changes.map((one) => addDays(one, 1))));
const near = fc.oneof(fc.constantFrom(-3_600_001, -3_600_000, -3_599_999, -1001, -1000, -1, 0, 1, 1000, 3_599_999, 3_600_000), fc.integer({ min: -7_200_000, max: 7_200_000 }));

describe('the deadline', () => {
  test('takes what comes a millisecond before it and nothing from it on, also in the nights when clocks change', { timeout: 600_000 }, () => {
    fc.assert(fc.property(day, clock, near, (closesOn, at, distance) => {
      const closesAt = instantAt(closesOn, at);
      const now = new Date(closesAt.getTime() + distance);
      expect(isOpen({ status: 'open', closesAt }, now)).toBe(distance < 0);
      expect(isBefore(now, closesAt)).toBe(distance < 0);
      for (const status of ['closed', 'screening'] as const) expect(isOpen({ status, closesAt }, now)).toBe(false);
      // The clock on the wall says what was announced; only an hour that does not exist is read as one later.
      const skipped = changes.includes(closesOn) && closesOn.slice(5, 7) === '03' && at.startsWith('02');
      expect([dayOf(closesAt), clockOf(closesAt)]).toEqual([closesOn, skipped ? at.replace(/^02/, '03') : at]);
    }), { numRuns: cases });
  });

  test('later on the wall is never earlier in time', { timeout: 600_000 }, () => {
    fc.assert(fc.property(day, clock, clock, (on, a, b) => {
      fc.pre(!(changes.includes(on) && on.slice(5, 7) === '03' && (a.startsWith('02') || b.startsWith('02'))));
      expect(a < b).toBe(instantAt(on, a).getTime() < instantAt(on, b).getTime());
    }), { numRuns: cases });
  });
});
