import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database, Read } from '#db/open.server';
import { nothingWanted, searchDirectory } from './directory.server';
import { placeOf } from './district-shapes';
import { publicStatuses, shownPlace } from './rules';

// A drawing with more dots than this can no longer be read.
const most = 60;

/** Places of a district that may be shown to the metre, for the map: whole addresses of public entries that are not at risk. */
export async function listPoints(read: Read, district: string) {
  const { locations, organisations } = read.t;
  const rows = await read
    .select({ location: locations, safeMode: organisations.safeMode, slug: organisations.slug, organisation: organisations.name })
    .from(locations)
    .innerJoin(organisations, eq(organisations.id, locations.organisationId))
    .where(
      and(
        eq(locations.district, district), eq(locations.visibility, 'full'), isNotNull(locations.latitude), isNotNull(locations.longitude),
        eq(organisations.safeMode, false), inArray(organisations.status, publicStatuses),
      ),
    )
    .orderBy(asc(organisations.nameKey), asc(locations.position), asc(locations.id))
    .limit(most);
  return rows.flatMap(({ location, safeMode, slug, organisation }) => {
    const place = shownPlace(location, { safeMode });
    if (place?.latitude == null || place.longitude == null) return [];
    return [{ id: place.id, slug, organisation, name: place.name, street: place.street, latitude: place.latitude / 1_000_000, longitude: place.longitude / 1_000_000 }];
  });
}

export type MapPoint = Awaited<ReturnType<typeof listPoints>>[number];

/** Points that stand together: within some ten metres, one dot says it for all. */
export function byHouse(points: readonly MapPoint[]): MapPoint[][] {
  const houses = new Map<string, MapPoint[]>();
  for (const point of points) {
    const house = `${point.latitude.toFixed(4)} ${point.longitude.toFixed(4)}`;
    houses.set(house, [...(houses.get(house) ?? []), point]);
  }
  return [...houses.values()];
}

/** The places of a district by their dots, one dot for one house, and its organisations that have none. */
export async function placesOnMap(db: Database, district: string) {
  const dots = byHouse(await listPoints(db.read, district)).map((places, i) => {
    const [x, y] = placeOf(places[0]?.longitude ?? 0, places[0]?.latitude ?? 0);
    return { n: i + 1, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, places: places.map(({ id, slug, organisation, name, street }) => ({ id, slug, organisation, address: [name, street].filter(Boolean).join(', ') })) };
  });
  const shown = new Set(dots.flatMap(({ places }) => places.map(({ slug }) => slug)));
  const { rows, total } = await searchDirectory(db, { ...nothingWanted, district: [district] }, 1);
  return { dots, total, others: rows.filter(({ slug }) => !shown.has(slug)).map(({ slug, name }) => ({ slug, name })) };
}
