import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { followAddress } from '~/http/moved.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { GrantsOf } from '~/modules/agreements/components/grants-of';
import { listGrantsOf } from '~/modules/agreements/queries.server';
import { breadcrumbList, linked, organisationThing } from '~/modules/open-data/json-ld';
import { EntryLinks } from '~/modules/organisations/components/entry-links';
import { ContactSummary, OrganisationName, OwnSummary, PeopleSummary, RegisterSummary, StatusTag } from '~/modules/organisations/components/entry-summary';
import { Patronages } from '~/modules/organisations/components/patronages';
import { ProfilePlaces, ProfileServices } from '~/modules/organisations/components/profile-services';
import { ProfileWords } from '~/modules/organisations/components/profile-words';
import { listPatronages } from '~/modules/organisations/patronages.server';
import { placesShown, servicesShown, wordsShown } from '~/modules/organisations/profile.server';
import { getPublicOrganisation, listPublicServices } from '~/modules/organisations/queries.server';
import { notConfirmedSince } from '~/modules/organisations/rules-of-life';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice } from '~/ui/notice';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'organisation.read', kept: 'hour' });
export const meta = titled('organisations.title');

export const loader = load(handle, async (asked) => {
  const { context, params, lang, t } = asked;
  const { read } = context.db;
  await followAddress(asked);
  const { verifiedAt, confirmedAt, registerAskedAt, ...entry } = await getPublicOrganisation(read, params.slug ?? '');
  const unconfirmed = notConfirmedSince({ status: entry.status, confirmedAt }, context.now);
  const at = { origin: context.origin, lang };
  const [services, patronages, grants, places] = await Promise.all([
    listPublicServices(read, entry.id), listPatronages(read, entry.id), listGrantsOf(read, entry.id), placesShown(read, entry.id, t),
  ]);
  return {
    entry, patronages, grants, places,
    services: await servicesShown(read, entry.id, { t, places }),
    words: wordsShown(entry, t),
    verified: verifiedAt ? formatDay(dayOf(verifiedAt), lang) : null,
    asked: entry.registerStanding === 'active' && registerAskedAt ? formatDay(dayOf(registerAskedAt), lang) : null,
    notConfirmed: unconfirmed ? formatDay(unconfirmed, lang) : null,
    confirmed: confirmedAt ? formatDay(dayOf(confirmedAt), lang) : null,
    pageTitle: entry.name,
    linked: linked(
      organisationThing(entry, services, at),
      breadcrumbList(at, [{ name: t('organisations.title'), path: '/organisations' }, { name: entry.name, path: `/organisations/${entry.slug}` }]),
    ),
  };
});

export default function OrganisationProfile() {
  const { entry, patronages, grants, places, services, words, verified, asked, confirmed, notConfirmed } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const own = entry.authoritativeLang;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/organisations`, label: t('organisations.title') }]} />
      <div className="profile-head">
        {entry.logoFileId ? <img className="logo" src={`/logos/${entry.slug}`} alt={t('entries.logo.of', { name: entry.name })} /> : null}
        <div className="stack">
          <h1><OrganisationName name={entry.name} names={entry.names} /></h1>
          {words.nameNote ? <p className="hint">{words.nameNote}</p> : null}
        </div>
      </div>
      <ul className="tags">
        <li><StatusTag status={entry.status} /></li>
        {entry.status === 'verified' && verified ? <li className="hint">{t('entries.verifiedOn', { day: verified })}</li> : null}
        {notConfirmed ? <li><Tag tone="bad">{t('registry.notConfirmed', { day: notConfirmed })}</Tag></li> : null}
        {confirmed && !notConfirmed ? <li className="hint">{t('organisations.confirmed', { day: confirmed })}</li> : null}
      </ul>
      {notConfirmed ? <Notice tone="deadline">{t('registry.notConfirmedText')}</Notice> : null}
      {entry.status === 'claimed' || entry.status === 'claimed_submitted' ? <Notice>{t('registry.claimedNote')}</Notice> : null}
      {entry.status === 'unclaimed' ? (
        <Notice>
          <p>
            {t('organisations.unclaimedNote')} {entry.source ? <a href={entry.source} rel="noopener noreferrer">{t('organisations.source')}</a> : null}
          </p>
          {entry.sourceNote ? <p lang="en">{entry.sourceNote}</p> : null}
        </Notice>
      ) : null}
      <div className="profile">
        <ProfileWords words={words} />
        <section className="card stack reach">
          <h2>{t('organisations.section.contact')}</h2>
          <ContactSummary entry={entry} />
          {entry.addressVisibility === 'full' ? null : <p className="hint">{t('organisations.addressHidden')}</p>}
          <p><a href={`/${lang}/organisations/${entry.slug}/handout`}>{t('entries.handout')}</a></p>
        </section>
        <ProfileServices services={services} lang={own} />
        <ProfilePlaces places={places} lang={own} />
      </div>
      <GrantsOf grants={grants} caption={t('entries.grants')} year={t('entries.grants.year')} />
      <Patronages patronages={patronages} />
      <div className="two">
        {entry.status === 'unclaimed' ? null : (
          <section className="stack">
            <h2>{t('entries.fromOrganisation')}</h2>
            {confirmed ? <p className="hint">{t('entries.saidOn', { day: confirmed })}</p> : null}
            <PeopleSummary entry={entry} />
            <OwnSummary entry={entry} />
          </section>
        )}
        <section className="stack">
          <h2>{t('entries.fromRegister')}</h2>
          {asked ? <p className="hint">{t('entries.fromKrs', { day: asked })}</p> : null}
          {verified && !asked ? <p className="hint">{t('organisations.registerChecked', { day: verified })}</p> : null}
          <RegisterSummary entry={{ ...entry, shortName: null, foundedYear: null, oppStatus: false }} />
        </section>
      </div>
      <EntryLinks slug={entry.slug} status={entry.status} />
    </div>
  );
}
