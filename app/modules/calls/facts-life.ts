import type { Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import { formatMoney, formatPercent } from '~/shared/money';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
import type { CallChange } from './content';
import type { findEnding, listVersions } from './life-queries.server';
import type { ChecklistCode, CriterionKey } from './rules';
import { attachmentOfLine, attachmentsInWords } from './rules-attachments';
import type { CorrectableField } from './rules-life';

/** One changed field in words: what it said, what it says. */
export type ChangeInWords = { field: string; label: string; before: string; after: string; polish: boolean };

function attachmentSaid(line: string, t: Translate): string {
  const [attachment] = attachmentsInWords([attachmentOfLine(line)], t.lang);
  if (!attachment) return '';
  const { name, when, help } = attachment;
  return `${name.text} (${t(`attachments.when.${when}` as const)})${help.text ? `: ${help.text}` : ''}`;
}

function lineInWords(field: string, line: string, t: Translate): string {
  if (field === 'requiredAttachments') return attachmentSaid(line, t);
  const [what = '', amount = ''] = line.split('=');
  if (field === 'criteria') return `${t(`calls.criterion.${what as CriterionKey}` as const)}: ${amount}`;
  if (field === 'yearBudgets') return t('budget.inYear', { year: what, amount: formatMoney(Number(amount), t.lang) });
  return t(`calls.checklist.${what as ChecklistCode}` as const);
}

function inWords(field: string, value: CallChange['after'], t: Translate): string {
  const { lang } = t;
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((line) => lineInWords(field, line, t)).join('; ');
  if (field === 'maxShare' || field === 'adminCap') return formatPercent(Number(value), lang);
  if (field === 'closesAt') return formatInstantZone(new Date(String(value)), lang);
  if (field === 'taskFrom' || field === 'taskTo' || field === 'decisionBy') return formatDay(String(value), lang);
  return typeof value === 'number' ? formatMoney(value, lang) : String(value);
}

/** Corrections and extensions as readers see them, field by field. */
export function changesInWords(versions: Awaited<ReturnType<typeof listVersions>>, t: Translate) {
  const { lang } = t;
  return versions.map(({ id, number, kind, status, reason, changes, publications, inForceAt, outageFrom, outageTo, proposedBy }) => ({
    id, number, kind, status, reason, publications, proposedBy,
    on: inForceAt ? formatDay(dayOf(inForceAt), lang) : '',
    outage: outageFrom && outageTo ? { from: formatInstantZone(outageFrom, lang), to: formatInstantZone(outageTo, lang) } : null,
    changes: changes.map(({ field, before, after }): ChangeInWords => ({
      field,
      label: field === 'closesAt' ? t('calls.deadline') : t(`calls.field.${field as Exclude<CorrectableField, 'closesAt'>}` as const),
      before: inWords(field, before, t),
      after: inWords(field, after, t),
      polish: typeof after === 'string' && field !== 'closesAt',
    })),
  }));
}

/** How a call ended, for readers. */
export function endingInWords(ending: Awaited<ReturnType<typeof findEnding>>, lang: Lang) {
  if (!ending || ending.kind === 'completed') return null;
  const { kind, clause, reason, orderNumber, orderDate, endedAt } = ending;
  return { kind, clause, reason, on: formatDay(dayOf(endedAt), lang), order: orderNumber && orderDate ? { number: orderNumber, day: formatDay(orderDate, lang) } : null };
}
