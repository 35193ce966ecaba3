import type { RuleCode } from '~/i18n/codes';
import { Forbidden, RuleViolation } from '~/shared/errors';
import type { Actor } from './actor';
import { may, type Action, type Subject } from './policy';

/** Throws Forbidden unless the policy table lets this actor do this to this subject. */
export function authorise(actor: Actor, action: Action, subject: Subject): void {
  if (!may(actor, action, subject)) throw new Forbidden(action);
}

/** Throws the programme's refusal if there is a reason for one. */
export function refuse(reason: RuleCode | null, field?: string, params?: Record<string, string | number>): void {
  if (reason) throw new RuleViolation(reason, field, params);
}
