import { useT } from '~/i18n/react';
import { Tag, type Tone } from '~/ui/tag';
import type { CallStatus } from '../rules';

const tones: Partial<Record<CallStatus, Tone>> = {
  internal_review: 'wait', approved: 'info', open: 'good', screening: 'wait', assessment: 'wait', ranked: 'wait', decided: 'info', annulled: 'bad', cancelled: 'bad',
};

/** The state of a call in a word. */
export function CallTag({ status }: { status: CallStatus }) {
  const t = useT();
  return <Tag tone={tones[status] ?? 'plain'}>{t(`calls.status.${status}` as const)}</Tag>;
}
