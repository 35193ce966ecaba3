import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import { dispositions } from '../content';
import type { ShownComment } from './comment-list';

/** One comment on an officer's desk: read it, answer it, or hide it with a reason. */
export function HandleComment({ comment }: { comment: ShownComment }) {
  const t = useT();
  const { number, lang, text, authorName, disposition, answer } = comment;
  return (
    <section className="card stack">
      <h3>{t('consultations.number', { number })}</h3>
      <p className="meta">{authorName ?? t('consultations.unnamed')}</p>
      <OwnText lang={lang}>{text}</OwnText>
      <PostForm intent="answer" formId="answer" className="stack">
        <h4>{t('consultations.answer')}</h4>
        <Radios name="disposition" legend={t('consultations.answer.disposition')} defaultValue={disposition} options={dispositions.map((value) => ({ value, label: t(`consultations.disposition.${value}` as const) }))} />
        <Field name="answer" label={t('consultations.answer.text')} hint={t('consultations.answer.textHint')} lang="pl" multiline defaultValue={answer} />
        <Button>{t('consultations.answer.save')}</Button>
      </PostForm>
      <PostForm intent="hide" formId="hide" className="stack">
        <h4>{t('consultations.hide')}</h4>
        <Field name="reason" label={t('consultations.hide.reason')} hint={t('consultations.hide.reasonHint')} lang="pl" />
        <Button tone="plain">{t('consultations.hide')}</Button>
      </PostForm>
    </section>
  );
}
