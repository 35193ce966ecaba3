import { z } from 'zod';
import { districtSlugs } from '~/modules/programme/lists';
import { checked, choice, choices, day, email, flag, list, longText, money, optional, optionalText, phone, points, text, whole } from '~/shared/fields';
import { newId } from '~/shared/ids';
import { contributionKinds, doers, localInitiativeAreas, outcomes, requestKinds, type LocalInitiativeContent } from './content';

const words = (max: number) => optionalText(max).transform((typed) => typed ?? '');
const amount = optional(money()).transform((typed): number => typed ?? 0);
const number = optional(whole({ max: 100_000 })).transform((typed) => typed ?? 0);
const dayOrNothing = optional(day()).transform((typed) => typed ?? '');
const row = { id: optionalText(40).transform((id) => id ?? newId()), remove: flag() };
const rows = { ignoring: ['id', 'remove'] };
const steps = list(z.object({ ...row, name: words(250), from: dayOrNothing, to: dayOrNothing, doer: optional(choice(doers)) }), { max: 30, ...rows });

/** The request as it is typed; a draft may be unfinished. */
export const LocalInitiativeForm = z.object({
  version: whole({ min: 1 }),
  then: optional(choice(['add', 'stay'])),
  title: words(250),
  area: optional(choice(localInitiativeAreas)),
  districts: choices(districtSlugs),
  place: words(500),
  what: words(10_000),
  needs: words(10_000),
  startDate: dayOrNothing,
  endDate: dayOrNothing,
  steps,
  people: number,
  contributions: list(z.object({ ...row, kind: optional(choice(contributionKinds)), name: words(250), hours: number, value: amount }), { max: 40, ...rows }),
  requests: list(z.object({ ...row, kind: optional(choice(requestKinds)), name: words(250), value: amount }), { max: 40, ...rows }),
  contact: z.object({ name: words(120), phone: optional(phone()).transform((typed) => typed ?? ''), email: optional(email()).transform((typed) => typed ?? '') }),
  resident: flag(), noMoney: flag(), allTrue: flag(), dataProtection: flag(),
});

function kept<Row extends { remove: boolean }>(typed: Row[]): Omit<Row, 'remove'>[] {
  return typed.filter((one) => !one.remove).map(({ remove: _remove, ...one }) => one);
}

/** The request as the portal keeps it, from what was typed. */
export function contentOf(typed: z.output<typeof LocalInitiativeForm>): LocalInitiativeContent {
  const { version: _version, then: _then, resident, noMoney, allTrue, dataProtection, steps: planned, contributions, requests, ...rest } = typed;
  return { ...rest, steps: kept(planned), contributions: kept(contributions), requests: kept(requests), declarations: { resident, noMoney, allTrue, dataProtection } };
}

/** For whom the request is begun: residents themselves, or the group or organisation of this id. */
export const StartForm = z.object({ applicant: text({ max: 40 }) }).transform(({ applicant }) => ({ organisationId: applicant === 'residents' ? undefined : applicant }));

/** Which version whoever hands it in has read. */
export const HandInForm = z.object({ version: whole({ min: 1 }) });
export const DeleteForm = z.object({ version: whole({ min: 1 }), sure: checked('deleteSure') });

/** The public copy as the officer leaves it. */
export const CopyForm = z.object({ title: text({ max: 250 }), place: text({ max: 500 }), what: longText({ max: 10_000 }), needs: longText({ max: 10_000 }) });

/** What residents should complete, and by when. */
export const CompletionForm = z.object({ note: longText({ min: 10, max: 4000 }), dueOn: day() });

const score = z.object({ points: points(100), reason: longText({ min: 10, max: 2000 }) });

/** Points with a reason for each criterion; how many there can be is a legal rule. */
export const ScoresForm = z.object({ need: score, work: score, district: score });

/** The decision, either way with its reasons. */
export const AgreeForm = z.object({ reason: longText({ min: 10, max: 4000 }) });
export const RefuseForm = z.object({ refusalReason: longText({ min: 10, max: 4000 }) });

const AgreementFields = z.object({
  number: text({ max: 60 }), signedOn: day(), startsOn: day(), endsOn: day(), residentsDo: longText({ min: 3, max: 4000 }), cityDoes: longText({ min: 3, max: 4000 }),
  steps,
  costs: list(z.object({ ...row, name: text({ max: 250 }), city: amount, residents: amount }), { max: 40, ...rows }),
  lent: list(z.object({ ...row, name: text({ max: 250 }) }), { max: 40, ...rows }),
});

/** The agreement as it was signed on paper: for a definite time, with a schedule, a cost plan and what is lent. */
export const AgreementForm = AgreementFields.transform(({ steps: planned, costs, lent, ...rest }) => ({ ...rest, steps: kept(planned), costs: kept(costs), lent: kept(lent) }));

/** What residents say they did. */
export const ReportForm = z.object({ outcome: choice(outcomes), text: longText({ min: 10, max: 10_000 }), people: whole({ min: 1, max: 100_000 }), hours: whole({ max: 100_000 }) });

/** The words on what was done that everybody reads, and that lent things are back. */
export const CompleteForm = z.object({ summary: longText({ min: 10, max: 4000 }), thingsBack: flag() });

/** What is missing in the report. */
export const ReturnForm = z.object({ returnNote: longText({ min: 10, max: 4000 }) });

/** Why nothing comes of an initiative that the City agreed to. */
export const EndForm = z.object({ endReason: longText({ min: 10, max: 4000 }) });
