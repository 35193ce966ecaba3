import { districtName } from '~/modules/programme/lists';

export type DistrictShape = { slug: string; path: string; x: number; y: number; roman: string; count: number; label: string; href: string };

/** The eighteen districts drawn on the server, each a link with its count; the list beside it says the same. */
export function DistrictMap({ shapes, width, height, title }: { shapes: DistrictShape[]; width: number; height: number; title: string }) {
  return (
    <svg className="district-map" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
      {shapes.map(({ slug, path, href, label }) => (
        <a key={slug} href={href} aria-label={`${districtName(slug)}: ${label}`}><path d={path} /></a>
      ))}
      {shapes.map(({ slug, x, y, roman, count }) => (
        <text key={slug} x={x} y={y} aria-hidden="true">{roman}<tspan x={x} dy="1.1em" className="many">{count}</tspan></text>
      ))}
    </svg>
  );
}
