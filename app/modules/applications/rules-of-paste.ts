import { parseMoney, parseQuantity } from '~/shared/money';

/** A cost as a spreadsheet gives it; `action` is the name of the action as typed there, `years` what falls in the first year, the second and so on. */
export type PastedLine = { kind: string; unit: string; unitCost: number; quantity: number; action: string; years?: number[] };

const mostYears = 6;

/** Cells of text copied from a spreadsheet; empty rows are left out. */
export function cellsOf(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some(Boolean));
}

const amount = (cell: string | undefined) => parseMoney((cell ?? '').replace(/zł|PLN/gi, '').trim());

/** Cost lines from rows "kind, unit, unit cost, quantity, action, year 1, year 2 …"; `wrong` is the first row that cannot be read. A first row of headings is left out. */
export function linesOfPaste(text: string): { lines: PastedLine[]; wrong?: number } {
  const rows = cellsOf(text);
  const heading = rows[0] !== undefined && amount(rows[0][2]) === null && rows.length > 1;
  const lines: PastedLine[] = [];
  for (const [i, [kind = '', unit = '', cost, count, action = '', ...later]] of rows.entries()) {
    if (i === 0 && heading) continue;
    const unitCost = amount(cost);
    const quantity = count ? parseQuantity(count) : 100;
    const years = later.slice(0, mostYears).map((cell) => (cell ? amount(cell) : 0));
    if (!kind || unitCost === null || quantity === null || years.includes(null)) return { lines, wrong: i + 1 };
    const written = years.some((year) => year !== 0) ? { years: years.map((year) => year ?? 0) } : {};
    lines.push({ kind: kind.slice(0, 250), unit: unit.slice(0, 60), unitCost, quantity, action, ...written });
  }
  return { lines };
}

/** The action a pasted line belongs to: null for administrative costs, '' where the name says nothing. */
export function actionOfPaste(name: string, actions: readonly { id: string; name: string }[]): string | null {
  const plain = (words: string) => words.trim().toLocaleLowerCase('pl');
  if (/^(admin|koszty? administracyjn|ii\.?$)/.test(plain(name))) return null;
  return actions.find((action) => plain(action.name) === plain(name))?.id ?? (actions.length === 1 && !name ? (actions[0]?.id ?? '') : '');
}
