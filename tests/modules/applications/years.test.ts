import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OfferContent } from '~/modules/applications/content';
import { contentOf, pastedLines, sectionForms } from '~/modules/applications/forms';
import { problemsOfOffer, type CallLimits } from '~/modules/applications/rules';
import { lineByYear, lineTotal, linesOutOfYears, yearsOfActions, yearsOfTask, yearSums } from '~/modules/applications/rules-of-budget';
import { whyNotReview } from '~/modules/calls/rules';
import { dayOf } from '~/shared/time';
import { callInput } from '../../support/call';
import { cases } from '../../support/cases';
import { completeContent } from '../../support/offer';

const limits: CallLimits = { form: 'support', minGrant: 1_000_000, maxGrant: 5_000_000, maxShare: 9000, adminCap: 1500, taskFrom: '2026-05-01', taskTo: '2028-06-30' };

/** An offer of three years: one action within a year, one over all of them, and administration. */
function threeYears(change: (content: Required<Pick<OfferContent, 'budget' | 'schedule'>> & OfferContent) => void = () => {}): OfferContent {
  const content = completeContent(limits) as Required<Pick<OfferContent, 'budget' | 'schedule'>> & OfferContent;
  content.schedule.actions[0]!.to = '2026-12-31';
  const [, room, books] = content.budget.lines;
  room!.years = { y1: lineTotal(room!) - 2, y2: 1, y3: 1 };
  books!.years = { y2: lineTotal(books!) };
  content.budget.sources.grantYears = { y1: 999_998, y2: 1, y3: 1 };
  change(content);
  return content;
}
const codes = (content: OfferContent, call = limits) => problemsOfOffer(content, call).map(({ code }) => code);

test('a task asks for amounts by year only where it lasts longer than one', () => {
  const years = (startDate: string, endDate: string) => yearsOfTask({ startDate, endDate } as NonNullable<OfferContent['task']>);
  expect(years('2026-01-01', '2026-12-31')).toEqual([2026]);
  expect(years('2026-12-31', '2027-01-01')).toEqual([2026, 2027]);
  expect(years('2026-05-01', '2031-04-30')).toEqual([2026, 2027, 2028, 2029, 2030, 2031]);
  expect(years('2027-01-01', '2026-01-01')).toEqual([]);
  expect(years('', '2026-01-01')).toEqual([]);
  const within = completeContent({ ...limits, taskTo: '2026-12-15' });
  expect(yearSums(within)).toEqual([]);
  expect(codes(within)).toEqual([]);
});

test('an offer of several years is complete when every cost and the grant are split over them', () => {
  expect(codes(threeYears())).toEqual([]);
  const sums = yearSums(threeYears());
  expect(sums.map(({ year, grant }) => [year, grant])).toEqual([[2026, 999_998], [2027, 1], [2028, 1]]);
  expect(sums.reduce((all, { total }) => all + total, 0)).toBe(1_250_000);
});

test('a cost of an action within one year falls in that year without being split', () => {
  const content = threeYears();
  expect(lineByYear(content.budget!.lines[0]!, [2026, 2027, 2028], yearsOfActions(content.schedule))).toEqual([lineTotal(content.budget!.lines[0]!), 0, 0]);
});

test('what does not add up by year stops the offer and is named', () => {
  const named = (change: Parameters<typeof threeYears>[0], call = limits) => problemsOfOffer(threeYears(change), call);
  expect(named(({ budget }) => { delete budget.lines[2]!.years; })).toEqual([{ section: 'budget', code: 'offer.lineYears', params: { lines: 'Księgowość' } }]);
  expect(named(({ budget }) => { budget.sources.grantYears = { y1: 999_999 }; }).map(({ code }) => code)).toEqual(['offer.grantYears']);
  expect(named(({ budget }) => { budget.sources.grantYears = { y1: 999_998, y3: 2 }; })).toMatchObject([{ code: 'offer.grantOverYear', params: { year: '2028' } }]);
});

