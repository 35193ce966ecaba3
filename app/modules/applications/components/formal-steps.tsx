import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

/** After the deadline of a correction that did not come, the way to reject. */
export function OverdueStep() {
  const t = useT();
  return <PostForm intent="rejectOverdue" formId="overdue"><Button tone="plain">{t('screening.rejectOverdue')}</Button></PostForm>;
}

/** Proposes the result, as the first of two people. */
export function ProposalStep() {
  const t = useT();
  return (
    <section className="stack">
      <h3>{t('screening.result')}</h3>
      <PostForm intent="propose" formId="proposal" className="stack">
        <Radios name="proposal" legend={t('screening.result')} options={(['valid', 'rejected'] as const).map((value) => ({ value, label: t(`screening.result.${value}` as const) }))} />
        <Field name="reason" label={t('screening.reason')} hint={t('screening.reasonHint')} multiline rows={3} optional />
        <Button>{t('screening.propose')}</Button>
      </PostForm>
    </section>
  );
}

/** The proposed or confirmed result; the second of two people confirms it here. */
export function ProposalState({ proposal, reason, name, at, confirmed, mayConfirm }: { proposal: 'valid' | 'rejected'; reason: string | null; name: string; at: string; confirmed: boolean; mayConfirm: boolean }) {
  const t = useT();
  return (
    <section className="stack">
      <Notice tone={proposal === 'valid' ? 'good' : 'bad'} title={t(`screening.result.${proposal}` as const)}>
        <p>{t('screening.proposedBy', { name, at })}</p>
        {reason ? <p lang="pl">{reason}</p> : null}
        {confirmed ? null : <p>{t('screening.waitsForSecond')}</p>}
      </Notice>
      {confirmed ? null : <p className="hint">{t('screening.confirmHint')}</p>}
      {mayConfirm ? <PostForm intent="confirm" formId="confirm"><Button>{t('screening.confirm')}</Button></PostForm> : null}
    </section>
  );
}
