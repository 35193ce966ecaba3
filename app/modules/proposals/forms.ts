import { z } from 'zod';
import { districtSlugs, taskFields } from '~/modules/programme/lists';
import { checked, choice, choices, day, email, flag, list, longText, money, optional, optionalText, phone, text, whole } from '~/shared/fields';
import { newId } from '~/shared/ids';
import { callForms, type Answer, type ProposalContent } from './content';

const words = (max: number) => optionalText(max).transform((typed) => typed ?? '');
const amount = optional(money()).transform((typed): number => typed ?? 0);
const dayOrNothing = optional(day()).transform((typed) => typed ?? '');
const row = { id: optionalText(40).transform((id) => id ?? newId()), remove: flag() };
const rows = { ignoring: ['id', 'remove'] };

/** The proposal as it is typed; a draft may be unfinished. */
export const ProposalForm = z.object({
  version: whole({ min: 1 }),
  then: optional(choice(['add', 'stay'])),
  title: words(250),
  field: optional(choice(taskFields)),
  need: words(10_000),
  benefit: words(10_000),
  description: words(20_000),
  districts: choices(districtSlugs),
  place: words(500),
  startDate: dayOrNothing,
  endDate: dayOrNothing,
  beneficiaries: words(2000),
  people: optional(whole({ max: 1_000_000 })).transform((typed) => typed ?? 0),
  results: list(z.object({ ...row, name: words(250), target: words(60) }), { max: 20, ...rows }),
  costs: list(z.object({ ...row, kind: words(250), asked: amount, own: amount }), { max: 40, ...rows }),
  experience: words(10_000),
  contact: z.object({ name: words(120), phone: optional(phone()).transform((typed) => typed ?? ''), email: optional(email()).transform((typed) => typed ?? '') }),
  withinStatute: flag(), noPromise: flag(), allTrue: flag(), dataProtection: flag(),
});

function kept<Row extends { remove: boolean }>(typed: Row[]): Omit<Row, 'remove'>[] {
  return typed.filter((one) => !one.remove).map(({ remove: _remove, ...one }) => one);
}

/** The proposal as the portal keeps it, from what was typed. */
export function contentOf(typed: z.output<typeof ProposalForm>): ProposalContent {
  const { version: _version, then: _then, withinStatute, noPromise, allTrue, dataProtection, results, costs, ...rest } = typed;
  return { ...rest, results: kept(results), costs: kept(costs), declarations: { withinStatute, noPromise, allTrue, dataProtection } };
}

/** For which organisation the proposal is begun. */
export const StartForm = z.object({ organisationId: text({ max: 40 }) });

/** Which version the signatory read. */
export const HandInForm = z.object({ version: whole({ min: 1 }) });
export const DeleteForm = z.object({ version: whole({ min: 1 }), sure: checked('deleteSure') });

/** What the organisation says to the City's question. */
export const ReplyForm = z.object({ reply: longText({ min: 3, max: 10_000 }) });

/** The public copy as the officer leaves it. */
export const CopyForm = z.object({
  title: text({ max: 250 }), need: longText({ max: 10_000 }), benefit: longText({ max: 10_000 }), description: longText({ max: 20_000 }),
  place: words(500), beneficiaries: longText({ max: 2000 }), experience: longText({ max: 10_000 }),
});

/** What the City asks the organisation. */
export const QuestionForm = z.object({ question: longText({ min: 10, max: 4000 }) });

const AnswerFields = z.object({ verdict: choice(['purposeful', 'not_purposeful']), reason: longText({ min: 10, max: 4000 }), callForm: optional(choice(callForms)), announceOn: optional(day()) });

/** The answer, as an officer drafts it and as somebody else decides it. */
export const AnswerForm = AnswerFields.transform(({ verdict, reason, callForm, announceOn }): Answer => (verdict === 'purposeful' ? { purposeful: true, reason, callForm, announceOn } : { purposeful: false, reason }));

/** The call that came of the proposal; nothing takes the link away. */
export const LinkForm = z.object({ callId: optionalText(40) });
