import { useLang, useT } from '~/i18n/react';
import { formatDay } from '~/shared/time';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import type { Answer, Question } from '../content';
import type { Clock } from '../rules';

/** The City's answer with its reasons, and for a purposeful task how and when its call is announced. */
export function AnswerCard({ answer: { purposeful, reason, callForm, announceOn }, day }: { answer: Answer; day: string }) {
  const t = useT();
  const lang = useLang();
  return (
    <section className="card stack">
      <h2>{t('proposals.answer')}</h2>
      <p>{t(purposeful ? 'proposals.answer.purposeful' : 'proposals.answer.notPurposeful', { day })}</p>
      <SummaryList
        items={[
          ...(callForm ? [{ label: t('proposals.callForm'), value: t(`proposals.callForm.${callForm}` as const) }] : []),
          ...(announceOn ? [{ label: t('proposals.announceOn'), value: formatDay(announceOn, lang) }] : []),
          { label: t('proposals.reason'), value: <OwnText lang="pl">{reason}</OwnText> },
        ]}
      />
    </section>
  );
}

/** Until when the City answers, or that it is late. */
export function DueNotice({ due, clock }: { due: string; clock: Clock }) {
  const t = useT();
  if (clock === 'overdue') return <Notice tone="bad">{t('proposals.overdue', { day: due })}</Notice>;
  return <Notice tone="deadline">{t('proposals.dueBy')} {due}</Notice>;
}

/** What the City asked and what the organisation replied. */
export function Questions({ questions }: { questions: Question[] }) {
  const t = useT();
  if (questions.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('proposals.questions')}</h2>
      {questions.map(({ id, asked, question, replied, reply }) => (
        <div className="card stack" key={id}>
          <h3>{t('proposals.askedOn', { day: asked })}</h3>
          <OwnText lang="pl">{question}</OwnText>
          {replied ? <><h3>{t('proposals.repliedOn', { day: replied })}</h3><OwnText lang="pl">{reply}</OwnText></> : null}
        </div>
      ))}
    </section>
  );
}
