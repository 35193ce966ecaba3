import type { Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import type { ExtraQuestion } from '~/modules/calls/content';
import { placeLabel, rowTitleOf } from './components/places';
import type { OfferContent, ReasonCode } from './content';
import { standsAt, type Asked } from './correction-places';
import type { Place } from './merge';
import { partOfOriginal } from './rules-of-words';

/** The name of a questioned place in the reader's words; a row is called as its authors called it. */
export function askedLabel(t: Translate, lang: Lang, { section, place }: Asked, content: OfferContent, extra: readonly ExtraQuestion[]): string {
  if (section === 'attachments') return t('correction.files');
  if (section === 'extra') {
    const label = extra.find(({ key }) => place === `answers/#${key}`)?.label;
    return label?.[lang] ?? label?.pl ?? t('applications.section.extra');
  }
  if (!place.includes('#') && ['actions', 'results', 'lines'].includes(place)) return t(`correction.table.${place as 'actions' | 'results' | 'lines'}`);
  if (place.includes('#')) return t(`correction.row.${place.split('/')[0] as 'actions' | 'results' | 'lines'}` as const, { row: rowTitleOf(standsAt({ section, place }, content)) || t('offers.row') });
  return placeLabel(t, section, place);
}

/** The name of one cell that changed inside a questioned place. */
export function cellLabel(t: Translate, asked: Asked, place: Place): string {
  if (asked.section === 'attachments' || (asked.section === 'extra' && !partOfOriginal(place))) return '';
  const cell = place.slice(place.startsWith(`${asked.place}/`) ? asked.place.length + 1 : place.length);
  return cell ? placeLabel(t, asked.section, place) : '';
}

/** The reason in a sentence; an other reason has only the officer's words. */
export function reasonText(t: Translate, code: ReasonCode): string {
  return t(`correction.reason.${code}` as const);
}

type AskedWhy = Asked & { code: ReasonCode; words: string | null };

/** The questions for a letter, each in a line: the field, the reason, the officer's words. */
export function questionLines(t: Translate, lang: Lang, content: OfferContent, questions: readonly AskedWhy[], extra: readonly ExtraQuestion[]): string[] {
  return questions.map((question, i) => `${i + 1}. ${askedLabel(t, lang, question, content, extra)}: ${[reasonText(t, question.code), question.words].filter(Boolean).join(' ')}`);
}
