import { useLang, useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import type { OrganisationStatus } from '../content';

export type Standing = {
  status: OrganisationStatus;
  statusReason: string | null;
  /** Until when or since when the yearly confirmation matters; nothing while it is far. */
  confirmation: { over: boolean; day: string } | null;
  confirmed: string | null;
  pendingChange: boolean;
  objection: string | null;
  can: { confirm: boolean; requestChange: boolean };
};

/** What the organisation should know of its entry, and the one button of the yearly confirmation. */
export function OwnStanding({ id, standing }: { id: string; standing: Standing }) {
  const t = useT();
  const lang = useLang();
  const { status, statusReason, confirmation, confirmed, pendingChange, objection, can } = standing;
  return (
    <>
      {(status === 'suspended' || status === 'archived') && statusReason ? (
        <Notice tone="bad" title={t(`registry.reason.${status}` as const)}><p className="own-text" lang="pl">{statusReason}</p></Notice>
      ) : null}
      {objection ? <Notice tone="deadline" title={t('registry.handOver.title')}>{t('registry.handOver.running', { day: objection })}</Notice> : null}
      {pendingChange ? <Notice>{<p>{t('registry.change.waits')} <a href={`/${lang}/my/${id}/change`}>{t('registry.change.see')}</a></p>}</Notice> : null}
      {confirmation ? (
        <Notice tone={confirmation.over ? 'bad' : 'deadline'} title={t('registry.confirm.title')}>
          <p>{t(confirmation.over ? 'registry.confirm.over' : 'registry.confirm.due', { day: confirmation.day })}</p>
        </Notice>
      ) : null}
      {can.confirm ? (
        <PostForm intent="confirm" className="row">
          <Button tone={confirmation ? 'main' : 'plain'}>{t('registry.confirm.button')}</Button>
          {confirmed ? <span className="hint">{t('organisations.confirmed', { day: confirmed })}</span> : null}
        </PostForm>
      ) : null}
    </>
  );
}
