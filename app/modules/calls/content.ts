import type { Lang } from '~/i18n/messages';

type Words = Partial<Record<Lang, string>>;

/** The kinds of questions a call can add to the statutory form. */
export const questionKinds = ['text', 'long', 'choice', 'number', 'money', 'date', 'file', 'table'] as const;
/** The most a table of a question can hold. */
export const mostColumns = 6;
export const mostRows = 20;
export type QuestionKind = (typeof questionKinds)[number];

/** One question a call adds to the offer; asked only when `onlyIf` was answered so. */
export type ExtraQuestion = {
  key: string;
  kind: QuestionKind;
  label: Words;
  help: Words;
  required: boolean;
  /** Answers of a choice or columns of a table, in every language one a line, in the same order; the Polish words are what is kept. */
  options: Words[];
  /** The most rows a table takes. */
  rows?: number | undefined;
  onlyIf?: { key: string; answer: string } | undefined;
};

/** When a call wants an attachment; whether somebody is represented by another person no register tells. */
export const attachmentConditions = ['always', 'outsideKrs', 'joint', 'representative', 'optional'] as const;
export type AttachmentCondition = (typeof attachmentConditions)[number];
/** The most attachments a call can name. */
export const mostAttachments = 15;

/** One attachment a call asks for with the offer; its key stays the same whatever is changed in it. */
export type RequiredAttachment = { key: string; name: Words; help: Words; when: AttachmentCondition };

/** One field of the announcement before and after; instants as ISO, money in grosze. */
export type CallChange = { field: string; before: string | number | string[] | null; after: string | number | string[] | null };

/** Where and when a corrected announcement hung. */
export type Republication = { place: 'bip' | 'notice_board' | 'website'; publishedOn: string; reference: string };
