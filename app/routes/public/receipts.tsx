import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { CheckForm } from '~/modules/receipts/components/check-form';
import { listPublicKeys } from '~/modules/receipts/queries.server';

export const handle = declare({ see: 'public.read' });
export const meta = titled('receipts.title');

export const loader = load(handle, async ({ context, url, lang }) => {
  const number = url.searchParams.get('number')?.trim();
  if (number) throw redirect(`/${lang}/receipts/${encodeURIComponent(number)}?code=${encodeURIComponent(url.searchParams.get('code') ?? '')}`);
  return { keys: (await listPublicKeys(context.db.read)).map(({ id, publicKey }) => ({ id, publicKey })) };
});

/** Where anybody who holds a receipt checks it, and the key it was signed with. */
export default function Receipts() {
  const { keys } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('receipts.title')}</h1>
      <p>{t('receipts.lead')}</p>
      <CheckForm />
      <h2>{t('receipts.keys')}</h2>
      <p>{t('receipts.keysLead')} <a href="/.well-known/open-krakow-receipts.json">open-krakow-receipts.json</a></p>
      {keys.length === 0 ? <p className="hint">{t('receipts.noKeys')}</p> : null}
      <ul className="plain">{keys.map(({ id, publicKey }) => <li key={id}>{id}: <code>{publicKey}</code></li>)}</ul>
      <p className="hint"><a href={`/${lang}/how-it-works`}>{t('ui.footer.howItWorks')}</a></p>
    </div>
  );
}
