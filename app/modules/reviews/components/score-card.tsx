import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export type ScoredCriterion = { id: string; name: string; max: number; points: number | null; reason: string };

type ScoreCardProps = { criteria: readonly ScoredCriterion[]; open: boolean; handedIn: boolean; total: number };

/** The reader's own card: points and a reason for each criterion, a draft until it is handed in. */
export function ScoreCard({ criteria, open, handedIn, total }: ScoreCardProps) {
  const t = useT();
  const sum = t('reviews.total', { total, max: criteria.reduce((all, { max }) => all + max, 0) });
  if (!open) {
    return (
      <>
        {handedIn ? <Notice tone="good" title={t('reviews.handedInTitle')}>{sum}</Notice> : <p>{sum}</p>}
        <SummaryList items={criteria.map(({ name, max, points, reason }) => ({
          label: name,
          value: <><strong>{points ?? '–'}/{max}</strong>{reason ? <OwnText lang="pl" as="div">{reason}</OwnText> : null}</>,
        }))} />
      </>
    );
  }
  return (
    <PostForm intent="save" formId="card" className="stack">
      {criteria.map(({ id, name, max, points, reason }, i) => (
        <fieldset key={id} className="stack">
          <legend>{name}</legend>
          <input type="hidden" name={`scores[${i}].criterionId`} value={id} />
          <Field name={`scores[${i}].points`} label={t('reviews.points', { max })} inputMode="numeric" width="short" defaultValue={points} />
          <Field name={`scores[${i}].reason`} label={t('reviews.reason')} hint={t('reviews.reasonHint')} multiline rows={3} defaultValue={reason} lang="pl" />
        </fieldset>
      ))}
      <p>{sum}</p>
      <div className="row">
        <Button tone="plain">{t('reviews.save')}</Button>
        <Button name="then" value="handIn">{t('reviews.handIn')}</Button>
      </div>
      <p className="hint">{t('reviews.handInHint')}</p>
    </PostForm>
  );
}
