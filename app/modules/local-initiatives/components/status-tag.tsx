import { useT } from '~/i18n/react';
import { Tag, type Tone } from '~/ui/tag';
import type { LocalInitiativeStatus } from '../content';

const tones: Record<LocalInitiativeStatus, Tone> = {
  draft: 'plain', submitted: 'info', completion_requested: 'bad', assessed: 'wait', agreed: 'good', in_progress: 'info', reported: 'wait', completed: 'good', refused: 'bad', ended: 'plain', withdrawn: 'plain',
};

/** The state of a local initiative in a word. */
export function LocalInitiativeTag({ status }: { status: LocalInitiativeStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`localInitiatives.status.${status}` as const)}</Tag>;
}
