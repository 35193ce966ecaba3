import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atPlace, changesBetween, isSame, mergeSections, placeName, placeOfName } from '~/modules/applications/merge';

const base = { experience: 'Uczymy.', resources: 'Sala.' };
const row = (id: string, more: Record<string, unknown> = {}) => ({ id, name: `Działanie ${id}`, description: '', ...more });

describe('two people write from the same version', () => {
  test('different fields are both kept', () => {
    expect(mergeSections(base, { ...base, experience: 'Uczymy od lat.' }, { ...base, resources: 'Dwie sale.' })).toEqual({ merged: { experience: 'Uczymy od lat.', resources: 'Dwie sale.' }, collisions: [] });
  });

  test('the same field is a collision until somebody chooses; theirs stands meanwhile', () => {
    const mine = { ...base, experience: 'Moje.', resources: 'Moja sala.' };
    const theirs = { ...base, experience: 'Ich.' };
    const told = mergeSections(base, mine, theirs);
    expect(told).toEqual({ merged: { experience: 'Ich.', resources: 'Moja sala.' }, collisions: [{ place: 'experience', mine: 'Moje.', theirs: 'Ich.' }] });
    expect(mergeSections(base, mine, theirs, { experience: 'mine' })).toEqual({ merged: mine, collisions: [] });
    expect(mergeSections(base, mine, theirs, { experience: 'theirs' })).toEqual({ merged: { ...theirs, resources: 'Moja sala.' }, collisions: [] });
  });

  test('rows are told apart by their ids: changed, added and taken out by either', () => {
    const from = { actions: [row('a'), row('b'), row('c')] };
    const mine = { actions: [row('a', { name: 'Moje' }), row('c'), row('m')] };
    const theirs = { actions: [row('a', { description: 'Ich' }), row('b'), row('c'), row('t')] };
    expect(mergeSections(from, mine, theirs)).toEqual({ merged: { actions: [row('a', { name: 'Moje', description: 'Ich' }), row('c'), row('t'), row('m')] }, collisions: [] });
  });

  test('a row one takes out while the other writes in it is a collision', () => {
    const from = { actions: [row('a')] };
    const changed = { actions: [row('a', { name: 'Inaczej' })] };
    expect(mergeSections(from, { actions: [] }, changed).collisions).toMatchObject([{ place: 'actions/#a', mine: undefined }]);
    expect(mergeSections(from, { actions: [] }, changed, { 'actions/#a': 'mine' }).merged).toEqual({ actions: [] });
    expect(mergeSections(from, changed, { actions: [] }, { 'actions/#a': 'mine' }).merged).toEqual(changed);
  });

  test('districts are added and taken out by both', () => {
    expect(mergeSections({ districts: ['a', 'b'] }, { districts: ['b', 'c'] }, { districts: ['a', 'b', 'd'] })).toEqual({ merged: { districts: ['b', 'd', 'c'] }, collisions: [] });
  });

  test('a section begun by both at once is merged too', () => {
    expect(mergeSections(undefined, { experience: 'A', resources: '' }, { experience: '', resources: 'B' }).collisions).toEqual([]);
  });
});

const section = fc.record({ text: fc.constantFrom('', 'a', 'b', 'c'), other: fc.constantFrom('x', 'y'), words: fc.uniqueArray(fc.constantFrom('p', 'q', 'r')), rows: fc.uniqueArray(fc.record({ id: fc.constantFrom('1', '2', '3'), name: fc.constantFrom('n', 'm') }), { selector: ({ id }) => id }) });

describe('whatever is written', () => {
  test('nothing is lost: who changed alone prevails, and every other difference is told', () => {
    fc.assert(fc.property(section, section, (from, mine) => {
      expect(mergeSections(from, mine, from)).toEqual({ merged: mine, collisions: [] });
      expect(isSame(mergeSections(from, from, mine).merged, mine)).toBe(true);
    }), { numRuns: 2000 });
  });

  test('what both wrote is found in the result or in a collision', () => {
    fc.assert(fc.property(section, section, section, (from, mine, theirs) => {
      const { merged, collisions } = mergeSections(from, mine, theirs);
      const told = new Set(collisions.map(({ place }) => place));
      for (const { place, after } of changesBetween(from, mine).filter(({ place: at }) => at !== 'words')) {
        if (![...told].some((at) => place === at || place.startsWith(`${at}/`) || at.startsWith(`${place}/`))) expect([place, isSame(atPlace(merged, place), after)]).toEqual([place, true]);
      }
    }), { numRuns: 2000 });
  });

  test('choosing settles every collision', () => {
    fc.assert(fc.property(section, section, section, (from, mine, theirs) => {
      const { collisions } = mergeSections(from, mine, theirs);
      const choose = (which: 'mine' | 'theirs') => mergeSections(from, mine, theirs, Object.fromEntries(collisions.map(({ place }) => [place, which])));
      for (const which of ['mine', 'theirs'] as const) {
        const settled = choose(which);
        expect(settled.collisions).toEqual([]);
        for (const collision of collisions) expect(isSame(atPlace(settled.merged, collision.place), collision[which])).toBe(true);
      }
    }), { numRuns: 2000 });
  });

  test('a place survives its name in a form', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (place) => { expect(placeOfName(placeName(place))).toBe(place); }));
  });
});

describe('what changed', () => {
  test('is told field by field and row by row', () => {
    expect(changesBetween({ text: 'a', rows: [row('a'), row('b')] }, { text: 'b', rows: [row('a', { name: 'Nowa' }), row('c')] })).toEqual([
      { place: 'text', before: 'a', after: 'b' },
      { place: 'rows/#a/name', before: 'Działanie a', after: 'Nowa' },
      { place: 'rows/#b', before: row('b'), after: undefined },
      { place: 'rows/#c', before: undefined, after: row('c') },
    ]);
    expect(changesBetween(base, { ...base })).toEqual([]);
    expect(changesBetween(undefined, base)).toHaveLength(2);
  });
});
