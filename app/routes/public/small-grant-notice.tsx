import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { LangProvider, useT } from '~/i18n/react';
import { OfferCopy } from '~/modules/small-grants/components/offer-copy';
import { getPublicSmallGrant } from '~/modules/small-grants/queries.server';
import { formatDay } from '~/shared/time';

export const handle = declare({ see: 'smallGrant.see', kept: 'hour' });
export const meta = titled('smallGrants.notice');

export const loader = load(handle, async ({ context, params }) => {
  const { copy, number, commentsUntil, postedOn, organisationName } = await getPublicSmallGrant(context.db.read, params.number ?? '');
  return { copy, number, organisation: organisationName, posted: formatDay(postedOn ?? '', 'pl'), until: formatDay(commentsUntil ?? '', 'pl'), address: `${context.origin}/pl/small-grants/${number}` };
});

/** What hangs on the notice board at the seat of the City: in Polish, made to be printed. */
export default function SmallGrantNotice() {
  return <LangProvider lang="pl"><Sheet /></LangProvider>;
}

function Sheet() {
  const { copy, number, organisation, posted, until, address } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack section" lang="pl">
      <p className="hint">{t('smallGrants.basis')}</p>
      <h1>{copy.title}</h1>
      <p>{organisation} · {number} · {posted}</p>
      <p><strong>{t('smallGrants.noticeHow', { day: until, address })}</strong></p>
      <OfferCopy copy={copy} />
    </div>
  );
}
