import type { MemberRole } from '~/access/roles';
import type { RuleCode } from '~/i18n/codes';
import { remembered } from '~/shared/remembered';
import { addDays, addMonths, dayOf, daysBetween, type Day } from '~/shared/time';
import type { OrganisationStatus } from './content';
import { registerFields, type ConfirmationStage, type HandOverStatus, type RegisterField, type RegisterFields } from './content-of-life';
import { isPublic } from './rules';

export type LifeStep = 'suspend' | 'archive' | 'restore' | 'requestChange' | 'confirm' | 'claim';

const allowedIn: Record<LifeStep, readonly OrganisationStatus[]> = {
  suspend: ['verified', 'unclaimed', 'claimed', 'claimed_submitted'],
  archive: ['verified', 'unclaimed', 'claimed', 'claimed_submitted', 'needs_correction', 'suspended'],
  restore: ['suspended', 'archived'],
  requestChange: ['verified'],
  confirm: ['verified'],
  claim: ['unclaimed'],
};

/** Why this step in the life of an entry cannot be taken in this state, or null. */
export function whyNotLife(step: LifeStep, { status, mergedInto }: { status: OrganisationStatus; mergedInto: string | null }): RuleCode | null {
  if (step === 'restore' && mergedInto) return 'merge.cannotUndo';
  return allowedIn[step].includes(status) ? null : 'wrongState';
}

/** Whether the entry could be read by everybody before an officer set it aside. */
export function wasPublic({ status, statusBefore }: { status: OrganisationStatus; statusBefore: OrganisationStatus | null }): boolean {
  return (status === 'suspended' || status === 'archived') && statusBefore !== null && isPublic(statusBefore);
}

/** The verified part of an entry. */
export function registerPart(entry: RegisterFields): RegisterFields {
  const { name, legalForm, krs, nip, regon, registerNumber, registerAuthority } = entry;
  return { name, legalForm, krs, nip, regon, registerNumber, registerAuthority };
}

/** The verified fields in which two states differ. */
export function changedRegisterFields(before: RegisterFields, after: RegisterFields): RegisterField[] {
  return registerFields.filter((field) => before[field] !== after[field]);
}

const days: Record<Exclude<ConfirmationStage, 'over'>, number> = { month: 30, week: 7 };

/** The last day of the year that began with the confirmation. */
const lastDayOf = remembered((confirmed: Day): Day => addMonths(confirmed, 12));

/** Where the yearly confirmation stands: the last day to confirm, and what is due to be said now. */
export function confirmationOf(confirmedAt: Date, now: Date): { lastDay: Day; daysLeft: number; stage: ConfirmationStage | null } {
  const lastDay = lastDayOf(dayOf(confirmedAt));
  const daysLeft = daysBetween(dayOf(now), lastDay);
  const stage = daysLeft < 0 ? 'over' : daysLeft <= days.week ? 'week' : daysLeft <= days.month ? 'month' : null;
  return { lastDay, daysLeft, stage };
}

/** The day since which nobody confirmed a verified entry, when a year has passed; else null. */
export function notConfirmedSince({ status, confirmedAt }: { status: OrganisationStatus; confirmedAt: Date | null }, now: Date): Day | null {
  if (status !== 'verified' || !confirmedAt) return null;
  const day = dayOf(confirmedAt);
  return lastDayOf(day) < dayOf(now) ? day : null;
}

/** The day of confirmation from which on something may be due to be said. */
export function earliestDue(now: Date): Day {
  return addDays(addMonths(dayOf(now), -12), days.month + 1);
}

type Member = { personId: string; role: MemberRole };

/** Why the organisation cannot do without this person as owner, or null: it always keeps one. */
export function whyNotWithout(members: readonly Member[], personId: string): RuleCode | null {
  const owners = members.filter(({ role }) => role === 'owner');
  return owners.length === 1 && owners[0]?.personId === personId ? 'organisation.lastOwner' : null;
}

/** Why this invitation cannot be accepted by whoever signed in with that address, or null. */
export function whyNotAccept({ acceptedAt, expiresAt, email }: { acceptedAt: Date | null; expiresAt: Date; email: string }, reader: { email: string }, now: Date): RuleCode | null {
  if (acceptedAt) return 'invitation.used';
  if (expiresAt <= now) return 'invitation.expired';
  return email === reader.email ? null : 'invitation.otherPerson';
}

/** Days in which an invitation can be accepted. */
export const daysToAccept = 7;

/** Days in which the old owner may object to a hand-over. */
export const objectionDays = 7;

export type HandOverStep = 'confirm' | 'refuse' | 'object' | 'finish';

const handOverSteps: Record<HandOverStep, readonly HandOverStatus[]> = {
  confirm: ['proposed'], refuse: ['proposed', 'confirmed'], object: ['confirmed'], finish: ['confirmed'],
};

/** Why this step of a hand-over cannot be taken now, or null. */
export function whyNotHandOver(step: HandOverStep, { status, objectionsUntil }: { status: HandOverStatus; objectionsUntil: Date | null }, now: Date): RuleCode | null {
  if (!handOverSteps[step].includes(status)) return 'wrongState';
  if (step === 'object' && (!objectionsUntil || now >= objectionsUntil)) return 'handOver.tooLate';
  return step === 'finish' && (!objectionsUntil || now < objectionsUntil) ? 'handOver.tooEarly' : null;
}

/** The last day on which the old owner may object. */
export function lastDayToObject(objectionsUntil: Date): Day {
  return addDays(dayOf(objectionsUntil), -1);
}
