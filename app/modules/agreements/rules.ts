import type { RuleCode } from '~/i18n/codes';
import { addDays, addMonths, type Day } from '~/shared/time';

export type AgreementStatus = 'preparing' | 'ready_to_sign' | 'signed_by_org' | 'active' | 'under_settlement' | 'settled';

/** Every step an agreement can take. A step that is not listed does not exist. */
export const agreementSteps: Record<AgreementStatus, readonly AgreementStatus[]> = {
  preparing: ['ready_to_sign'],
  ready_to_sign: ['preparing', 'signed_by_org'],
  signed_by_org: ['active'],
  active: ['under_settlement'],
  under_settlement: ['settled'],
  settled: [],
};

/** Why the agreement cannot take this step, or null. */
export function whyNotStep(from: AgreementStatus, to: AgreementStatus): RuleCode | null {
  return agreementSteps[from].includes(to) ? null : 'wrongState';
}

/** How much the instalments differ from the grant, in grosze: above zero there is too much. */
export function differenceOf(instalments: readonly { amount: number }[], amount: number): number {
  return instalments.reduce((all, instalment) => all + instalment.amount, 0) - amount;
}

/** Whether the task ends within this many years from its first day (art. 16 with the rule in force). */
export function isWithinTerm({ startDate, endDate }: { startDate: Day; endDate: Day }, years: number): boolean {
  return endDate <= addDays(addMonths(startDate, years * 12), -1);
}

/** Why the City cannot sign with this date, or null: not before the organisation, not in the future. */
export function whyNotSignedOn(signedOn: Day, { organisation, today }: { organisation: Day; today: Day }): RuleCode | null {
  if (signedOn > today) return 'agreement.signedInFuture';
  if (signedOn < organisation) return 'agreement.signedTooEarly';
  return null;
}

export type Stage = 'awarded' | 'contracting' | 'running' | 'settling' | 'done';

const stageOf: Record<AgreementStatus, Stage> = {
  preparing: 'contracting',
  ready_to_sign: 'contracting',
  signed_by_org: 'contracting',
  active: 'running',
  under_settlement: 'settling',
  settled: 'done',
};

/** Where a funded initiative stands, in the few words everybody understands. */
export function initiativeStage(agreement: AgreementStatus | null): Stage {
  return agreement ? stageOf[agreement] : 'awarded';
}