test('the grant of a year is at most what the call gives in that year, also for a task within one year', () => {
  const call = { ...limits, yearBudgets: [{ year: 2026, amount: 999_998 }, { year: 2027, amount: 5 }] };
  expect(problemsOfOffer(threeYears(), call)).toMatchObject([{ code: 'offer.yearBudget', params: { year: '2028' } }]);
  expect(codes(completeContent({ ...limits, taskTo: '2026-12-15' }), call)).toEqual(['offer.yearBudget']);
  expect(codes(completeContent({ ...limits, taskTo: '2026-12-15' }), { ...call, yearBudgets: [{ year: 2026, amount: 1_000_000 }] })).toEqual([]);
});

test('the years of a call add up to its pool', () => {
  const input = callInput();
  const stops = (yearBudgets: { year: number; amount: number }[]) => {
    const { rules = '', conditions = '', procedure = '', previousTasks = '', committeeRecruitment = '', budgetLine = '' } = input;
    return whyNotReview({ ...input, rules, conditions, procedure, previousTasks, committeeRecruitment, budgetLine, closesDay: dayOf(input.closesAt), yearBudgets }, input.criteria).map(({ code }) => code);
  };
  expect(stops([])).toEqual([]);
  expect(stops([{ year: 2026, amount: 15_000_000 }, { year: 2027, amount: 5_000_000 }])).toEqual([]);
  expect(stops([{ year: 2026, amount: 15_000_000 }])).toEqual(['call.yearBudgets']);
});

test('years come from the form and from a spreadsheet; nothing written is nothing kept', () => {
  const typed = sectionForms.budget.parse({ version: '1', sources: { grant: '10', grantYears: { y1: '6', y2: '4,00' } }, lines: [{ kind: 'Sala', unit: 'dzień', unitCost: '5', quantity: '2', years: { y1: '', y2: '10' } }, { kind: 'Druk', unit: 'szt.', unitCost: '1', quantity: '1', years: { y1: '' } }] });
  expect(contentOf('budget', typed)).toMatchObject({ lines: [{ years: { y2: 1000 } }, { years: undefined }], sources: { grantYears: { y1: 600, y2: 400 } } });
  const [split, whole] = pastedLines('Sala\tdzień\t5\t2\tadmin\t\t10\nDruk\tszt.\t1\t1\tadmin', []);
  expect(split).toMatchObject({ years: { y1: 0, y2: 1000 } });
  expect(whole).not.toHaveProperty('years');
  expect(() => pastedLines('Sala\tdzień\t5\t2\tadmin\tsto', [])).toThrow('offer.paste');
});

test('whatever the amounts, split to the grosz they pass and a grosz off they do not', { timeout: 600_000 }, () => {
  const line = fc.record({ unitCost: fc.integer({ min: 1, max: 10_000_000 }), quantity: fc.integer({ min: 1, max: 100_000 }), cut: fc.tuple(fc.nat(100), fc.nat(100)) });
  fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (made) => {
    const lines = made.map(({ unitCost, quantity, cut: [a, b] }, i) => {
      const value = lineTotal({ unitCost, quantity });
      const y1 = Math.floor((value * a) / 100);
      const y2 = Math.floor(((value - y1) * b) / 100);
      return { id: String(i), actionId: null, kind: 'k', unit: 'u', unitCost, quantity, years: { y1, y2, y3: value - y1 - y2 } };
    });
    const content = threeYears(({ budget }) => { budget.lines = lines; });
    expect(linesOutOfYears(content)).toEqual([]);
    expect(yearSums(content).reduce((all, { total }) => all + total, 0)).toBe(lines.reduce((all, one) => all + lineTotal(one), 0));
    lines[0]!.years.y2 += 1;
    expect(linesOutOfYears(content).map(({ id }) => id)).toEqual(['0']);
  }), { numRuns: cases });
});
