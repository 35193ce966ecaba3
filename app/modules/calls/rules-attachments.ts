import type { Lang } from '~/i18n/messages';
import { canonicalJson } from '~/shared/canonical-json';
import type { RequiredAttachment } from './content';
import { inWordsOf } from './rules';

/** An attachment as a line of the record of changes, with its fields always in the same order. */
export function attachmentLine(attachment: RequiredAttachment): string {
  return canonicalJson(attachment);
}

/** The attachment that a line of the record of changes keeps. */
export function attachmentOfLine(line: string): RequiredAttachment {
  return JSON.parse(line) as RequiredAttachment;
}

/** The attachments in the reader's words, Polish where there are no others; the Polish name is the official one. */
export function attachmentsInWords(attachments: readonly RequiredAttachment[], lang: Lang) {
  return attachments.map(({ key, name, help, when }) => ({
    key, when, polish: name.pl ?? '', name: inWordsOf(lang, name.pl ?? '', name), help: inWordsOf(lang, help.pl ?? '', help),
  }));
}
export type AttachmentInWords = ReturnType<typeof attachmentsInWords>[number];
