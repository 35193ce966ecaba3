import { stringify } from 'csv-stringify/sync';
import type { Lang } from '~/i18n/messages';
import type { DatasetId } from './datasets';

export type Column = {
  name: string;
  /** The heading where a standard gives it other words than the name. */
  title?: string;
  datatype: 'string' | 'integer' | 'decimal' | 'boolean' | 'date' | 'dateTime' | 'anyURI';
  lang?: Lang;
  required?: true;
};
type Cell = string | number | boolean | null | undefined;

/** Rows with headings that never change, each row known by its first column. */
export type Table = { file: string; about: DatasetId; columns: readonly Column[]; rows: readonly Record<string, Cell>[] };

/** What stands over a column in the file. */
export const headingOf = ({ name, title }: Column) => title ?? name;

/**
 * The table as CSV (RFC 4180) with the mark that spreadsheets need to read UTF-8. It is data, so a cell that begins
 * like a formula stays as it is; exports made for spreadsheets guard against that.
 */
export function csvOf({ columns, rows }: Table): string {
  return stringify(
    rows.map((row) => columns.map(({ name }) => row[name] ?? '')),
    { header: true, columns: columns.map(headingOf), bom: true, record_delimiter: 'windows', cast: { boolean: String } },
  );
}
