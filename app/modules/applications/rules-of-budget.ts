import { multiply, percentOf, type Grosze } from '~/shared/money';
import { yearKeys, type ByYear, type CostLine, type OfferContent, type OfferSources } from './content';

/** The value of a cost line in grosze: unit cost times quantity, half up. */
export function lineTotal({ unitCost, quantity }: Pick<CostLine, 'unitCost' | 'quantity'>): number {
  return multiply(unitCost as Grosze, quantity);
}

const addUp = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0);

export type BudgetSums = {
  actions: { actionId: string; total: number }[];
  realisation: number;
  admin: number;
  total: number;
  grant: number;
  ownFinancial: number;
  ownNonFinancial: number;
  own: number;
  fees: number;
  sources: number;
  /** Cost not covered by sources; negative when sources exceed the cost. */
  missing: number;
  /** Share of the grant in the total cost, hundredths of a percent. */
  share: number;
};

const noSources: OfferSources = { grant: 0, ownCash: 0, otherSources: 0, personal: 0, inKind: 0, fees: 0 };

/** All sums of V.A and V.B in grosze. */
export function budgetSums(budget: OfferContent['budget']): BudgetSums {
  const lines = budget?.lines ?? [];
  const sources = budget?.sources ?? noSources;
  const actionIds = [...new Set(lines.flatMap(({ actionId }) => (actionId ? [actionId] : [])))];
  const totalOf = (some: CostLine[]) => addUp(some.map(lineTotal));
  const admin = totalOf(lines.filter(({ actionId }) => actionId === null));
  const total = totalOf(lines);
  const ownFinancial = sources.ownCash + sources.otherSources;
  const ownNonFinancial = sources.personal + sources.inKind;
  const all = sources.grant + ownFinancial + ownNonFinancial + sources.fees;
  return {
    actions: actionIds.map((actionId) => ({ actionId, total: totalOf(lines.filter((line) => line.actionId === actionId)) })),
    realisation: total - admin, admin, total, grant: sources.grant, ownFinancial, ownNonFinancial, own: ownFinancial + ownNonFinancial,
    fees: sources.fees, sources: all, missing: total - all, share: percentOf(sources.grant as Grosze, total as Grosze),
  };
}

type Dated = Pick<NonNullable<OfferContent['task']>, 'startDate' | 'endDate'>;

/** The calendar years of a task, from its dates; none before both are known. An agreement lasts five years at most, which can touch six. */
export function yearsOfTask(task: Dated | undefined): number[] {
  if (!task?.startDate || !task.endDate || task.endDate < task.startDate) return [];
  const [first, last] = [task.startDate, task.endDate].map((day) => Number(day.slice(0, 4))) as [number, number];
  return yearKeys.map((_, i) => first + i).filter((year) => year <= last);
}

/** Amounts in the order of the years of the task; a year nobody wrote in is nothing. */
export const inOrder = (years: readonly number[], amounts: ByYear | undefined): number[] => years.map((_, i) => amounts?.[yearKeys[i] as keyof ByYear] ?? 0);

const isWritten = (amounts: ByYear | undefined): boolean => !!amounts && Object.values(amounts).some((amount) => amount > 0);

/** The first and last year of each action, by its id; an action without dates has none. */
export function yearsOfActions(schedule: OfferContent['schedule']): Map<string, [from: number, to: number]> {
  return new Map((schedule?.actions ?? []).filter(({ from, to }) => from && to).map(({ id, from, to }) => [id, [Number(from.slice(0, 4)), Number(to.slice(0, 4))]]));
}

/** What of a cost falls in each year: as written, or all of it in the one year of its action where nothing was written. */
export function lineByYear(line: CostLine, years: readonly number[], actions: ReturnType<typeof yearsOfActions>): number[] {
  const [from, to] = (line.actionId && actions.get(line.actionId)) || [];
  if (isWritten(line.years) || from === undefined || from !== to) return inOrder(years, line.years);
  return years.map((year) => (year === from ? lineTotal(line) : 0));
}

export type YearSums = { year: number; total: number; admin: number; grant: number; other: number };

/** Costs and sources of each year of a task that lasts longer than one; nothing for a task within a year. */
export function yearSums({ task, schedule, budget }: OfferContent): YearSums[] {
  const years = yearsOfTask(task);
  if (years.length < 2) return [];
  const actions = yearsOfActions(schedule);
  const lines = (budget?.lines ?? []).map((line) => ({ admin: line.actionId === null, byYear: lineByYear(line, years, actions) }));
  const grants = inOrder(years, budget?.sources.grantYears);
  return years.map((year, i) => {
    const sumOf = (some: typeof lines) => addUp(some.map(({ byYear }) => byYear[i] ?? 0));
    const [total, grant] = [sumOf(lines), grants[i] ?? 0];
    return { year, total, admin: sumOf(lines.filter(({ admin }) => admin)), grant, other: total - grant };
  });
}

/** Cost lines whose years do not add up to their value, in a task that lasts longer than one year. */
export function linesOutOfYears({ task, schedule, budget }: OfferContent): CostLine[] {
  const years = yearsOfTask(task);
  if (years.length < 2) return [];
  const actions = yearsOfActions(schedule);
  return (budget?.lines ?? []).filter((line) => addUp(lineByYear(line, years, actions)) !== lineTotal(line));
}
