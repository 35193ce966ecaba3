import type { catalogue } from './catalogue';

/** Every sentence the portal can say. */
export type MessageKey = keyof typeof catalogue;

type After<Prefix extends string, Key> = Key extends `${Prefix}${infer Code}` ? Code : never;

/** Every reason for which the programme may say no; each has its sentence in the catalogue. */
export type RuleCode = After<'refusal.', MessageKey>;

/** Every kind of event the audit log can hold; each has its sentence in the catalogue. */
export type EventName = After<'event.', MessageKey>;

type MailSubject = Extract<After<'mail.', MessageKey>, `${string}.subject`>;

/** Every kind of mail the portal sends; each has a subject and a body in the catalogue. */
export type MailTemplate = MailSubject extends `${infer Name}.subject` ? Name : never;
