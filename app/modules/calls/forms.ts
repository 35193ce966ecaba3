import { z } from 'zod';
import { applicantForms } from '~/modules/organisations/legal-forms';
import { districtSlugs, targetGroups, taskFields } from '~/modules/programme/lists';
import { choice, choices, clock, day, flag, list, longText, money, optional, optionalText, text, whole } from '~/shared/fields';
import { instantAt } from '~/shared/time';
import { checklistDefaults, criterionKeys, publicationPlaces } from './rules';

/** A whole percent as people type it, in hundredths. */
export const percent = (field: z.ZodType<number, unknown>) => field.transform((value) => value * 100);

export const yearBudgets = list(z.object({ year: whole({ min: 2000, max: 2100 }), amount: money({}) }), { max: 6, ignoring: ['year'] });
export const criterionPoints = list(z.object({ key: choice(criterionKeys), max: whole({ min: 0, max: 100 }) }), { ignoring: ['key'] });
export const correctableCodes = choices(checklistDefaults.map(({ code }) => code) as [string, ...string[]], {});

/** The announcement with its seven items of art. 13(2), as the officer fills it in. Long texts may wait; approval asks for them. */
export const CallForm = z
  .object({
    title: text({ max: 250 }),
    titles: z.object({ en: optionalText(250), uk: optionalText(250), de: optionalText(250), ru: optionalText(250) }).optional(),
    summaries: z.object({ pl: optionalText(1000), en: optionalText(1000), uk: optionalText(1000), de: optionalText(1000), ru: optionalText(1000) }).optional(),
    /** The call in easy language. */
    easy: z.object({ pl: optionalText(3000), en: optionalText(3000), uk: optionalText(3000), de: optionalText(3000), ru: optionalText(3000) }).optional(),
    targetGroups: choices(targetGroups).optional(),
    districts: choices(districtSlugs).optional(),
    taskArea: choice(taskFields),
    form: choice(['entrustment', 'support']),
    budget: money({}),
    /** The budget of each year of a call for longer tasks. */
    yearBudgets: yearBudgets.optional(),
    minGrant: money({}),
    maxGrant: money({}),
    /** Whole percent. */
    maxShare: percent(whole({ min: 1, max: 100 })),
    adminCap: optional(percent(whole({ min: 0, max: 100 }))),
    offersPerOrganisation: whole({ min: 1, max: 20 }),
    eligibleForms: choices(applicantForms, {}),
    partialFunding: flag(),
    rules: optionalText(20_000),
    conditions: optionalText(20_000),
    taskFrom: day(),
    taskTo: day(),
    closesOn: day(),
    closesTime: clock(),
    procedure: optionalText(20_000),
    decisionBy: day(),
    previousTasks: optionalText(20_000),
    committeeRecruitment: optionalText(20_000),
    threshold: whole({ min: 0, max: 100 }),
    minScores: whole({ min: 1, max: 9 }),
    correctionDays: whole({ min: 3, max: 14 }),
    budgetLine: optionalText(120),
    criteria: criterionPoints,
    correctable: correctableCodes,
    /** Which saved version was on the screen; a newer one is not overwritten unseen. */
    version: optional(whole({ min: 1 })),
  })
  .transform(({ closesOn, closesTime, ...call }) => ({ ...call, closesAt: instantAt(closesOn, closesTime) }));

export const ReturnForm = z.object({ reason: longText({ max: 4000 }) });
export const ApproveForm = z.object({ orderNumber: text({ max: 60 }), orderDate: day() });
export const PublicationForm = z.object({ place: choice(publicationPlaces), publishedOn: day(), reference: text({ max: 250 }) });
