import { refusalSentence, type Translate } from '~/i18n/translate';
import type { ImportColumn, RowProblem, Verdict } from '../content-of-imports';
import { listed, wordFor, type Listed } from './codes';
import { columnNames, type Changeable } from './columns-of';
import { columnLabel } from './column-labels';
import { shortened } from './values';

/** What is wrong or worth knowing in a row, in words: the row, the column, the value. */
export function sentenceOf(t: Translate, row: number, { column, value, code, params }: RowProblem): string {
  const what = refusalSentence(t, code, params);
  if (column === null) return t('imports.sentenceRow', { row, what });
  const where = { row, column: columnLabel(t, column), what };
  return value === '' ? t('imports.sentenceEmpty', where) : t('imports.sentence', { ...where, value });
}

const isListed = (column: string): column is Listed => Object.hasOwn(listed, column);

function inWords(t: Translate, column: ImportColumn, value: unknown): string {
  const words = [value].flat().flatMap((one): string[] => {
    if (one === null || one === undefined || one === '') return [];
    if (typeof one === 'object') return Object.entries(one as Record<string, string>).map(([lang, text]) => `${lang}: ${text}`);
    return [isListed(column) ? wordFor(t, column, String(one)) : String(one)];
  });
  return shortened(words.join(', ')) || t('imports.nothingThere');
}

/** What would become of one column of an entry. */
export function changeInWords(t: Translate, column: Changeable, before: unknown, after: unknown): string {
  const named = columnNames[column];
  return t('imports.change', { column: columnLabel(t, named), before: inWords(t, named, before), after: inWords(t, named, after) });
}

/** What would happen with a row, in words; a row with errors has its own sentences. */
export function outlook(t: Translate, verdict: Verdict): string | null {
  if (verdict === 'error') return null;
  return t(`imports.will.${verdict === 'alike' ? 'new' : verdict}` as const);
}
