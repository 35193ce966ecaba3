import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { AnswerForm, SetAsideForm } from '~/modules/calls/forms-life';
import { listQuestions } from '~/modules/calls/life-queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { answerQuestion, setQuestionAside } from '~/modules/calls/questions.server';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'office.read', do: { answer: 'call.answer', setAside: 'call.answer' } });
export const meta = titled('callLife.questions');

export const loader = load(handle, async ({ context, params, url, lang }) => {
  const { actor, db: { read } } = context;
  const call = await getCall(read, params.id ?? '');
  const questions = await listQuestions(read, call.id, ['asked', 'answered']);
  const waiting = questions.filter(({ status }) => status === 'asked');
  // One form at a time: two fields on one page cannot have one name.
  const chosen = waiting.find(({ id }) => id === url.searchParams.get('question')) ?? waiting[0];
  return {
    id: call.id, title: call.title, chosen: chosen?.id, mayAnswer: may(actor, 'call.answer'),
    questions: questions.map(({ askedAt, answeredAt, ...one }) => ({ ...one, asked: formatDay(dayOf(askedAt), lang), answered: answeredAt ? formatDay(dayOf(answeredAt), lang) : '' })),
  };
});

const here = ({ params, lang }: { params: Record<string, string>; lang: string }) => `/${lang}/office/calls/${params.id}/questions`;

export const action = act(handle, {
  answer: doing(AnswerForm, async (context, input, asked) => {
    await answerQuestion(context, input);
    return here(asked);
  }),
  setAside: doing(SetAsideForm, async (context, { question }, asked) => {
    await setQuestionAside(context, question);
    return here(asked);
  }),
});

/** What people ask about a call, each with its answer or a place for it. */
export default function CallQuestions() {
  const { id, title, questions, chosen, mayAnswer } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }, { href: `/${lang}/office/calls/${id}`, label: title }]} />
      <h1>{t('callLife.questions')}</h1>
      {questions.length === 0 ? <EmptyState title={t('callLife.noQuestions')} /> : null}
      {questions.map((one) => (
        <article className="card stack" key={one.id}>
          <p className="meta">{one.asked}</p>
          <OwnText lang={one.lang}>{one.question}</OwnText>
          {one.answer ? <><p className="meta">{t('callLife.answeredOn', { on: one.answered })}</p><OwnText lang="pl">{one.answer}</OwnText></> : null}
          {mayAnswer && one.status === 'asked' && one.id !== chosen ? <p><a href={`?question=${one.id}`}>{t('callLife.toAnswer')}</a></p> : null}
          {mayAnswer && one.id === chosen ? (
            <>
              <PostForm intent="answer" formId={`answer-${one.id}`} className="stack">
                <input type="hidden" name="question" value={one.id} />
                <Field name="answer" label={t('callLife.answer')} multiline rows={4} maxLength={4000} />
                <Button>{t('callLife.answerSend')}</Button>
              </PostForm>
              <PostForm intent="setAside" formId={`aside-${one.id}`}>
                <input type="hidden" name="question" value={one.id} />
                <Button tone="plain">{t('callLife.setAside')}</Button>
              </PostForm>
            </>
          ) : null}
        </article>
      ))}
    </div>
  );
}
