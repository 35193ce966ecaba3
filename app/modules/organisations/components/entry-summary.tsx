import type { Lang } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { districtName } from '~/modules/programme/lists';
import { formatNip } from '~/shared/identifiers';
import { SummaryList } from '~/ui/summary-list';
import { Tag, type Tone } from '~/ui/tag';
import type { OrganisationStatus } from '../content';
import { communityLabels, fieldLabels, groupLabels, languageLabels, roleLabels } from '../labels';
import type { Organisation } from '../queries.server';

type Shown = Pick<
  Organisation,
  | 'name' | 'names' | 'legalForm' | 'krs' | 'nip' | 'regon' | 'registerNumber' | 'registerAuthority' | 'street' | 'postcode' | 'city' | 'district'
  | 'email' | 'phone' | 'website' | 'foundedYear' | 'targetGroups' | 'communityRoles' | 'ledByCommunity' | 'communities' | 'languages' | 'fields'
  | 'oppStatus' | 'shortName'
>;
type Reached = Shown & Pick<Organisation, 'socialLinks' | 'contactName'>;

const filledIn = (items: { label: string; value: React.ReactNode }[]) => items.filter(({ value }) => value !== null && value !== '' && value !== undefined);

/** The numbers and names that stand in a public register. */
export function RegisterSummary({ entry }: { entry: Shown }) {
  const t = useT();
  const record = [entry.registerNumber, entry.registerAuthority].filter(Boolean).join(', ');
  return (
    <SummaryList
      items={filledIn([
        { label: t('organisations.name'), value: <span lang="pl">{entry.name}</span> },
        { label: t('organisations.shortName'), value: entry.shortName },
        { label: t('organisations.legalForm'), value: t(`organisations.legalForm.${entry.legalForm}` as const) },
        { label: t('organisations.krs'), value: entry.krs },
        { label: t('organisations.nip'), value: entry.nip ? formatNip(entry.nip) : null },
        { label: t('organisations.regon'), value: entry.regon },
        { label: t('organisations.registerNumber'), value: record },
        { label: t('organisations.oppStatus'), value: entry.oppStatus ? t('organisations.yes') : null },
        { label: t('organisations.foundedYear'), value: entry.foundedYear },
      ])}
    />
  );
}

/** What an organisation says of itself that no register vouches for here. */
export function OwnSummary({ entry }: { entry: Shown }) {
  const t = useT();
  return (
    <SummaryList
      items={filledIn([
        { label: t('organisations.shortName'), value: entry.shortName },
        { label: t('organisations.foundedYear'), value: entry.foundedYear },
        { label: t('organisations.oppStatus'), value: entry.oppStatus ? t('organisations.asDeclared', { answer: t('organisations.yes') }) : null },
      ])}
    />
  );
}

/** How to reach the organisation, as far as it shows its address. */
export function ContactSummary({ entry }: { entry: Reached }) {
  const t = useT();
  const place = [entry.postcode, entry.city].filter(Boolean).join(' ');
  const { email, phone, website, street, district, socialLinks, contactName } = entry;
  const link = (address: string) => <a href={address} rel="noopener noreferrer">{address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</a>;
  return (
    <SummaryList
      items={filledIn([
        { label: t('organisations.address'), value: <span lang="pl">{[street, place].filter(Boolean).join(', ')}</span> },
        { label: t('organisations.district'), value: district ? <span lang="pl">{districtName(district)}</span> : null },
        { label: t('organisations.email'), value: email ? <a href={`mailto:${email}`}>{email}</a> : null },
        { label: t('organisations.phone'), value: phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : null },
        { label: t('organisations.website'), value: website ? link(website) : null },
        { label: t('entries.social'), value: socialLinks.length > 0 ? <ul>{socialLinks.map((address) => <li key={address}>{link(address)}</li>)}</ul> : null },
        { label: t('entries.contactPerson'), value: contactName },
      ])}
    />
  );
}

/** Whom the organisation serves, in which languages, and how it stands to its community. */
export function PeopleSummary({ entry }: { entry: Shown }) {
  const t = useT();
  return (
    <SummaryList
      items={filledIn([
        { label: t('organisations.languages'), value: languageLabels(t, entry.languages).join(', ') },
        { label: t('organisations.targetGroups'), value: groupLabels(t, entry.targetGroups).join(', ') },
        { label: t('organisations.communities'), value: communityLabels(t, entry.communities).join(', ') },
        { label: t('organisations.communityRoles'), value: roleLabels(t, entry.communityRoles).join(', ') },
        {
          label: t('organisations.ledByCommunity'),
          value: entry.ledByCommunity === 'not_stated' ? null : t('organisations.asDeclared', { answer: t(`organisations.ledByCommunity.${entry.ledByCommunity}` as const) }),
        },
        { label: t('organisations.fields'), value: fieldLabels(t, entry.fields).join('; ') },
      ])}
    />
  );
}

const tones: Record<OrganisationStatus, Tone> = {
  draft: 'plain', submitted: 'wait', needs_correction: 'bad', verified: 'good', unclaimed: 'info', claimed: 'info', claimed_submitted: 'wait', suspended: 'bad', archived: 'plain',
};

/** The state of an entry in a word. */
export function StatusTag({ status }: { status: OrganisationStatus }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`organisations.status.${status}` as const)}</Tag>;
}

/** The registered name in Polish and, for whoever reads another language, the name in theirs. */
export function OrganisationName({ name, names }: { name: string; names: Partial<Record<Lang, string>> }) {
  const lang = useLang();
  const other = names[lang];
  return (
    <>
      <span lang="pl">{name}</span>
      {other && other !== name ? <> — <span lang={lang}>{other}</span></> : null}
    </>
  );
}
