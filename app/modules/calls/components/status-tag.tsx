import { useT } from '~/i18n/react';
import type { CallStatus } from '~/modules/calls/rules';
import { Tag } from '~/ui/tag';

/** The stage of a call in words. */
export function StatusTag({ status }: { status: CallStatus }) {
  const t = useT();
  const tone = status === 'open' ? 'good' : status === 'annulled' || status === 'cancelled' ? 'bad' : 'plain';
  return <Tag tone={tone}>{t(`calls.status.${status}` as const)}</Tag>;
}
