import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Radios, Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { callForms, copyFields, type Answer, type CopyWords } from '../content';

const labels = {
  title: 'proposals.name', need: 'proposals.need', benefit: 'proposals.benefit', description: 'proposals.description', place: 'proposals.place',
  beneficiaries: 'proposals.beneficiaries', experience: 'proposals.part.experience',
} as const;

/** The words for everybody, to be read and cut. */
export function CopyFields({ copy }: { copy: CopyWords }) {
  const t = useT();
  return (
    <PostForm intent="publish" formId="publish" className="card stack">
      <h2>{t('proposals.office.publish')}</h2>
      <p className="hint">{t('proposals.office.publishHint')}</p>
      {copyFields.map((field) => <Field key={field} name={field} label={t(labels[field])} defaultValue={copy[field]} lang="pl" {...(field === 'title' ? {} : { multiline: true, rows: 4 })} optional={field === 'place'} />)}
      <Button>{t('proposals.office.publishButton')}</Button>
    </PostForm>
  );
}

/** A question to the organisation. */
export function QuestionFields() {
  const t = useT();
  return (
    <Details summary={t('proposals.office.ask')}>
      <PostForm intent="ask" formId="ask" className="stack">
        <Field name="question" label={t('proposals.office.question')} multiline rows={3} lang="pl" />
        <Button tone="plain">{t('proposals.office.ask')}</Button>
      </PostForm>
    </Details>
  );
}

/** The answer, as it is drafted and as it is decided. */
export function AnswerFields({ intent, title, button, answer }: { intent: 'examine' | 'decide'; title: string; button: string; answer: Answer | null }) {
  const t = useT();
  const verdict = answer ? (answer.purposeful ? 'purposeful' : 'not_purposeful') : undefined;
  return (
    <PostForm intent={intent} formId={intent} className="card stack">
      <h2>{title}</h2>
      <Radios name="verdict" legend={t('proposals.office.verdict')} defaultValue={verdict} options={(['purposeful', 'not_purposeful'] as const).map((value) => ({ value, label: t(`proposals.office.verdict.${value}` as const) }))} />
      <Select name="callForm" label={t('proposals.callForm')} hint={t('proposals.office.onlyYes')} defaultValue={answer?.callForm ?? ''} empty={t('ui.choose')} options={callForms.map((value) => ({ value, label: t(`proposals.callForm.${value}` as const) }))} />
      <DayField name="announceOn" legend={t('proposals.announceOn')} hint={t('proposals.office.onlyYes')} defaultValue={answer?.announceOn} />
      <Field name="reason" label={t('proposals.reason')} hint={t('proposals.office.reasonHint')} multiline rows={5} defaultValue={answer?.reason} lang="pl" />
      <Button>{button}</Button>
    </PostForm>
  );
}

/** Which call came of the proposal. */
export function LinkFields({ calls, callId, newCall }: { calls: { id: string; title: string; number: string }[]; callId: string | null; newCall: string }) {
  const t = useT();
  return (
    <PostForm intent="link" formId="link" className="card stack">
      <h2>{t('proposals.office.link')}</h2>
      <p className="hint">{t('proposals.office.linkHint')} <a href={newCall}>{t('proposals.office.newCall')}</a></p>
      <Select name="callId" label={t('proposals.callOfIt')} defaultValue={callId ?? ''} empty={t('proposals.office.noCall')} options={calls.map(({ id, title, number }) => ({ value: id, label: `${number} ${title}` }))} />
      <Button tone="plain">{t('proposals.office.linkButton')}</Button>
    </PostForm>
  );
}
