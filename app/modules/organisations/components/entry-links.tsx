import { useLang, useT } from '~/i18n/react';
import type { OrganisationStatus } from '../content';

type Props = { slug: string; status: OrganisationStatus };

/** What anybody can do about an entry: read its history, say what is wrong, claim it. */
export function EntryLinks({ slug, status }: Props) {
  const t = useT();
  const lang = useLang();
  const here = `/${lang}/organisations/${slug}`;
  return (
    <section className="stack">
      <h2>{t('registry.aboutEntry')}</h2>
      <ul className="stack">
        {status === 'unclaimed' ? <li><a href={`${here}/claim`}>{t('registry.claim.link')}</a></li> : null}
        <li><a href={`${here}/suggest`}>{t('registry.suggest.link')}</a></li>
        <li><a href={`${here}/history`}>{t('registry.history.link')}</a></li>
      </ul>
    </section>
  );
}
