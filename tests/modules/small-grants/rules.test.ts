import { describe, expect, test } from 'vitest';
import { commentsUntil, costSums, overLimits, problemsOf, publicCopyOf, reviewDueOn, type Balance, type Limits } from '~/modules/small-grants/rules';
import { smallOffer } from '../../support/small-grant';
import { redacted } from '~/shared/text';

const limits: Limits = { amount: 1_000_000, days: 90, organisationYear: 2_000_000, poolShare: 20, reviewDays: 7, postedDays: 7 };
const balance: Balance = { organisation: 0, granted: 0, pool: 20_000_000 };
const codes = (change: Parameters<typeof smallOffer>[0], more: Partial<Balance> = {}) => problemsOf(smallOffer(change), limits, { ...balance, ...more }, '2026-03-02').map(({ code }) => code);

describe('the clocks of art. 19a', () => {
  test('an offer filed on Thursday 30 April 2026 is posted by 12 May: May holidays and weekends are no working days', () => expect(reviewDueOn('2026-04-30', 7)).toBe('2026-05-12'));
  test('posted on 12 May, comments are taken to the end of 19 May', () => expect(commentsUntil('2026-05-12', 7)).toBe('2026-05-19'));
  test('Christmas Eve has been a holiday since 2025', () => expect(reviewDueOn('2026-12-17', 7)).toBe('2026-12-30'));
});

describe('the limits of art. 19a', () => {
  test('a complete offer within them has no problem', () => expect(codes({})).toEqual([]));
  test.each([['2026-05-29', []], ['2026-05-30', ['smallGrant.days']]])('a task from 1 March to %s', (endDate, found) => {
    expect(problemsOf(smallOffer({ startDate: '2026-03-01', endDate }), limits, balance, '2026-02-01').map(({ code }) => code)).toEqual(found);
  });
  test.each([[1_000_000, []], [1_000_001, ['smallGrant.amount']]])('a grant of %d grosze', (grant, found) => {
    expect(codes({ costs: [{ id: 'c', kind: 'Koszt', grant, other: 0 }] })).toEqual(found);
  });
  test.each([[1_200_000, []], [1_200_001, ['smallGrant.organisationYear']]])('800 000 grosze more after %d in the year', (organisation, found) => expect(codes({}, { organisation })).toEqual(found));
  test.each([[19_200_000, []], [19_200_001, ['smallGrant.pool']]])('800 000 grosze more when %d of the pool is gone', (granted, found) => expect(codes({}, { granted })).toEqual(found));
  test('without a pool nothing can be granted', () => expect(overLimits(1, limits, { organisation: 0, granted: 0, pool: 0 }).map(({ code }) => code)).toEqual(['smallGrant.pool']));
  test('the task begins after the day of filing', () => expect(codes({ startDate: '2026-03-02', endDate: '2026-03-20' })).toEqual(['smallGrant.startsInPast']));
  test('a number that looks like a PESEL stops the offer', () => expect(codes({ profile: 'Prezes 44051401359' })).toEqual(['pesel.found']));
});

test('costs add up by source', () => expect(costSums(smallOffer().costs)).toEqual({ grant: 800_000, other: 100_000, total: 900_000 }));

describe('the public copy', () => {
  test.each([
    ['telefon 600 700 800', 'telefon [usunięto]'], ['piszcie: jan.k@example.org', 'piszcie: [usunięto]'], ['tel. +48 12 345 67 89.', 'tel. [usunięto].'],
    ['konto 74 9990 0009 0000 0000 0000 0001', 'konto [usunięto]'], ['w 2026 roku 12 spotkań po 90 minut', 'w 2026 roku 12 spotkań po 90 minut'], ['od 1.04.2026 do 15.06.2026', 'od 1.04.2026 do 15.06.2026'],
  ])('%s', (words, shown) => expect(redacted(words)).toBe(shown));
  test('holds neither the contact nor the declarations', () => {
    const copy = JSON.stringify(publicCopyOf(smallOffer()));
    for (const hidden of ['Olena Bondar', '12 000 10 10', 'kontakt@example.org', 'taxArrears', '600 700 800', 'ogrod@example.org']) expect(copy).not.toContain(hidden);
  });
});
