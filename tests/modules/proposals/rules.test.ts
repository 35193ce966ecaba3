import { describe, expect, test } from 'vitest';
import { proposalStatuses, type ProposalContent } from '~/modules/proposals/content';
import { answerBy, clockOn, problemsOf, problemsOfAnswer, proposalSteps, publicCopyOf, sumsOf } from '~/modules/proposals/rules';
import { no, proposal, yes } from '../../support/proposal';

const found = (change: Partial<ProposalContent> = {}) => problemsOf(proposal(change), '2026-03-02').map(({ field, code }) => `${field} ${code}`);
const [cost] = proposal().costs;

describe('the City answers within a month', () => {
  test.each([
    ['on the same day of the next month', '2026-03-02', '2026-04-02'],
    ['from the 31st by the last day of a month with thirty', '2026-03-31', '2026-04-30'],
    ['from the 31st of January by the 28th of February, off the Saturday it is', '2026-01-31', '2026-03-02'],
    ['by the 29th of February in a leap year', '2028-01-31', '2028-02-29'],
    ['off a Saturday to the next Monday', '2026-06-18', '2026-07-20'],
    ['off a Sunday to the next Monday', '2026-06-19', '2026-07-20'],
    ['over Christmas and the weekend after it', '2026-11-24', '2026-12-28'],
    ['over the New Year', '2026-12-01', '2027-01-04'],
    ['over Easter Monday', '2026-03-05', '2026-04-07'],
    ['over Corpus Christi', '2026-05-04', '2026-06-05'],
    ['over the first days of May', '2026-04-01', '2026-05-04'],
  ])('%s', (_what, filedOn, due) => expect(answerBy(filedOn, 1)).toBe(due));

  test('and the desk warns seven days before the last one and after it', () => {
    expect(['2026-03-25', '2026-03-26', '2026-04-02', '2026-04-03'].map((today) => clockOn('2026-04-02', today))).toEqual(['running', 'near', 'near', 'overdue']);
  });
});

describe('a proposal', () => {
  test('that says all can be filed', () => expect(found()).toEqual([]));

  test('that says nothing is stopped at every field', () => {
    expect(problemsOf({}, '2026-03-02').map(({ field }) => field)).toEqual([
      'title', 'field', 'need', 'benefit', 'description', 'districts', 'startDate', 'endDate', 'beneficiaries', 'people', 'results[0].name', 'costs[0].kind', 'experience', 'contact.name', 'contact.phone', 'contact.email', 'withinStatute',
    ]);
  });

  test.each<[string, Partial<ProposalContent>, string]>([
    ['begins on the day it is filed', { startDate: '2026-03-02' }, 'startDate proposal.startsInPast'],
    ['ends before it begins', { endDate: '2026-08-31' }, 'endDate proposal.endsBeforeStart'],
    ['serves nobody', { people: 0 }, 'people proposal.people'],
    ['has a result without a target', { results: [{ id: 'r', name: 'Dyżury', target: '' }] }, 'results[0].name proposal.results'],
    ['has a cost of nothing', { costs: [{ ...cost!, asked: 0, own: 0 }] }, 'costs[0].kind proposal.costs'],
    ['asks for nothing', { costs: [{ ...cost!, asked: 0 }] }, 'costs[0].asked proposal.nothingAsked'],
    ['does not know that it brings no grant', { declarations: { ...proposal().declarations, noPromise: false } }, 'withinStatute proposal.declarations'],
    ['names a personal number', { experience: 'Numer 44051401359.' }, 'description pesel.found'],
  ])('that %s is stopped', (_what, change, problem) => expect(found(change)).toContain(problem));
});

test('what is asked for is summed in grosze, and its share is never made smaller than it is', () => {
  expect(sumsOf(proposal().costs)).toEqual({ asked: 2_400_000, own: 600_000, total: 3_000_000, share: 80 });
  expect(sumsOf([{ ...cost!, asked: 1, own: 2 }]).share).toBe(34);
  expect(sumsOf()).toMatchObject({ total: 0, share: 0 });
});

test('the public copy has no contact, no declarations and no numbers', () => {
  const shown = publicCopyOf(proposal({ place: 'u pani@example.org', costs: [{ ...cost!, kind: 'Telefon 600700800' }] }));
  expect(Object.keys(shown).filter((key) => ['contact', 'declarations'].includes(key))).toEqual([]);
  expect([shown.description, shown.place, shown.costs[0]?.kind]).toEqual(['Dyżury w trzech językach. Zapisy: [usunięto].', 'u [usunięto]', 'Telefon [usunięto]']);
});

test('an answer gives reasons without numbers of people, and a purposeful task the kind of its call and a day to come', () => {
  const codes = (answer: typeof yes) => problemsOfAnswer(answer, '2026-03-02').map(({ field, code }) => `${field} ${code}`);
  expect([codes(yes), codes(no)]).toEqual([[], []]);
  expect(codes({ ...yes, callForm: undefined, announceOn: undefined })).toEqual(['callForm required', 'announceOn required']);
  expect(codes({ ...yes, announceOn: '2026-03-02' })).toEqual(['announceOn proposal.announcedInPast']);
  expect(codes({ ...no, reason: 'Dzwoń: 600 700 800.' })).toEqual(['reason proposal.notRedacted']);
});

test('an answer and a withdrawal end the way, and nothing leads back into a draft', () => {
  expect(proposalStatuses.filter((status) => proposalSteps[status].length === 0)).toEqual(['purposeful', 'not_purposeful', 'withdrawn']);
  expect(Object.values(proposalSteps).flat()).not.toContain('draft');
});
