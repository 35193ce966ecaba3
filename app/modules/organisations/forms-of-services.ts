import { z } from 'zod';
import { districtSlugs, languagesServed, targetGroups } from '~/modules/programme/lists';
import { choice, choices, clock, list, optional, optionalText, text } from '~/shared/fields';
import { addressVisibilities, placeAccess, serviceCosts, serviceKinds, serviceStatuses, weekdays } from './content';
import { formOf } from './forms';

const line = (max: number) => optional(text({ max }));
const inEveryLanguage = <Field extends z.ZodType>(field: Field) => formOf({ pl: field, en: field, uk: field, de: field, ru: field });

/** One row of the schedule: some days of the week, from one hour to another. */
const openingHours = z
  .object({ days: choices(weekdays, { min: 1 }), from: clock(), to: clock() })
  .refine(({ from, to }) => from < to, { message: 'service.hours', path: ['to'] });

/** What an organisation does for people, as they will find it. */
export const ServiceForm = formOf({
  kind: choice(serviceKinds),
  status: choice(serviceStatuses),
  names: inEveryLanguage(line(160)),
  descriptions: inEveryLanguage(optionalText(1500)),
  cost: choice(serviceCosts),
  costNote: line(200),
  languages: choices(languagesServed),
  targetGroups: choices(targetGroups),
  hours: list(openingHours, { max: 14 }),
  hoursNote: line(300),
  howToCome: optionalText(600),
  locationId: line(64),
});
export type ServiceInput = z.output<typeof ServiceForm>;

/** A place where people are received, and how much of its address everybody may see. */
export const PlaceForm = formOf({
  name: text({ max: 160 }),
  street: line(120),
  postcode: line(12),
  city: text({ max: 80 }),
  district: optional(choice(districtSlugs)),
  visibility: choice(addressVisibilities),
  coordinates: line(60),
  access: choices(placeAccess),
  accessNote: optionalText(600),
});
export type PlaceInput = z.output<typeof PlaceForm>;

/** One place up or down in the list. */
export const MoveForm = z.object({ id: text({ max: 64 }), step: choice(['up', 'down']) });
