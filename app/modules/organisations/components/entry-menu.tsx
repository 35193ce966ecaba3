import { useLang, useT } from '~/i18n/react';
import type { PatronageSide } from '../content';

export type EntryMenuProps = {
  id: string;
  /** Where everybody reads the entry; null while it is not public. */
  slug: string | null;
  side: PatronageSide | null;
  can: { edit: boolean; offer: boolean; requestChange: boolean };
};

/** Where a person of the organisation goes from here: the public page, and the parts of the entry that have pages of their own. */
export function EntryMenu({ id, slug, side, can }: EntryMenuProps) {
  const t = useT();
  const lang = useLang();
  const here = `/${lang}/my/${id}`;
  const links: [href: string, label: string, shown: boolean][] = [
    [`/${lang}/organisations/${slug}`, t('organisations.seePublic'), slug !== null],
    [`${here}/edit`, t('organisations.edit'), can.edit],
    [`${here}/services`, t('entries.services'), can.offer],
    [`${here}/places`, t('entries.places'), can.offer],
    [`${here}/logo`, t('entries.logo'), can.offer],
    [`${here}/patronage`, side ? t(`groups.own.${side}` as const) : '', side !== null],
    [`${here}#people`, t('organisations.members'), true],
    [`${here}#safe-mode`, t('entries.safe'), can.offer],
    [`${here}/change`, t('registry.change.ask'), can.requestChange],
  ];
  return (
    <nav aria-label={t('entries.menu')}>
      <ul className="row ways">
        {links.filter(([, , shown]) => shown).map(([href, label]) => <li key={href}><a href={href}>{label}</a></li>)}
      </ul>
    </nav>
  );
}
