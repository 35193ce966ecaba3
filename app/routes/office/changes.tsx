import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { listOpenChanges } from '~/modules/organisations/changes.server';
import { WaitingList } from '~/modules/organisations/components/waiting-list';
import { fieldLabel } from '~/modules/organisations/labels-of-life';
import { changedRegisterFields } from '~/modules/organisations/rules-of-life';
import { formatInstant } from '~/shared/time';

export const handle = declare({ see: 'change.decide' });
export const meta = titled('registry.changes.title');

export const loader = load(handle, async ({ context, lang, t }) => ({
  rows: (await listOpenChanges(context.db.read)).map(({ id, name, askedAt, before, after }) => ({
    id, name, href: `/${lang}/office/changes/${id}`, since: formatInstant(askedAt, lang), what: changedRegisterFields(before, after).map((field) => fieldLabel(t, field)).join(', '),
  })),
}));

/** Requests to change verified data, the oldest first. */
export default function Changes() {
  const { rows } = useLoaderData<typeof loader>();
  const t = useT();
  return <WaitingList title={t('registry.changes.title')} what={t('registry.changes.what')} rows={rows} />;
}
