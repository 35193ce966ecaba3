import { stringify } from 'csv-stringify/sync';
import type { Lang } from '~/i18n/messages';

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
export type Table = { file: string; title: string; columns: readonly Column[]; rows: readonly Record<string, Cell>[] };

const headingOf = ({ name, title }: Column) => title ?? name;

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

/** What the columns of the table mean, for programs: CSV on the Web. */
export function csvwOf({ file, title, columns }: Table) {
  const [key] = columns;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'pl' }],
    url: file,
    'dc:title': title,
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    dialect: { delimiter: ',', encoding: 'utf-8' },
    tableSchema: {
      primaryKey: key?.name,
      columns: columns.map((column) => ({
        name: column.name, titles: headingOf(column), datatype: column.datatype === 'decimal' ? { base: 'decimal', format: { decimalChar: '.' } } : column.datatype,
        ...(column.lang ? { lang: column.lang } : {}), ...(column.required ? { required: true } : {}),
      })),
    },
  };
}
