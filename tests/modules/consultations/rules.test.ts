import { expect, test } from 'vitest';
import { consultationStatuses, dispositions } from '~/modules/consultations/content';
import { consultationSteps, statusAt, whyNotAnswer, whyNotClose, whyNotComment, whyNotOpen, whyNotReport } from '~/modules/consultations/rules';

const opensAt = new Date('2026-03-02T09:00:00Z');
const closesAt = new Date('2026-03-23T14:00:00Z');
const before = (moment: Date) => new Date(moment.getTime() - 1);

test.each([
  ['a millisecond before it opens', before(opensAt), 'consultation.notYet'],
  ['at the moment it opens', opensAt, null],
  ['a millisecond before it closes', before(closesAt), null],
  ['at the moment it closes', closesAt, 'consultation.closed'],
])('a comment %s', (_when, now, code) => {
  for (const status of ['announced', 'open'] as const) expect(whyNotComment({ status, opensAt, closesAt }, now)).toBe(code);
});

test.each(consultationStatuses)('a consultation that is %s', (status) => {
  const consultation = { status, opensAt, closesAt };
  const running = status === 'announced' || status === 'open';
  expect(whyNotComment(consultation, opensAt) === null).toBe(running);
  expect(whyNotOpen(consultation, opensAt) === null).toBe(status === 'draft');
  expect(whyNotClose(consultation, closesAt) === null).toBe(running);
  expect(whyNotClose(consultation, before(closesAt))).not.toBeNull();
  expect(whyNotReport(status, 0) === null).toBe(status === 'closed' || status === 'analysing');
  expect(statusAt(consultation, closesAt)).toBe(running ? 'closed' : status);
  expect(consultationSteps[status]).not.toContain('draft');
});

test.each(dispositions)('an answer that says %s', (disposition) => {
  expect(whyNotAnswer(disposition, 'Dlatego.')).toBeNull();
  for (const nothing of [undefined, '', '  \n'])
    expect(whyNotAnswer(disposition, nothing)).toBe(disposition === 'accepted' ? null : 'consultation.reason');
});
