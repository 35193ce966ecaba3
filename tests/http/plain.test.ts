import { expect, test } from 'vitest';
import { plain } from '~/http/plain';

const samples: unknown[] = [
  null, true, 0, -0.5, Number.NaN, Number.POSITIVE_INFINITY, 'zażółć', '', [], {}, [undefined, null, () => 1, Symbol('x')],
  new Date('2026-03-02T09:00:00Z'), new Date(Number.NaN), { a: undefined, b: { c: [1, { d: new Date(0) }] }, e: new Map([[1, 2]]), f: new Set([1]) },
  { toJSON: () => ({ told: undefined, at: new Date(0) }) }, Object.create(null), [[[]]], { '0': 1, long: 'x'.repeat(1000) }, new URL('http://portal.test/pl'),
];

test.each(samples.map((sample, index) => [index, sample] as const))('sample %i comes out as JSON would bring it back', (_index, sample) => {
  expect(plain(sample)).toEqual(JSON.parse(JSON.stringify(sample) ?? 'null'));
});

test('a name that would change the object itself is left out', () => {
  expect(Object.getPrototypeOf(plain(JSON.parse('{"__proto__":{"a":1}}')))).toBe(Object.prototype);
});

test('a number that JSON cannot write is refused, as JSON refuses it', () => {
  expect(() => plain({ sum: 1n })).toThrow(TypeError);
});
