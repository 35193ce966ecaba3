import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listGrantsOf } from '~/modules/agreements/queries.server';
import { Address } from '~/modules/organisations/components/profile-services';
import { OrganisationName } from '~/modules/organisations/components/entry-summary';
import { languageLabels } from '~/modules/organisations/labels';
import { placesShown, servicesShown } from '~/modules/organisations/profile.server';
import { getPublicOrganisation } from '~/modules/organisations/queries.server';
import { districtName } from '~/modules/programme/lists';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'organisation.read', kept: 'hour' });
export const meta = titled('entries.handout');

// More would not fit on one sheet in letters that can be read from a distance.
const most = 4;
const mostGrants = 3;

export const loader = load(handle, async ({ context, params, lang, t }) => {
  const { read } = context.db;
  const entry = await getPublicOrganisation(read, params.slug ?? '');
  const { id, slug, name, names, street, postcode, city, district, email, phone, website, languages, logoFileId, authoritativeLang } = entry;
  const [places, grants] = await Promise.all([placesShown(read, id, t), listGrantsOf(read, id)]);
  return {
    slug, name, names, email, phone, website, authoritativeLang, logo: logoFileId !== null,
    address: [street, [postcode, city].filter(Boolean).join(' '), district ? districtName(district) : ''].filter(Boolean).join(', '),
    languages: languageLabels(t, languages).join(', '),
    services: (await servicesShown(read, id, { t, places })).filter(({ paused }) => !paused).slice(0, most),
    grants: grants.slice(0, mostGrants).map(({ number, title, orderDate }) => ({ number, title, year: orderDate.slice(0, 4) })),
    today: formatDay(dayOf(context.now), lang),
    link: `${context.origin}/${lang}/organisations/${slug}`,
    pageTitle: name,
  };
});

/** One sheet to put up at a school or a clinic: big type, and only what one needs to get there. */
export default function Handout() {
  const { slug, name, names, email, phone, website, authoritativeLang, logo, address, languages, services, grants, today, link } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section handout">
      <Breadcrumbs items={[{ href: `/${lang}/organisations`, label: t('organisations.title') }, { href: `/${lang}/organisations/${slug}`, label: name }]} />
      <p className="hint screen-only">{t('entries.handout.lead')} <a href={`/${lang}/organisations/${slug}`}>{t('entries.back')}</a></p>
      <div className="profile-head">
        {logo ? <img className="logo" src={`/logos/${slug}`} alt="" /> : null}
        <h1><OrganisationName name={name} names={names} /></h1>
      </div>
      {phone ? <p className="big"><a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a></p> : null}
      <p className="big" lang="pl">{address}</p>
      {email ? <p><a href={`mailto:${email}`}>{email}</a></p> : null}
      {website ? <p>{website.replace(/^https?:\/\//, '').replace(/\/$/, '')}</p> : null}
      {languages ? <p>{t('organisations.languages')}: {languages}</p> : null}
      {services.map((service) => (
        <section className="stack tight" key={service.id}>
          <h2>{service.name ? <OwnText lang={service.name.lang} as="span">{service.name.text}</OwnText> : t(`openData.kind.${service.kind}` as const)}</h2>
          <p>
            {service.lines.length === 0 ? t('entries.hours.none') : service.lines.map(({ days, hours }) => `${days}: ${hours}`).join('; ')}
            {service.hoursNote ? <> <OwnText lang={authoritativeLang} as="span">{service.hoursNote}</OwnText></> : null}
          </p>
          <p>{service.place ? <><Address place={service.place} /> · </> : null}{t(`openData.cost.${service.cost}` as const)}</p>
        </section>
      ))}
      {grants.length > 0 ? <p>{t('entries.grants')}: {grants.map(({ number, title, year }, i) => <span key={number}>{i > 0 ? '; ' : ''}<OwnText lang="pl" as="span">{title}</OwnText> ({year})</span>)}</p> : null}
      <p className="hint">{t('entries.handout.state', { day: today })} · {link}</p>
    </div>
  );
}
