import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { mailsToShow } from '~/http/mail-pages.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { MailList } from '~/modules/notifications/components/mail-list';
import { NotFound } from '~/shared/errors';
import { Notice } from '~/ui/notice';
import { Pagination } from '~/ui/pagination';

export const handle = declare({ see: 'public.read' });
export const meta = titled('notifications.mailbox');

/** Only in a demo without a mail server: everyone reads the mails that would have been sent. */
export const loader = load(handle, async ({ context, url, mailShown }) => {
  if (!mailShown) throw new NotFound('mailbox');
  return mailsToShow(context, url);
});

export default function Mailbox() {
  const { mails, page, pages } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('notifications.mailbox')}</h1>
      <Notice>{t('notifications.mailboxHint')}</Notice>
      <MailList mails={mails} />
      <Pagination page={page} pages={pages} />
    </div>
  );
}
