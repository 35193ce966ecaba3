import { useT } from '~/i18n/react';
import type { CallStatus } from '~/modules/calls/rules';
import { Steps } from '~/ui/steps';

const steps = ['approved', 'open', 'screening', 'assessment', 'decided', 'contracting', 'completed'] as const;

/** The stages of an ordinary path; a call that was stopped has none. */
const stepOf: Partial<Record<CallStatus, number>> = {
  draft: 0, internal_review: 0, approved: 0, open: 1, closed: 2, screening: 2, assessment: 3, ranked: 4, decided: 4,
  results_published: 5, contracting: 5, completed: 6,
};

/** Where the call is on its way, and what happens next. */
export function CallSteps({ status }: { status: CallStatus }) {
  const t = useT();
  const current = stepOf[status];
  return (
    <section className="stack">
      <h2>{t('calls.steps')}</h2>
      {current === undefined ? null : <Steps items={steps.map((step) => ({ label: t(`calls.status.${step}` as const) }))} current={current} />}
      <p><strong>{t('calls.next')}: </strong>{t(`calls.next.${status}` as const)}</p>
    </section>
  );
}
