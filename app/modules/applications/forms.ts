import { z } from 'zod';
import { choice, choices, day, email, flag, list, money, optional, optionalText, phone, quantity, text, whole } from '~/shared/fields';
import { newId } from '~/shared/ids';
import { districtSlugs, targetGroups } from '~/modules/programme/lists';
import { offerSections, type OfferContent, type OfferSection } from './content';

const version = whole({ min: 1 });
const rowId = optionalText(40).transform((id) => id ?? newId());
/** Marks a row to be taken out at the next saving. */
const remove = flag();
const words = (max: number) => optionalText(max).transform((typed) => typed ?? '');
const amount = optional(money()).transform((typed): number => typed ?? 0);
const dayOrNothing = optional(day()).transform((typed) => typed ?? '');
const yesOrNo = optional(choice(['no', 'yes']));
/** Which button was pressed: save and go back, save and stay for more rows, or nobody pressed and the page saves itself. */
const then = optional(choice(['add', 'stay']));

const action = z.object({ id: rowId, remove, name: words(250), description: words(4000), targetGroup: words(500), from: dayOrNothing, to: dayOrNothing, outsourced: words(1000) });
const result = z.object({ id: rowId, remove, name: words(250), target: words(60), unit: words(60), monitoring: words(1000) });
const line = z.object({
  id: rowId,
  remove,
  actionId: optionalText(40).transform((id) => (id === 'admin' ? null : (id ?? ''))),
  kind: words(250),
  unit: words(60),
  unitCost: amount,
  quantity: optional(quantity()).transform((typed): number => typed ?? 0),
});

/** What people type in each section. A draft may be unfinished; what is typed must still be of the right kind. */
export const sectionForms = {
  contact: z.object({ version, then, name: words(120), phone: optional(phone()).transform((typed) => typed ?? ''), email: optional(email()).transform((typed) => typed ?? '') }),
  task: z.object({ version, then, title: words(250), startDate: dayOrNothing, endDate: dayOrNothing, synthesis: words(20_000), districts: choices(districtSlugs), targetGroups: choices(targetGroups) }),
  schedule: z.object({ version, then, actions: list(action, { max: 60, ignoring: ['id', 'remove'] }) }),
  results: z.object({ version, then, text: words(20_000), results: list(result, { max: 40, ignoring: ['id', 'remove'] }) }),
  profile: z.object({ version, then, experience: words(20_000), resources: words(20_000) }),
  budget: z.object({
    version, then,
    lines: list(line, { max: 200, ignoring: ['id', 'remove', 'actionId'] }),
    sources: z.object({ grant: amount, ownCash: amount, otherSources: amount, personal: amount, inKind: amount, fees: amount }),
  }),
  other: z.object({ version, then, paid: yesOrNo.transform((paid) => (paid ? paid === 'yes' : undefined)), information: words(20_000) }),
  declarations: z.object({
    version, then, withinStatute: flag(), feesOnlyPaid: flag(), taxArrears: yesOrNo, insuranceArrears: yesOrNo,
    dataAgrees: flag(), allTrue: flag(), dataProtection: flag(),
  }),
  extra: z.object({ version, then, answers: list(z.object({ key: words(10), answer: words(4000), date: dayOrNothing }), { max: 20, ignoring: ['key'] }) }),
  attachments: z.object({ version, then, none: flag() }),
} satisfies Record<OfferSection, z.ZodType>;

/** The rows that stay, without the mark that takes others out. */
function kept<Row extends { remove: boolean }>(rows: Row[]): Omit<Row, 'remove'>[] {
  return rows.filter((row) => !row.remove).map(({ remove: _remove, ...row }) => row);
}

type Typed = { [Section in OfferSection]: z.output<(typeof sectionForms)[Section]> };

/** The section as the offer keeps it, from what was typed. */
export function contentOf<Section extends OfferSection>(section: Section, typed: Typed[Section]): OfferContent[Section] {
  const { version: _version, then: _then, ...content } = typed;
  if (section === 'schedule') {
    const actions = kept((typed as Typed['schedule']).actions).map((row) => ({ ...row, year: Number(row.from.slice(0, 4)) || 0 }));
    return { actions } as OfferContent[Section];
  }
  if (section === 'results') return { ...content, results: kept((typed as Typed['results']).results) } as unknown as OfferContent[Section];
  if (section === 'budget') return { ...content, lines: kept((typed as Typed['budget']).lines) } as unknown as OfferContent[Section];
  if (section === 'extra') return { answers: (typed as Typed['extra']).answers.map(({ key, answer, date }) => ({ key, label: '', answer: date || answer })) } as OfferContent[Section];
  return content as unknown as OfferContent[Section];
}

/** The section of an address, or undefined. */
export function sectionOf(name: string | undefined): OfferSection | undefined {
  return offerSections.find((section) => section === name);
}

export const StartForm = z.object({ organisationId: text({ max: 40 }) });

/** Which version of the offer the person saw when they handed it in. */
export const SubmitForm = z.object({ version });
