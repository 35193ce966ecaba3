import { useT } from '~/i18n/react';
import { EmptyState } from '~/ui/empty-state';
import { Tag } from '~/ui/tag';

type Mail = { id: string; to: string; lang: string; subject: string; text: string; link: string | null; when: string; state: 'sent' | 'failed' | 'waiting' };

const tones = { sent: 'good', failed: 'bad', waiting: 'wait' } as const;

/** Mails one under another, each opening to its text and its link. */
export function MailList({ mails }: { mails: Mail[] }) {
  const t = useT();
  if (mails.length === 0) return <EmptyState title={t('notifications.none')} />;
  return (
    <ul className="stack">
      {mails.map((mail) => (
        <li key={mail.id} className="card">
          <h2 lang={mail.lang}>{mail.subject}</h2>
          <p className="hint">{`${t('notifications.to')}: ${mail.to} · ${mail.when}`} <Tag tone={tones[mail.state]}>{t(`notifications.state.${mail.state}` as const)}</Tag></p>
          <div className="own-text" lang={mail.lang}>{mail.text}</div>
          {mail.link ? <p><a href={mail.link} data-mail-link={mail.to}>{t('notifications.open')}</a></p> : null}
        </li>
      ))}
    </ul>
  );
}
