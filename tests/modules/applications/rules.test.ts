import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OfferContent } from '~/modules/applications/content';
import { contentOf, sectionForms } from '~/modules/applications/forms';
import {
  applicationStatuses, applicationSteps, budgetSums, isWritable, lineTotal, problemsOfOffer, whyNotStart, whyNotStep, type CallLimits,
} from '~/modules/applications/rules';
import { organisationStatuses } from '~/modules/organisations/content';
import { completeContent } from '../../support/offer';

const call: CallLimits = { form: 'support', minGrant: 500_000, maxGrant: 5_000_000, maxShare: 9000, adminCap: 1500, taskFrom: '2026-05-01', taskTo: '2026-12-15' };
const entrusted: CallLimits = { ...call, form: 'entrustment' };

type Draft = { [Section in keyof OfferContent]-?: NonNullable<OfferContent[Section]> };
const changed = (change: (offer: Draft) => void, limits = call): OfferContent => {
  const offer = structuredClone(completeContent({ ...limits, minGrant: 0 })) as Draft;
  change(offer);
  return offer;
};
const codes = (offer: OfferContent, limits = call) => problemsOfOffer(offer, limits).map(({ code }) => code);

describe('a complete offer', () => {
  test('has no obstacle, in support and in entrustment', () => {
    expect(codes(completeContent(call))).toEqual([]);
    expect(codes(completeContent(entrusted), entrusted)).toEqual([]);
    expect(codes(completeContent(call, { grant: call.maxGrant }))).toEqual([]);
  });

  test('an empty draft lacks every section', () => {
    expect(new Set(problemsOfOffer({}, call).map(({ section }) => section))).toEqual(
      new Set(['contact', 'task', 'schedule', 'results', 'profile', 'budget', 'other', 'declarations', 'attachments']),
    );
  });
});

const violations: [what: string, code: string, change: (offer: Draft) => void, limits?: CallLimits][] = [
  ['nobody to ask', 'offer.contact', ({ contact }) => (contact.phone = '')],
  ['no title', 'offer.task', ({ task }) => (task.title = '')],
  ['an end before the beginning', 'offer.period', ({ task }) => Object.assign(task, { startDate: '2026-06-02', endDate: '2026-06-01' })],
  ['a beginning before the call allows', 'offer.period', ({ task }) => (task.startDate = '2026-04-30')],
  ['an end after the call allows', 'offer.period', ({ task }) => (task.endDate = '2026-12-16')],
  ['no place', 'offer.districts', ({ task }) => (task.districts = [])],
  ['an action without a name', 'offer.actions', ({ schedule }) => (schedule.actions[0]!.name = '')],
  ['an action outside the task', 'offer.actionDates', ({ schedule }) => (schedule.actions[0]!.to = '2026-12-16')],
  ['an action that ends before it begins', 'offer.actionDates', ({ schedule }) => Object.assign(schedule.actions[0]!, { from: '2026-06-02', to: '2026-06-01' })],
  ['a result nobody measures', 'offer.results', ({ results }) => (results.results[0]!.monitoring = '')],
  ['no experience', 'offer.profile', ({ profile }) => (profile.experience = '')],
  ['a cost without a unit', 'offer.lines', ({ budget }) => (budget.lines[0]!.unit = '')],
  ['a cost of an action that is not planned', 'offer.lineAction', ({ budget }) => (budget.lines[0]!.actionId = 'a9')],
  ['a cost whose action was not chosen', 'offer.lineAction', ({ budget }) => (budget.lines[0]!.actionId = '')],
  ['sources one grosz short', 'offer.balance', ({ budget }) => (budget.sources.ownCash -= 1)],
  ['sources one grosz over', 'offer.balance', ({ budget }) => (budget.sources.inKind += 1)],
  ['a grant one grosz too small', 'offer.grantLimits', () => {}, { ...call, minGrant: 1_000_001 }],
  ['a grant one grosz too large', 'offer.grantLimits', () => {}, { ...call, maxGrant: 999_999 }],
  ['a share above the limit', 'offer.share', () => {}, { ...call, maxShare: 7999 }],
  ['own money in entrustment', 'offer.entrustment', ({ budget }) => { budget.sources.grant -= 100; budget.sources.ownCash += 100; }, { ...entrusted, minGrant: 0 }],
  ['administration above the cap', 'offer.adminCap', () => {}, { ...call, adminCap: 499 }],
  ['fees in an unpaid task', 'offer.fees', ({ budget }) => { budget.sources.ownCash -= 100; budget.sources.fees += 100; }],
  ['no word on payment', 'offer.other', ({ other }) => (other.paid = undefined)],
  ['a declaration not made', 'offer.declarations', ({ declarations }) => (declarations.allTrue = false)],
  ['an alternative not answered', 'offer.declarations', ({ declarations }) => (declarations.taxArrears = undefined)],
  ['arrears', 'offer.arrears', ({ declarations }) => (declarations.insuranceArrears = 'yes')],
  ['attachments not confirmed', 'offer.attachments', ({ attachments }) => (attachments.none = false)],
  ['a personal number in a cost', 'pesel.found', ({ budget }) => (budget.lines[0]!.kind = 'Umowa 44051401359')],
  ['a personal number in the synthesis', 'pesel.found', ({ task }) => (task.synthesis = 'Prowadzi Anna, 44051401359.')],
];

