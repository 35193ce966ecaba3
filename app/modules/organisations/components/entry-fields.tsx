import { useT } from '~/i18n/react';
import { communities, communityRolesList, districtName, districtSlugs, languagesServed, targetGroups, taskFieldNumbers, taskFields } from '~/modules/programme/lists';
import { Checkbox, Checkboxes, Radios, Select } from '~/ui/choices';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { addressVisibilities, ledByCommunityAnswers, legalForms } from '../content';
import type { Organisation } from '../queries.server';
import { ReachFields } from './reach-fields';
import { WordsFields } from './words-fields';

export type EntryValues = Omit<Organisation, 'submittedAt' | 'verifiedAt' | 'confirmedAt' | 'createdAt' | 'contactConsentAt' | 'registerAskedAt'>;

/** What the register vouches for. */
export function RegisterFields({ entry }: { entry?: EntryValues | undefined }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('organisations.section.register')}</h2>
      <Field name="name" label={t('organisations.name')} hint={t('organisations.name.hint')} defaultValue={entry?.name} lang="pl" />
      <Select
        name="legalForm" label={t('organisations.legalForm')} defaultValue={entry?.legalForm}
        options={legalForms.map((value) => ({ value, label: t(`organisations.legalForm.${value}` as const) }))}
      />
      <Field name="krs" label={t('organisations.krs')} hint={t('organisations.krs.hint')} defaultValue={entry?.krs} inputMode="numeric" width="medium" optional />
      <Field name="nip" label={t('organisations.nip')} hint={t('organisations.nip.hint')} defaultValue={entry?.nip} inputMode="numeric" width="medium" optional />
      <Field name="regon" label={t('organisations.regon')} hint={t('organisations.regon.hint')} defaultValue={entry?.regon} inputMode="numeric" width="medium" optional />
      <Field name="registerNumber" label={t('organisations.registerNumber')} hint={t('organisations.registerNumber.hint')} defaultValue={entry?.registerNumber} width="medium" optional />
      <Field name="registerAuthority" label={t('organisations.registerAuthority')} hint={t('organisations.registerAuthority.hint')} defaultValue={entry?.registerAuthority} optional />
    </section>
  );
}

/** The sections of the long form, to jump to. */
export function SectionLinks() {
  const t = useT();
  return (
    <nav aria-label={t('entries.sections')}>
      <ul className="row">
        {(['contact', 'people', 'words', 'signing'] as const).map((section) => <li key={section}><a href={`#${section}`}>{t(`organisations.section.${section}` as const)}</a></li>)}
      </ul>
    </nav>
  );
}

/** What an organisation says of itself: where it is, whom and how it serves, how it signs. */
export function OwnFields({ entry }: { entry?: EntryValues | undefined }) {
  return (
    <>
      <ContactFields entry={entry} />
      <PeopleFields entry={entry} />
      <WordsFields entry={entry} />
      <MoneyFields entry={entry} />
    </>
  );
}

type Props = { entry: EntryValues | undefined };

function ContactFields({ entry }: Props) {
  const t = useT();
  return (
    <section className="stack" id="contact">
      <h2>{t('organisations.section.contact')}</h2>
      <Field name="street" label={t('organisations.street')} defaultValue={entry?.street} autoComplete="street-address" optional />
      <Field name="postcode" label={t('organisations.postcode')} defaultValue={entry?.postcode} autoComplete="postal-code" width="short" optional />
      <Field name="city" label={t('organisations.city')} defaultValue={entry?.city ?? 'Kraków'} autoComplete="address-level2" width="medium" />
      <Select
        name="district" label={t('organisations.district')} hint={t('organisations.district.hint')} defaultValue={entry?.district ?? ''} optional empty={t('organisations.district.none')}
        options={districtSlugs.map((value) => ({ value, label: districtName(value) }))}
      />
      <Radios
        name="addressVisibility" legend={t('organisations.addressVisibility')} hint={t('organisations.addressVisibility.hint')} defaultValue={entry?.addressVisibility ?? 'full'}
        options={addressVisibilities.map((value) => ({ value, label: t(`organisations.addressVisibility.${value}` as const) }))}
      />
      <Field name="email" type="email" label={t('organisations.email')} hint={t('organisations.email.hint')} defaultValue={entry?.email} autoComplete="email" />
      <Field name="phone" type="tel" label={t('organisations.phone')} defaultValue={entry?.phone} autoComplete="tel" width="medium" optional />
      <Field name="website" type="url" label={t('organisations.website')} defaultValue={entry?.website} optional />
      <ReachFields entry={entry} />
    </section>
  );
}

