import type { Lang } from '~/i18n/messages';
import { formatInstantZone, isoInstant, relativeDays } from '~/shared/time';
import type { getCall } from './queries.server';
import { isOpen, shownStatus } from './rules';
import { attachmentsInWords } from './rules-attachments';

type Call = Awaited<ReturnType<typeof getCall>>;

/** What pages show of a call, with its deadline in the reader's words; nothing of the office in it. */
export function factsOf(call: Call, now: Date, lang: Lang) {
  const {
    number, title, taskArea, form, budget, yearBudgets, minGrant, maxGrant, maxShare, adminCap, offersPerOrganisation, eligibleForms, partialFunding,
    rules, conditions, taskFrom, taskTo, procedure, decisionBy, previousTasks, committeeRecruitment, threshold, closesAt,
  } = call;
  return {
    number, title, taskArea, form, budget, yearBudgets, minGrant, maxGrant, maxShare, adminCap, offersPerOrganisation, eligibleForms, partialFunding,
    rules, conditions, taskFrom, taskTo, procedure, decisionBy, previousTasks, committeeRecruitment, threshold,
    attachments: attachmentsInWords(call.requiredAttachments, lang),
    status: shownStatus(call, now),
    deadline: {
      absolute: formatInstantZone(closesAt, lang, { seconds: true }),
      iso: isoInstant(closesAt),
      ...(isOpen(call, now) ? { relative: relativeDays(now, closesAt, lang) } : {}),
    },
  };
}

/** An order of the Mayor, once it has both its number and its date. */
export function orderOf(number: string | null, date: string | null): { number: string; date: string } | null {
  return number && date ? { number, date } : null;
}
