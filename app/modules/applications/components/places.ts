import type { MessageKey } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import { indicatorName, type Indicator } from '~/modules/programme/indicators';
import { districtName } from '~/modules/programme/lists';
import { formatAmount, formatQuantity, grosze } from '~/shared/money';
import { formatDay, isDay } from '~/shared/time';
import { yearKeys, type OfferSection } from '../content';
import { atPlace, type Place } from '../merge';
import { partOfOriginal, polishPlace } from '../rules-of-words';

const rowNames: Partial<Record<OfferSection, Record<string, string>>> = {
  schedule: { name: 'action', description: 'actionDescription' },
  results: { name: 'result', text: 'resultsText' },
  task: { startDate: 'start', endDate: 'end' },
  budget: { actionId: 'costOf' },
};

/** The words of a place in a section: which row, which question. */
export function placeLabel(t: Translate, section: OfferSection, place: Place, rowTitle?: string): string {
  const part = partOfOriginal(place);
  if (part) {
    const said = t(part === 'lang' ? 'words.language' : part === 'mark' ? 'words.whose' : part === 'by' ? 'words.by' : 'words.box');
    return `${placeLabel(t, section, polishPlace(place), rowTitle)}: ${said}`;
  }
  if (section === 'extra') return rowTitle || t('applications.section.extra');
  const keys = place.split('/');
  const row = keys.find((key) => key.startsWith('#'));
  const field = keys.findLast((key) => !key.startsWith('#')) ?? '';
  if (/^y\d$/.test(field)) return [rowTitle || (row ? t('offers.row') : t('budget.grantYears')), t('budget.yearNo', { n: field.slice(1) })].join(': ');
  if (field === 'years' || field === 'grantYears') return [rowTitle, t(field === 'years' ? 'budget.lineYears' : 'budget.grantYears')].filter(Boolean).join(': ');
  const rows = ['actions', 'results', 'lines', 'reasons'].includes(field);
  const key = section === 'declarations' ? `applications.declare.${field}` : section === 'attachments' ? (field === 'none' ? 'applications.attachmentsDone' : 'attachments.reason') : `applications.field.${rowNames[section]?.[field] ?? field}`;
  const question = rows ? '' : t(key as MessageKey as 'applications.no');
  return [row ? rowTitle || t('offers.row') : '', question].filter(Boolean).join(': ');
}

/** A value of a section in words, whether stored or as somebody typed it. */
export function valueText(t: Translate, lang: Lang, place: Place, value: unknown, indicators: readonly Indicator[] = []): string {
  const field = place.split('/').at(-1) ?? '';
  if (value === undefined || value === null || value === '') return field.startsWith('#') ? t('offers.rowGone') : t('offers.empty');
  if (typeof value === 'boolean') return t(value ? 'applications.yes' : 'applications.no');
  if (typeof value === 'number') return field === 'quantity' ? formatQuantity(value, lang) : formatAmount(grosze(value), lang);
  if (typeof value === 'string') {
    const part = partOfOriginal(place);
    if (part === 'lang') return t(`programme.language.${value}` as 'programme.language.uk');
    if (part === 'mark') return t(`words.mark.${value}` as 'words.mark.own');
    if (part) return value;
    if (field === 'indicator') return indicatorName(value, indicators);
    if (isDay(value)) return formatDay(value, lang);
    if (value === 'yes' || value === 'no') return t(`applications.${value}` as const);
    return value;
  }
  if (Array.isArray(value)) {
    const name = (one: string) => (field === 'targetGroups' ? t(`programme.targetGroup.${one}` as 'programme.targetGroup.forced_migrant') : districtName(one));
    return value.map((one) => (typeof one === 'string' ? name(one) : rowTitleOf(one))).join(', ') || t('offers.empty');
  }
  const amounts = yearKeys.map((key) => (value as Record<string, unknown>)[key]).filter((one) => typeof one === 'number');
  if (amounts.length > 0) return amounts.map((one) => formatAmount(grosze(one), lang)).join(' + ');
  const { day, month, year, answer } = value as Record<string, unknown>;
  if (typeof answer === 'string') return answer;
  if (day !== undefined || month !== undefined) return [day, month, year].filter(Boolean).join('.') || t('offers.empty');
  return rowTitleOf(value);
}

/** What a row is called by the people who wrote it. */
export function rowTitleOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return '';
  const { name, kind, text, label } = row as { name?: unknown; kind?: unknown; text?: unknown; label?: unknown };
  return String(name ?? kind ?? text ?? label ?? '');
}

/** In which language the words of a place are, as these states of its section say. */
export function languageAt(place: Place, ...sections: unknown[]): string {
  if (!/(^|\/)words\//.test(place)) return 'pl';
  const original = place.replace(/(words\/\w+).*$/, '$1/lang');
  return sections.map((section) => atPlace(section, original)).find((found): found is string => typeof found === 'string') ?? 'pl';
}
