import type { Translate } from '~/i18n/translate';
import { districtName } from '~/modules/programme/lists';
import type { OpenOrganisation, OpenPlace, OpenService } from '../directory.server';
import { publicId } from '../public-id';

type Address = { street: string | null; postcode: string | null; city: string; district: string | null };

/** The district as the City writes it. */
export function regionOf(district: string): string {
  return `Dzielnica ${districtName(district)}`;
}

// The standard wants every part of an address, so one without a postcode is told in words.
function addressOf(id: string, { street, postcode, city, district }: Address) {
  if (!street) return {};
  if (!postcode) return { description: `${street}, ${city}` };
  return {
    addresses: [
      {
        id: publicId('address', id), location_id: id, address_1: street, city, ...(district ? { region: regionOf(district) } : {}), state_province: 'małopolskie',
        postal_code: postcode, country: 'PL', address_type: 'physical',
      },
    ],
  };
}

function accessibilityOf(id: string, place: OpenPlace, t: Translate) {
  const said = place.access.map((code) => ({ id: publicId('accessibility', id, code), location_id: id, description: t(`openData.access.${code}` as const) }));
  const noted = place.accessNote ? [{ id: publicId('accessibility', id, 'note'), location_id: id, description: t('openData.access'), details: place.accessNote }] : [];
  return [...said, ...noted];
}

const inDegrees = (millionths: number) => millionths / 1_000_000;

/** A place as a location; one shown by its district only is virtual, as it has no address to go to. */
export function locationOf(place: OpenPlace, t: Translate) {
  const id = publicId('location', place.id);
  return {
    id,
    location_type: place.street ? 'physical' : 'virtual',
    organization_id: publicId('organization', place.organisationId),
    name: place.name || (place.district ? regionOf(place.district) : place.city),
    ...(place.latitude !== null && place.longitude !== null ? { latitude: inDegrees(place.latitude), longitude: inDegrees(place.longitude) } : {}),
    ...addressOf(id, place),
    accessibility: accessibilityOf(id, place, t),
  };
}

/** The places of an organisation, its seat first if its address may be seen. */
export function locationsOf(organisation: OpenOrganisation, places: readonly OpenPlace[], t: Translate) {
  const id = publicId('location', 'seat', organisation.id);
  const seat = { id, location_type: 'physical', organization_id: publicId('organization', organisation.id), name: t('openData.seat'), ...addressOf(id, organisation) };
  return [...(organisation.street ? [seat] : []), ...places.map((place) => locationOf(place, t))];
}

/** Where a service without an address to go to is: its district. */
export function areasOf({ place }: OpenService, serviceId: string) {
  if (!place?.district || place.street) return [];
  return [{ id: publicId('area', serviceId), service_id: serviceId, name: `Kraków, ${regionOf(place.district)}` }];
}

/** How far apart two points are, in metres. */
export function metresBetween(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const radians = Math.PI / 180;
  const north = (a.latitude - b.latitude) * radians;
  const east = (a.longitude - b.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return Math.hypot(north, east) * 6_371_000;
}
