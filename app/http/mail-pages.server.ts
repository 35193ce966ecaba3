import type { Context } from '~/access/context';
import { letterOf } from '~/modules/notifications/letter';
import { countMails, listMails } from '~/modules/notifications/queries.server';
import { formatInstant } from '~/shared/time';
import { pageOf } from './page-of';

const size = 30;

/** Mails as a page shows them, newest first, each as the person gets it. */
export async function mailsToShow({ db, lang, origin }: Context, url: URL) {
  const page = pageOf(url);
  const to = url.searchParams.get('to')?.slice(0, 200) || undefined;
  const [mails, total] = await Promise.all([listMails(db.read, { page, size, ...(to ? { to } : {}) }), countMails(db.read, to)]);
  return {
    page,
    pages: Math.max(1, Math.ceil(total / size)),
    to: to ?? '',
    mails: mails.map((mail) => {
      const { subject, text } = letterOf(mail, origin);
      return {
        id: mail.id, to: mail.toEmail, lang: mail.lang, subject, text, link: mail.link, when: formatInstant(mail.createdAt, lang, { seconds: true }),
        state: mail.sentAt ? ('sent' as const) : mail.failedAt ? ('failed' as const) : ('waiting' as const),
      };
    }),
  };
}
