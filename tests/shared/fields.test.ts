import { expect, test } from 'vitest';
import { z } from 'zod';

import * as f from '~/shared/fields';
import { checkNip } from '~/shared/identifiers';
import { grosze } from '~/shared/money';

function problem(field: z.ZodType, input: unknown) {
  const result = field.safeParse(input);
  return result.success ? null : f.problemsOf(result.error)[0]?.code;
}

test.each([
  ['text', f.text({ max: 5 }), ' ab\u200b ', 'ab'],
  ['one line', f.text(), 'a\r\nb', 'a b'],
  ['several lines', f.longText(), 'a\r\nb', 'a\nb'],
  ['no text', f.optionalText(5), '  ', undefined],
  ['e-mail', f.email(), ' Anna@Example.org ', 'anna@example.org'],
  ['phone', f.phone(), '+48 12 345 67 89', '+48 12 345 67 89'],
  ['address', f.webAddress(), 'example.org', 'https://example.org/'],
  ['money', f.money(), '1 234,5 zł', 123450],
  ['quantity', f.quantity(), '2,5', 250],
  ['day in three fields', f.day(), { day: '1', month: '3', year: '2026' }, '2026-03-01'],
  ['day in one field', f.day(), '2026-03-01', '2026-03-01'],
  ['no day', f.optional(f.day()), { day: '', month: '', year: '' }, undefined],
  ['clock', f.clock(), '9.05', '09:05'],
  ['choice', f.choice(['a', 'b']), 'b', 'b'],
  ['one of choices', f.choices(['a', 'b']), 'b', ['b']],
  ['choices', f.choices(['a', 'b']), ['b', 'a', 'b'], ['a', 'b']],
  ['no choices', f.choices(['a']), undefined, []],
  ['ticked', f.checked(), 'on', true],
  ['not ticked', f.flag(), undefined, false],
  ['points', f.points(10), '10', 10],
  ['tax number', f.identifier(checkNip), '999-000-00-08', '9990000008'],
  ['password', f.password(), 'zielony rower jedzie 7', 'zielony rower jedzie 7'],
] as const)('%s is read', (_, field, input, value) => {
  expect(field.parse(input)).toEqual(value);
});

test.each([
  ['required', f.text(), ''],
  ['required', f.text(), undefined],
  ['tooLong', f.text({ max: 2 }), 'abc'],
  ['tooShort', f.text({ min: 2 }), 'a'],
  ['pesel.found', f.longText(), 'nr 44051401359'],
  ['email.format', f.email(), 'anna@localhost'],
  ['phone.format', f.phone(), '12 ab'],
  ['url.format', f.webAddress(), 'javascript:alert(1)'],
  ['url.format', f.webAddress(), 'https://user:secret@example.org'],
  ['money.format', f.money(), '1,234'],
  ['money.tooSmall', f.money({ min: grosze(100) }), '0,99'],
  ['money.tooLarge', f.money({ max: grosze(100) }), '1,01'],
  ['quantity.format', f.quantity(), 'dwa'],
  ['day.format', f.day(), { day: '31', month: '2', year: '2026' }],
  ['day.format', f.day(), '2026-02-30'],
  ['required', f.day(), undefined],
  ['clock.format', f.clock(), '24:00'],
  ['choice.unknown', f.choice(['a']), 'toString'],
  ['choice.missing', f.choice(['a']), undefined],
  ['choice.unknown', f.choices(['a']), ['a', 'x']],
  ['choice.missing', f.choices(['a'], { min: 1 }), []],
  ['consent.required', f.checked('consent.required'), undefined],
  ['number.tooLarge', f.points(10), '11'],
  ['number.format', f.points(10), '1.5'],
  ['nip.check', f.identifier(checkNip), '9990000009'],
  ['password.short', f.password(), 'abc12'],
  ...['password1!', 'Krakow2026!', 'dotacja-krakow', 'aaaaaaaaaa', '12345678', 'qwertyuiop', 'P@ssw0rd', 'Краков2026'].map((word) => ['password.common', f.password(), word] as const),
] as [string, z.ZodType, unknown][])('%s is the answer to a wrong value', (code, field, input) => {
  expect(problem(field, input)).toBe(code);
});

test('a form names its problems by the names of its fields, in rows as they were sent', () => {
  const form = z.object({
    title: f.text({ max: 3 }),
    place: f.text(),
    rows: f.list(z.object({ name: f.text(), unitCost: f.money(), kind: f.choice(['a', 'b']) }), { ignoring: ['kind'] }),
  });
  const rows = [{ name: '', unitCost: '', kind: 'a' }, { name: 'Sala', unitCost: 'x', kind: 'a' }];
  const result = form.safeParse({ title: 'long title', rows });
  expect(result.success ? [] : f.problemsOf(result.error)).toEqual([
    { path: 'title', code: 'tooLong', params: { max: 3 } },
    { path: 'place', code: 'required', params: {} },
    { path: 'rows[1].unitCost', code: 'money.format', params: {} },
  ]);
  const sent = { title: 'a', place: 'b', rows: { '10': { name: 'B', unitCost: '2', kind: 'b' }, '2': { name: 'A', unitCost: '1', kind: 'a' } } };
  expect(form.parse(sent).rows.map((row) => row.name)).toEqual(['A', 'B']);
});

test('more rows than allowed are refused', () => {
  expect(problem(f.list(f.text(), { max: 1 }), ['a', 'b'])).toBe('list.tooMany');
  expect(problem(f.list(f.text(), { min: 1 }), ['', ' '])).toBe('list.tooFew');
});

test('an answer of Zod itself becomes a code', () => {
  expect(problem(z.string().min(3), 'a')).toBe('invalid');
});
