import type { OfferContent } from '~/modules/applications/content';
import type { SmallGrantContent } from './content';

const wholeTask = 'task';

/** The simplified offer in the shape of the full one: one action, each cost a line of it, money of others as own cash. */
export function asOffer({ contact, title, startDate, endDate, description, districts, targetGroups, results, profile, costs, declarations }: SmallGrantContent): OfferContent {
  return {
    contact,
    task: { title, startDate, endDate, synthesis: description, districts, targetGroups },
    schedule: { actions: [{ id: wholeTask, year: Number(startDate.slice(0, 4)), name: title, description, targetGroup: '', from: startDate, to: endDate, outsourced: '' }] },
    results: { text: '', results: results.map((result) => ({ ...result, unit: '' })) },
    profile: { experience: profile, resources: '' },
    budget: {
      lines: costs.map(({ id, kind, grant, other }) => ({ id, actionId: wholeTask, kind, unit: '', unitCost: grant + other, quantity: 100 })),
      sources: {
        grant: costs.reduce((all, cost) => all + cost.grant, 0), ownCash: costs.reduce((all, cost) => all + cost.other, 0),
        otherSources: 0, personal: 0, inKind: 0, fees: 0,
      },
    },
    other: { paid: false, information: '' },
    declarations,
    attachments: { none: true },
  };
}
