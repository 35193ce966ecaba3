import { z } from 'zod';
import { choice, clock, day, email, longText, money, optional, text, whole } from '~/shared/fields';
import { targetGroups } from '~/modules/programme/lists';
import { instantAt } from '~/shared/time';
import { correctableCodes, criterionPoints, percent, yearBudgets } from './forms';
import { typedAttachments } from './forms-attachments';
import { publicationPlaces } from './rules';

const deadline = { closesOn: day(), closesTime: clock() };
const order = { orderNumber: text({ max: 60 }), orderDate: day() };

/** The Mayor calls the call off: on which clause of the announcement, why, and by which order. */
export const CancelForm = z.object({ clause: text({ max: 500 }), reason: longText({ max: 4000 }), ...order });
/** Annulment under art. 18a. */
export const AnnulForm = z.object({ annul: z.object({ reason: longText({ max: 4000 }), ...order }) }).transform(({ annul }) => annul);

/** The announcement as it shall read after a corrigendum, and why. */
export const CorrigendumForm = z
  .object({
    reason: longText({ max: 4000 }),
    title: text({ max: 250 }), budget: money({}), minGrant: money({}), maxGrant: money({}),
    rules: longText({ max: 20_000 }), conditions: longText({ max: 20_000 }), taskFrom: day(), taskTo: day(), ...deadline,
    procedure: longText({ max: 20_000 }), decisionBy: day(), previousTasks: longText({ max: 20_000 }), committeeRecruitment: longText({ max: 20_000 }),
    maxShare: percent(whole({ min: 1, max: 100 })), adminCap: optional(percent(whole({ min: 0, max: 100 }))),
    yearBudgets: yearBudgets.optional(), criteria: criterionPoints.optional(), correctable: correctableCodes,
    requiredAttachments: typedAttachments.optional(),
  })
  .transform(({ closesOn, closesTime, reason, adminCap, criteria, correctable, ...fields }) => ({
    reason,
    // No box ticked is an answer only on a form that has the boxes, which stand beside the criteria.
    fields: { ...fields, adminCap: adminCap ?? null, ...(criteria ? { criteria: criteria.filter(({ max }) => max > 0), correctable } : {}), closesAt: instantAt(closesOn, closesTime) },
  }));

/** A later deadline, and why; an outage with its beginning and end. */
export const ExtensionForm = z
  .object({
    ...deadline,
    cause: choice(['outage', 'other']),
    outageFromOn: optional(day()), outageFromTime: optional(clock()), outageToOn: optional(day()), outageToTime: optional(clock()),
    why: longText({ max: 4000 }),
  })
  .transform(({ closesOn, closesTime, cause, outageFromOn, outageFromTime, outageToOn, outageToTime, why }) => ({
    closesAt: instantAt(closesOn, closesTime),
    cause,
    outage: outageFromOn && outageFromTime && outageToOn && outageToTime ? { from: instantAt(outageFromOn, outageFromTime), to: instantAt(outageToOn, outageToTime) } : undefined,
    reason: why,
  }));

const version = text({ max: 40 });
export const VersionForm = z.object({ version });
export const RepublicationForm = z.object({ version, place: choice(publicationPlaces), publishedOn: day(), reference: text({ max: 250 }) });

/** A question of the public; the address is only for the answer. */
export const AskForm = z.object({ question: longText({ max: 2000 }), email: optional(email()) });
export const AnswerForm = z.object({ question: text({ max: 40 }), answer: longText({ max: 4000 }) });
export const SetAsideForm = z.object({ question: text({ max: 40 }) });

/** Letters about calls: all of them, or those for one group. */
export const AlertForm = z.object({ email: email(), targetGroup: optional(choice(targetGroups)) });
