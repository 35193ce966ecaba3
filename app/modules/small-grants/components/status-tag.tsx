import { useT } from '~/i18n/react';
import { Tag, type Tone } from '~/ui/tag';
import type { SmallGrantStatus } from '../content';

const tones: Record<SmallGrantStatus, Tone> = {
  draft: 'plain', submitted: 'info', correction_requested: 'bad', purposeful: 'wait', posted: 'good', comments_closed: 'wait', approved: 'good', refused: 'bad', withdrawn: 'plain',
};

/** The state of a small grant in a word. */
export function SmallGrantTag({ status }: { status: SmallGrantStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`smallGrants.status.${status}` as const)}</Tag>;
}
