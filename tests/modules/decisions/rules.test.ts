import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, keepsShare, meanOf, rank, whyNotAward, type Scored } from '~/modules/decisions/rules';

const offer = (applicationId: string, totals: number[], more: Partial<Scored> = {}): Scored => ({
  applicationId, totals, quality: 0, feasibility: 0, submittedAt: new Date('2026-01-10T10:00:00Z'), requested: 5_000_000, ...more,
});
const call = { budget: 18_000_000, partialFunding: true, threshold: 60, minGrant: 100_000 };

test.each([
  [[80, 81], 8050], [[80, 80, 81], 8033], [[70, 71, 71], 7067], [[], 0], [[1, 2, 2, 2, 2, 2, 2, 2], 188],
])('the mean of %j is %i hundredths, half up', (totals, mean) => expect(meanOf(totals)).toBe(mean));

test('equal means are ordered by quality, then feasibility, then the earlier filing, and the tie says which', () => {
  const early = new Date('2026-01-01T10:00:00Z');
  const ranked = rank([
    offer('late', [80, 80], { quality: 2000, feasibility: 1000 }),
    offer('early', [80, 80], { quality: 2000, feasibility: 1000, submittedAt: early }),
    offer('good', [80, 80], { quality: 2500 }),
    offer('best', [90, 90]),
  ]);
  expect(ranked.map(({ applicationId, tieBreak }) => [applicationId, tieBreak])).toEqual([
    ['best', null], ['good', 'quality'], ['early', 'quality'], ['late', 'filing_time'],
  ]);
});

test('the last offer within the money gets a part, those after it are the reserve list, those below the threshold neither', () => {
  const proposals = allocate(rank([
    offer('a', [90], { requested: 9_000_000 }), offer('b', [80], { requested: 11_000_000 }), offer('c', [70], { requested: 6_000_000 }), offer('d', [50]),
  ]), call);
  expect(proposals.map(({ outcome, proposed }) => [outcome, proposed])).toEqual([
    ['recommended', 9_000_000], ['recommended', 9_000_000], ['reserve', 0], ['not_recommended', 0],
  ]);
});

test('without partial funding the walk stops at the first offer that does not fit', () => {
  const proposals = allocate(rank([offer('a', [90], { requested: 9_000_000 }), offer('b', [80], { requested: 11_000_000 }), offer('c', [70])]), { ...call, partialFunding: false });
  expect(proposals.map(({ outcome }) => outcome)).toEqual(['recommended', 'reserve', 'reserve']);
});

test('proposals never exceed the budget nor what was asked', () => {
  const offers = fc.array(fc.record({ points: fc.integer({ min: 0, max: 100 }), requested: fc.integer({ min: 1, max: 20_000_000 }) }), { maxLength: 30 });
  fc.assert(
    fc.property(offers, fc.boolean(), fc.integer({ min: 0, max: 50_000_000 }), (made, partialFunding, budget) => {
      const proposals = allocate(rank(made.map(({ points, requested }, i) => offer(`o${i}`, [points], { requested }))), { ...call, partialFunding, budget });
      expect(proposals.reduce((all, { proposed }) => all + proposed, 0)).toBeLessThanOrEqual(budget);
      for (const { proposed, requested, mean } of proposals) {
        expect(proposed).toBeLessThanOrEqual(requested);
        if (mean < 6000) expect(proposed).toBe(0);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['nothing chosen', [], 'decision.nothing'],
  ['more than asked', [{ amount: 200, requested: 100, valid: true }], 'decision.amount'],
  ['zero', [{ amount: 0, requested: 100, valid: true }], 'decision.amount'],
  ['below the threshold', [{ amount: 50, requested: 100, valid: false }], 'decision.notAssessed'],
  ['over the budget by a grosz', [{ amount: 600, requested: 600, valid: true }, { amount: 401, requested: 500, valid: true }], 'decision.overBudget'],
  ['exactly the budget', [{ amount: 600, requested: 600, valid: true }, { amount: 400, requested: 500, valid: true }], null],
])('a decision with %s', (_name, awards, code) => expect(whyNotAward(awards, 1000)).toBe(code));

test('the share of a grant cut from 9 000 to 8 000 of 12 000 needs a total of 10 666,67', () => {
  const before = { grant: 900_000, total: 1_200_000 };
  expect(keepsShare(before, { grant: 800_000, total: 1_066_667 })).toBe(true);
  expect(keepsShare(before, { grant: 800_000, total: 1_066_666 })).toBe(false);
});
