import { formatAmount, formatQuantity, grosze } from '~/shared/money';
import type { Paper } from '~/ui/paper/paper.server';
import type { CostLine, OfferContent } from '../content';
import { lineByYear, lineTotal, yearsOfActions, yearsOfTask } from '../rules-of-budget';

/** The tables of the regulation have three columns for years; a longer task goes on in a second table. */
export const yearsAcross = 3;

type Entry = { number: string; label: string; lines: readonly CostLine[]; line?: CostLine; heading?: boolean };

const pln = (amount: number) => formatAmount(grosze(amount), 'pl');
const or = (text: string) => text.trim() || 'nie dotyczy';

/** Every row of V.A in the order of the form: the costs of each action, the administrative ones, and their sums. */
function entriesOf({ budget, schedule }: OfferContent): Entry[] {
  const lines = budget?.lines ?? [];
  const costs = (prefix: string, some: readonly CostLine[]) => some.map((line, n): Entry => ({ number: `${prefix}${n + 1}.`, label: or(line.kind), lines: [line], line }));
  const admin = lines.filter(({ actionId }) => actionId === null);
  return [
    { number: 'I.', label: 'Koszty realizacji działań', lines: [], heading: true },
    ...(schedule?.actions ?? []).flatMap(({ id, name }, i): Entry[] => {
      const own = lines.filter(({ actionId }) => actionId === id);
      return [{ number: `I.${i + 1}.`, label: or(name), lines: own }, ...costs(`I.${i + 1}.`, own)];
    }),
    { number: '', label: 'Suma kosztów realizacji zadania', lines: lines.filter(({ actionId }) => actionId !== null) },
    { number: 'II.', label: 'Koszty administracyjne', lines: [], heading: true },
    ...costs('II.', admin),
    { number: '', label: 'Suma kosztów administracyjnych', lines: admin },
    { number: '', label: 'Suma wszystkich kosztów realizacji zadania', lines },
  ];
}

/** V.A as the regulation draws it, with a column for each year only in a task longer than one budget year. */
export function printCosts(sheet: Paper, content: OfferContent): void {
  const years = yearsOfTask(content.task);
  const acting = yearsOfActions(content.schedule);
  const across = years.length < 2 ? 0 : Math.min(years.length, yearsAcross);
  const total = ({ lines }: Entry) => pln(lines.reduce((all, line) => all + lineTotal(line), 0));
  const inYear = ({ lines }: Entry, i: number) => pln(lines.reduce((all, line) => all + (lineByYear(line, years, acting)[i] ?? 0), 0));
  const yearColumns = (from: number, to: number, share: number) =>
    years.slice(from, to).map((_, i) => ({ label: `Wartość [PLN] rok ${from + i + 1}`, share, numeric: true }));
  const [number, kind, unit, cost, quantity, all] = across === 0 ? [0.09, 0.34, 0.13, 0.16, 0.11, 0.17] : [0.07, 0.5 - across * 0.11, 0.09, 0.13, 0.09, 0.12];
  const entries = entriesOf(content);
  sheet.table({
    caption: 'Zestawienie kosztów realizacji zadania',
    columns: [
      { label: 'Lp.', share: number }, { label: 'Rodzaj kosztu', share: kind }, { label: 'Rodzaj miary', share: unit },
      { label: 'Koszt jednostkowy [PLN]', share: cost, numeric: true }, { label: 'Liczba jednostek', share: quantity, numeric: true }, { label: 'Wartość [PLN] razem', share: all, numeric: true },
      ...yearColumns(0, across, 0.11),
    ],
    rows: entries.map((entry) => ({
      cells: [
        entry.number, entry.label, ...(entry.line ? [or(entry.line.unit), pln(entry.line.unitCost), formatQuantity(entry.line.quantity, 'pl')] : ['', '', '']),
        ...(entry.heading ? Array.from({ length: across + 1 }, () => '') : [total(entry), ...Array.from({ length: across }, (_, i) => inYear(entry, i))]),
      ],
      strong: !entry.line,
    })),
  });
  if (years.length <= yearsAcross) return;
  const further = years.slice(yearsAcross);
  sheet.table({
    caption: 'Zestawienie kosztów realizacji zadania: dalsze lata',
    columns: [{ label: 'Lp.', share: 0.1 }, { label: 'Rodzaj kosztu', share: 0.9 - further.length * 0.16 }, ...yearColumns(yearsAcross, years.length, 0.16)],
    rows: entries.map((entry) => ({ cells: [entry.number, entry.label, ...further.map((_, i) => (entry.heading ? '' : inYear(entry, yearsAcross + i)))], strong: !entry.line })),
  });
}
