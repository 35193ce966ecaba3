import type { RuleCode } from '~/i18n/codes';
import type { LegalForm, OrganisationStatus, PatronageSide, PatronageStatus } from './content';
import { mayApply } from './rules';
import { registerBlocks, type RegisterStanding } from './rules-of-register';

type Party = { id: string; status: OrganisationStatus; legalForm: LegalForm; registerStanding: RegisterStanding };

/** On which side of a patronage an organisation of this form can stand; institutions and businesses on none. */
export function sideOf(form: LegalForm): PatronageSide | null {
  if (form === 'informal_group') return 'group';
  return mayApply(form) ? 'patron' : null;
}

/** Why these two cannot be group and patron, or null. */
export function whyNotPatronage(group: Party, patron: Party): RuleCode | null {
  if (sideOf(group.legalForm) !== 'group') return 'patronage.notGroup';
  if (sideOf(patron.legalForm) !== 'patron') return 'patronage.notPatron';
  if (group.status !== 'verified' || patron.status !== 'verified') return 'patronage.notVerified';
  return registerBlocks(patron.registerStanding) ? 'patronage.blocked' : null;
}

/** The other side. */
export const otherSide = (side: PatronageSide): PatronageSide => (side === 'group' ? 'patron' : 'group');

export type PatronageStep = 'accept' | 'decline' | 'withdraw' | 'end';

/** Why this side cannot take this step, or null: the other side answers what was proposed, either side ends what was agreed. */
export function whyNotPatronageStep(step: PatronageStep, { status, proposedBy }: { status: PatronageStatus; proposedBy: PatronageSide }, side: PatronageSide): RuleCode | null {
  if (step === 'end') return status === 'active' ? null : 'wrongState';
  const ours = (step === 'withdraw') === (proposedBy === side);
  return status === 'proposed' && ours ? null : 'wrongState';
}
