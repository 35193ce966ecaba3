import type { ReactNode } from 'react';

/** A few figures that tell how things stand. */
export function StatRow({ items }: { items: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="figure-row">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
