import { z } from 'zod';
import { choice, flag, list, optionalText } from '~/shared/fields';
import { attachmentConditions, mostAttachments } from './content';
import { filled, words } from './forms-extra';

/** One attachment as it was typed: a draft may wait for its name, publication does not. */
const attachment = z
  .object({ key: optionalText(40), remove: flag(), name: words(250).optional(), help: words(500).optional(), when: choice(attachmentConditions) })
  .transform(({ name, help, ...rest }) => ({ ...rest, name: filled(name ?? {}), help: filled(help ?? {}) }));

/** The attachments a call asks for; empty rows and those ticked to be taken out are left out. */
export const typedAttachments = list(attachment as z.ZodType<z.output<typeof attachment>, unknown>, { max: mostAttachments, ignoring: ['key', 'when', 'remove'] })
  .transform((rows) => rows.filter(({ remove }) => !remove).map(({ remove: _remove, ...row }) => row));
export type TypedAttachments = z.output<typeof typedAttachments>;

export const AttachmentsForm = z.object({ requiredAttachments: typedAttachments });
