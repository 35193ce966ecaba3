import type { Tx } from '#db/open.server';
import { placeholders, prepared } from '#db/prepared';
import type { Context } from '~/access/context';
import type { MailTemplate } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import { newId } from '~/shared/ids';

export type Mail = {
  template: MailTemplate;
  to: { email: string; lang: Lang };
  params?: Record<string, string | number>;
  /** Local path without the language, for example `/applications/abc`; the mail leads there. */
  link?: string;
};

/** Puts a mail into the outbox with the transaction: it leaves after the commit, or never. */
export async function tellLater(tx: Tx, { db, now }: Context, mail: Mail | Mail[]): Promise<void> {
  for (const { template, to, params, link } of [mail].flat()) {
    const row = {
      id: newId(),
      template,
      toEmail: to.email,
      lang: to.lang,
      params: params ?? {},
      link: link ? `/${to.lang}${link}` : null,
      createdAt: now,
      nextTryAt: now,
    };
    await prepared(tx, 'tell later', (into) => into.insert(db.t.outbox).values(placeholders(row))).execute(row);
  }
}
