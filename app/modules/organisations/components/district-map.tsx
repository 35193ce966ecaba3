import { useT } from '~/i18n/react';
import { districtName } from '~/modules/programme/lists';

type Shape = { slug: string; path: string; x: number; y: number; roman: string; href: string };
export type DistrictShape = Shape & { count: number; label: string };

const shade = (count: number) => (count === 0 ? undefined : count < 3 ? 'some' : 'more');

/** The eighteen districts drawn on the server, each a link with its count; the list beside it says the same. */
export function DistrictMap({ shapes, width, height, title }: { shapes: DistrictShape[]; width: number; height: number; title: string }) {
  return (
    <svg className="district-map" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
      {shapes.map(({ slug, path, href, label, count }) => (
        <a key={slug} href={href} className={shade(count)} aria-label={`${districtName(slug)}: ${label}`}><path d={path} /></a>
      ))}
      {shapes.map(({ slug, x, y, roman, count }) => (
        <text key={slug} x={x} y={y} aria-hidden="true">{roman}<tspan x={x} dy="1.1em" className="many">{count}</tspan></text>
      ))}
    </svg>
  );
}

export type Dot = { n: number; x: number; y: number; names: string };

/** One district with numbered places; its neighbours are the way to move on, and each dot leads to its line in the list. */
export function DistrictPlaces({ shapes, frame, here, dots, title }: { shapes: Shape[]; frame: { x: number; y: number; width: number; height: number }; here: string; dots: Dot[]; title: string }) {
  const t = useT();
  const round = frame.width / 30;
  const inFrame = ({ x, y }: Shape) => x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height;
  const own = shapes.find(({ slug }) => slug === here);
  return (
    <svg className="district-map near" viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`} fontSize={round * 1.1} role="group" aria-label={title}>
      <g aria-hidden="true">{shapes.filter(({ slug }) => slug !== here).map(({ slug, path }) => <path key={slug} d={path} />)}</g>
      {own ? <g className="here" aria-hidden="true"><path d={own.path} /></g> : null}
      {shapes.filter((shape) => shape.slug !== here && inFrame(shape)).map(({ slug, x, y, roman, href }) => (
        <a key={slug} className="next" href={href} aria-label={districtName(slug)}>
          <circle cx={x} cy={y} r={round * 1.3} />
          <text x={x} y={y} aria-hidden="true">{roman}</text>
        </a>
      ))}
      {dots.map(({ n, x, y, names }) => (
        <a key={n} className="dot" href={`#place-${n}`} aria-label={t('directory.mapDot', { n, names })}>
          <circle cx={x} cy={y} r={round} />
          <text x={x} y={y} aria-hidden="true">{n}</text>
        </a>
      ))}
    </svg>
  );
}
