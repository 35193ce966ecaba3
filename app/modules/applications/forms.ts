import { z } from 'zod';
import { choice, choices, day, email, flag, list, longText, money, optional, optionalText, phone, quantity, text, whole } from '~/shared/fields';
import { newId } from '~/shared/ids';
import { grosze } from '~/shared/money';
import { districtSlugs, targetGroups } from '~/modules/programme/lists';
import { RuleViolation } from '~/shared/errors';
import { mostAttachments, mostColumns, mostRows } from '~/modules/calls/content';
import { tableText } from '~/modules/calls/rules-extra';
import { offerSections, takenSections, yearKeys, type ByYear, type CostLine, type OfferAction, type OfferContent, type OfferSection } from './content';
import { partnerAnswers } from './rules-of-partners';
import { longTexts, translationMarks, workingLanguages, type Original, type Words } from './rules-of-words';
import { actionOfPaste, linesOfPaste } from './rules-of-paste';

const version = whole({ min: 1 });
const rowId = optionalText(40).transform((id) => id ?? newId());
/** Marks a row to be taken out at the next saving. */
const remove = flag();
const words = (max: number) => optionalText(max).transform((typed) => typed ?? '');
const original = (max: number) =>
  z.object({ lang: choice(workingLanguages), text: words(max), mark: optional(choice(translationMarks)), by: optionalText(200) }).optional().transform((typed): Original | undefined => {
    const { lang, text: said, mark = 'own', by } = typed ?? {};
    if (!lang || (!said && mark === 'own')) return undefined;
    return { lang, text: said ?? '', mark, ...(mark === 'person' && by ? { by } : {}) };
  });
/** Originals beside the long texts of a section; where nothing was written there is nothing to keep. */
const originals = (texts: Readonly<Record<string, number>>) =>
  z.object(Object.fromEntries(Object.entries(texts).map(([field, max]) => [field, original(max)]))).optional().transform((typed): Words | undefined => {
    const written = Object.entries(typed ?? {}).filter(([, one]) => one !== undefined);
    return written.length > 0 ? Object.fromEntries(written) : undefined;
  });
const amount = optional(money()).transform((typed): number => typed ?? 0);
const dayOrNothing = optional(day()).transform((typed) => typed ?? '');
const yesOrNo = optional(choice(['no', 'yes']));
/** Which button was pressed: save and go back, save and stay for more rows, or nobody pressed and the page saves itself. */
const then = optional(choice(['add', 'stay']));
/** What every section sends besides its own fields: where the writer began, and how they settled what somebody else wrote too. */
const common = {
  version, then,
  /** The version whose merged saving this page still shows as it was typed. */
  typed: optional(whole({ min: 1 })),
  /** The version whose texts the choices were made against. */
  seen: optional(whole({ min: 1 })),
  choose: z.record(z.string().max(2000), choice(['mine', 'theirs'])).optional().catch(undefined),
  /** Answers to what the City questioned, each under `q` and the id of its question. */
  replies: z.record(z.string().max(40), optionalText(2000)).optional(),
};

const action = z.object({ id: rowId, remove, name: words(250), description: words(4000), targetGroup: words(500), from: dayOrNothing, to: dayOrNothing, outsourced: words(1000), words: originals(longTexts.schedule) });
const result = z.object({ id: rowId, remove, name: words(250), target: words(60), unit: words(60), monitoring: words(1000), indicator: optional(text({ max: 40 })) });
const mostPasted = 50_000;
/** The most cost lines a budget takes, typed and pasted together. */
const mostLines = 200;

/** Amounts by year; where nothing was written there is nothing to keep. */
function writtenYears(typed: Record<string, number> = {}): ByYear | undefined {
  const written = Object.entries(typed).filter(([, value]) => value > 0);
  return written.length > 0 ? (Object.fromEntries(written) as ByYear) : undefined;
}
const amountsOfYears = z.object(Object.fromEntries(yearKeys.map((key) => [key, amount]))).optional();
const byYear = amountsOfYears.transform(writtenYears);
const line = z.object({
  id: rowId,
  remove,
  actionId: optionalText(40).transform((id) => (id === 'admin' ? null : (id ?? ''))),
  kind: words(250),
  unit: words(60),
  unitCost: amount,
  quantity: optional(quantity()).transform((typed): number => typed ?? 0),
  years: byYear,
});

/** A row of a table a call asks for, at most so many columns wide. */
const tableRow = z.object(Object.fromEntries(Array.from({ length: mostColumns }, (_, i) => [`c${i}`, words(500)])));

