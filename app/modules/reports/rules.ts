import type { RuleCode } from '~/i18n/codes';
import type { OfferContent } from '~/modules/applications/content';
import type { ActualSources, ExpenseLine, ReportContent } from './content';

/** Parts of the final report in the order of annex 5. */
export const reportParts = ['results', 'actions', 'expenses', 'sources', 'additional'] as const;
export type ReportPart = (typeof reportParts)[number];

export type ReportStatus = 'scheduled' | 'draft' | 'submitted' | 'clarification_requested' | 'reviewed' | 'accepted' | 'accepted_with_return';

/** Every step a report can take. A step that is not listed does not exist. */
export const reportSteps: Record<ReportStatus, readonly ReportStatus[]> = {
  scheduled: ['draft'],
  draft: ['draft', 'submitted'],
  submitted: ['clarification_requested', 'reviewed'],
  clarification_requested: ['clarification_requested', 'submitted'],
  reviewed: ['accepted', 'accepted_with_return'],
  accepted: [],
  accepted_with_return: [],
};

/** Why the report cannot take this step, or null. */
export function whyNotStep(from: ReportStatus, to: ReportStatus): RuleCode | null {
  return reportSteps[from].includes(to) ? null : 'wrongState';
}

/** Whether the organisation may still write in the report. */
export function isWritable(status: ReportStatus): boolean {
  return status === 'scheduled' || status === 'draft' || status === 'clarification_requested';
}

/** The report as it begins: planned results and cost lines of the offer, nothing achieved or spent yet. */
export function startOf(offer: OfferContent): ReportContent {
  return {
    results: {
      summary: '',
      outcomes: (offer.results?.results ?? []).map(({ id, name, unit, target, indicator }) => ({ resultId: id, name, unit, planned: target, achieved: '', evidence: '', ...(indicator ? { indicator } : {}) })),
    },
    expenses: {
      lines: (offer.budget?.lines ?? []).map(({ id, actionId, kind, unitCost, quantity }) => ({
        lineId: id,
        actionId,
        kind,
        agreed: Math.round((unitCost * quantity) / 100),
        spent: 0,
      })),
    },
  };
}

export type ReportSums = { agreed: number; spent: number; sources: number; unspent: number };

const addUp = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0);

/** Sums of part II in grosze: agreed and spent cost, all sources used, and what of the grant was not used. */
export function sumsOf(content: ReportContent, grant: number): ReportSums {
  const lines: ExpenseLine[] = content.expenses?.lines ?? [];
  const sources = content.sources;
  const used = sources ? addUp([sources.grantUsed, sources.ownCash, sources.fees, sources.publicSources, sources.otherSources, sources.personal, sources.inKind]) : 0;
  return {
    agreed: addUp(lines.map(({ agreed }) => agreed)),
    spent: addUp(lines.map(({ spent }) => spent)),
    sources: used,
    // Interest and other income earned on the grant belong to the task, so what is left of them goes back as well.
    unspent: sources ? Math.max(0, grant + sources.bankInterest + sources.otherIncome - sources.grantUsed) : 0,
  };
}

export type ReportProblem = { part: ReportPart; code: RuleCode; params?: Record<string, string | number> };

type Agreed = { amount: number; totalCost: number; shiftLimit: number };

/** Everything that stops the report from being handed in: parts missing, sums that do not tie, shifts that are not explained. */
export function problemsOfReport(content: ReportContent, agreement: Agreed): ReportProblem[] {
  const { results, actions, expenses, sources, additional } = content;
  const sums = sumsOf(content, agreement.amount);
  const shifted = (expenses?.lines ?? []).some(({ agreed, spent }) => spent > agreed && (spent - agreed) * 10_000 > agreed * agreement.shiftLimit);
  const checks: [ReportPart, RuleCode, boolean][] = [
    ['results', 'report.resultsMissing', !results?.summary || results.outcomes.some(({ achieved }) => !achieved)],
    ['actions', 'report.actionsMissing', !actions?.description],
    ['expenses', 'report.expensesMissing', sums.spent === 0],
    ['expenses', 'report.shiftUnexplained', shifted && !actions?.deviations],
    ['sources', 'report.sourcesMissing', !sources],
    ['sources', 'report.sourcesTie', !!sources && sums.sources !== sums.spent],
    ['sources', 'report.grantOver', !!sources && sources.grantUsed > agreement.amount + sources.bankInterest + sources.otherIncome],
    ['sources', 'report.shareOver', !!sources && sums.spent > 0 && shareRises(sources, sums.spent, agreement)],
    ['additional', 'report.declarationsMissing', !(additional?.statusUnchanged && additional.allTrue && additional.dataProtection)],
  ];
  return checks.filter(([, , wrong]) => wrong).map(([part, code]) => ({ part, code }));
}

function shareRises(sources: ActualSources, spent: number, { amount, totalCost }: Agreed): boolean {
  return BigInt(sources.grantUsed) * BigInt(totalCost) > BigInt(amount) * BigInt(spent);
}
