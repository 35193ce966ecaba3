import { expect, test } from 'vitest';
import { actionOfPaste, linesOfPaste } from '~/modules/applications/rules-of-paste';
import { pastedLines } from '~/modules/applications/forms';

const actions = [{ id: 'a', name: 'Spotkania' }, { id: 'b', name: 'Sala' }] as never;

test('rows of a spreadsheet become costs, with their headings left out', () => {
  expect(linesOfPaste('Rodzaj\tMiara\tKoszt\tIlość\tDziałanie\r\nTrener\tgodz.\t1 200,50 zł\t2,5\tSpotkania\r\n\r\nKsięgowość\tmies.\t300\t\tadministracyjne\r\n')).toEqual({
    lines: [
      { kind: 'Trener', unit: 'godz.', unitCost: 120_050, quantity: 250, action: 'Spotkania' },
      { kind: 'Księgowość', unit: 'mies.', unitCost: 30_000, quantity: 100, action: 'administracyjne' },
    ],
  });
});

test('a row that cannot be read is named, and none is taken', () => {
  expect(linesOfPaste('Trener\tgodz.\t100\t1\nSala\tdzień\tsto\t1')).toMatchObject({ wrong: 2 });
  expect(() => pastedLines('Trener\tgodz.\t-5\t1', actions)).toThrow('offer.paste');
  expect(linesOfPaste('=1+1')).toMatchObject({ wrong: 1 });
});

test('each row finds its action by name; what names none is left to choose', () => {
  expect(pastedLines('Trener\tgodz.\t100\t1\tspotkania\nA\tb\t1\t1\tInne\nB\tb\t1\t1\tKoszty administracyjne', actions).map(({ actionId }) => actionId)).toEqual(['a', '', null]);
  expect(actionOfPaste('', [{ id: 'x', name: 'Jedyne' }])).toBe('x');
});
