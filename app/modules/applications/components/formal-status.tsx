import type { MessageKey } from '~/i18n/codes';
import { useT } from '~/i18n/react';
import { Tag, type Tone } from '~/ui/tag';

const tones: Record<string, Tone> = {
  correction_requested: 'wait', formally_valid: 'good', formally_rejected: 'bad', in_assessment: 'info', assessed: 'info',
  recommended: 'good', awarded: 'good', contracted: 'good', rejected: 'bad', reserve: 'wait',
};

/** The state of an offer in a word. */
export function ApplicationTag({ status }: { status: string }) {
  const t = useT();
  return <Tag tone={tones[status] ?? 'plain'}>{t(`applications.status.${status}` as MessageKey)}</Tag>;
}
