import type { Lang } from '~/i18n/messages';
import { useT } from '~/i18n/react';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import { Tag } from '~/ui/tag';
import type { PlaceShown, ServiceShown } from '../profile.server';

const filled = (items: { label: string; value: React.ReactNode }[]) => items.filter(({ value }) => value !== null && value !== '');

/** What people can come for: when, where, in which languages and for how much. */
export function ProfileServices({ services, lang }: { services: ServiceShown[]; lang: Lang }) {
  const t = useT();
  if (services.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('entries.services')}</h2>
      {services.map((service) => (
        <article className="card stack" key={service.id}>
          <h3>{service.name ? <OwnText lang={service.name.lang} as="span">{service.name.text}</OwnText> : t(`openData.kind.${service.kind}` as const)}</h3>
          <ul className="tags">
            <li><Tag tone="info">{t(`openData.kind.${service.kind}` as const)}</Tag></li>
            <li><Tag tone={service.cost === 'free' ? 'good' : 'plain'}>{t(`openData.cost.${service.cost}` as const)}</Tag></li>
            {service.paused ? <li><Tag tone="wait">{t('entries.serviceStatus.paused')}</Tag></li> : null}
          </ul>
          {service.description ? <OwnText lang={service.description.lang}>{service.description.text}</OwnText> : null}
          <SummaryList
            items={filled([
              { label: t('entries.hours'), value: <Hours service={service} lang={lang} /> },
              { label: t('entries.service.place'), value: service.place ? <Address place={service.place} /> : null },
              { label: t('organisations.languages'), value: service.languages },
              { label: t('organisations.facet.group'), value: service.groups },
              { label: t('entries.service.costNote'), value: service.costNote ? <OwnText lang={lang} as="span">{service.costNote}</OwnText> : null },
              { label: t('entries.service.howToCome'), value: service.howToCome ? <OwnText lang={lang}>{service.howToCome}</OwnText> : null },
            ])}
          />
        </article>
      ))}
    </section>
  );
}

/** The days and hours of a service. */
export function Hours({ service, lang }: { service: ServiceShown; lang: Lang }) {
  const t = useT();
  return (
    <>
      {service.lines.length === 0 ? t('entries.hours.none') : <ul>{service.lines.map(({ days, hours }) => <li key={days}>{days}: {hours}</li>)}</ul>}
      {service.hoursNote ? <OwnText lang={lang}>{service.hoursNote}</OwnText> : null}
    </>
  );
}

/** A place as far as it may be seen. */
export function Address({ place }: { place: PlaceShown }) {
  return <span lang="pl">{[place.name, place.address, place.district].filter(Boolean).join(', ')}</span>;
}

/** The places where people are received. */
export function ProfilePlaces({ places, lang }: { places: PlaceShown[]; lang: Lang }) {
  const t = useT();
  if (places.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('entries.places')}</h2>
      <ul className="stack">
        {places.map((place) => (
          <li className="card stack" key={place.id}>
            {place.name ? <h3 lang="pl">{place.name}</h3> : null}
            <p lang="pl">{[place.address, place.district].filter(Boolean).join(', ')}</p>
            {place.access.length > 0 ? <p>{t('entries.place.access')}: {place.access.join(', ')}</p> : null}
            {place.accessNote ? <OwnText lang={lang}>{place.accessNote}</OwnText> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
