import { CsvError, parse } from 'csv-parse/sync';
import type { RuleCode } from '~/i18n/codes';
import { cleanText } from '~/shared/text';
import { separators, type ImportColumn, type Separator } from '../content-of-imports';
import { columnOf } from './headings';

/** The largest file, and the most organisations in it. */
export const mostBytes = 5 * 1024 * 1024;
export const mostRows = 5_000;
const mostColumns = 200;

/** Why a file cannot be read as a whole. */
export class Unreadable extends Error {
  constructor(readonly code: RuleCode, readonly params: Record<string, string | number> = {}) {
    super(code);
  }
}

export type RawRow = { row: number; cells: Partial<Record<ImportColumn, string>>; /** How many cells there are where the headings are of another number. */ ragged?: number };
export type Table = { separator: Separator; unknown: string[]; width: number; rows: RawRow[] };

const settings = { relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] };

function split(text: string, delimiter: Separator, to?: number): string[][] {
  try {
    return parse(text, { ...settings, delimiter, ...(to ? { to } : {}) });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The row that was begun is the one after those that were read.
    const records = Number((error as CsvError & { records?: number }).records ?? 0);
    throw new Unreadable(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'import.unclosed' : 'import.broken', { row: records + 1 });
  }
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** The separator under which most headings are known, else the one that gives most cells. */
function separatorOf(text: string): Separator {
  const first = text.slice(0, 20_000).split(/[\r\n]+/).find((line) => line.trim() !== '') ?? '';
  const scored = separators.map((separator) => {
    let cells: string[] = [];
    try {
      cells = split(first, separator, 1)[0] ?? [];
    } catch {
      // A heading that runs over lines tells nothing here.
    }
    return { separator, score: cells.filter((cell) => columnOf(cell)).length * 1000 + cells.length };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** The text as rows under known headings; Unreadable says what keeps it from being a table of organisations. */
export function readTable(text: string): Table {
  if (text.trim() === '') throw new Unreadable('import.empty');
  if (text.includes('\u0000')) throw new Unreadable('import.nul');
  const separator = separatorOf(text);
  const all = split(text, separator);
  const top = all.findIndex((cells) => !isBlank(cells));
  const head = (all[top] ?? []).map((cell) => cleanText(cell));
  while (head.at(-1) === '') head.pop();
  if (head.length > mostColumns) throw new Unreadable('import.columnsMany', { max: mostColumns });
  const columns = head.map((heading) => columnOf(heading));
  for (const needed of ['name', 'legal_form'] as const) if (!columns.includes(needed)) throw new Unreadable('import.columnMissing', { column: needed });
  for (const [i, column] of columns.entries()) if (column && columns.indexOf(column) !== i) throw new Unreadable('import.columnTwice', { column });
  const rows: RawRow[] = [];
  for (const [i, cells] of all.entries()) {
    if (i <= top || isBlank(cells)) continue;
    if (rows.length === mostRows) throw new Unreadable('import.rowsMany', { max: mostRows });
    rows.push(rowOf(i + 1, cells, columns));
  }
  if (rows.length === 0) throw new Unreadable('import.noRows');
  return { separator, unknown: head.filter((_heading, i) => !columns[i]).filter(Boolean).map((heading) => [...heading].slice(0, 60).join('')), width: head.length, rows };
}

function rowOf(row: number, cells: string[], columns: (ImportColumn | undefined)[]): RawRow {
  const read: RawRow['cells'] = {};
  for (const [i, column] of columns.entries()) if (column) read[column] = cells[i] ?? '';
  // Spreadsheets end rows with empty cells; only what is written there counts.
  const written = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const isRagged = cells.length !== columns.length && (written > columns.length || cells.length < columns.length);
  return { row, cells: read, ...(isRagged ? { ragged: cells.length } : {}) };
}
