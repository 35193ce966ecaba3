import type { Context } from '~/access/context';
import { may } from '~/access/policy';
import { translator } from '~/i18n/translate';

/** Who is signed in and the desks that are theirs, for the head of the page. */
export function accountOf({ actor, lang }: Context): { name: string; links: { href: string; label: string }[] } | null {
  if (actor.kind !== 'person') return null;
  const t = translator(lang);
  return {
    name: actor.name,
    links: [
      { href: `/${lang}/desk`, label: t('ui.nav.desk') },
      ...(actor.roles.includes('committee_member') ? [{ href: `/${lang}/reviews`, label: t('ui.nav.reviews') }] : []),
      ...(may(actor, 'office.read') ? [{ href: `/${lang}/office`, label: t('ui.nav.office') }] : []),
    ],
  };
}
