import type { Lang } from '~/i18n/messages';
import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

type Question = { id: string; lang: Lang; question: string; answer: string | null; answered: string };

/** Answered questions about a call, and the form for a new one. */
export function CallQuestions({ questions, sent }: { questions: Question[]; sent: boolean }) {
  const t = useT();
  return (
    <section className="stack" id="questions">
      <h2>{t('callLife.questions')}</h2>
      {sent ? <Notice tone="good">{t('callLife.asked')}</Notice> : null}
      {questions.length === 0 ? <p>{t('callLife.noQuestions')}</p> : null}
      {questions.map(({ id, lang, question, answer, answered }) => (
        <Details summary={<OwnText lang={lang} as="span">{question}</OwnText>} key={id}>
          <OwnText lang="pl">{answer ?? ''}</OwnText>
          <p className="meta">{t('callLife.answeredOn', { on: answered })}</p>
        </Details>
      ))}
      <Details summary={t('callLife.ask')}>
        <PostForm intent="ask" formId="ask" className="stack">
          <Field name="question" label={t('callLife.question')} hint={t('callLife.questionHint')} multiline rows={4} maxLength={2000} />
          <Field name="email" type="email" label={t('callLife.email')} hint={t('callLife.emailHint')} autoComplete="email" width="medium" optional />
          <Button>{t('callLife.ask')}</Button>
        </PostForm>
      </Details>
    </section>
  );
}
