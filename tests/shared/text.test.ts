import fc from 'fast-check';
import { expect, test } from 'vitest';

import { canonicalJson, sha256Hex } from '~/shared/canonical-json';
import { digest, newId, newToken, receiptCode, slugOf } from '~/shared/ids';
import { cleanText, findPersonalNumbers, fold, latin, polishSortKey, searchText, words } from '~/shared/text';

test('folding makes every spelling of a name equal', () => {
  expect(fold('ŁÓDŹ Świętokrzyska')).toBe('lodz swietokrzyska');
  expect(fold('Straße Ælf Øre')).toBe('strasse aelf ore');
  expect(fold('Ёлка Ґанок Київський')).toBe('елка ганок киівський');
  expect(words('Fundacja „Zustricz”, п’ять')).toEqual(['fundacja', 'zustricz', 'пять']);
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 2000 },
  );
});

test('Cyrillic names are found by their Latin spellings', () => {
  expect(latin('Зустріч')).toBe('Zustricz');
  expect(latin('Объединение Север')).toBe('Obedinenie Sewer');
  for (const spelling of ['зустріч', 'zustricz', 'zustrich', 'fundacja']) expect(searchText(['Fundacja', null, 'Зустріч']).split(' ')).toContain(spelling);
});

test('names stand in the Polish order, digits first, Cyrillic last', () => {
  const ordered = ['3 Maja', 'Akcja', '„Albatros”', 'Ątek', 'Cel', 'Ćma', 'Dom i Las', 'Domek', 'Lato', 'Łąka', 'Mur', 'Żaba', 'Єдність', 'Зустріч', 'Їжак', 'יחד'];
  expect([...ordered].reverse().sort((a, b) => (polishSortKey(a) < polishSortKey(b) ? -1 : 1))).toEqual(ordered);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(polishSortKey(text)).toMatch(/^[\x20-\x7e]*$/);
    }),
    { numRuns: 2000 },
  );
});

test('typed text keeps nothing invisible', () => {
  expect(cleanText('  a\r\nb\u0000\u200b\u202ec\ufeff ')).toBe('a\nbc');
  expect(cleanText('o\u0301')).toBe('ó');
  expect(cleanText('👨‍👩‍👧')).toBe('👨‍👩‍👧');
  expect(cleanText('a\ud800')).toBe('a\ufffd');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
    { numRuns: 2000 },
  );
});

test('a personal number is found, other numbers are not', () => {
  expect(findPersonalNumbers('PESEL: 44051401359.')).toEqual(['44051401359']);
  expect(findPersonalNumbers('440514 01359')).toHaveLength(1);
  expect(findPersonalNumbers('44051401358, 74999000090000000000000001, KRS 0000990001')).toEqual([]);
  expect(findPersonalNumbers('dowód ABC523456, paszport ZS 0000177.')).toEqual(['ABC523456', 'ZS 0000177']);
  expect(findPersonalNumbers('ABC523457, XABC523456, SALA 523456, UM 0000179, OK-2026-000001, ŻÓŁ523456')).toEqual([]);
});

test('ids are long, lower-case and different; a secret is kept as its digest', () => {
  const ids = new Set(Array.from({ length: 5000 }, newId));
  expect(ids.size).toBe(5000);
  for (const id of ids) expect(id).toMatch(/^[0-9b-df-hj-np-tv-z]{26}$/);
  expect(newToken()).toMatch(/^[\w-]{43}$/);
  expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(receiptCode()).toMatch(/^[2-9CDFGHJKMNPQRTVWXY]{4}-[2-9CDFGHJKMNPQRTVWXY]{4}$/);
});

test('an address is made from a name, and a taken one gets a number', () => {
  expect(slugOf('Fundacja „Zażółć Gęślą” — Зустріч')).toBe('fundacja-zazolc-gesla-zustricz');
  expect(slugOf('Dom', ['dom', 'dom-2'])).toBe('dom-3');
  expect(slugOf('יחד')).toBe('wpis');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const slug = slugOf(name);
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(slugOf(name, [slug]).length).toBeLessThanOrEqual(60);
    }),
    { numRuns: 2000 },
  );
});

test('the canonical text of a value does not depend on the order it was built in', () => {
  expect(canonicalJson({ b: 1, a: [new Date(0), undefined], 10: 'x', 9: undefined })).toBe('{"10":"x","a":["1970-01-01T00:00:00.000Z",null],"b":1}');
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(sha256Hex(canonicalJson(JSON.parse(canonicalJson(value))))).toBe(sha256Hex(canonicalJson(value)));
    }),
    { numRuns: 2000 },
  );
});
