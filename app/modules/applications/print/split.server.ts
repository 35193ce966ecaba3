import { formatAmount, grosze } from '~/shared/money';
import type { Paper } from '~/ui/paper/paper.server';
import { ownByYear, ownShare, shareByYear, type Share, type YearCosts } from '../rules-of-partners';
import { yearsAcross } from './costs.server';

const pln = (amount: number) => formatAmount(grosze(amount), 'pl');

/** Everybody who makes the offer by name, the one that files it first; the parts of the others; the cost of the task in all and in each year. */
type Split = { names: readonly string[]; partners: readonly Share[]; total: number; years: YearCosts };

/** V.C as the regulation draws it: each offeror with its part, and with a column for each year only in a task longer than one budget year. */
export function printSplit(sheet: Paper, { names, partners, total, years }: Split): void {
  const parts = [
    { whole: ownShare(partners, total), byYear: ownByYear(partners, years) },
    ...partners.map((partner) => ({ whole: partner.share, byYear: shareByYear(partner, years) })),
  ];
  const caption = 'Podział kosztów realizacji zadania pomiędzy oferentów';
  const across = Math.min(years.length, yearsAcross);
  const yearColumns = (from: number, to: number, share: number) => years.slice(from, to).map((_, i) => ({ label: `Wartość [PLN] rok ${from + i + 1}`, share, numeric: true }));
  const rows = (amountsOf: (part: (typeof parts)[number]) => number[]) => [
    ...parts.map((part, i) => ({ cells: [`${i + 1}.`, `Oferent ${i + 1}: ${names[i] ?? ''}`, ...amountsOf(part).map(pln)] })),
    { cells: ['', 'Suma wszystkich kosztów realizacji zadania', ...amountsOf({ whole: total, byYear: years.map((year) => year.total) }).map(pln)], strong: true },
  ];
  const [offeror, all, each] = across === 0 ? [0.64, 0.28, 0] : [0.76 - across * 0.14, 0.16, 0.14];
  sheet.table({
    caption,
    columns: [{ label: 'Lp.', share: 0.08 }, { label: 'Oferent', share: offeror }, { label: 'Wartość [PLN] razem', share: all, numeric: true }, ...yearColumns(0, across, each)],
    rows: rows(({ whole, byYear }) => [whole, ...byYear.slice(0, across)]),
  });
  if (years.length <= yearsAcross) return;
  sheet.table({
    caption: `${caption}: dalsze lata`,
    columns: [{ label: 'Lp.', share: 0.08 }, { label: 'Oferent', share: 0.92 - (years.length - yearsAcross) * 0.16 }, ...yearColumns(yearsAcross, years.length, 0.16)],
    rows: rows(({ byYear }) => byYear.slice(yearsAcross)),
  });
}
