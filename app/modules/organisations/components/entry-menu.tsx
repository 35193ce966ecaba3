import { useLang, useT } from '~/i18n/react';

/** The parts of an entry that have pages of their own. */
export function EntryMenu({ id }: { id: string }) {
  const t = useT();
  const lang = useLang();
  return (
    <ul className="row">
      <li><a href={`/${lang}/my/${id}/services`}>{t('entries.services')}</a></li>
      <li><a href={`/${lang}/my/${id}/places`}>{t('entries.places')}</a></li>
      <li><a href={`/${lang}/my/${id}/logo`}>{t('entries.logo')}</a></li>
      <li><a href={`/${lang}/my/${id}#safe-mode`}>{t('entries.safe')}</a></li>
    </ul>
  );
}
