import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { followAddress } from '~/http/moved.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { breadcrumbList, linked, organisationThing } from '~/modules/open-data/json-ld';
import { EntryLinks } from '~/modules/organisations/components/entry-links';
import { ContactSummary, OrganisationName, PeopleSummary, RegisterSummary, StatusTag } from '~/modules/organisations/components/entry-summary';
import { Patronages } from '~/modules/organisations/components/patronages';
import { listPatronages } from '~/modules/organisations/patronages.server';
import { getPublicOrganisation, listPublicServices } from '~/modules/organisations/queries.server';
import { inLanguageOf } from '~/modules/organisations/rules';
import { notConfirmedSince } from '~/modules/organisations/rules-of-life';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'organisation.read', kept: 'hour' });
export const meta = titled('organisations.title');

export const loader = load(handle, async (asked) => {
  const { context, params, lang, t } = asked;
  await followAddress(asked);
  const { verifiedAt, confirmedAt, ...entry } = await getPublicOrganisation(context.db.read, params.slug ?? '');
  const unconfirmed = notConfirmedSince({ status: entry.status, confirmedAt }, context.now);
  const at = { origin: context.origin, lang };
  const services = await listPublicServices(context.db.read, entry.id);
  return {
    entry,
    patronages: await listPatronages(context.db.read, entry.id),
    words: inLanguageOf(entry.descriptions, lang) ?? null,
    verified: verifiedAt ? formatDay(dayOf(verifiedAt), lang) : null,
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
  const { entry, patronages, words, verified, confirmed, notConfirmed } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/organisations`, label: t('organisations.title') }]} />
      <h1><OrganisationName name={entry.name} names={entry.names} /></h1>
      <ul className="tags">
        <li><StatusTag status={entry.status} /></li>
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
      {words ? (
        <section className="stack">
          <h2>{t('organisations.about')}</h2>
          {words.lang === lang ? null : <p className="hint">{t('organisations.wordsIn', { language: t(`programme.language.${words.lang}` as const) })}</p>}
          <OwnText lang={words.lang}>{words.text}</OwnText>
        </section>
      ) : null}
      <section className="stack">
        <h2>{t('organisations.section.people')}</h2>
        <PeopleSummary entry={entry} />
      </section>
      <Patronages patronages={patronages} />
      <section className="stack">
        <h2>{t('organisations.section.contact')}</h2>
        <ContactSummary entry={entry} />
        {entry.addressVisibility === 'full' ? null : <p className="hint">{t('organisations.addressHidden')}</p>}
      </section>
      <section className="stack">
        <h2>{t('organisations.section.register')}</h2>
        {verified ? <p className="hint">{t('organisations.registerChecked', { day: verified })}</p> : null}
        <RegisterSummary entry={entry} />
      </section>
      <EntryLinks slug={entry.slug} status={entry.status} />
    </div>
  );
}
