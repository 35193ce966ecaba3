import { useT } from '~/i18n/react';
import { Steps } from '~/ui/steps';
import { callStatuses, type CallStatus } from '../rules';

const straight = callStatuses.filter((status) => status !== 'annulled' && status !== 'cancelled');

/** The whole path of a call with "you are here"; a call that ended early has left the path. */
export function CallStages({ status }: { status: CallStatus }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('calls.steps')}</h2>
      <Steps items={straight.map((one) => ({ label: t(`calls.status.${one}` as const) }))} current={straight.indexOf(status as (typeof straight)[number])} />
    </section>
  );
}