describe('each rule of the form, broken once', () => {
  test.each(violations)('%s is %s', (_what, code, change, limits = call) => {
    expect(codes(changed(change, limits), limits)).toEqual([code]);
  });

  test('the limits themselves are kept to the grosz', () => {
    expect(codes(completeContent(call), { ...call, minGrant: 1_000_000, maxGrant: 1_000_000, maxShare: 8000, adminCap: 500 })).toEqual([]);
  });

  test('fees are allowed in a paid task', () => {
    const paid = changed(({ budget, other }) => { budget.sources.ownCash -= 100; budget.sources.fees += 100; other.paid = true; });
    expect(codes(paid)).toEqual([]);
  });

  test('an organisation that is not verified is an obstacle, a verified one is not', () => {
    expect(problemsOfOffer(completeContent(call), call, { status: 'submitted' }).map(({ code }) => code)).toEqual(['application.notVerified']);
    expect(problemsOfOffer(completeContent(call), call, { status: 'verified' })).toEqual([]);
  });
});

describe('sums of the budget', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000_000 });
  const line = fc.record({ id: fc.uuid(), actionId: fc.constantFrom('a1', 'a2', '', null), kind: fc.constant(''), unit: fc.constant(''), unitCost: fc.integer({ min: 0, max: 100_000_000 }), quantity: fc.integer({ min: 0, max: 1_000_000 }) });
  const sources = fc.record({ grant: amount, ownCash: amount, otherSources: amount, personal: amount, inKind: amount, fees: amount });

  test('lines add up to the total, by action and in all, in whole grosze', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), sources, (lines, from) => {
        const sums = budgetSums({ lines, sources: from });
        const exact = lines.reduce((all, { unitCost, quantity }) => all + (BigInt(unitCost) * BigInt(quantity) + 50n) / 100n, 0n);
        expect(BigInt(sums.total)).toBe(exact);
        expect(lines.map(lineTotal).reduce((all, one) => all + one, 0)).toBe(sums.total);
        const unassigned = lines.filter(({ actionId }) => actionId === '').map(lineTotal).reduce((all, one) => all + one, 0);
        expect(sums.actions.reduce((all, { total }) => all + total, 0) + sums.admin + unassigned).toBe(sums.total);
        expect(sums.realisation + sums.admin).toBe(sums.total);
        expect(sums.grant + sums.own + sums.fees).toBe(sums.sources);
        expect(sums.sources + sums.missing).toBe(sums.total);
        for (const sum of [sums.total, sums.admin, sums.own, sums.missing, sums.share]) expect(Number.isSafeInteger(sum)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('the example of the form balances: 12 000 zł with a grant of 75 percent', () => {
    const sums = budgetSums({ lines: [{ id: '1', actionId: 'a1', kind: '', unit: '', unitCost: 1_200_000, quantity: 100 }], sources: { grant: 900_000, ownCash: 150_000, otherSources: 0, personal: 150_000, inKind: 0, fees: 0 } });
    expect(sums).toMatchObject({ total: 1_200_000, ownFinancial: 150_000, ownNonFinancial: 150_000, missing: 0, share: 7500 });
  });
});