function PeopleFields({ entry }: Props) {
  const t = useT();
  const other = (entry?.communities ?? []).filter((code) => !communities.some((one) => one === code)).join(', ');
  return (
    <section className="stack" id="people">
      <h2>{t('organisations.section.people')}</h2>
      <Checkboxes
        name="targetGroups" legend={t('organisations.targetGroups')} defaultValue={entry?.targetGroups}
        options={targetGroups.map((value) => ({ value, label: t(`programme.targetGroup.${value}` as const) }))}
      />
      <Checkboxes
        name="communityRoles" legend={t('organisations.communityRoles')} defaultValue={entry?.communityRoles}
        options={communityRolesList.map((value) => ({ value, label: t(`programme.communityRole.${value}` as const), hint: t(`organisations.roleHint.${value}` as const) }))}
      />
      <Radios
        name="ledByCommunity" legend={t('organisations.ledByCommunity')} hint={t('organisations.ledByCommunity.hint')} defaultValue={entry?.ledByCommunity ?? 'not_stated'}
        options={ledByCommunityAnswers.map((value) => ({ value, label: t(`organisations.ledByCommunity.${value}` as const) }))}
      />
      <Details summary={t('organisations.communities')} open={(entry?.communities.length ?? 0) > 0}>
        <div className="in-columns">
          <Checkboxes
            name="communities" legend={t('organisations.communities')} defaultValue={entry?.communities}
            options={communities.map((value) => ({ value, label: t(`programme.community.${value}` as const) }))}
          />
        </div>
        <Field name="otherCommunities" label={t('organisations.otherCommunities')} hint={t('organisations.otherCommunities.hint')} defaultValue={other} optional />
      </Details>
      <div className="in-columns">
        <Checkboxes
          name="languages" legend={t('organisations.languages')} defaultValue={entry?.languages}
          options={languagesServed.map((value) => ({ value, label: t(`programme.language.${value}` as const) }))}
        />
      </div>
      <Details summary={t('organisations.fields')} open={(entry?.fields.length ?? 0) > 0}>
        <div className="in-columns">
          <Checkboxes
            name="fields" legend={t('organisations.fields')} hint={t('organisations.fields.hint')} defaultValue={entry?.fields}
            options={taskFields.map((value) => ({ value, label: `${t(`programme.field.${value}` as const)} (${taskFieldNumbers[value]})` }))}
          />
        </div>
      </Details>
    </section>
  );
}

function MoneyFields({ entry }: Props) {
  const t = useT();
  return (
    <section className="stack" id="signing">
      <h2>{t('organisations.section.signing')}</h2>
      <Field name="minSignatures" label={t('organisations.minSignatures')} hint={t('organisations.minSignatures.hint')} defaultValue={entry?.representation.minSignatures ?? 1} inputMode="numeric" width="short" />
      <Field name="representationText" label={t('organisations.representationText')} hint={t('organisations.representationText.hint')} defaultValue={entry?.representation.text} optional />
      <Field name="account" label={t('organisations.account')} hint={t('organisations.account.hint')} defaultValue={entry?.account} inputMode="numeric" optional />
      <Checkbox name="oppStatus" label={t('organisations.oppStatus')} hint={t('organisations.oppStatus.hint')} defaultChecked={entry?.oppStatus ?? false} />
    </section>
  );
}
