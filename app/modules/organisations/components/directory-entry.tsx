import type { Lang } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { districtName } from '~/modules/programme/lists';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';
import type { LegalForm, OrganisationStatus } from '../content';
import { OrganisationName, StatusTag } from './entry-summary';

type Entry = {
  slug: string;
  name: string;
  names: Partial<Record<Lang, string>>;
  status: OrganisationStatus;
  legalForm: LegalForm;
  description: { lang: Lang; text: string } | null;
  district: string | null;
  languages: string[];
  roles: string[];
  confirmed: string | null;
  stale: boolean;
};

const longest = 240;
const beginning = (text: string) => (text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest)).slice(0, longest)}…`);

/** One organisation in the list: its name in its own language, the beginning of its own words, and what it does. */
export function DirectoryEntry({ entry }: { entry: Entry }) {
  const t = useT();
  const lang = useLang();
  const { slug, name, names, status, legalForm, description, district, languages, roles, confirmed, stale } = entry;
  return (
    <li className="result">
      <h3><a href={`/${lang}/organisations/${slug}`}><OrganisationName name={name} names={names} /></a></h3>
      {description ? <OwnText lang={description.lang}>{beginning(description.text)}</OwnText> : null}
      <ul className="meta">
        <li>{t(`organisations.legalForm.${legalForm}` as const)}</li>
        {district ? <li lang="pl">{districtName(district)}</li> : null}
        {languages.length > 0 ? <li>{languages.join(', ')}</li> : null}
        {confirmed && !stale ? <li>{t('organisations.confirmed', { day: confirmed })}</li> : null}
      </ul>
      <ul className="tags">
        <li><StatusTag status={status} /></li>
        {confirmed && stale ? <li><Tag tone="bad">{t('registry.notConfirmed', { day: confirmed })}</Tag></li> : null}
        {roles.map((role) => <li key={role}><Tag tone="info">{role}</Tag></li>)}
        <li className="compare"><label className="row tight"><input type="checkbox" name="o" value={slug} /> {t('directory.compareOne')}<span className="visually-hidden"> {name}</span></label></li>
      </ul>
    </li>
  );
}
