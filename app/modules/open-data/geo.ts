import { districtName, districts } from '~/modules/programme/lists';
import type { Directory } from './directory.server';
import shapes from '~/modules/organisations/districts.geo.json';
import { publicId } from './public-id';

/** The places of the directory that have a point anybody may see (RFC 7946: longitude first). */
export function locationFeatures({ organisations, places }: Directory, origin: string) {
  const known = new Map(organisations.map((one) => [one.id, one]));
  return {
    type: 'FeatureCollection',
    features: places.flatMap((place) => {
      const organisation = known.get(place.organisationId);
      if (!organisation || place.latitude === null || place.longitude === null) return [];
      return [
        {
          type: 'Feature', id: publicId('location', place.id), geometry: { type: 'Point', coordinates: [place.longitude / 1_000_000, place.latitude / 1_000_000] },
          properties: {
            organization: publicId('organization', organisation.id), name: organisation.name, place: place.name,
            district: place.district ? districtName(place.district) : '', url: `${origin}/pl/organisations/${organisation.slug}`,
          },
        },
      ];
    }),
  };
}

/** The borders of the eighteen districts, simplified, under our names for them. */
export function districtFeatures() {
  return {
    type: 'FeatureCollection',
    features: shapes.features.flatMap(({ id, geometry }) => {
      const district = districts.find(({ roman }) => roman === id);
      return district ? [{ type: 'Feature', id, geometry, properties: { slug: district.slug, roman: district.roman, name: district.name } }] : [];
    }),
  };
}
