import { z } from 'zod';
import { languages } from '~/i18n/messages';
import { districtSlugs, targetGroups } from '~/modules/programme/lists';
import { choice, choices, day, email, flag, list, longText, money, optional, optionalText, phone, text, whole } from '~/shared/fields';
import { newId } from '~/shared/ids';
import { postingPlaces, type SmallGrantContent } from './content';

const words = (max: number) => optionalText(max).transform((typed) => typed ?? '');
const amount = optional(money()).transform((typed): number => typed ?? 0);
const dayOrNothing = optional(day()).transform((typed) => typed ?? '');
const yesOrNo = optional(choice(['no', 'yes']));
const row = { id: optionalText(40).transform((id) => id ?? newId()), remove: flag() };

/** The simplified offer as it is typed; a draft may be unfinished. */
export const SmallGrantForm = z.object({
  version: whole({ min: 1 }),
  then: optional(choice(['add', 'stay'])),
  contact: z.object({ name: words(120), phone: optional(phone()).transform((typed) => typed ?? ''), email: optional(email()).transform((typed) => typed ?? '') }),
  title: words(250),
  startDate: dayOrNothing,
  endDate: dayOrNothing,
  description: words(20_000),
  districts: choices(districtSlugs),
  targetGroups: choices(targetGroups),
  results: list(z.object({ ...row, name: words(250), target: words(60), monitoring: words(1000) }), { max: 20, ignoring: ['id', 'remove'] }),
  profile: words(10_000),
  costs: list(z.object({ ...row, kind: words(250), grant: amount, other: amount }), { max: 40, ignoring: ['id', 'remove'] }),
  withinStatute: flag(), feesOnlyPaid: flag(), taxArrears: yesOrNo, insuranceArrears: yesOrNo, dataAgrees: flag(), allTrue: flag(), dataProtection: flag(),
});

function kept<Row extends { remove: boolean }>(rows: Row[]): Omit<Row, 'remove'>[] {
  return rows.filter((one) => !one.remove).map(({ remove: _remove, ...one }) => one);
}

/** The offer as the portal keeps it, from what was typed. */
export function contentOf(typed: z.output<typeof SmallGrantForm>): SmallGrantContent {
  const { version: _version, then: _then, withinStatute, feesOnlyPaid, taxArrears, insuranceArrears, dataAgrees, allTrue, dataProtection, results, costs, ...rest } = typed;
  return { ...rest, results: kept(results), costs: kept(costs), declarations: { withinStatute, feesOnlyPaid, taxArrears, insuranceArrears, dataAgrees, allTrue, dataProtection } };
}

/** For which organisation the offer is begun. */
export const StartForm = z.object({ organisationId: text({ max: 40 }) });

/** Which version the signatory read. */
export const HandInForm = z.object({ version: whole({ min: 1 }) });

/** Grants planned for organisations in the year, of which a share may go to small grants (art. 19a(7)). */
export const PoolForm = z.object({ year: whole({ min: 2024, max: 2100 }), planned: money() });

/** What the organisation should correct. */
export const CorrectionForm = z.object({ note: longText({ min: 10, max: 4000 }) });

/** The finding that the task is purposeful, with the public copy as the officer leaves it. */
export const FindingForm = z.object({ title: text({ max: 250 }), description: longText({ max: 20_000 }), profile: longText({ max: 10_000 }), finding: longText({ min: 10, max: 4000 }) });

/** Where and when the offer was posted. */
export const PostingForm = z.object({ place: choice(postingPlaces), postedOn: day(), reference: text({ max: 250 }) });

/** A comment of anybody; the name and the address are not asked for. */
export const CommentForm = z.object({ text: longText({ min: 3, max: 4000 }), lang: choice(languages), authorName: optionalText(120), email: optional(email()) });

/** Which comment is shown, or hidden with a reason. */
export const ShowForm = z.object({ commentId: text({ max: 40 }) });
export const HideForm = z.object({ commentId: text({ max: 40 }), hidingReason: text({ min: 3, max: 500 }) });

/** The City's answer to a comment. */
export const AnswerForm = z.object({ commentId: text({ max: 40 }), answer: longText({ min: 3, max: 4000 }) });

/** The decision: the order that grants the money, or the reasons why not. */
export const ApproveForm = z.object({ orderNumber: text({ max: 60 }), orderDate: day(), reason: longText({ min: 10, max: 4000 }) });
export const RefuseForm = z.object({ refusalReason: longText({ min: 10, max: 4000 }) });
