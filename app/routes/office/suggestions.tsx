import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { WaitingList } from '~/modules/organisations/components/waiting-list';
import { listOpenSuggestions } from '~/modules/organisations/suggestions.server';
import { formatInstant } from '~/shared/time';

export const handle = declare({ see: 'suggestion.answer' });
export const meta = titled('registry.suggestions.title');

export const loader = load(handle, async ({ context, lang, t }) => ({
  rows: (await listOpenSuggestions(context.db.read)).map(({ id, name, topic, sentAt }) => ({
    id, name, href: `/${lang}/office/suggestions/${id}`, since: formatInstant(sentAt, lang), what: t(`registry.topic.${topic}` as const),
  })),
}));

/** What people say is wrong in entries, the oldest first. */
export default function Suggestions() {
  const { rows } = useLoaderData<typeof loader>();
  const t = useT();
  return <WaitingList title={t('registry.suggestions.title')} what={t('registry.suggest.topic')} rows={rows} />;
}
