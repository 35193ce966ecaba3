import type { Lang } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { districtName } from '~/modules/programme/lists';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';
import type { LegalForm, OrganisationStatus } from '../content';
import { OrganisationName } from './entry-summary';

type Entry = {
  slug: string;
  name: string;
  names: Partial<Record<Lang, string>>;
  status: OrganisationStatus;
  source: string | null;
  legalForm: LegalForm;
  description: { lang: Lang; text: string } | null;
  district: string | null;
  languages: string[];
  roles: string[];
  confirmed: string | null;
};

const longest = 240;
const beginning = (text: string) => (text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest)).slice(0, longest)}…`);

/** One organisation in the list: its name in its own language, the beginning of its own words, and what it does. */
export function DirectoryEntry({ entry }: { entry: Entry }) {
  const t = useT();
  const lang = useLang();
  const { slug, name, names, status, source, legalForm, description, district, languages, roles, confirmed } = entry;
  return (
    <li className="result">
      <h3><a href={`/${lang}/organisations/${slug}`}><OrganisationName name={name} names={names} /></a></h3>
      {description ? <OwnText lang={description.lang}>{beginning(description.text)}</OwnText> : null}
      <ul className="meta">
        <li>{t(`organisations.legalForm.${legalForm}` as const)}</li>
        {district ? <li lang="pl">{districtName(district)}</li> : null}
        {languages.length > 0 ? <li>{languages.join(', ')}</li> : null}
        {confirmed ? <li>{t('organisations.confirmed', { day: confirmed })}</li> : null}
        {status === 'unclaimed' && source ? <li>{t('organisations.fromPublicSource')} <a href={source} rel="noopener noreferrer">{t('organisations.source')}<span className="visually-hidden"> {name}</span></a></li> : null}
      </ul>
      <ul className="tags">
        {status === 'verified' ? <li><Tag tone="good">{t('organisations.status.verified')}</Tag></li> : null}
        {roles.map((role) => <li key={role}><Tag tone="info">{role}</Tag></li>)}
        <li><label className="row tight"><input type="checkbox" name="o" value={slug} /> {t('directory.compareOne')}<span className="visually-hidden"> {name}</span></label></li>
      </ul>
    </li>
  );
}