describe('steps of an offer', () => {
  test('a step that is not listed is refused, and what is over stays over', () => {
    for (const from of applicationStatuses)
      for (const to of applicationStatuses) expect(whyNotStep(from, to)).toBe(applicationSteps[from].includes(to) ? null : 'wrongState');
    expect(applicationSteps.rejected).toEqual(['withdrawn']);
    for (const over of ['formally_rejected', 'declined', 'contracted', 'withdrawn'] as const) expect(applicationSteps[over]).toEqual([]);
  });

  test('a draft is written everywhere, a correction only where the City asked, nothing else', () => {
    expect(isWritable({ status: 'draft', correctionSections: null }, 'budget')).toBe(true);
    expect(isWritable({ status: 'correction_requested', correctionSections: ['budget'] }, 'budget')).toBe(true);
    expect(isWritable({ status: 'correction_requested', correctionSections: ['budget'] }, 'task')).toBe(false);
    for (const status of applicationStatuses.filter((one) => one !== 'draft' && one !== 'correction_requested'))
      expect(isWritable({ status, correctionSections: ['budget'] }, 'budget')).toBe(false);
  });

  test('an informal group, a form the call does not take, and an unfinished entry are each told why', () => {
    const open = { eligibleForms: ['foundation', 'association'] };
    expect(whyNotStart({ status: 'verified', legalForm: 'informal_group' }, open)).toBe('application.informalGroup');
    expect(whyNotStart({ status: 'verified', legalForm: 'cooperative' }, open)).toBe('application.legalForm');
    const may = organisationStatuses.filter((status) => whyNotStart({ status, legalForm: 'foundation' }, open) === null);
    expect(may).toEqual(['submitted', 'verified', 'claimed_submitted']);
    expect(whyNotStart({ status: 'draft', legalForm: 'foundation' }, open)).toBe('application.notVerified');
    expect(whyNotStart({ status: 'verified', legalForm: 'foundation' }, open)).toBeNull();
  });
});

describe('what is typed', () => {
  const read = (section: 'schedule' | 'budget' | 'contact' | 'other', typed: Record<string, unknown>) => {
    const parsed = sectionForms[section].safeParse({ version: '3', ...typed });
    return parsed.success ? contentOf(section, parsed.data as never) : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  };

  test('an unfinished section is kept, its rows with the ids they came with', () => {
    expect(read('schedule', { actions: [{ id: 'v3r0', name: 'Warsztaty', 'from': { day: '1', month: '5', year: '2026' } }, { id: 'v3r1' }] })).toEqual({
      actions: [{ id: 'v3r0', name: 'Warsztaty', description: '', targetGroup: '', from: '2026-05-01', to: '', outsourced: '', year: 2026 }],
    });
    expect(read('other', { information: '' })).toEqual({ paid: undefined, information: '' });
  });

  test('a row marked to be removed goes', () => {
    expect(read('schedule', { actions: [{ id: 'a', name: 'Zostaje' }, { id: 'b', name: 'Znika', remove: 'yes' }] })).toMatchObject({ actions: [{ id: 'a' }] });
  });

  test('a wrong kind of value is refused at its field', () => {
    expect(read('contact', { email: 'olena' })).toEqual(['email email.format']);
    expect(read('budget', { lines: [{ kind: 'Sala', unitCost: 'sto' }], sources: {} })).toEqual(['lines.0.unitCost money.format']);
    expect(read('schedule', { actions: [{ name: 'x'.repeat(251) }] })).toEqual(['actions.0.name tooLong']);
    expect(read('schedule', { actions: [{ name: 'Anna 44051401359' }] })).toEqual(['actions.0.name pesel.found']);
  });
});
