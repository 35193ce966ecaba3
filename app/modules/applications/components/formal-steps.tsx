import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Checkboxes, Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { offerSections, type OfferSection } from '../content';

/** The official name of a section of the offer. */
export function useSectionName(): (section: OfferSection) => string {
  const t = useT();
  return (section) => t(`screening.section.${section}` as const);
}

/** Calls the organisation to correct chosen parts of its offer. */
export function CorrectionStep({ due }: { due: string }) {
  const t = useT();
  const nameOf = useSectionName();
  return (
    <section className="stack">
      <h3>{t('screening.correction')}</h3>
      <p className="hint">{t('screening.correctionOnce', { due })}</p>
      <PostForm intent="correct" formId="correction" className="stack">
        <Checkboxes name="sections" legend={t('screening.correctionSections')} options={offerSections.map((section) => ({ value: section, label: nameOf(section) }))} />
        <Field name="note" label={t('screening.correctionNote')} multiline rows={4} />
        <Button tone="plain">{t('screening.sendCorrection')}</Button>
      </PostForm>
    </section>
  );
}

/** The correction that was asked for, and after its deadline the way to reject. */
export function CorrectionState({ due, note, sections, overdue, mayReject }: { due: string; note: string; sections: readonly string[]; overdue: boolean; mayReject: boolean }) {
  const t = useT();
  const nameOf = useSectionName();
  return (
    <section className="stack">
      <Notice tone="deadline" title={t('screening.correctionSent')}>
        <p>{t('screening.correctionDue')}: {due}</p>
        <ul>{offerSections.filter((section) => sections.includes(section)).map((section) => <li key={section}>{nameOf(section)}</li>)}</ul>
        <p lang="pl">{note}</p>
      </Notice>
      {overdue && mayReject ? (
        <PostForm intent="rejectOverdue" formId="overdue"><Button tone="plain">{t('screening.rejectOverdue')}</Button></PostForm>
      ) : null}
    </section>
  );
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
