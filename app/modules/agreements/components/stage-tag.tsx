import { useT } from '~/i18n/react';
import { Tag } from '~/ui/tag';
import type { Stage } from '../rules';

const tones = { awarded: 'wait', contracting: 'wait', running: 'info', settling: 'info', done: 'good' } as const;

/** Where a funded initiative stands, for everybody. */
export function StageTag({ stage }: { stage: Stage }) {
  const t = useT();
  return <Tag tone={tones[stage]}>{t(`agreements.stage.${stage}` as const)}</Tag>;
}
