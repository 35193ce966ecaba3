import { refusalSentence, type Translate } from '~/i18n/translate';
import type { RowProblem, Verdict } from '../content-of-imports';
import { columnNames, type Changeable } from './columns-of';
import { columnLabel } from './column-labels';

/** What is wrong or worth knowing in a row, in words: the row, the column, the value. */
export function sentenceOf(t: Translate, row: number, { column, value, code, params }: RowProblem): string {
  const what = refusalSentence(t, code, params);
  if (column === null) return t('imports.sentenceRow', { row, what });
  const where = { row, column: columnLabel(t, column), what };
  return value === '' ? t('imports.sentenceEmpty', where) : t('imports.sentence', { ...where, value });
}

/** What would happen with a row, in words; a row with errors has its own sentences. */
export function outlook(t: Translate, verdict: Verdict, changes: readonly string[]): string | null {
  const columns = changes.map((column) => columnLabel(t, columnNames[column as Changeable])).join(', ');
  if (verdict === 'error') return null;
  return t(`imports.will.${verdict === 'alike' ? 'new' : verdict}` as const, { columns });
}
