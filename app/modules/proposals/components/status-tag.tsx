import { useT } from '~/i18n/react';
import { Tag, type Tone } from '~/ui/tag';
import type { ProposalStatus } from '../content';

const tones: Record<ProposalStatus, Tone> = { draft: 'plain', submitted: 'info', question_asked: 'bad', examined: 'wait', purposeful: 'good', not_purposeful: 'bad', withdrawn: 'plain' };

/** The state of a proposal in a word. */
export function ProposalTag({ status }: { status: ProposalStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`proposals.status.${status}` as const)}</Tag>;
}
