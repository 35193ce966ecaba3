import { useT } from '~/i18n/react';
import { Tag } from '~/ui/tag';
import type { AgreementStatus } from '../rules';

const tones = { preparing: 'plain', ready_to_sign: 'wait', signed_by_org: 'wait', active: 'good', under_settlement: 'info', settled: 'good' } as const;

/** Where an agreement stands, in words. */
export function AgreementTag({ status }: { status: AgreementStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`agreements.status.${status}` as const)}</Tag>;
}
