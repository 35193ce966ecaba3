import type { MailTemplate } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import { translator } from '~/i18n/translate';
import { mailHtml, mailText } from '~/ui/mail-layout';

type Stored = { template: string; lang: Lang; params: Record<string, string | number>; link: string | null };

/** The mail a person gets, in their language, as text and as simple HTML; one mail, one act. */
export function letterOf({ template, lang, params, link }: Stored, origin: string) {
  const t = translator(lang);
  const name = template as MailTemplate;
  const subject = oneLine(t(`mail.${name}.subject` as const, params));
  const paragraphs = t(`mail.${name}.body` as const, params).split('\n\n').filter((paragraph) => paragraph.trim() !== '');
  const parts = {
    lang,
    subject,
    paragraphs,
    ...(link ? { link: { href: origin + link, label: t('notifications.open') } } : {}),
    footer: t('notifications.footer'),
  };
  return { subject, text: mailText(parts), html: mailHtml(parts) };
}

/** A subject is one line: what people typed must not add headers to a mail. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
