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

const at = (lon: number, lat: number) => [Math.round((lon - west) * squeeze * scale), Math.round((north - lat) * scale)] as const;

/** The size of the drawing of the city. */
export const mapSize = { width, height: Math.round((north - south) * scale) };

/** The borders of the districts as paths of the drawing, with the middle of each. */
export const districtPaths = districts.map(({ slug, roman, lat, lon }) => {
  const outline = (shapes.features.find(({ id }) => id === roman)?.geometry.coordinates ?? []) as unknown as Ring[];
  const path = outline.map((ring) => `M${ring.map(([x = 0, y = 0]) => at(x, y).join(' ')).join('L')}Z`).join('');
  const [x, y] = at(lon, lat);
  return { slug, roman, path, x, y };
});
