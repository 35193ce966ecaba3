import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { followAddress } from '~/http/moved.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { suggestionTopics } from '~/modules/organisations/content-of-life';
import { SuggestForm } from '~/modules/organisations/forms-of-life';
import { getPublicOrganisation } from '~/modules/organisations/queries.server';
import { suggestCorrection } from '~/modules/organisations/suggestions.server';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Confirmation } from '~/ui/notice';

export const handle = declare({ see: 'suggestion.make', do: { suggest: 'suggestion.make' } });
export const meta = titled('registry.suggest.title');

export const loader = load(handle, async (asked) => {
  const { context, params, url } = asked;
  await followAddress(asked, '/suggest');
  const { name, slug } = await getPublicOrganisation(context.db.read, params.slug ?? '');
  return { name, slug, sent: url.searchParams.has('sent') };
});

export const action = act(handle, {
  suggest: doing(SuggestForm, async (context, input, { params, lang }) => {
    const { id, slug } = await getPublicOrganisation(context.db.read, params.slug ?? '');
    await suggestCorrection(context, id, input);
    return `/${lang}/organisations/${slug}/suggest?sent=1`;
  }),
});

/** Where anybody says what is wrong in an entry, without an account. */
export default function OrganisationSuggest() {
  const { name, slug, sent } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const entry = `/${lang}/organisations/${slug}`;
  if (sent) return <Confirmation title={t('registry.suggest.sent')}><p>{t('registry.suggest.sentText')}</p><p><a href={entry}>{t('registry.backToEntry')}</a></p></Confirmation>;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/organisations`, label: t('organisations.title') }, { href: entry, label: name }]} />
      <h1>{t('registry.suggest.title')}</h1>
      <p lang="pl"><strong>{name}</strong></p>
      <p>{t('registry.suggest.lead')}</p>
      <PostForm intent="suggest" className="stack">
        <Radios name="topic" legend={t('registry.suggest.topic')} options={suggestionTopics.map((value) => ({ value, label: t(`registry.topic.${value}` as const) }))} />
        <Field name="text" label={t('registry.suggest.text')} hint={t('registry.suggest.textHint')} multiline rows={5} maxLength={2000} />
        <Field name="email" type="email" label={t('registry.suggest.email')} hint={t('registry.suggest.emailHint')} width="medium" autoComplete="email" optional />
        <Button>{t('registry.suggest.send')}</Button>
      </PostForm>
    </div>
  );
}
