import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { AnswerSuggestionForm } from '~/modules/organisations/forms-of-life';
import { answerSuggestion, getSuggestion } from '~/modules/organisations/suggestions.server';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'suggestion.answer', do: { answer: 'suggestion.answer' } });
export const meta = titled('registry.suggestions.one');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { organisationId, organisationName, slug, topic, text, lang: written, email, status, answer, sentAt } = await getSuggestion(context.db.read, params.id ?? '');
  return { organisationId, name: organisationName, slug, topic, text, written, wantsAnswer: email !== null, status, answer, sent: formatInstant(sentAt, lang) };
});

export const action = act(handle, {
  answer: doing(AnswerSuggestionForm, async (context, input, { params, lang }) => {
    await answerSuggestion(context, params.id ?? '', input);
    return `/${lang}/office/suggestions`;
  }),
});

/** What somebody says is wrong in an entry, and the officer's answer. */
export default function Suggestion() {
  const { organisationId, name, slug, topic, text, written, wantsAnswer, status, answer, sent } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const office = `/${lang}/office`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: office, label: t('ui.nav.office') }, { href: `${office}/suggestions`, label: t('registry.suggestions.title') }]} />
      <h1>{t('registry.suggestions.one')}</h1>
      <p className="row"><a href={`${office}/organisations/${organisationId}`} lang="pl">{name}</a> <a href={`/${lang}/organisations/${slug}`}>{t('organisations.seePublic')}</a></p>
      <p className="hint">{t(`registry.topic.${topic}` as const)}, {sent}</p>
      <OwnText lang={written}>{text}</OwnText>
      {status === 'open' ? (
        <PostForm intent="answer" className="card stack">
          <Radios
            name="outcome" legend={t('registry.suggestions.outcome')}
            options={(['taken', 'not_taken'] as const).map((value) => ({ value, label: t(`registry.suggestionStatus.${value}` as const), hint: t(`registry.suggestionHint.${value}` as const) }))}
          />
          <Field
            name="answer" label={t('registry.suggestions.answer')} multiline rows={4} maxLength={2000}
            hint={t(wantsAnswer ? 'registry.suggestions.answerMailed' : 'registry.suggestions.answerKept')}
          />
          <Button>{t('registry.suggestions.send')}</Button>
        </PostForm>
      ) : (
        <Notice title={t(`registry.suggestionStatus.${status}` as const)}><p className="own-text">{answer}</p></Notice>
      )}
    </div>
  );
}
