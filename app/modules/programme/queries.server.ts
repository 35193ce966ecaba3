import { and, asc, desc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import type { Lang } from '~/i18n/messages';
import type { Day } from '~/shared/time';
import type { Indicator } from './indicators';
import type { LegalRuleCode } from './legal-rules';

/** A statutory number as it stood on a day. */
export async function legalRule(read: Read, code: LegalRuleCode, on: Day): Promise<number> {
  const { legalRules } = read.t;
  const [rule] = await read
    .select({ value: legalRules.value })
    .from(legalRules)
    .where(and(eq(legalRules.code, code), lte(legalRules.validFrom, on), or(isNull(legalRules.validTo), gte(legalRules.validTo, on))))
    .orderBy(desc(legalRules.validFrom))
    .limit(1);
  if (!rule) throw new Error(`no legal rule ${code} on ${on}`);
  return rule.value;
}

/** Every indicator, also one no longer in use, in order, in this language. */
export async function listIndicators(read: Read, lang: Lang, today: Day): Promise<Indicator[]> {
  const rows = await listIndicatorRows(read);
  return rows.map(({ code, names, validFrom, validTo }) => ({ code, name: names[lang], current: validFrom <= today && (validTo === null || validTo >= today) }));
}

/** Every indicator whole, as officers keep the list. */
export function listIndicatorRows(read: Read) {
  const { programmeIndicators: i } = read.t;
  return read.select().from(i).orderBy(asc(i.position), asc(i.code));
}

/** The priority areas in their order, each provisional or official. */
export function listPriorityAreas(read: Read) {
  const { priorityAreas } = read.t;
  return read.select().from(priorityAreas).orderBy(asc(priorityAreas.position));
}
