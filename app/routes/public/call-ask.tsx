import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { AskForm } from '~/modules/calls/forms-life';
import { getPublicCall } from '~/modules/calls/queries.server';
import { askAboutCall } from '~/modules/calls/questions.server';
import { inWordsOf } from '~/modules/calls/rules';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

// A page of its own: the page of the call is kept for everybody, and each form needs its own key.
export const handle = declare({ see: 'call.ask', do: { ask: 'call.ask' } });
export const meta = titled('callLife.ask');

export const loader = load(handle, async ({ context, params, lang }) => {
  const call = await getPublicCall(context.db.read, params.slug ?? '');
  return { slug: call.slug, title: inWordsOf(lang, call.title, call.titles).text };
});

export const action = act(handle, {
  ask: doing(AskForm, async (context, input, { params, lang }) => {
    const { id, slug } = await getPublicCall(context.db.read, params.slug ?? '');
    await askAboutCall(context, id, input);
    return `/${lang}/calls/${slug}?asked#questions`;
  }),
});

/** A question about a call, from anybody. */
export default function CallAsk() {
  const { slug, title } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/calls`, label: t('calls.title') }, { href: `/${lang}/calls/${slug}`, label: title }]} />
      <h1>{t('callLife.ask')}</h1>
      <PostForm intent="ask" className="stack">
        <Field name="question" label={t('callLife.question')} hint={t('callLife.questionHint')} multiline rows={4} maxLength={2000} />
        <Field name="email" type="email" label={t('callLife.email')} hint={t('callLife.emailHint')} autoComplete="email" width="medium" optional />
        <Button>{t('callLife.ask')}</Button>
      </PostForm>
    </div>
  );
}