/** What people type in each section. A draft may be unfinished; what is typed must still be of the right kind. */
export const sectionForms = {
  contact: z.object({ ...common, name: words(120), phone: optional(phone()).transform((typed) => typed ?? ''), email: optional(email()).transform((typed) => typed ?? '') }),
  task: z.object({ ...common, title: words(250), startDate: dayOrNothing, endDate: dayOrNothing, synthesis: words(20_000), districts: choices(districtSlugs), targetGroups: choices(targetGroups), words: originals(longTexts.task) }),
  schedule: z.object({ ...common, actions: list(action, { max: 60, ignoring: ['id', 'remove', 'lang', 'mark'] }) }),
  results: z.object({ ...common, text: words(20_000), results: list(result, { max: 40, ignoring: ['id', 'remove', 'indicator'] }), words: originals(longTexts.results) }),
  profile: z.object({ ...common, experience: words(20_000), resources: words(20_000), words: originals(longTexts.profile) }),
  budget: z.object({
    ...common,
    /** Rows copied from a spreadsheet; they become lines at this saving. */
    pasted: z.string().refine((text) => text.length <= mostPasted, { message: 'tooLong', params: { max: mostPasted } }).optional(),
    lines: list(line, { max: mostLines, ignoring: ['id', 'remove', 'actionId'] }),
    sources: z.object({ grant: amount, ownCash: amount, otherSources: amount, personal: amount, inKind: amount, fees: amount, grantYears: byYear }),
  }),
  other: z.object({ ...common, paid: yesOrNo.transform((paid) => (paid ? paid === 'yes' : undefined)), information: words(20_000), words: originals(longTexts.other) }),
  declarations: z.object({
    ...common, withinStatute: flag(), feesOnlyPaid: flag(), taxArrears: yesOrNo, insuranceArrears: yesOrNo,
    dataAgrees: flag(), allTrue: flag(), dataProtection: flag(),
  }),
  extra: z.object({ ...common, answers: list(z.object({ id: words(10), answer: words(4000), date: dayOrNothing, rows: list(tableRow, { max: mostRows }).optional(), words: originals(longTexts.extra) }), { max: 20, ignoring: ['id', 'lang', 'mark'] }) }),
  attachments: z.object({ ...common, none: flag(), reasons: list(z.object({ id: words(40), reason: words(500) }), { max: mostAttachments, ignoring: ['id'] }).optional() }),
} satisfies Record<OfferSection, z.ZodType>;

/** The rows that stay, without the mark that takes others out. */
function kept<Row extends { remove: boolean }>(rows: Row[]): Omit<Row, 'remove'>[] {
  return rows.filter((row) => !row.remove).map(({ remove: _remove, ...row }) => row);
}

type Typed = { [Section in OfferSection]: z.output<(typeof sectionForms)[Section]> };

/** The section as the offer keeps it, from what was typed. */
export function contentOf<Section extends OfferSection>(section: Section, typed: Typed[Section]): OfferContent[Section] {
  const { version: _version, then: _then, typed: _typed, seen: _seen, choose: _choose, replies: _replies, ...content } = typed;
  if (section === 'schedule') {
    const actions = kept((typed as Typed['schedule']).actions).map((row) => ({ ...row, year: Number(row.from.slice(0, 4)) || 0 }));
    return { actions } as OfferContent[Section];
  }
  if (section === 'results') return { ...content, results: kept((typed as Typed['results']).results) } as unknown as OfferContent[Section];
  if (section === 'budget') {
    const { lines, sources } = typed as Typed['budget'];
    return { lines: kept(lines), sources } as unknown as OfferContent[Section];
  }
  if (section === 'extra') return { answers: (typed as Typed['extra']).answers.map(({ id, answer, date, rows, words: beside }) => ({ id, label: '', answer: date || (rows ? tableText(rows.map((row) => Object.values(row))) : answer), ...(beside ? { words: beside } : {}) })) } as OfferContent[Section];
  return content as unknown as OfferContent[Section];
}

/** Cost lines from what was copied from a spreadsheet, each with its action of the schedule, beside so many that are there; a row that cannot be read is named. */
export function pastedLines(text: string, actions: readonly OfferAction[], before = 0): CostLine[] {
  const { lines, wrong } = linesOfPaste(text);
  if (wrong !== undefined) throw new RuleViolation('offer.paste', 'pasted', { row: wrong });
  if (before + lines.length > mostLines) throw new RuleViolation('list.tooMany', 'pasted', { max: mostLines });
  return lines.map(({ action: name, years, ...cost }) => ({ id: newId(), actionId: actionOfPaste(name, actions), ...cost, ...(years ? { years: Object.fromEntries(years.map((value, i) => [yearKeys[i], value])) } : {}) }));
}

/** Which attachment of the call a file that comes with the form is; any other file where it is not said. */
export const AttachToOfferForm = z.object({ slot: optionalText(40) });

/** The section of an address, or undefined. */
export function sectionOf(name: string | undefined): OfferSection | undefined {
  return offerSections.find((section) => section === name);
}

/** In which language the boxes beside the Polish ones are; none closes the empty ones. */
export const LanguageForm = z.object({ lang: optional(choice(workingLanguages)) });

export const StartForm = z.object({ organisationId: text({ max: 40 }) });

/** Which version of the offer the person saw when they handed it in. */
export const SubmitForm = z.object({ version });

/** A remark on a section, and who should hear of it. */
export const CommentForm = z.object({ section: choice(offerSections), text: longText({ max: 4000 }), mentions: z.union([z.string(), z.array(z.string())]).optional().transform((ids) => [ids ?? []].flat()) });

/** Which earlier offer, and which of its sections. */
export const TakeForm = z.object({ from: text({ max: 40 }), sections: choices(takenSections, { min: 1 }) });

/** Another organisation, its part of the cost and what it does in a joint offer. */
export const PartnerForm = z
  .object({ organisationId: text({ max: 40 }), share: optional(money({ min: grosze(1) })), shareYears: amountsOfYears, tasks: longText({ max: 4000 }) })
  .transform(({ share: whole, shareYears: typed, ...part }, said) => {
    const shareYears = writtenYears(typed);
    // A part written by year is the sum of its years.
    const share = shareYears ? grosze(Object.values(shareYears).reduce((all, amount) => all + amount, 0)) : whole;
    if (share) return { ...part, share, shareYears };
    said.addIssue({ code: 'custom', message: 'required', path: typed ? ['shareYears', 'y1'] : ['share'] });
    return z.NEVER;
  });

/** What a partner says to the part it was shown. */
export const PartnerAnswerForm = z.object({ organisationId: text({ max: 40 }), answer: choice(partnerAnswers), share: whole({ min: 0 }), shareYears: byYear, reason: optionalText(1000) });
