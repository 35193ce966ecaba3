import fc from 'fast-check';
import { expect, test } from 'vitest';

import { checkKrs, checkNip, checkNrb, checkRegon, formatNip, formatNrb, syntheticKrs, syntheticNip, syntheticNrb, syntheticRegon } from '~/shared/identifiers';

const cases = [
  ...['9990000008', '9990000014', '9990000020', '1234567854', 'PL 999-000-00-08'].map((input) => [checkNip, input, null] as const),
  [checkNip, '9990000009', 'nip.check'],
  ...[...'0123456789'].map((last) => [checkNip, `999000005${last}`, 'nip.check'] as const),
  [checkNip, '999000000', 'nip.length'],
  [checkNip, '0000000000', 'nip.check'],
  ...['990000016', '990000022', '123456785', '990000000', '99000001600012', '12345678500010', '99000001600020', '99000001600000'].map((input) => [checkRegon, input, null] as const),
  [checkRegon, '990000017', 'regon.check'],
  [checkRegon, '99000001600013', 'regon.check'],
  [checkRegon, '9900000160', 'regon.length'],
  ...['74999000090000000000000001', '47999000090000000000000002', 'PL74 9990 0009 0000 0000 0000 0001'].map((input) => [checkNrb, input, null] as const),
  [checkNrb, '75999000090000000000000001', 'nrb.check'],
  [checkNrb, '7499900009000000000000000', 'nrb.length'],
  [checkKrs, '0000000001', null],
  [checkKrs, '1', 'krs.format'],
  [checkKrs, '00000000001', 'krs.format'],
  [checkKrs, '0000000000', 'krs.format'],
] as const;

test.each(cases)('%o says of %s: %s', (check, input, code) => {
  const verdict = check(input);
  expect(verdict.ok ? null : verdict.code).toBe(code);
});

test('a head office padded by the court register is kept as nine digits', () => {
  expect(checkRegon('99000001600000')).toEqual({ ok: true, value: '990000016' });
});

test('invented numbers pass their checks, differ from each other and keep their prefixes', () => {
  fc.assert(
    fc.property(fc.nat(99_998), (n) => {
      for (const [make, check] of [[syntheticNip, checkNip], [syntheticRegon, checkRegon], [syntheticKrs, checkKrs], [syntheticNrb, checkNrb]] as const) {
        expect(check(make(n))).toEqual({ ok: true, value: make(n) });
        expect(make(n)).not.toBe(make(n + 1));
      }
    }),
    { numRuns: 2000 },
  );
  expect([syntheticNip(0), syntheticRegon(1), syntheticKrs(7), syntheticNrb(1)]).toEqual(['9990000008', '990000016', '0000990007', '74999000090000000000000001']);
});

test('numbers are written in their usual groups', () => {
  expect(formatNip('1234567854')).toBe('123-456-78-54');
  expect(formatNrb('74999000090000000000000001').replace(/\u00a0/g, ' ')).toBe('74 9990 0009 0000 0000 0000 0001');
});
