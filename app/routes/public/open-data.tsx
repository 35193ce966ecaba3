import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';

export const handle = declare({ see: 'public.read' });
export const meta = titled('pages.data.title');
export const loader = load(handle, async () => ({}));

export default function OpenData() {
  const t = useT();
  return (
    <div className="prose">
      <h1>{t('pages.data.title')}</h1>
      <p><a href="/open-data/360giving.json">/open-data/360giving.json</a></p>
      <p>{t('pages.data.giving')}</p>
      <p>{t('pages.data.licence')}</p>
    </div>
  );
}
