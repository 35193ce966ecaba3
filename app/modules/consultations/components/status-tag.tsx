import { useT } from '~/i18n/react';
import { Tag, type Tone } from '~/ui/tag';
import type { ConsultationStatus } from '../content';

const tones: Record<ConsultationStatus, Tone> = { draft: 'plain', announced: 'info', open: 'good', closed: 'plain', analysing: 'wait', report_published: 'info' };

/** The state of a consultation in a word. */
export function StatusTag({ status }: { status: ConsultationStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`consultations.status.${status}` as const)}</Tag>;
}
