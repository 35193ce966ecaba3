import { Details } from './details';
import { useT } from '~/i18n/react';

/** Bars drawn on the server, with the same figures as a table under them. */
export function BarChart({ title, bars }: { title: string; bars: { label: string; value: number; text: string }[] }) {
  const t = useT();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const height = 34;
  return (
    <figure className="chart stack">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 640 ${bars.length * height}`} role="img" aria-label={title}>
        {bars.map(({ label, value, text }, i) => (
          <g key={label} transform={`translate(0 ${i * height})`}>
            <text x="0" y="21">{label}</text>
            <rect x="240" y="6" height="20" width={Math.round((280 * value) / most)} rx="3" />
            <text x={250 + Math.round((280 * value) / most)} y="21">{text}</text>
          </g>
        ))}
      </svg>
      <Details summary={t('ui.asTable')}>
        <table>
          <tbody>
            {bars.map(({ label, text }) => (
              <tr key={label}><th scope="row">{label}</th><td className="num">{text}</td></tr>
            ))}
          </tbody>
        </table>
      </Details>
    </figure>
  );
}
