import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';

export const handle = declare({ see: 'public.read' });
export const meta = titled('pages.privacy.title');
export const loader = load(handle, async () => ({}));

export default function Privacy() {
  const t = useT();
  return (
    <div className="prose">
      <h1>{t('pages.privacy.title')}</h1>
      <p>{t('pages.privacy.controller')}</p>
      <p>{t('pages.privacy.what')}</p>
      <p>{t('pages.privacy.basis')}</p>
      <p>{t('pages.privacy.rights')}</p>
      <p>{t('pages.privacy.cookies')}</p>
    </div>
  );
}
