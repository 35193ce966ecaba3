import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { criteria, type PublicCopy, type Score } from '../content';
import { completionDays, type Criteria } from '../rules';

/** The words for everybody, to be read and cut. */
export function CopyFields({ copy }: { copy: Pick<PublicCopy, 'title' | 'place' | 'what' | 'needs'> }) {
  const t = useT();
  return (
    <PostForm intent="publish" formId="publish" className="card stack">
      <h2>{t('localInitiatives.office.publish')}</h2>
      <p className="hint">{t('localInitiatives.office.publishHint')}</p>
      <Field name="title" label={t('localInitiatives.name')} defaultValue={copy.title} lang="pl" />
      <Field name="what" label={t('localInitiatives.what')} defaultValue={copy.what} multiline rows={6} lang="pl" />
      <Field name="needs" label={t('localInitiatives.needs')} defaultValue={copy.needs} multiline rows={5} lang="pl" />
      <Field name="place" label={t('localInitiatives.place')} defaultValue={copy.place} multiline rows={2} lang="pl" />
      <Button>{t('localInitiatives.office.publish')}</Button>
    </PostForm>
  );
}

/** What residents should complete, and by when. */
export function CompletionFields() {
  const t = useT();
  return (
    <Details summary={t('localInitiatives.office.askCompletion')}>
      <PostForm intent="complete" formId="complete" className="stack">
        <Field name="note" label={t('localInitiatives.office.completionNote')} multiline rows={3} lang="pl" />
        <DayField name="dueOn" legend={t('localInitiatives.office.completionDue')} hint={t('localInitiatives.office.completionHint', { n: completionDays })} />
        <Button tone="plain">{t('localInitiatives.office.askCompletion')}</Button>
      </PostForm>
    </Details>
  );
}

/** Points with reasons for each criterion. */
export function ScoreFields({ most, scores }: { most: Criteria; scores: readonly Score[] | null }) {
  const t = useT();
  const form = (
    <PostForm intent="assess" formId="assess" className="stack">
      {criteria.map((criterion) => {
        const given = scores?.find((score) => score.criterion === criterion);
        return (
          <fieldset className="stack" key={criterion}>
            <legend>{t(`localInitiatives.criterion.${criterion}` as const)}</legend>
            <p className="hint">{t(`localInitiatives.criterionWhat.${criterion}` as const)}</p>
            <Field name={`${criterion}.points`} label={t('localInitiatives.points')} hint={t('localInitiatives.office.pointsHint', { max: most[criterion] })} inputMode="numeric" width="short" defaultValue={given?.points} />
            <Field name={`${criterion}.reason`} label={t('localInitiatives.reasons')} hint={t('localInitiatives.office.reasonHint')} multiline rows={3} defaultValue={given?.reason} lang="pl" />
          </fieldset>
        );
      })}
      <Button>{t('localInitiatives.office.saveScores')}</Button>
    </PostForm>
  );
  if (scores) return <Details summary={t('localInitiatives.office.assessAgain')}>{form}</Details>;
  return <section className="card stack"><h2>{t('localInitiatives.office.assess')}</h2>{form}</section>;
}

/** The decision: to do it together, or the reasons why not. */
export function DecisionFields({ canAgree }: { canAgree: boolean }) {
  const t = useT();
  return (
    <section className="card stack">
      <h2>{t('localInitiatives.decision')}</h2>
      {canAgree ? (
        <PostForm intent="agree" formId="agree" className="stack">
          <Field name="reason" label={t('localInitiatives.reasons')} hint={t('localInitiatives.office.reasonHint')} multiline rows={4} lang="pl" />
          <Button>{t('localInitiatives.office.agree')}</Button>
        </PostForm>
      ) : null}
      <WordsForm intent="refuse" name="refusalReason" label={t('localInitiatives.reasons')} hint={t('localInitiatives.office.reasonHint')} button={t('localInitiatives.office.refuse')} />
    </section>
  );
}

/** That it was done, in words for everybody, or what is missing. */
export function CompleteFields({ summary, thingsOut }: { summary: string; thingsOut: boolean }) {
  const t = useT();
  return (
    <>
      <PostForm intent="done" formId="done" className="card stack">
        <h2>{t('localInitiatives.office.complete')}</h2>
        <Field name="summary" label={t('localInitiatives.summary')} hint={t('localInitiatives.office.summaryHint')} defaultValue={summary} multiline rows={6} lang="pl" />
        {thingsOut ? <Checkbox name="thingsBack" label={t('localInitiatives.office.thingsBack')} /> : null}
        <Button>{t('localInitiatives.office.complete')}</Button>
      </PostForm>
      <WordsForm intent="return" name="returnNote" label={t('localInitiatives.office.returnNote')} button={t('localInitiatives.office.returnReport')} />
    </>
  );
}

/** Why nothing comes of it. */
export function EndFields() {
  const t = useT();
  return <WordsForm intent="end" name="endReason" label={t('localInitiatives.endedBecause')} hint={t('localInitiatives.office.reasonHint')} button={t('localInitiatives.office.end')} />;
}

type Words = { intent: string; name: string; label: string; hint?: ReactNode; button: string };

function WordsForm({ intent, name, label, hint, button }: Words) {
  return (
    <Details summary={button}>
      <PostForm intent={intent} formId={intent} className="stack">
        <Field name={name} label={label} hint={hint} multiline rows={4} lang="pl" />
        <Button tone="bad">{button}</Button>
      </PostForm>
    </Details>
  );
}
