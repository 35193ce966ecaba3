import { z } from 'zod';
import { choice, choices, day, flag, list, money, optional, optionalText, quantity, text, whole } from '~/shared/fields';
import { newId } from '~/shared/ids';
import { districtSlugs, targetGroups } from '~/modules/programme/lists';
import { offerSections, type OfferContent, type OfferSection } from './content';

const version = whole({ min: 1 });
const rowId = optionalText(40).transform((id) => id ?? newId());
const words = (max: number) => optionalText(max).transform((typed) => typed ?? '');
const amount = optional(money()).transform((typed): number => typed ?? 0);
const dayOrNothing = optional(day()).transform((typed) => typed ?? '');
/** Which button was pressed: save and go back, or save and stay for more rows. */
const then = optionalText(10);

const action = z.object({ id: rowId, name: words(250), description: words(4000), targetGroup: words(500), from: dayOrNothing, to: dayOrNothing, outsourced: words(1000) });
const result = z.object({ id: rowId, name: words(250), target: words(60), unit: words(60), monitoring: words(1000) });
const line = z.object({
  id: rowId,
  actionId: optionalText(40).transform((id) => (!id || id === 'admin' ? null : id)),
  kind: words(250),
  unit: words(60),
  unitCost: amount,
  quantity: optional(quantity()).transform((typed): number => typed ?? 0),
});

/** What people type in each section. A draft may be unfinished; what is typed must still be of the right kind. */
export const sectionForms = {
  contact: z.object({ version, then, name: words(120), phone: words(40), email: words(120) }),
  task: z.object({ version, then, title: words(250), startDate: dayOrNothing, endDate: dayOrNothing, synthesis: words(20_000), districts: choices(districtSlugs), targetGroups: choices(targetGroups) }),
  schedule: z.object({ version, then, actions: list(action, { max: 60, ignoring: ['id'] }) }),
  results: z.object({ version, then, text: words(20_000), results: list(result, { max: 40, ignoring: ['id'] }) }),
  profile: z.object({ version, then, experience: words(20_000), resources: words(20_000) }),
  budget: z.object({
    version, then,
    lines: list(line, { max: 200, ignoring: ['id', 'actionId'] }),
    sources: z.object({ grant: amount, ownCash: amount, otherSources: amount, personal: amount, inKind: amount, fees: amount }),
  }),
  other: z.object({ version, then, paid: choice(['yes', 'no']).transform((paid) => paid === 'yes'), information: words(20_000) }),
  declarations: z.object({
    version, then, withinStatute: flag(), feesOnlyPaid: flag(), taxArrears: choice(['no', 'yes']), insuranceArrears: choice(['no', 'yes']),
    dataAgrees: flag(), allTrue: flag(), dataProtection: flag(),
  }),
  attachments: z.object({ version, then, none: flag() }),
} satisfies Record<OfferSection, z.ZodType>;

/** The section as the offer keeps it, from what was typed. */
export function contentOf<Section extends OfferSection>(section: Section, typed: z.output<(typeof sectionForms)[Section]>): OfferContent[Section] {
  const { version: _version, then: _then, ...content } = typed as { version: number; then?: string } & Record<string, unknown>;
  if (section === 'schedule') {
    const { actions } = content as { actions: z.output<typeof action>[] };
    return { actions: actions.map((row) => ({ ...row, year: Number(row.from.slice(0, 4)) || 0 })) } as OfferContent[Section];
  }
  return content as OfferContent[Section];
}

/** The section of an address, or undefined. */
export function sectionOf(name: string | undefined): OfferSection | undefined {
  return offerSections.find((section) => section === name);
}

export const StartForm = z.object({ organisationId: text({ max: 40 }) });
