import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { amountInWordsPl, formatAmount, formatMoney, formatPercent, grosze, multiply, parseMoney, parseQuantity, percentOf, plainAmount, split, sum } from '~/shared/money';

const languages = ['pl', 'en', 'uk', 'de', 'ru'] as const;
const amount = fc.integer({ min: 0, max: 10 ** 13 }).map(grosze);

test.each([
  ['1 234,56', 123456],
  ['1.234,56', 123456],
  ['1,234.56', 123456],
  ['1234.56', 123456],
  ['1\u00a0234,56 zł', 123456],
  ['1\u202f234,5 PLN', 123450],
  ['1.234', 123400],
  ['1,234,567', 123456700],
  ['0', 0],
  ['100000000000', 10 ** 13],
  ['1,234', null],
  ['1,2345', null],
  ['12 34', null],
  ['-1', null],
  ['100000000000,01', null],
  ['1.234.56', null],
  ['', null],
  ['zł', null],
  ['1e5', null],
])('"%s" typed as money is %s grosze', (typed, expected) => {
  expect(parseMoney(typed)).toBe(expected);
});

test('an amount below nothing is read only where it is allowed', () => {
  expect(parseMoney('−12,00', { negative: true })).toBe(-1200);
});

test('part of a grosz is not money', () => {
  expect(() => grosze(0.5)).toThrow(RangeError);
});

test.each(languages)('an amount shown in %s reads back as the same amount', (lang) => {
  fc.assert(
    fc.property(amount, fc.boolean(), (value, below) => {
      const signed = grosze(below ? -value : value);
      for (const shown of [formatMoney(signed, lang), formatAmount(signed, lang), plainAmount(signed)]) {
        expect(parseMoney(shown, { negative: true })).toBe(signed);
      }
    }),
    { numRuns: 2000 },
  );
});

test('shares of a total lose no grosz and stay within one grosz of their exact part', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }).map(grosze), fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }), (total, weights) => {
      const parts = split(total, weights);
      expect(sum(parts)).toBe(total);
      const whole = weights.reduce((left, right) => left + right, 0);
      parts.forEach((part, index) => {
        if (whole > 0) expect(Math.abs(part - (total * weights[index]!) / whole)).toBeLessThan(1.01);
      });
    }),
    { numRuns: 2000 },
  );
});

test('the odd grosz goes to the largest remainder', () => {
  expect(split(grosze(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(split(grosze(5), [0, 0])).toEqual([3, 2]);
});

test('unit cost times quantity is rounded half up, also where a double would slip', () => {
  expect(multiply(grosze(101), 50)).toBe(51);
  expect(multiply(grosze(333), 150)).toBe(500);
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.nat(100_000), (unit, quantity) => {
      const exact = BigInt(unit) * BigInt(quantity);
      expect(BigInt(multiply(grosze(unit), quantity))).toBe((exact + 50n) / 100n);
    }),
    { numRuns: 2000 },
  );
});

describe('the worked budget of 12 000 zł', () => {
  test('a grant of 9 000 zł is 75.00 %', () => {
    expect(percentOf(grosze(900_000), grosze(1_200_000))).toBe(7500);
    expect(formatPercent(7500, 'en')).toBe('75%');
    expect(formatPercent(7525, 'pl')).toBe('75,25%');
  });
  test('its rows balance', () => {
    expect(sum([grosze(900_000), grosze(150_000), grosze(150_000)])).toBe(1_200_000);
  });
  test('a share of nothing is 0', () => {
    expect(percentOf(grosze(0), grosze(0))).toBe(0);
  });
});

test('money is shown with its currency and does not break over lines', () => {
  expect(formatMoney(grosze(1_250_000), 'pl')).toBe('12\u00a0500,00\u00a0zł');
  expect(formatMoney(grosze(1_250_000), 'en')).toBe('12,500.00\u00a0zł');
});

test('a quantity has at most two decimals', () => {
  expect(parseQuantity('2,5')).toBe(250);
  expect(parseQuantity('2,555')).toBeNull();
});

test.each([
  [0, 'zero złotych 00/100'],
  [100, 'jeden złoty 00/100'],
  [205, 'dwa złote 05/100'],
  [1200, 'dwanaście złotych 00/100'],
  [2199, 'dwadzieścia jeden złotych 99/100'],
  [2200, 'dwadzieścia dwa złote 00/100'],
  [1_250_000, 'dwanaście tysięcy pięćset złotych 00/100'],
  [100_000, 'jeden tysiąc złotych 00/100'],
  [112_200_000_00, 'sto dwanaście milionów dwieście tysięcy złotych 00/100'],
])('%i grosze in Polish words', (value, expected) => {
  expect(amountInWordsPl(grosze(value))).toBe(expected);
});
