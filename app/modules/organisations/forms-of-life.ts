import { z } from 'zod';
import { memberRoles } from '~/access/roles';
import { choice, email, flag, identifier, longText, optional, text } from '~/shared/fields';
import { checkKrs, checkNip, checkRegon } from '~/shared/identifiers';
import { legalForms } from './content';
import { mergeFields, suggestionTopics } from './content-of-life';

/** A box left unticked sends nothing at all, so any field may be absent from what was sent. */
function formOf<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  const unsent = Object.fromEntries(Object.keys(shape).map((name) => [name, undefined]));
  return z.preprocess((sent) => ({ ...unsent, ...(sent as Record<string, unknown> | undefined) }), z.object(shape));
}

const reason = longText({ min: 10, max: 2000 });

/** Why something is done; the people concerned read it. */
export const ReasonForm = z.object({ reason });

/** To take an entry out of the directory for a time or for good, or to bring it back. */
export const LifeForm = z.object({ step: choice(['suspend', 'archive', 'restore']), reason });
export type SetAsideInput = { step: 'suspend' | 'archive'; reason: string };

/** What an organisation wants changed in its verified data, and why. */
export const ChangeForm = formOf({
  name: text({ min: 3, max: 250 }), legalForm: choice(legalForms), krs: optional(identifier(checkKrs)), nip: optional(identifier(checkNip)),
  regon: optional(identifier(checkRegon)), registerNumber: optional(text({ max: 60 })), registerAuthority: optional(text({ max: 120 })),
  note: longText({ min: 10, max: 2000 }),
});
export type ChangeInput = z.output<typeof ChangeForm>;

/** Who claims an entry, and how the City can make sure. */
export const ClaimForm = z.object({ position: text({ min: 2, max: 120 }), justification: longText({ min: 20, max: 2000 }) });

/** What is wrong in an entry; an address only for whoever wants an answer. */
export const SuggestForm = formOf({ topic: choice(suggestionTopics), text: longText({ min: 10, max: 2000 }), email: optional(email()) });

/** What the officer made of a suggestion, in words for whoever sent it. */
export const AnswerSuggestionForm = z.object({ outcome: choice(['taken', 'not_taken']), answer: longText({ min: 10, max: 2000 }) });

/** What a member may do from now on. */
export const RoleForm = formOf({ role: choice(memberRoles), signatory: flag() });

/** Who becomes the new owner, and why the old one cannot be asked. */
export const HandOverForm = z.object({ email: email(), reason: longText({ min: 20, max: 2000 }) });

/** Why the old owner does not agree. */
export const ObjectionForm = z.object({ objection: longText({ min: 10, max: 2000 }) });

const side = optional(choice(['kept', 'merged']));
const sides = Object.fromEntries(mergeFields.map((field) => [field, side])) as Record<(typeof mergeFields)[number], typeof side>;

/** Which value stays for each field in which two entries differ. */
export const MergeForm = formOf({ ...sides, reason });
export type MergeInput = z.output<typeof MergeForm>;

/** Two entries that were looked at and are two organisations. */
export const PairForm = z.object({ firstId: text({ max: 64 }), secondId: text({ max: 64 }) });

/** Which hand-over is confirmed or stopped; a reason to stop it. */
export const HandOverStepForm = formOf({ handOverId: text({ max: 64 }), reason: optional(reason) });
