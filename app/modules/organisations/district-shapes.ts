import { districts } from '~/modules/programme/lists';
import shapes from './districts.geo.json';

const width = 900;
const middle = 50.05;
const squeeze = Math.cos((middle * Math.PI) / 180);

type Ring = readonly (readonly number[])[];
const rings = shapes.features.flatMap(({ geometry }) => geometry.coordinates as unknown as Ring[]);
const all = rings.flat();
const west = Math.min(...all.map(([lon = 0]) => lon));
const east = Math.max(...all.map(([lon = 0]) => lon));
const south = Math.min(...all.map(([, lat = 0]) => lat));
const north = Math.max(...all.map(([, lat = 0]) => lat));
const scale = width / ((east - west) * squeeze);

/** Where a point of the earth is in the drawing. */
export const placeOf = (lon: number, lat: number) => [(lon - west) * squeeze * scale, (north - lat) * scale] as const;
const at = (lon: number, lat: number) => placeOf(lon, lat).map(Math.round) as [number, number];

/** The size of the drawing of the city. */
export const mapSize = { width, height: Math.round((north - south) * scale) };

/** The borders of the districts as paths of the drawing, with the middle of each. */
export const districtPaths = districts.map(({ slug, roman, lat, lon }) => {
  const outline = (shapes.features.find(({ id }) => id === roman)?.geometry.coordinates ?? []) as unknown as Ring[];
  const path = outline.map((ring) => `M${ring.map(([x = 0, y = 0]) => at(x, y).join(' ')).join('L')}Z`).join('');
  const [x, y] = at(lon, lat);
  const corners = outline.flat().map(([lonOf = 0, latOf = 0]) => at(lonOf, latOf));
  const frame = [Math.min(...corners.map(([cx]) => cx)), Math.min(...corners.map(([, cy]) => cy)), Math.max(...corners.map(([cx]) => cx)), Math.max(...corners.map(([, cy]) => cy))] as const;
  return { slug, roman, path, x, y, frame };
});

const margin = 40;

/** The part of the drawing that shows one district with a little of its neighbours, never flatter or taller than a page can take. */
export function frameOf(slug: string) {
  const [left, top, right, bottom] = districtPaths.find((shape) => shape.slug === slug)?.frame ?? [0, 0, mapSize.width, mapSize.height];
  const width = Math.max(right - left, (bottom - top) * 1.1) + 2 * margin;
  const height = Math.max(bottom - top, (right - left) * 0.6) + 2 * margin;
  return { x: Math.round((left + right - width) / 2), y: Math.round((top + bottom - height) / 2), width: Math.round(width), height: Math.round(height) };
}
