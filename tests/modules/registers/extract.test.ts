import { expect, test } from 'vitest';
import { dayOfRegister, readExtract, regonOfRegister } from '~/modules/registers/extract';
import { recordedAnswers, recordedExtract } from '~/modules/registers/recorded';
import { syntheticKrs, syntheticNip } from '~/shared/identifiers';

const recorded = (number: number) => readExtract(recordedAnswers.get(syntheticKrs(number)), syntheticKrs(number));

test('an extract gives the facts of the body and no person', () => {
  expect(recorded(2)).toEqual({
    krs: syntheticKrs(2), register: 'S', name: 'FUNDACJA WSPÓLNY STÓŁ', form: 'FUNDACJA', nip: syntheticNip(2), regon: '990000022', oppStatus: false,
    city: 'KRAKÓW', street: 'UL. PRZYKŁADOWA 4', postcode: '30-101', representation: 'KAŻDY CZŁONEK ZARZĄDU SAMODZIELNIE',
    registeredOn: '2012-05-14', changedOn: '2026-01-09', asOf: '2026-03-02', standing: 'active',
  });
  expect(JSON.stringify(recorded(2))).not.toMatch(/W\*\*\*\*|PREZES|pesel|sklad/);
});

test('a cooperative among entrepreneurs is read as well', () => expect(recorded(7)).toMatchObject({ register: 'P', form: 'SPÓŁDZIELNIA SOCJALNA' }));
test('liquidation and dissolution are seen', () => expect([recorded(91)?.standing, recorded(92)?.standing]).toEqual(['in_liquidation', 'dissolving']));
test('a missing NIP is no NIP', () => expect(recorded(94)).toMatchObject({ nip: null, name: 'FUNDACJA BEZ NIP-U' }));
test('a broken shape is no extract', () => expect(recorded(95)).toBeNull());

test.each([['99000001600000', '990000016'], ['990000016', '990000016'], ['99000001600012', '99000001600012'], ['99000001700000', null], ['', null], [undefined, null]])(
  'REGON %s is %s',
  (sent, read) => expect(regonOfRegister(sent)).toBe(read),
);
test.each([['09.01.2026', '2026-01-09'], ['9.1.2026 10:00:00', '2026-01-09'], ['31.02.2026', null], ['2026-01-09', null], ['', null], [undefined, null]])(
  'the day %s is %s',
  (sent, read) => expect(dayOfRegister(sent)).toBe(read),
);

test('an extract of another number is refused', () => expect(readExtract(recordedExtract({ number: 2, form: 'FUNDACJA', name: 'X' }), syntheticKrs(3))).toBeNull());

test.each([null, undefined, 7, 'tekst', [], {}, { odpis: null }, { odpis: { naglowekA: { numerKRS: syntheticKrs(1) }, dane: { dzial1: { danePodmiotu: { nazwa: '\u200b ' } } } } }])(
  'nothing is made of %j',
  (answer) => expect(readExtract(answer, syntheticKrs(1))).toBeNull(),
);

test('whatever stands in the other fields, the number and the name are enough', () => {
  const odd = { odpis: { naglowekA: { numerKRS: syntheticKrs(1), stanZDnia: 5, rejestr: {} }, dane: { dzial1: { danePodmiotu: { nazwa: ' FUNDACJA\n X ', identyfikatory: 'brak', czyPosiadaStatusOPP: 'TAK' }, siedzibaIAdres: [1] }, dzial2: 9, dzial6: { likwidacja: [], rozwiazanieUniewaznienie: {} } } } };
  expect(readExtract(odd, syntheticKrs(1))).toMatchObject({ name: 'FUNDACJA X', nip: null, city: null, oppStatus: null, standing: 'active' });
});
