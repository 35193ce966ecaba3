import type { Lang } from '~/i18n/messages';
import { importColumns, type ImportColumn } from '../content-of-imports';
import { bom } from '../export/csv';
import { headings } from './headings';

const ofPortal: readonly ImportColumn[] = ['address', 'confirmed'];

/** Columns to fill in, without those that only the portal's own lists have. */
export const columnsToFill = importColumns.filter((column) => !ofPortal.includes(column));

/** The heading that stands in the template. */
export function templateHeading(lang: Lang, column: ImportColumn): string {
  return lang === 'pl' ? (headings[column][0] ?? column) : column;
}

/** An empty list with its headings; Polish spreadsheets split columns at semicolons. */
export function templateFile(lang: Lang): string {
  return `${bom}${columnsToFill.map((column) => templateHeading(lang, column)).join(';')}\r\n`;
}
