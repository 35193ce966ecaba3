import { describe, expect, test } from 'vitest';
import { localInitiativeStatuses, type LocalInitiativeContent } from '~/modules/local-initiatives/content';
import { answerBy, applicantOf, localInitiativeSteps, problemsOf, problemsOfAgreement, publicCopyOf, scoresOf, sumsOf, whyNotCompletionBy } from '~/modules/local-initiatives/rules';
import { agreement, points, request } from '../../support/local-initiative';

const found = (change: Partial<LocalInitiativeContent> = {}) => problemsOf(request(change), '2026-03-02').map(({ field, code }) => `${field} ${code}`);
const [step] = request().steps;
const [work] = request().contributions;
const [asked] = request().requests;

describe('a request', () => {
  test('that says all can be handed in', () => expect(found()).toEqual([]));

  test('that says nothing is stopped at every field', () => {
    expect(problemsOf({}, '2026-03-02').map(({ field }) => field)).toEqual([
      'title', 'area', 'what', 'needs', 'districts', 'place', 'startDate', 'endDate', 'steps[0].name', 'people', 'contributions[0].name', 'requests[0].name', 'contact.name', 'contact.phone', 'contact.email', 'resident',
    ]);
  });

  test.each<[string, Partial<LocalInitiativeContent>, string]>([
    ['begins on the day it is filed', { startDate: '2026-03-02' }, 'startDate localInitiative.startsInPast'],
    ['ends before it begins', { startDate: '2026-05-01', endDate: '2026-04-30', steps: [{ ...step!, from: '2026-05-01', to: '2026-05-01' }] }, 'endDate localInitiative.endsBeforeStart'],
    ['has a step without a doer', { steps: [{ ...step!, doer: undefined }] }, 'steps[0].name localInitiative.steps'],
    ['has a step that runs backward', { steps: [{ ...step!, from: '2026-05-03', to: '2026-05-02' }] }, 'steps[0].name localInitiative.steps'],
    ['has a step after its end', { steps: [{ ...step!, to: '2026-06-16' }] }, 'steps[0].name localInitiative.stepsOutside'],
    ['is done by nobody', { people: 0 }, 'people localInitiative.people'],
    ['gives nothing', { contributions: [] }, 'contributions[0].name localInitiative.contributions'],
    ['gives work without hours', { contributions: [{ ...work!, hours: 0 }] }, 'contributions[0].hours localInitiative.hours'],
    ['gives what is worth nothing', { contributions: [{ ...work!, value: 0 }] }, 'contributions[0].name localInitiative.contributions'],
    ['asks the City for nothing', { requests: [] }, 'requests[0].name localInitiative.requests'],
    ['asks for something without a kind', { requests: [{ ...asked!, kind: undefined }] }, 'requests[0].name localInitiative.requests'],
    ['does not know that no money is paid', { declarations: { ...request().declarations, noMoney: false } }, 'resident localInitiative.declarations'],
    ['names a personal number', { needs: 'Sąsiad 44051401359 prosi.' }, 'what pesel.found'],
  ])('that %s is stopped', (_what, change, problem) => expect(found(change)).toContain(problem));
});

test('what both sides put in is summed in grosze, and the share of the residents rounded down', () => {
  expect(sumsOf(request())).toEqual({ work: 500_000, money: 0, things: 100_000, residents: 600_000, city: 400_000, total: 1_000_000, hours: 120, share: 60 });
  expect(sumsOf({ contributions: [{ ...work!, value: 1 }], requests: [{ ...asked!, value: 2 }] }).share).toBe(33);
  expect(sumsOf({})).toMatchObject({ total: 0, share: 0 });
});

test('residents speak for themselves, through their group or through an organisation; a business and an office do not', () => {
  expect([null, 'informal_group', 'association', 'church_entity', 'business', 'public_institution'].map((form) => applicantOf(form as Parameters<typeof applicantOf>[0]))).toEqual(['residents', 'group', 'intermediary', 'intermediary', null, null]);
});

test.each([['2026-03-02', '2026-04-02'], ['2026-01-31', '2026-02-28'], ['2024-01-31', '2024-02-29'], ['2026-12-15', '2027-01-15']])('filed on %s is answered by %s', (day, due) => expect(answerBy(day, 1)).toBe(due));

test('a completion takes seven days at least', () => {
  expect([whyNotCompletionBy('2026-03-08', '2026-03-02'), whyNotCompletionBy('2026-03-09', '2026-03-02')]).toEqual(['localInitiative.completionDays', null]);
});

test('points stay within what each criterion allows', () => {
  const most = { need: 45, work: 45, district: 10, pass: 60 };
  expect(scoresOf(points(45, 45, 10), most).problems).toEqual([]);
  expect(scoresOf(points(46, 0, 11), most).problems).toEqual([{ field: 'need.points', code: 'localInitiative.overMax', params: { max: 45 } }, { field: 'district.points', code: 'localInitiative.overMax', params: { max: 10 } }]);
});

test('the public copy has no contact, no declarations and no numbers', () => {
  const copy = publicCopyOf(request({ place: 'u pani@example.org', steps: [{ ...step!, name: 'Dzwoń 600700800' }] }));
  expect(Object.keys(copy)).not.toEqual(expect.arrayContaining(['contact']));
  expect(Object.keys(copy)).not.toEqual(expect.arrayContaining(['declarations']));
  expect([copy.what, copy.place, copy.steps[0]?.name]).toEqual(['Sadzimy krzewy. Zapisy: [usunięto].', 'u [usunięto]', 'Dzwoń [usunięto]']);
});

test.each([
  ['signed tomorrow', { signedOn: '2026-03-21' }, 'localInitiative.signedInFuture'],
  ['signed before the decision', { signedOn: '2026-03-01' }, 'localInitiative.signedEarly'],
  ['that ends before it begins', { endsOn: '2026-04-30' }, 'localInitiative.endsBeforeStart'],
  ['without a schedule', { steps: [] }, 'localInitiative.steps'],
  ['with a step outside its time', { startsOn: '2026-05-02' }, 'localInitiative.stepsOutside'],
])('an agreement %s is refused', (_what, change, code) => {
  const days = { decidedOn: '2026-03-02', today: '2026-03-20' };
  expect(problemsOfAgreement(agreement, days)).toEqual([]);
  expect(problemsOfAgreement({ ...agreement, ...change }, days).map((problem) => problem.code)).toContain(code);
});

test('every state but the last ones leads on, and nothing leads back into a draft', () => {
  const ends = localInitiativeStatuses.filter((status) => localInitiativeSteps[status].length === 0);
  expect(ends).toEqual(['completed', 'refused', 'ended', 'withdrawn']);
  expect(Object.values(localInitiativeSteps).flat()).not.toContain('draft');
});
