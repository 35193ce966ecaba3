import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { listOpenClaims } from '~/modules/organisations/claims.server';
import { WaitingList } from '~/modules/organisations/components/waiting-list';
import { formatInstant } from '~/shared/time';

export const handle = declare({ see: 'claim.decide' });
export const meta = titled('registry.claims.title');

export const loader = load(handle, async ({ context, lang, t }) => ({
  rows: (await listOpenClaims(context.db.read)).map(({ id, name, person, position, askedAt, rivals }) => ({
    id, name, href: `/${lang}/office/claims/${id}`, since: formatInstant(askedAt, lang),
    what: [person, position, rivals > 0 ? t('registry.claims.rivals', { n: rivals }) : ''].filter(Boolean).join(', '),
  })),
}));

/** Claims of entries made from public lists, the oldest first. */
export default function Claims() {
  const { rows } = useLoaderData<typeof loader>();
  const t = useT();
  return <WaitingList title={t('registry.claims.title')} what={t('registry.claims.who')} rows={rows} />;
}
