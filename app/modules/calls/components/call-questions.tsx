import type { Lang } from '~/i18n/messages';
import { useT } from '~/i18n/react';
import { Details } from '~/ui/details';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

type Question = { id: string; lang: Lang; question: string; answer: string | null; answered: string };

/** Answered questions about a call, and the way to a new one. */
export function CallQuestions({ questions, sent, askAt }: { questions: Question[]; sent: boolean; askAt: string }) {
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
      <p><a href={askAt}>{t('callLife.ask')}</a></p>
    </section>
  );
}
