import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, addMonths, addWorkingDays, clockOf, dayOf, daysBetween, formatDay, formatDeadline, formatInstant, formatInstantZone, holidaysOf, inclusiveDays, instantAt, isBefore, isoInstant, isWorkingDay, nextWorkingDay, parseDay, relativeDays, startOfDay } from '~/shared/time';

const someDay = fc.integer({ min: 0, max: 1095 }).map((days) => addDays('2026-01-01', days));

describe('worked cases of the programme', () => {
  test('a call last published on 2 March 2026 may close from 24 March 00:00', () => {
    expect(isoInstant(startOfDay(addDays('2026-03-02', 22)))).toBe('2026-03-24T00:00:00+01:00');
  });
  test('a small grant filed on 30 April 2026 is posted by 12 May, and comments are taken until 19 May', () => {
    expect(addWorkingDays('2026-04-30', 7)).toBe('2026-05-12');
    expect(addDays('2026-05-12', 7)).toBe('2026-05-19');
  });
  test('1 March to 29 May 2026 is 90 days, to 30 May 91', () => {
    expect(inclusiveDays('2026-03-01', '2026-05-29')).toBe(90);
    expect(inclusiveDays('2026-03-01', '2026-05-30')).toBe(91);
  });
  test('a task that ends on 31 December 2026 is reported by 30 January 2027 and repaid by 15 January', () => {
    expect(addDays('2026-12-31', 30)).toBe('2027-01-30');
    expect(addDays('2026-12-31', 15)).toBe('2027-01-15');
  });
});

test('holidays of 2026 to 2028 are those of the act, with Christmas Eve since 2025', () => {
  expect(holidaysOf(2026)).toEqual(['2026-01-01', '2026-01-06', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-03', '2026-05-24', '2026-06-04', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-24', '2026-12-25', '2026-12-26']);
  expect(holidaysOf(2027)).toContain('2027-03-28');
  expect(holidaysOf(2028)).toContain('2028-04-16');
  expect(holidaysOf(2024)).not.toContain('2024-12-24');
  expect(nextWorkingDay('2026-12-24')).toBe('2026-12-28');
  expect(nextWorkingDay('2026-12-28')).toBe('2026-12-28');
});

test('counting working days passes exactly that many of them, there and back', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
      const end = addWorkingDays(from, count);
      let passed = 0;
      for (let day = addDays(from, 1); day <= end; day = addDays(day, 1)) if (isWorkingDay(day)) passed += 1;
      expect(passed).toBe(count);
      expect(isWorkingDay(end)).toBe(true);
      if (isWorkingDay(from)) expect(addWorkingDays(end, -count)).toBe(from);
    }),
    { numRuns: 2000 },
  );
});

test('every instant lies in its own Kraków day, whose length is 23, 24 or 25 hours', () => {
  const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 11, 31) }).map((time) => new Date(time));
  fc.assert(
    fc.property(instant, (moment) => {
      const day = dayOf(moment);
      const [start, end] = [startOfDay(day), startOfDay(addDays(day, 1))];
      expect(isBefore(moment, start)).toBe(false);
      expect(isBefore(moment, end)).toBe(true);
      const hours = (end.getTime() - start.getTime()) / 3_600_000;
      expect(hours).toBe(day.endsWith('-10-25') && day.startsWith('2026') ? 25 : day === '2027-03-28' ? 23 : hours);
    }),
    { numRuns: 2000 },
  );
});

describe('the nights when the clock changes', () => {
  test('25 October 2026 has 25 hours; half past two means the first one', () => {
    expect((startOfDay('2026-10-26').getTime() - startOfDay('2026-10-25').getTime()) / 3_600_000).toBe(25);
    expect(instantAt('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(isoInstant(new Date('2026-10-25T01:30:00Z'))).toBe('2026-10-25T02:30:00+01:00');
  });
  test('28 March 2027 has 23 hours; half past two becomes half past three', () => {
    expect((startOfDay('2027-03-29').getTime() - startOfDay('2027-03-28').getTime()) / 3_600_000).toBe(23);
    expect(clockOf(instantAt('2027-03-28', '02:30'))).toBe('03:30');
  });
  test('days between are days, not hours', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
  });
});

test('the deadline itself is too late', () => {
  const deadline = instantAt('2026-12-10', '15:00');
  expect(isBefore(new Date(deadline.getTime() - 1), deadline)).toBe(true);
  expect(isBefore(deadline, deadline)).toBe(false);
});

test.each([
  [{ day: '1', month: '2', year: '2026' }, '2026-02-01'],
  [{ day: '29', month: '2', year: '2028' }, '2028-02-29'],
  [{ day: '29', month: '2', year: '2026' }, null],
  [{ day: '31', month: '4', year: '2026' }, null],
  [{ day: '0', month: '4', year: '2026' }, null],
  [{ day: '1', month: '13', year: '2026' }, null],
  [{ day: '1', month: '1', year: '26' }, null],
  [{ day: '', month: '', year: '' }, null],
])('%j typed as a day', (typed, expected) => {
  expect(parseDay(typed)).toBe(expected);
});

test('a month later is the same day or the last there is', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
});

test.each([
  ['pl', '10 grudnia 2026, 15:00 czasu krakowskiego', 'za 17 dni'],
  ['en', '10 December 2026, 15:00 Kraków time', 'in 17 days'],
  ['uk', '10 грудня 2026 р., 15:00 за краківським часом', 'через 17 днів'],
  ['de', '10. Dezember 2026, 15:00 Uhr Krakauer Zeit', 'in 17 Tagen'],
  ['ru', '10 декабря 2026 г., 15:00 по краковскому времени', 'через 17 дней'],
] as const)('a deadline is said in %s with its clock', (lang, shown, away) => {
  const deadline = instantAt('2026-12-10', '15:00');
  expect(formatInstantZone(deadline, lang).replace(/\u00a0/g, ' ')).toBe(shown);
  expect(relativeDays(new Date('2026-11-23T22:30:00Z'), deadline, lang)).toBe(away);
});

test('a receipt shows the seconds', () => {
  expect(formatInstant(new Date('2026-12-10T14:00:05.900Z'), 'pl', { seconds: true })).toBe('10 grudnia 2026, 15:00:05');
  expect(formatDay('2026-12-10', 'pl')).toBe('10 grudnia 2026');
});

test('a deadline that ends with a day is said as that day, and one with an hour by its hour', () => {
  expect(formatDeadline(new Date('2026-12-18T23:00:00Z'), 'pl')).toBe('18 grudnia 2026, 24:00 czasu krakowskiego');
  expect(formatDeadline(new Date('2026-07-18T22:00:00Z'), 'en')).toBe('18 July 2026, 24:00 Kraków time');
  expect(formatDeadline(new Date('2026-12-18T14:00:00Z'), 'pl')).toBe('18 grudnia 2026, 15:00 czasu krakowskiego');
});
