import { describe, expect, test } from 'vitest';
import { callSteps, callStatuses, earliestDeadline, isOpen, isPublic, whyNotReview, whyNotStep } from '~/modules/calls/rules';
import { instantAt } from '~/shared/time';
import { callInput } from '../../support/call';

const { criteria, ...input } = callInput();
const complete = {
  ...input, closesDay: '2026-03-31',
  rules: 'a', conditions: 'b', procedure: 'c', previousTasks: 'd', committeeRecruitment: 'e', budgetLine: 'f',
};
const codes = (change: Partial<typeof complete>, points = criteria) => whyNotReview({ ...complete, ...change }, points).map(({ code, field }) => `${code} ${field}`);

test('published last on 2 March, the earliest deadline is 24 March 00:00 in Kraków', () => {
  expect(earliestDeadline('2026-03-02', 21).toISOString()).toBe('2026-03-23T23:00:00.000Z');
});

test('21 days over the change to summer time are still whole days in Kraków', () => {
  expect(earliestDeadline('2026-03-20', 21).toISOString()).toBe('2026-04-10T22:00:00.000Z');
});

test('an offer can be filed a millisecond before the deadline and not at the deadline', () => {
  const closesAt = instantAt('2026-03-31', '15:00');
  expect(isOpen({ status: 'open', closesAt }, new Date(closesAt.getTime() - 1))).toBe(true);
  expect(isOpen({ status: 'open', closesAt }, closesAt)).toBe(false);
  expect(isOpen({ status: 'approved', closesAt }, new Date(closesAt.getTime() - 1))).toBe(false);
});

const steps = [
  'draft internal_review', 'internal_review draft', 'internal_review approved', 'approved open', 'open closed', 'closed screening',
  'closed annulled', 'screening assessment', 'screening annulled', 'assessment ranked', 'ranked assessment', 'ranked decided',
  'decided results_published', 'results_published contracting', 'contracting completed', 'results_published completed', 'approved draft', 'closed open',
  ...['draft', 'internal_review', 'approved', 'open', 'closed', 'screening', 'assessment', 'ranked'].map((from) => `${from} cancelled`),
];
describe.each(callStatuses)('from %s', (from) => {
  test.each(callStatuses)('to %s only along the path', (to) => {
    expect(whyNotStep(from, to)).toBe(steps.includes(`${from} ${to}`) ? null : 'wrongState');
  });
});

test('a draft is hidden, a call on its way is public, an end has no step', () => {
  expect(callStatuses.filter((status) => !isPublic(status))).toEqual(['draft', 'internal_review', 'approved']);
  expect(callStatuses.filter((status) => !callSteps.some(({ from }) => from === status))).toEqual(['completed', 'annulled', 'cancelled']);
});

test('a complete announcement can go to approval', () => expect(codes({})).toEqual([]));

test.each(['rules', 'conditions', 'procedure', 'previousTasks', 'committeeRecruitment', 'budgetLine'] as const)('without %s it cannot', (field) => {
  expect(codes({ [field]: '  ' })).toEqual([`call.art13 ${field}`]);
});

test.each<[Partial<typeof complete>, string]>([
  [{ eligibleForms: [] }, 'call.eligibleForms eligibleForms'],
  [{ minGrant: input.budget }, 'call.limits maxGrant'],
  [{ budget: input.minGrant }, 'call.limits maxGrant'],
  [{ maxShare: 10_000 }, 'call.share maxShare'],
  [{ taskTo: '2026-04-30' }, 'call.period taskTo'],
  [{ decisionBy: '2026-03-31' }, 'call.decisionBy decisionBy'],
  [{ threshold: 101 }, 'call.threshold threshold'],
])('%j is refused', (change, refusal) => expect(codes(change)).toEqual([refusal]));

test.each([9, 11])('criteria that do not give 100 points are refused (last has %i)', (max) => {
  expect(codes({}, criteria.map((criterion) => (criterion.key === 'programme_fit' ? { ...criterion, max } : criterion)))).toEqual(['call.criteriaSum criteria']);
});

test('entrustment pays for everything and scores no own funds', () => {
  expect(codes({ form: 'entrustment' })).toEqual(['call.share maxShare', 'call.ownFunds criteria']);
  const without = criteria.map(({ key, max }) => ({ key, max: key === 'own_funds' ? 0 : key === 'quality' ? max + 10 : max }));
  expect(codes({ form: 'entrustment', maxShare: 10_000 }, without)).toEqual([]);
});
